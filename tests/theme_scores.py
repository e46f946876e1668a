"""The labelled snippets, and how far the suggested themes agree with their labels."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from scripts.load.vocabulary_files import load_vocabulary
from scripts.sources import read_tree
from scripts.theme_suggester import suggest
from scripts.vocabulary import Terms
from tests.conftest import ROOT

SNIPPETS = ROOT / "tests" / "theme_snippets"
HALVES = ("tuning", "held_out")


@dataclass(frozen=True)
class Snippet:
    """A text and the themes that a lead officer would tick for it."""

    text: str
    themes: frozenset[str]
    trait: str


@dataclass(frozen=True)
class Judged:
    """A snippet with what was suggested for it."""

    snippet: Snippet
    suggested: frozenset[str]

    @property
    def right(self) -> frozenset[str]:
        return self.suggested & self.snippet.themes

    @property
    def wrong(self) -> frozenset[str]:
        return self.suggested - self.snippet.themes

    @property
    def missed(self) -> frozenset[str]:
        return self.snippet.themes - self.suggested


def read_themes() -> Terms:
    """The collection's own vocabulary."""
    vocabulary, problems = load_vocabulary(read_tree(ROOT).briefings)
    assert not problems
    return vocabulary.themes


def read_snippets(half: str) -> list[Snippet]:
    """The snippets of one half, in the file's order."""
    entries = yaml.safe_load((SNIPPETS / f"{half}.yml").read_text("utf-8"))
    return [Snippet(entry["text"].strip(), frozenset(entry["themes"]), entry.get("trait", "")) for entry in entries]


def judge(snippets: Iterable[Snippet], themes: Terms) -> list[Judged]:
    """What is suggested for each snippet."""
    return [Judged(one, frozenset(found.theme for found in suggest(one.text, themes))) for one in snippets]


def precision(judged: Iterable[Judged]) -> float:
    """The part of the suggestions that is right."""
    return _part((len(one.right), len(one.suggested)) for one in judged)


def recall(judged: Iterable[Judged]) -> float:
    """The part of the labels that was suggested."""
    return _part((len(one.right), len(one.snippet.themes)) for one in judged)


def _part(counts: Iterable[tuple[int, int]]) -> float:
    pairs = list(counts)
    return sum(some for some, _ in pairs) / sum(all_ for _, all_ in pairs)
