"""Prints how long finding the closest reviews takes, and what the bound costs: python -m benchmarks.situations.

The case reviews are made up. Their texts name harms and circumstances, a few of them often and most of them rarely.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence

from scripts.load.vocabulary_files import load_vocabulary
from scripts.model.parts import CaseReview
from scripts.situations import Close, Situation, Situations
from scripts.situations.closeness import resembling
from scripts.situations.collection import readings
from scripts.sources import read_tree
from scripts.unsaid import unstated
from scripts.vocabulary import Term, Terms, Vocabulary
from tests.conftest import ROOT

SIZES = ("750", "1500", "3000")
# As many are compared with every other, to see what the bound leaves out.
SAMPLE = 100


def main() -> None:
    """Measure each number of reviews given on the command line."""
    vocabulary, _ = load_vocabulary(read_tree(ROOT).briefings)
    for number in map(int, sys.argv[1:] or SIZES):
        measure(list(made_up(number, vocabulary)), vocabulary)


def made_up(number: int, vocabulary: Vocabulary) -> Iterator[CaseReview]:
    """Case reviews of about the usual length; the same for the same number."""
    choose = random.Random(number)  # noqa: S311  made-up texts, no secret
    for place in range(number):
        named = (*_some(choose, vocabulary.harms, 2), *_some(choose, vocabulary.circumstances, 5))
        words = [choose.choice((term.label, *term.synonyms)) for term in named]
        yield CaseReview.model_validate(
            {
                "id": f"review-{place}",
                "title": f"Child {place}",
                "summary": " ".join(f"The case told of {word} and of what followed from it." for word in words),
                "learning": ["How services spoke with each other and what each of them knew of the others' work"] * 5,
                "ages": [term.id for term in _some(choose, vocabulary.ages, 1)],
            }
        )


def _some(choose: random.Random, terms: Terms, number: int) -> Sequence[Term]:
    """The first terms often, the last rarely."""
    return choose.choices(list(terms.values()), [1 / (1 + place) for place in range(len(terms))], k=number)


def measure(reviews: Sequence[CaseReview], vocabulary: Vocabulary) -> None:
    """Read, find and count, and print the figures."""
    started = time.process_time()
    found = tuple(Situation(one.id, one.title, "", readings(one, vocabulary)) for one in reviews)
    read = time.process_time()
    collection = Situations(found, ())
    closest = {one.address: collection.like(one) for one in found}
    compared = time.process_time()
    unstated(reviews, vocabulary.particulars)
    counted = time.process_time()
    sample = found[:: max(1, len(found) // SAMPLE)]
    exact = {one.address: compared_with_all(one, collection) for one in sample}
    same = sum(closest[address] == close for address, close in exact.items())
    as_close = sum(
        _weight(closest[address], collection) == _weight(close, collection) for address, close in exact.items()
    )
    print(f"{len(reviews)} case reviews, {sum(map(bool, closest.values()))} with a close one")
    print(f"  reading the texts {read - started:6.1f} s")
    print(f"  finding the close {compared - read:6.1f} s")
    print(f"  what is unsaid    {counted - compared:6.1f} s")
    print(f"  of {len(sample)} compared with all: {same} have the same list, {as_close} as close a first one")


def compared_with_all(one: Situation, collection: Situations) -> tuple[Close, ...]:
    """The closest without a bound."""
    return resembling(one, (other for other in collection.case_reviews if other is not one), collection.weights)


def _weight(closest: Sequence[Close], collection: Situations) -> int:
    return sum(collection.weights[feature] for close in closest[:1] for feature in close.shared)


if __name__ == "__main__":
    main()
