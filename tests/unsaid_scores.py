"""The labelled snippets, and how far the mentions that are found in them agree with the labels."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from scripts.library import Library
from scripts.load import load
from scripts.sources import read_tree
from scripts.unsaid import mentioned, text_of
from tests.conftest import ROOT

SNIPPETS = ROOT / "tests" / "unsaid_snippets.yml"
HALVES = ("tuning", "held_back")


@dataclass(frozen=True)
class Judged:
    """A text with what it mentions by its label, and what was found."""

    text: str
    labelled: frozenset[str]
    found: frozenset[str]


def judge(half: str) -> list[Judged]:
    """The snippets of one half, in the file's order."""
    collection = load(read_tree(ROOT))
    library = Library.of(collection.briefings, collection.vocabulary)
    real = {f"{one.digest.id}/{one.review.id}": text_of(one.review) for one in library.case_reviews}
    particulars = tuple(library.vocabulary.particulars.values())
    judged = []
    for entry in yaml.safe_load(SNIPPETS.read_text("utf-8"))[half]:
        text, labels = entry.get("text") or real[entry["review"]], frozenset(entry["mentions"])
        assert labels <= {term.id for term in particulars}
        judged.append(Judged(text, labels, mentioned(text, particulars)))
    return judged


def precision(judged: Iterable[Judged]) -> float:
    """The part of the mentions found that are labelled."""
    return _part((len(one.found & one.labelled), len(one.found)) for one in judged)


def recall(judged: Iterable[Judged]) -> float:
    """The part of the labels that was found: where one is missed, a page says wrongly that it is not stated."""
    return _part((len(one.found & one.labelled), len(one.labelled)) for one in judged)


def _part(counts: Iterable[tuple[int, int]]) -> float:
    pairs = list(counts)
    return sum(some for some, _ in pairs) / sum(all_ for _, all_ in pairs)


def main() -> None:
    """Print the figures of each half and every text in which something else was found than its label says."""
    for half in HALVES:
        judged = judge(half)
        print(f"{half:9} {len(judged)} texts: precision {precision(judged):.3f}, recall {recall(judged):.3f}")
        for one in judged:
            if one.found != one.labelled:
                print(f"  +{sorted(one.found - one.labelled)} -{sorted(one.labelled - one.found)}  {one.text[:100]}")


if __name__ == "__main__":
    main()
