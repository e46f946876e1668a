"""What happened on this site, day by day: the stuff of news, cascades and calls for training."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.quarters import Quarter


class Event(StrEnum):
    """What can happen to a briefing."""

    ADDED = "added"
    CHANGED = "changed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class Happening:
    """One event of one briefing, with its note where there is one. Days are UTC, as the feeds' are."""

    day: date
    event: Event
    briefing: Briefing
    note: str = ""


def happenings(library: Library) -> tuple[Happening, ...]:
    """Everything that happened, newest first; on one day what was added last comes first."""
    found = [happening for briefing in library.briefings for happening in _of(briefing, library)]
    return tuple(sorted(found, key=lambda one: (one.day, one.briefing.front.added), reverse=True))


def by_quarter(library: Library) -> Mapping[Quarter, tuple[Happening, ...]]:
    """What happened in each quarter, the newest quarter first; quarters in which nothing happened are not there."""
    return grouped((Quarter.of(happening.day), happening) for happening in happenings(library))


def _of(briefing: Briefing, library: Library) -> Iterator[Happening]:
    front = briefing.front
    yield Happening(front.added.date(), Event.ADDED, briefing)
    for change in front.changes:
        yield Happening(change.date.start, Event.CHANGED, briefing, change.note)
    if isinstance(front, Challenge):
        for update in front.updates:
            yield Happening(update.date.start, Event.ANSWERED, briefing, update.note)
    if front.withdrawn_on:
        yield Happening(front.withdrawn_on.start, Event.WITHDRAWN, briefing, front.reason or "")
    if successor := library.by_key.get(front.superseded_by or ""):
        # No file says on which day; what takes its place was there from then on at the earliest.
        day = max(front.added, successor.front.added).date()
        yield Happening(day, Event.SUPERSEDED, briefing, successor.title)
