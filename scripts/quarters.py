"""Calendar quarters, in which partnerships report and send their News Updates."""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a calendar year; the first is January to March."""

    year: int
    number: int

    @staticmethod
    def of(day: date) -> "Quarter":
        """The quarter in which a day lies."""
        return Quarter(day.year, (day.month + 2) // 3)

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
