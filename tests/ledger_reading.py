"""The ledger's pages as HTML, as the site's own Markdown makes them."""

from typing import Any

import lxml.html
import yaml

from scripts.markdown_text import BodyRenderer
from tests.conftest import ROOT

Pages = dict[str, Any]


def read(files: dict[str, str]) -> Pages:
    """Each page's text as HTML, as the site's own Markdown makes it, by address."""
    extensions = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    renderer = BodyRenderer(extensions)
    return {
        address: lxml.html.fromstring(f"<div>{renderer.raw(text.split('---', 2)[2])}</div>")
        for address, text in files.items()
    }


def words(element: Any) -> str:
    return " ".join(element.text_content().split())
