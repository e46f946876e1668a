"""Calendar quarters, in which partnerships report and send their News Updates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

# Years outside are typing errors.
_YEAR = "(?P<year>(?:19|20|21)[0-9]{2})"
_NAME = f"{_YEAR}-q(?P<number>[1-4])"
# Other ways to write a quarter.
_MEANT = (rf"{_YEAR}\W*(?:q|quarter)?\W*(?P<number>[1-4])", rf"(?:q|quarter)\W*(?P<number>[1-4])\W*{_YEAR}")


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a calendar year; the first is January to March."""

    year: int
    number: int

    @staticmethod
    def of(day: date) -> "Quarter":
        """The quarter in which a day lies."""
        return Quarter(day.year, (day.month + 2) // 3)

    @staticmethod
    def named(name: str) -> "Quarter | None":
        """The quarter of a name as in addresses and file names, if it is one."""
        return _quarter(re.fullmatch(_NAME, name))

    @staticmethod
    def meant(text: str) -> "Quarter | None":
        """The quarter that somebody writes in another way, such as Q4 2026."""
        return next((_quarter(found) for way in _MEANT if (found := re.fullmatch(way, text, re.IGNORECASE))), None)

    def __str__(self) -> str:
        """As in addresses and file names: 2026-q4."""
        return f"{self.year}-q{self.number}"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def next(self) -> "Quarter":
        """The one after it."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)  # noqa: PLR2004  a year's quarters

    @property
    def end(self) -> date:
        """Its last day."""
        return self.next.start - timedelta(days=1)

    @property
    def label(self) -> str:
        """As people read it: October to December 2026."""
        first, last = (format_date(day, "MMMM", locale="en_GB") for day in (self.start, self.end))
        return f"{first} to {last} {self.year}"


def _quarter(match: re.Match[str] | None) -> Quarter | None:
    return Quarter(int(match["year"]), int(match["number"])) if match else None
