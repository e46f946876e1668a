"""Dates as a briefing gives them: as exact as its source, never more."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel.dates import format_date

from scripts.problems import Fault, Rule

BAD_DATE = Rule(
    "bad-date",
    "Dates are written year-month-day, as 2024-01-31; where less is known, 2024-01 or 2024 where that is allowed.",
    "Write year-month-day, for example 2024-01-31; under `published` 2024-01 or 2024 will do where no more is known.",
)
BAD_INSTANT = Rule(
    "bad-instant",
    "`added` is a date with time and time zone, as 2026-11-22T09:30:00+00:00.",
    "Write date, T, time and zone, for example 2026-11-22T09:30:00+00:00.",
)

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_INSTANT = re.compile(r"([0-9-]{10})(?:[T ]([0-9:]{5,8}(?:\.[0-9]{1,6})?)(Z|[+-][0-9:]{5})?)?")
# Years outside are typing errors.
_YEARS = range(1900, 2200)
# Other ways to write a date in figures; the first that gives a day is taken to be meant.
_FIGURES = (
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"),
)
_ZONES = "Put +00:00 behind the time, or +01:00 in British Summer Time."
_WORDS = ("%d %B %Y", "%d %b %Y", "%B %Y", "%b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y", "%a %d %b %Y")


class DateError(ValueError):
    """A date that cannot be used; carries the fault to report."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the year, the month (month 0 = unknown) or the day (day 0 = unknown)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def start(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """As in the file: 2024, 2024-01 or 2024-01-31."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def label(self) -> str:
        """As people read it: 2024, January 2024 or 31 January 2024."""
        pattern = "d MMMM y" if self.day else "MMMM y" if self.month else "y"
        return format_date(self.start, pattern, locale="en_GB")


def parse_date(text: str) -> PartialDate:
    """Read YYYY, YYYY-MM or YYYY-MM-DD. Raises DateError with what to write instead."""
    match = _PARTIAL.fullmatch(text.strip())
    if not match:
        raise DateError(_unusable(text.strip()))
    parts = tuple(int(part) for part in match.groups() if part is not None)
    found = PartialDate(*parts)
    try:
        _ = found.start
    except ValueError:
        raise DateError(Fault(BAD_DATE, f"There is no such day or month as “{text.strip()}”.")) from None
    if found.year not in _YEARS or 0 in parts:
        raise DateError(Fault(BAD_DATE, f"“{text.strip()}” is not a date."))
    return found


def parse_month(text: str) -> PartialDate:
    """Read YYYY-MM. Raises DateError with what to write instead."""
    found = parse_date(text)
    if not found.month or found.day:
        raise DateError(Fault(BAD_DATE, "A month is written year-month.", "Write it like 2024-01."))
    return found


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant with time and zone; gives it in UTC. Raises DateError."""
    match = _INSTANT.fullmatch(text.strip())
    if not match:
        raise DateError(Fault(BAD_INSTANT, "This is not a date with time and zone."))
    if not match[2]:
        raise DateError(Fault(BAD_INSTANT, "The time is missing."))
    if not match[3]:
        raise DateError(Fault(BAD_INSTANT, "The time zone is missing.", _ZONES))
    try:
        instant = datetime.fromisoformat(text.strip())
    except ValueError:
        raise DateError(Fault(BAD_INSTANT, "There is no such day or time.")) from None
    if instant.year not in _YEARS:
        raise DateError(Fault(BAD_INSTANT, "This year cannot be right."))
    return instant.astimezone(UTC)


def _unusable(text: str) -> Fault:
    hyphens = re.sub(r"[‐-―−]", "-", text)
    if hyphens != text and _PARTIAL.fullmatch(hyphens):
        return Fault(BAD_DATE, "The dashes in this date are not plain hyphens.", "Type them again as plain hyphens.")
    words = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", text)
    words = " ".join(re.sub(r"[,-]", " ", words).split())
    for pattern in _WORDS:
        try:
            meant = datetime.strptime(words, pattern).strftime("%Y-%m-%d" if "%d" in pattern else "%Y-%m")
        except ValueError:
            continue
        return Fault(BAD_DATE, "This date is written in words.", f"Write {meant}.")
    if re.fullmatch(r"[0-9-]{10}[T ][0-9:.+Z-]+", text):
        return Fault(BAD_DATE, "This has a time; only the day is wanted.", f"Write {text[:10]}.")
    if re.fullmatch(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}", text):
        return Fault(BAD_DATE, "This date has no year of four digits.")
    matches = [match for pattern in _FIGURES if (match := pattern.fullmatch(text))]
    for match in matches:
        try:
            meant = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
        except ValueError:
            continue
        return Fault(BAD_DATE, f"“{text}” is not written year-month-day.", f"If {meant} is meant, write that.")
    return Fault(BAD_DATE, f"There is no such day as “{text}”." if matches else "This is not a date.")
