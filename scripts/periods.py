"""The years for which partnerships report: calendar years, and years from April to March."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

# The months in which a year of each kind begins.
JANUARY, APRIL = 1, 4


@dataclass(frozen=True)
class Period:
    """Twelve months, of which `year` is that of the first day."""

    year: int
    first_month: int

    @staticmethod
    def of(day: date, first_month: int) -> "Period":
        """The year of a kind in which a day lies."""
        return Period(day.year if day.month >= first_month else day.year - 1, first_month)

    def __str__(self) -> str:
        """As in addresses and file names: 2026 or 2026-27."""
        return str(self.year) if self.first_month == JANUARY else f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.first_month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.year + 1, self.first_month, 1) - timedelta(days=1)

    @property
    def label(self) -> str:
        """As people read it: January to December 2026 or April 2026 to March 2027."""
        first = format_date(self.start, "MMMM" if self.start.year == self.end.year else "MMMM y", locale="en_GB")
        return f"{first} to {format_date(self.end, 'MMMM y', locale='en_GB')}"


def periods(first: date, last: date) -> tuple[Period, ...]:
    """Every period that has a day from the first to the last, the one that began last first."""
    found = [period for month in (JANUARY, APRIL) for period in _of_kind(first, last, month)]
    return tuple(sorted(found, key=lambda period: period.start, reverse=True))


def _of_kind(first: date, last: date, month: int) -> Iterator[Period]:
    for year in range(Period.of(first, month).year, Period.of(last, month).year + 1):
        yield Period(year, month)
