"""The examples that people are told to copy are briefings that the check accepts."""

import re
from pathlib import Path

import pytest

from scripts.load import load
from scripts.rules import check
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, MakeProject

GUIDES = ("CONTRIBUTING.md", "docs/contributing/index.md")
_BLOCK = re.compile(r"^```yaml\n(---\n.*?)^```$", re.MULTILINE | re.DOTALL)
_FOLDER_BY_FIELD = {
    "reviews:": "digests/2024-01",
    "stages:": "national-reviews/example",
    "type:": "publications/example",
}


def examples() -> list[tuple[str, str]]:
    """Every complete example of the guides, with the guide that holds it."""
    return [(guide, block) for guide in GUIDES for block in _BLOCK.findall((ROOT / guide).read_text("utf-8"))]


def test_guides_hold_examples() -> None:
    assert {guide for guide, _ in examples()} == set(GUIDES)


@pytest.mark.parametrize(("guide", "text"), examples())
def test_example_is_accepted(guide: str, text: str, make_project: MakeProject) -> None:
    name = next(name for field, name in _FOLDER_BY_FIELD.items() if re.search(f"^{field}", text, re.MULTILINE))
    bruising = "publications/bruising-in-non-mobile-infants.md"
    root = make_project(
        {
            f"briefings/{name}.md": text,
            f"briefings/{bruising}": (ROOT / "briefings" / bruising).read_text("utf-8").partition("\n---\n")[0]
            + "\n---\n",
        }
    )
    problems = check(load(read_tree(Path(root))), TODAY)
    assert [str(problem) for problem in problems] == [], guide
