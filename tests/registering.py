"""The register of recommendations of a project, compiled alone and read back."""

import json
from pathlib import Path
from typing import Any

import lxml.html

from scripts.library import Library
from scripts.load import load
from scripts.outputs import recommendation_pages
from scripts.recommendations import Register, register
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY
from tests.made_up import briefing
from tests.visits import words


def register_of(root: Path) -> Register:
    """The register of a project's files."""
    collection = load(read_tree(root))
    return register(Library.of(collection.briefings, collection.vocabulary))


def pages(root: Path) -> dict[str, str]:
    """The register's staged files, by path."""
    collection = load(read_tree(root))
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary)
    made = recommendation_pages.compile(library, Site(collection.settings, TODAY))
    return {artifact.path: artifact.data.decode() for artifact in made}


def searched(root: Path) -> Any:
    """What the search reads."""
    return json.loads(pages(root)["data/recommendations.json"])


def listed(page: str) -> list[tuple[str, str, str]]:
    """What a list shows, as (review's title, recommendation, for whom)."""
    found, title = [], ""
    for element in lxml.html.fragment_fromstring(page[page.index("<h2>") :], create_parent="div").iter("h2", "li"):
        if element.tag == "h2":
            title = words(element.text_content())
        else:
            found.append((title, words(element.text or ""), words(element.findtext("span") or "")))
    return found


def in_pages(made: dict[str, str], address: str) -> list[tuple[str, str, str]]:
    """What all pages of a list show, in their order."""
    paths = [f"{address}index.md", *(f"{address}{number}/index.md" for number in range(2, len(made)))]
    return [row for path in paths if path in made for row in listed(made[path])]


def review(name: str, *recommendations: object, **fields: object) -> dict[str, object]:
    """A made-up case review with recommendations."""
    own = {"id": name, "title": f"Child {name}", "summary": "Made up.", "recommendations": recommendations}
    return {"themes": ["neglect"]} | own | fields


def digest(number: int, *reviews: dict[str, object], **fields: Any) -> dict[str, str | bytes]:
    """The file of a made-up digest, by its path; `number` is its month."""
    month = f"2025-{number:02}"
    text = briefing(number, month=month, published=month, reviews=reviews, **fields)
    return {f"briefings/digests/{month}.md": text}


def national(number: int, *recommendations: dict[str, str], **fields: Any) -> dict[str, str | bytes]:
    """The file of a made-up national review, by its path."""
    text = briefing(number, recommendations=recommendations, **fields)
    return {f"briefings/national-reviews/made-up-{number}.md": text}
