"""The labelled pairs of situations, and how far what is found close agrees with the labels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from scripts.library import Library
from scripts.load import load
from scripts.situations import Situation, closeness, weights
from scripts.situations.collection import situations
from scripts.situations.features import read
from scripts.sources import read_tree
from scripts.vocabulary import Vocabulary
from tests.conftest import ROOT

PAIRS = ROOT / "tests" / "situation_pairs.yml"
PARTS = ("tuning", "held_back", "blind")


@dataclass(frozen=True)
class Judged:
    """A labelled pair with what was found of it: `weight` is of what both share."""

    first: Situation
    second: Situation
    close: bool
    because: str
    found: bool
    weight: int


def judge(part: str) -> list[list[Judged]]:
    """The pairs of one part, by the situation that they begin with, weighed as one collection with the real reviews."""
    cases = yaml.safe_load(PAIRS.read_text("utf-8"))[part]
    library = _library()
    real = {situation.address: situation for situation in situations(library).case_reviews}
    read_cases = [
        (
            _situation(case["situation"], library, real),
            [(_situation(one, library, real), one) for one in case["others"]],
        )
        for case in cases
    ]
    made_up = [one for first, others in read_cases for one in (first, *(other for other, _ in others))]
    weighed = weights(list({one.address: one for one in (*real.values(), *made_up)}.values()))
    return [[_judged(first, other, label, weighed) for other, label in others] for first, others in read_cases]


def _judged(first: Situation, second: Situation, label: Mapping[str, object], weighed: closeness.Weights) -> Judged:
    """Found where one of the two would be listed on the other's page, had it room."""
    found = closeness.resembling(first, [second], weighed) or closeness.resembling(second, [first], weighed)
    weight = sum(weighed[feature] for feature in closeness.shared(first.features, second))
    return Judged(first, second, bool(label["close"]), str(label["because"]), bool(found), weight)


def read_vocabulary() -> Vocabulary:
    """The collection's own vocabularies."""
    return _library().vocabulary


def _library() -> Library:
    collection = load(read_tree(ROOT))
    return Library.of(collection.briefings, collection.vocabulary)


def _situation(entry: Mapping[str, object], library: Library, real: Mapping[str, Situation]) -> Situation:
    if "review" in entry:
        return real[f"case-reviews/{entry['review']}/"]
    text, ages, themes = str(entry["text"]).strip(), entry["ages"], entry["themes"]
    assert isinstance(ages, list)
    assert isinstance(themes, list)
    vocabulary = library.vocabulary
    assert set(ages) <= set(vocabulary.ages)
    assert set(themes) <= set(vocabulary.themes)
    return Situation(text, text, "", read(text, ages, themes, vocabulary))


def precision(judged: Iterable[Judged]) -> float:
    """The part of what was found close that is labelled so."""
    return _part(one.close for one in judged if one.found)


def recall(judged: Iterable[Judged]) -> float:
    """The part of what is labelled close that was found."""
    return _part(one.found for one in judged if one.close)


def ordering(cases: Iterable[list[Judged]]) -> float:
    """Of two that are compared with the same situation, how often the close one shares more than the other."""
    return _part(_in_order(cases))


def _in_order(cases: Iterable[list[Judged]]) -> Iterator[bool]:
    for case in cases:
        for near in (one for one in case if one.close):
            yield from (near.weight > far.weight for far in case if not far.close)


def _part(outcomes: Iterable[bool]) -> float:
    all_ = list(outcomes)
    return sum(all_) / len(all_)


def main() -> None:
    """Print the figures of each part and every pair that was judged otherwise."""
    for part in PARTS:
        cases = judge(part)
        pairs = [one for case in cases for one in case]
        print(
            f"{part:9} {len(pairs)} pairs, {sum(one.close for one in pairs)} close: precision {precision(pairs):.3f}, "
            f"recall {recall(pairs):.3f}, in the right order {ordering(cases):.3f}"
        )
        for one in pairs:
            if one.close != one.found:
                print(f"  {'missed' if one.close else 'wrongly close'}: {one.because}")
                for side in (one.first, one.second):
                    print(f"    {side.title[:70]}\n      {', '.join(f.reason for f in side.features)}")


if __name__ == "__main__":
    main()
