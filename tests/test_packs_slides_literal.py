"""Text comes out on slides letter for letter, whatever XML, HTML, Markdown or PowerPoint would make of it."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from scripts.model.kinds import KIND_BY_FOLDER, Digest
from scripts.press.makers import make
from tests.decks import hostile_project, opened, shown, slide_packs
from tests.hostile import BRIEFINGS
from tests.reading import library_of, reviewed, said


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_project(tmp_path_factory.mktemp("hostile") / "project")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("key", [key for key in BRIEFINGS if not KIND_BY_FOLDER[key.partition("/")[0]].is_note])
def test_hostile_text_is_text(root: Path, key: str) -> None:
    deck = opened(make(slide_packs(root)[key], root))
    everything = one_line(" ".join(chain.from_iterable((one.title, *one.lines, one.notes) for one in shown(deck))))
    briefing = library_of(root).by_key[key]
    words = list(said(briefing))
    if isinstance(briefing.front, Digest):
        words += chain.from_iterable(map(reviewed, briefing.front.reviews))
    assert len(words) > 10
    assert [text for text in words if one_line(text) not in everything] == []
    assert not _links_from_text(deck)


def _links_from_text(deck: Any) -> list[str]:
    """Addresses that stand in the hostile text and nowhere in a field for addresses."""
    targets = [
        relation.target_ref for slide in deck.slides for relation in slide.part.rels.values() if relation.is_external
    ]
    assert targets
    return [target for target in targets if target.rstrip("/") in ("https://x", "https://www.example.org", "y")]
