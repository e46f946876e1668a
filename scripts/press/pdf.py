"""PDF by Typst: tagged for screen readers (PDF/UA-1), which Typst refuses to write where it would not hold."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst
from pypdfium2 import PdfDocument

from scripts.documents import Document, Imprint
from scripts.packs import Pack
from scripts.press.renderers import text_of

# A4, one or two pages: what a manager prints for a team meeting.
MOST_PAGES = 2
_DESIGNS = Path(__file__).parent.parent / "templates" / "press"


def pdf(pack: Pack, root: Path) -> bytes:
    """The first of a pack's versions that fits two pages, else its last: long, but nothing is lost."""
    made = b""
    for version in pack.versions:
        made = _typeset(pack.design, version, pack.imprint)
        if len(PdfDocument(made)) <= MOST_PAGES:
            break
    return made


def _typeset(design: str, document: Document, imprint: Imprint) -> bytes:
    facts = {
        "title": document.title,
        "label": document.label,
        "url": document.url,
        "blocks": [asdict(block) for block in text_of(document, imprint)],
        "imprint": asdict(imprint) | {"worried": [contact.model_dump() for contact in imprint.worried]},
    }
    # The text travels as JSON, never as Typst's own language: no sign in it can mean anything.
    made = typst.Compiler(_DESIGNS / f"{design}.typ", root=_DESIGNS, font_paths=_fonts()).compile(
        format="pdf",
        sys_inputs={"facts": json.dumps(facts)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(document.updated, time(), UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101  a PDF is one file
    return made


@cache
def _fonts() -> typst.Fonts:
    # The machine's own fonts would make the same text look otherwise elsewhere.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_DESIGNS / "fonts"])
