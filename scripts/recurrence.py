"""How often each theme is named in reviews, year by year, and which themes appear together.

Counted is every national review and every case review that still holds, once, under the year that it gives itself.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS, Entry, Library
from scripts.vocabulary import Term

NATIONAL_REVIEWS = "national-reviews"
# Of fewer than this, one review more or less moves a share by over three in a hundred: too much to compare by.
FEW = 30
# Two themes in one review may be chance; so often at least they are worth a line.
LEAST_TOGETHER = 2


@dataclass(frozen=True)
class Review:
    """A review and the year that it counts for."""

    entry: Entry
    year: int

    @property
    def is_national(self) -> bool:
        """Whether it is a national review; else it is a case review."""
        return self.entry.folder == NATIONAL_REVIEWS


@dataclass(frozen=True)
class Count:
    """How many reviews name a theme, and which, the newest first.

    They are so many `of` what is said by `among`: a kind of review in the singular, or a year.
    """

    among: str
    named: tuple[Review, ...]
    of: int

    @property
    def is_few(self) -> bool:
        """Whether there are reviews, but so few that their number says little."""
        return 0 < self.of < FEW


@dataclass(frozen=True)
class Recurrence:
    """How often a theme is named: in all reviews, by kind, by year; and the themes named with it, the commonest first.

    A run of years without any review is one entry of `years`, of none.
    """

    theme: Term
    all: Count
    kinds: tuple[Count, ...]
    years: tuple[Count, ...]
    together: tuple[tuple[Term, tuple[Review, ...]], ...]


@dataclass(frozen=True)
class Pair:
    """Two themes that several reviews name together, and which, the newest first."""

    themes: tuple[Term, Term]
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class Recurrences:
    """All reviews that are counted, newest first, and what they name."""

    reviews: tuple[Review, ...]
    themes: tuple[Term, ...]

    @property
    def since(self) -> int:
        """The earliest review's year; there has to be one."""
        return self.reviews[-1].year

    @property
    def until(self) -> int:
        """The latest review's year; there has to be one."""
        return self.reviews[0].year

    @cached_property
    def nationals(self) -> int:
        """How many are national reviews; the others are case reviews."""
        return sum(review.is_national for review in self.reviews)

    @property
    def gaps(self) -> tuple[str, ...]:
        """The years and runs of years of which there is no review."""
        return tuple(_label(*span) for span in self._spans if span[0] not in self._sizes)

    @cached_property
    def by_theme(self) -> tuple[Recurrence, ...]:
        """Every theme of the vocabulary in its order, named or not."""
        return tuple(map(self._recurrence, self.themes))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Themes that appear together, the most frequent pair first, then in the vocabulary's order."""
        place = {theme.id: number for number, theme in enumerate(self.themes)}
        found = grouped(
            (pair, review)
            for review in self.reviews
            for pair in combinations(sorted(place[theme] for theme in review.entry.themes), 2)
        )
        often = sorted((-len(both), pair) for pair, both in found.items() if len(both) >= LEAST_TOGETHER)
        return tuple(Pair((self.themes[pair[0]], self.themes[pair[1]]), found[pair]) for _, pair in often)

    def _recurrence(self, theme: Term) -> Recurrence:
        named = self._naming.get(theme.id, ())
        by_year = grouped((review.year, review) for review in named)
        national, case = (tuple(review for review in named if review.is_national is one) for one in (True, False))
        return Recurrence(
            theme,
            Count("review", named, len(self.reviews)),
            (
                Count("national review", national, self.nationals),
                Count("case review", case, len(self.reviews) - self.nationals),
            ),
            tuple(Count(_label(*span), by_year.get(span[0], ()), self._sizes[span[0]]) for span in self._spans),
            self._together.get(theme.id, ()),
        )

    @cached_property
    def _naming(self) -> Mapping[str, tuple[Review, ...]]:
        return grouped((theme, review) for review in self.reviews for theme in review.entry.themes)

    @cached_property
    def _sizes(self) -> Counter[int]:
        return Counter(review.year for review in self.reviews)

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """First and last of each year with reviews and of each run of years without, oldest first."""
        years = sorted(self._sizes)
        gaps = [(before + 1, after - 1) for before, after in pairwise(years) if after > before + 1]
        return tuple(sorted([*((year, year) for year in years), *gaps]))

    @cached_property
    def _together(self) -> Mapping[str, tuple[tuple[Term, tuple[Review, ...]], ...]]:
        return grouped(
            (one.id, (other, pair.reviews)) for pair in self.pairs for one, other in (pair.themes, pair.themes[::-1])
        )


def recurrences(library: Library) -> Recurrences:
    """The reviews of a library that still hold, counted."""
    counted = tuple(review for review in all_reviews(library) if review.entry.is_current)
    return Recurrences(counted, tuple(library.vocabulary.themes.values()))


def all_reviews(library: Library) -> tuple[Review, ...]:
    """Every review, newest first; with those that no longer hold, which are not counted."""
    own = {found.address: found.year for found in library.case_reviews}
    found = (
        Review(entry, own.get(entry.address, entry.date.year))
        for entry in library.entries
        if entry.folder in (NATIONAL_REVIEWS, CASE_REVIEWS)
    )
    return tuple(sorted(found, key=lambda review: -review.year))


def _label(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
