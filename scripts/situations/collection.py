"""The situations of a collection, and for each the few that are closest to it."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.grouping import grouped
from scripts.library import CASE_REVIEW_LABEL, DigestReview, Library
from scripts.model.briefing import Briefing
from scripts.model.parts import CaseReview
from scripts.situations.closeness import Close, Weights, resembling, weights
from scripts.situations.features import Feature, Reading, Situation, read
from scripts.vocabulary import Vocabulary

# The page where one picks features, if there are vocabularies to pick from.
ADDRESS = "similar/"
# Fewer reviews say little about how rare a situation is; pages say so.
YOUNG = 100
# More than this are not compared with one review.
MOST_COMPARED = 200


@dataclass(frozen=True)
class Situations:
    """Those of case reviews, newest digest first, and those of national reviews; only of what still holds."""

    case_reviews: tuple[Situation, ...]
    national_reviews: tuple[Situation, ...]

    @property
    def all(self) -> tuple[Situation, ...]:
        """Case reviews first."""
        return self.case_reviews + self.national_reviews

    @cached_property
    def weights(self) -> Weights:
        """What each feature counts for in this collection."""
        return weights(self.all)

    @cached_property
    def by_address(self) -> Mapping[str, Situation]:
        """The situation that a page tells of."""
        return {situation.address: situation for situation in self.all}

    @cached_property
    def by_feature(self) -> Mapping[Feature, tuple[Situation, ...]]:
        """The situations that have a feature, case reviews first."""
        return grouped((feature, situation) for situation in self.all for feature in situation.features)

    def like(self, situation: Situation) -> tuple[Close, ...]:
        """The case reviews that are closest to a review, never itself.

        Whatever is close shares two features of different groups. The pairs that the fewest reviews have are followed
        first, and no more than a bounded number of reviews is compared, so that the work grows with the collection
        and not with its square. Where the bound is reached, what is left out shares only the commoner pairs.
        """
        candidates = itertools.islice(self._candidates(situation), MOST_COMPARED)
        in_order = sorted(candidates, key=lambda other: self._places[other.address])
        return resembling(situation, in_order, self.weights)

    def _candidates(self, situation: Situation) -> Iterator[Situation]:
        seen = {situation.address}
        for pair in sorted(_pairs(situation), key=lambda pair: len(self._by_pair[pair])):
            for other in self._by_pair[pair]:
                if other.address not in seen:
                    seen.add(other.address)
                    yield other

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {situation.address: place for place, situation in enumerate(self.case_reviews)}

    @cached_property
    def _by_pair(self) -> Mapping[tuple[Feature, Feature], tuple[Situation, ...]]:
        return grouped((pair, situation) for situation in self.case_reviews for pair in _pairs(situation))


def _pairs(situation: Situation) -> list[tuple[Feature, Feature]]:
    """Two features of different groups, in every way."""
    pairs = itertools.combinations(situation.features, 2)
    return [(one, other) for one, other in pairs if one.group is not other.group]


def situations(library: Library) -> Situations:
    """The situations that a library's reviews tell of."""
    vocabulary = library.vocabulary
    if not (vocabulary.harms or vocabulary.circumstances):
        return Situations((), ())
    return Situations(
        tuple(_of_case_review(found, vocabulary) for found in library.case_reviews if found.digest.is_current),
        tuple(_of_national_review(b, vocabulary) for b in library.of_kind("national-reviews") if b.is_current),
    )


def readings(review: CaseReview, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """What a case review tells of. Its recommendations are left out: they speak of services, not of the child."""
    text = "\n\n".join([review.summary, review.background or "", *review.learning, *review.keywords])
    return read(text, review.ages, review.themes, vocabulary)


def _of_case_review(found: DigestReview, vocabulary: Vocabulary) -> Situation:
    about = f"{CASE_REVIEW_LABEL} · {found.digest.front.published.label}"
    return Situation(found.address, found.review.title, about, readings(found.review, vocabulary))


def _of_national_review(briefing: Briefing, vocabulary: Vocabulary) -> Situation:
    front = briefing.front
    about = f"{briefing.kind.label} · {front.published.label}"
    return Situation(
        briefing.address, front.title, about, read(front.summary, front.ages, front.all_themes, vocabulary)
    )
