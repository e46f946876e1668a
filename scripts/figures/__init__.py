"""Every figure of the collection with its base, its period and its source; and the series of one measure.

A figure that several briefings quote under one id is one count. Counts are set side by side only where they share
base, period and source.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from scripts.figures.spans import Span, plain, span
from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import NationalReview, Publication
from scripts.model.parts import Figure
from scripts.model.shares import WHOLE, exact_percentage, is_change

# The address of the page that holds them all.
FIGURES = "figures/"
# Fewer shares than this compare with nothing.
FEWEST_BARS = 2
LONGEST_REFERENCE = 80


@dataclass(frozen=True)
class Quote:
    """A figure in the briefing where it stands. Its reference is its id, or made of what it says."""

    briefing: Briefing
    figure: Figure
    reference: str

    @property
    def anchor(self) -> str:
        """Its place on the page of figures."""
        return f"figure-{self.reference}"


@dataclass(frozen=True)
class Count:
    """One count, with every place that quotes it, the newest briefing first."""

    quotes: tuple[Quote, ...]

    @property
    def figure(self) -> Figure:
        """The figure as it stands in the first place."""
        return self.quotes[0].figure

    @property
    def anchor(self) -> str:
        """Its place on the page of figures."""
        return self.quotes[0].anchor

    @property
    def share(self) -> float | None:
        """The number of per cent that can be drawn; none for counts, words, and what is no part of a whole."""
        figure = self.figure
        number = exact_percentage(figure.value, figure.unit)
        is_part = number is not None and number <= WHOLE and not is_change(figure.value, figure.unit, figure.label)
        return number if is_part else None

    @property
    def span(self) -> Span:
        """The days of its period; where none can be read, the day of publication stands for it."""
        day = self.quotes[0].briefing.front.published.start
        return span(self.figure.period or "") or Span(day, day)


@dataclass(frozen=True)
class Group:
    """The counts that share base, period and source, in the order of their files."""

    base: str | None
    period: str | None
    source: str
    counts: tuple[Count, ...]

    @property
    def place(self) -> str | None:
        """The briefing in which all of them stand first; none where there are several."""
        places = {count.quotes[0].briefing.key for count in self.counts}
        return places.pop() if len(places) == 1 else None

    @property
    def bars(self) -> tuple[tuple[Count, float], ...]:
        """The shares that a chart can show side by side, the largest first; none without a base or with one share."""
        shares = [(count, count.share) for count in self.counts if count.share is not None]
        ordered = sorted(shares, key=lambda bar: -bar[1])
        return tuple(ordered) if self.base and len(ordered) >= FEWEST_BARS else ()


class Against(StrEnum):
    """How a base compares with the base before it."""

    FIRST = ""
    SAME = "the same base"
    OTHER_NUMBER = "the same kind of base, another number"
    OTHER = "another base"
    UNKNOWN = "base not given"


@dataclass(frozen=True)
class Series:
    """The counts of one measure, ordered by period, each with how its base compares with the one before."""

    measure: str
    steps: tuple[tuple[Count, Against], ...]

    @property
    def title(self) -> str:
        """The measure's name as people read it."""
        return self.measure.replace("-", " ").capitalize()


def quotes(library: Library) -> tuple[Quote, ...]:
    """Every figure of every briefing that still holds, the newest briefing first, in the order of the files."""
    found = [
        (briefing, figure)
        for briefing in library.briefings
        if briefing.is_current and isinstance(briefing.front, NationalReview | Publication)
        for figure in briefing.front.figures
    ]
    taken = {figure.id for _, figure in found if figure.id}
    return tuple(
        Quote(briefing, figure, figure.id or _reference(briefing, figure, taken)) for briefing, figure in found
    )


def _reference(briefing: Briefing, figure: Figure, taken: set[str]) -> str:
    """A name for a figure without an id, which no other has; it lasts as long as what it says."""
    words = " ".join(filter(None, (briefing.id, figure.label, figure.period))).casefold()
    name = re.sub(r"[^a-z0-9]+", "-", words)[:LONGEST_REFERENCE].strip("-")
    number = 1
    while (unique := f"{name}-{number}" if number > 1 else name) in taken:
        number += 1
    taken.add(unique)
    return unique


def counts(library: Library) -> tuple[Count, ...]:
    """Every count once, in the order of the first place that quotes it."""
    return tuple(map(Count, grouped((quote.reference, quote) for quote in quotes(library)).values()))


def groups(found: Iterable[Count]) -> tuple[Group, ...]:
    """Counts under what they share; newest period first."""
    by_base = grouped(((one.figure.base, one.figure.period, one.figure.source), one) for one in found)
    together = (Group(*key, same) for key, same in by_base.items())
    return tuple(sorted(together, key=lambda group: group.counts[0].span, reverse=True))


def series(found: Iterable[Count]) -> tuple[Series, ...]:
    """Every measure that was counted more than once, by name."""
    by_measure = grouped((measure, count) for count in found if (measure := _measure(count)))
    return tuple(Series(name, tuple(_steps(same))) for name, same in sorted(by_measure.items()) if len(same) > 1)


def _measure(count: Count) -> str | None:
    return next((quote.figure.measure for quote in count.quotes if quote.figure.measure), None)


def _steps(found: Iterable[Count]) -> Iterator[tuple[Count, Against]]:
    ordered = sorted(found, key=lambda count: count.span)
    yield ordered[0], Against.FIRST
    for before, count in pairwise(ordered):
        yield count, _against(before.figure.base, count.figure.base)


def _against(before: str | None, base: str | None) -> Against:
    if before is None or base is None:
        return Against.UNKNOWN
    if plain(before) == plain(base):
        return Against.SAME
    return Against.OTHER_NUMBER if _kind(before) == _kind(base) else Against.OTHER


def _kind(base: str) -> str:
    """Who was counted, without how many: “538 rapid reviews” and “330 rapid reviews” are of one kind."""
    return re.sub(r"^(over |about )?\d[\d,]* ", "", plain(base))
