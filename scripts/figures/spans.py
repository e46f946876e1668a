"""The days of a period that is given in words: “2020”, “2022–23”, “July 2018 to December 2019”."""

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {name.casefold(): at for names in (month_abbr, month_name) for at, name in enumerate(names) if name}
_MONTHS["sept"] = 9
# Two digits behind a year are taken for another year when it is at most so many years on.
_LONGEST = 50
_YEAR = r"(?<!\d)(?:19|20|21)\d\d(?!\d)"
# A year with or without the last digits of another; or a month, with or without its day and its year.
_POINT = re.compile(
    rf"(?P<year>{_YEAR})(?: ?[-/] ?(?P<to>\d\d)(?!\d))?"
    rf"|(?:(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)? )?\b(?P<month>{'|'.join(_MONTHS)})\b\.?(?: (?P<of>{_YEAR}))?"
)


@dataclass(frozen=True, order=True)
class Span:
    """From the first day to the last. Sorts by the last: where a period began is not always known."""

    last: date
    first: date


@dataclass(frozen=True)
class _Point:
    """A year, a month or a day; whatever is not said of it is 0."""

    year: int
    month: int = 0
    day: int = 0

    def span(self) -> Span:
        """Its days. A day that its month does not have is passed over."""
        days = monthrange(self.year, self.month or 12)[1]
        day = self.day if self.day <= days else 0
        return Span(date(self.year, self.month or 12, day or days), date(self.year, self.month or 1, day or 1))


def span(period: str) -> Span | None:
    """The days that a period covers, as far as it names them; none where it names no year."""
    spans = [point.span() for point in _dated(list(_points(plain(period))))]
    return Span(max(each.last for each in spans), min(each.first for each in spans)) if spans else None


def plain(text: str | None) -> str:
    """A text without what only spelling makes different: capitals, kinds of dash, spaces."""
    return re.sub(r" ?[‐-―−-] ?", "-", " ".join((text or "").casefold().split()))


def _points(text: str) -> Iterator[_Point]:
    for match in _POINT.finditer(text):
        if match["month"]:
            yield _Point(int(match["of"] or 0), _MONTHS[match["month"]], int(match["day"] or 0))
            continue
        year = int(match["year"])
        yield _Point(year)
        if match["to"] and (ahead := (int(match["to"]) - year) % 100) <= _LONGEST:
            yield _Point(year + ahead)


def _dated(points: list[_Point]) -> Iterator[_Point]:
    """A month without a year is one of the year that is named next: “April to June 2021”."""
    year = 0
    for point in reversed(points):
        year = point.year or year
        if year:
            yield _Point(year, point.month, point.day)
