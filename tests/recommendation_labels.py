"""Labelled recommendations, how they are judged, and how often a flag is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.library import Library
from scripts.load import load
from scripts.recommendations import register
from scripts.rules.recommendation_wording import has_action, has_measure, has_owner
from scripts.sources import read_tree
from tests.conftest import ROOT

FOLDER = Path(__file__).parent / "recommendation_wording"
SETS = ("first", "second", "collected")
FLAGS = ("owner", "action", "measure")


@dataclass(frozen=True)
class Labelled:
    """A recommendation with what a reader finds missing in it."""

    text: str
    to: str | None
    missing: frozenset[str]

    @property
    def flagged(self) -> frozenset[str]:
        """What the linter finds missing."""
        said = {
            "owner": has_owner(self.to, self.text),
            "action": has_action(self.text),
            "measure": has_measure(self.text),
        }
        return frozenset(flag for flag, is_said in said.items() if not is_said)


@dataclass(frozen=True)
class Score:
    """How a flag does: raised rightly, raised wrongly, not raised though it should be."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what is flagged that is missing."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """The share of what is missing that is flagged."""
        return self.right / (self.right + self.missed or 1)


def read(name: str) -> list[Labelled]:
    """A set of labelled recommendations; those that this site holds are labelled by their reference."""
    found = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    if name != "collected":
        return [Labelled(one["text"], one.get("to"), frozenset(one["missing"])) for one in found]
    collection = load(read_tree(ROOT))
    rows = register(Library.of(collection.briefings, collection.vocabulary)).rows
    held = {row.reference: row for row in rows}
    known = ((held[one["reference"]], one) for one in found)
    return [Labelled(row.text, row.to, frozenset(one["missing"])) for row, one in known]


def score(labelled: Sequence[Labelled], flag: str) -> Score:
    """How one flag does on some recommendations."""
    pairs = [(flag in one.missing, flag in one.flagged) for one in labelled]
    return Score(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))
