"""Made-up digests, and what the pages of similar situations say of them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from scripts.library import Library
from scripts.load import load
from scripts.outputs import briefing_pages, case_review_pages, situation_pages
from scripts.report import as_text
from scripts.site import Site
from scripts.sources import read_tree
from tests.made_up import briefing

TODAY = date(2026, 3, 1)


def review(name: str, summary: str, ages: Sequence[str] = (), **fields: object) -> dict[str, object]:
    """A case review as a digest's file has it."""
    return {"id": name, "title": f"Child {name}", "summary": summary, "ages": list(ages), **fields}


def digest(
    month: str, reviews: Sequence[dict[str, object]], number: int = 0, **fields: object
) -> dict[str, str | bytes]:
    """A digest's file, by its path."""
    own: dict[str, object] = {"title": f"Digest {month}", "month": month, "published": month, "reviews": list(reviews)}
    return {f"briefings/digests/{month}.md": briefing(number, "", **(own | fields))}


def library_of(root: Path) -> tuple[Library, Site]:
    """A project without problems, as it would be published."""
    collection = load(read_tree(root))
    assert not collection.problems, as_text(collection.problems)
    assert collection.settings
    return Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, TODAY)


def staged(root: Path) -> dict[str, str]:
    """The staged pages and data that tell of situations and of what is unsaid, by path."""
    library, site = library_of(root)
    outputs = (case_review_pages, situation_pages, briefing_pages)
    return {artifact.path: artifact.data.decode() for output in outputs for artifact in output.compile(library, site)}


def similar(pages: dict[str, str], address: str) -> list[tuple[str, str]]:
    """The titles and reasons under a page's "Similar situations"."""
    section = _section(pages[f"case-reviews/{address}/index.md"], "Similar situations")
    return re.findall(r"^- \[(.+?)\]\(.+?\)  \n  .*?Both: (.+)\.$", section, re.MULTILINE)


def unsaid(pages: dict[str, str], address: str) -> list[str]:
    """What a page says is not stated in its summary."""
    found = re.findall(r"^Not stated in the summary: (.+)\.$", pages[f"case-reviews/{address}/index.md"], re.MULTILINE)
    return [label for line in found for label in line.split(", ")]


def _section(text: str, heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def titles(found: Iterable[tuple[str, str]]) -> list[str]:
    """The titles alone."""
    return [title for title, _ in found]
