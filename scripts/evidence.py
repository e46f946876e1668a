"""What was asked and done in a period: the stuff of a yearly report and a board paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.activity import Event, Happening, happenings
from scripts.grouping import grouped
from scripts.ledger import STATES, Ledger, Question, Step, Tally, soonest_first
from scripts.library import Library
from scripts.model.answers import AnswerStatus
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.periods import Period, periods

REPORT = "challenges/report"
_ENDS = (Event.WITHDRAWN, Event.SUPERSEDED)

# A question's key, with the day on which it ceased to be asked and why.
Ends = Mapping[str, Happening]


@dataclass(frozen=True)
class Done:
    """An entry of an answer's history, with its question and, where that is no longer asked, how it ended."""

    question: Question
    step: Step
    end: Happening | None


@dataclass(frozen=True)
class Gone:
    """A question that ceased to be asked, and how."""

    question: Question
    end: Happening


@dataclass(frozen=True)
class Row:
    """The questions of one source review: how many of them had come to each state, in the order of STATES."""

    origin: Briefing
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts)

    @property
    def open(self) -> int:
        """How many were not embedded."""
        return self.total - self.counts[STATES.index(AnswerStatus.EMBEDDED)]


@dataclass(frozen=True)
class Evidence:
    """What one period holds, up to its last day or, while it runs, to the day of the build.

    `questions` were still asked at its end: they are the base of every count but those of `done` and `gone`.
    `asked` came up in it, whatever became of them; `done` stands oldest first. `recorded` is the last day on which
    anything known today was written down.
    """

    period: Period
    until: date
    recorded: date
    questions: tuple[Question, ...]
    asked: tuple[Question, ...]
    done: tuple[Done, ...]
    gone: tuple[Gone, ...]
    ends: Ends

    @property
    def key(self) -> str:
        """The name of what is made of it: challenges/report/2026-27."""
        return f"{REPORT}/{self.period}"

    @property
    def address(self) -> str:
        """Its page's address, relative to the site's root."""
        return f"{self.key}/"

    @property
    def title(self) -> str:
        """What lists call it."""
        return self.period.label

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet, so that its counts are those of the day of the build."""
        return self.until < self.period.end

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked, recorded or withdrawn in it."""
        return not (self.asked or self.done or self.gone)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.period.start <= day <= self.until

    def state(self, question: Question) -> AnswerStatus:
        """How far a question's answer had come at its end."""
        return question.state_on(self.until)

    @cached_property
    def new(self) -> tuple[Question, ...]:
        """The questions that came up in it and were still asked at its end."""
        return tuple(one for one in self.questions if self.holds(one.asked))

    @cached_property
    def answered(self) -> tuple[Question, ...]:
        """The questions with an entry in it."""
        return tuple(one for one in self.questions if any(self.holds(step.day) for step in one.steps))

    @cached_property
    def never_answered(self) -> tuple[Question, ...]:
        """The questions without any entry until its end."""
        return tuple(one for one in self.questions if not any(step.day <= self.until for step in one.steps))

    @cached_property
    def tally(self) -> Tally:
        """How many questions have a lead and a day for a next look. No file keeps earlier ones: it is as of today."""
        return Tally.of(self.questions, self.until)

    @cached_property
    def overdue(self) -> tuple[Question, ...] | None:
        """The questions past their day, longest first. None once it has ended: no file says which day was set then."""
        if not self.is_running:
            return None
        return tuple(one for one in soonest_first(self.questions) if one.is_overdue(self.until))

    @cached_property
    def open(self) -> tuple[Question, ...]:
        """The questions whose answer was not embedded at its end."""
        return tuple(one for one in self.questions if self.state(one) is not AnswerStatus.EMBEDDED)

    @cached_property
    def embedded(self) -> tuple[tuple[Question, Step], ...]:
        """The questions whose answer was embedded at its end, each with the entry that last said so anew."""
        held = (one for one in self.questions if self.state(one) is AnswerStatus.EMBEDDED)
        return tuple((one, _embedding(one, self.until)) for one in held)

    @cached_property
    def went_back(self) -> tuple[Done, ...]:
        """The entries by which an answer went back; their notes are the reasons."""
        return tuple(one for one in self.done if one.step.is_back)

    @cached_property
    def moved(self) -> tuple[Done, ...]:
        """The entries by which an answer came further, and not back from there by the end."""
        return tuple(
            one
            for one in self.done
            if STATES.index(one.step.before)
            < STATES.index(one.step.update.status)
            <= STATES.index(self.state(one.question))
        )

    @cached_property
    def without_evidence(self) -> tuple[Done, ...]:
        """The entries that lead to no document."""
        return tuple(one for one in self.done if not one.step.update.evidence)

    @cached_property
    def counts(self) -> tuple[tuple[AnswerStatus, int], ...]:
        """How many questions had come to each state at its end."""
        return tuple(zip(STATES, _counts(map(self.state, self.questions)), strict=True))

    @cached_property
    def by_origin(self) -> tuple[Row, ...]:
        """The questions of each source review; those with most open questions first."""
        states = grouped((one.origin.key, self.state(one)) for one in self.questions)
        origins = {one.origin.key: one.origin for one in self.questions}
        rows = (Row(origins[key], _counts(found)) for key, found in states.items())
        return tuple(sorted(rows, key=lambda row: (-row.open, -row.total)))


def evidences(library: Library, today: date) -> tuple[Evidence, ...]:
    """The evidence of every period from the first question to today, the newest first."""
    questions = tuple(one for one in Ledger.of(library).questions if one.asked <= today)
    if not questions:
        return ()
    ends = {one.briefing.key: one for one in happenings(library) if one.event in _ENDS and one.day <= today}
    last = max(_last_day(one, ends) for one in questions)
    found = periods(min(one.asked for one in questions), today)
    return tuple(_evidence(period, questions, ends, last, today) for period in found)


def day_label(day: date) -> str:
    """A day as people read it."""
    return PartialDate(day.year, day.month, day.day).label


def _evidence(period: Period, questions: tuple[Question, ...], ends: Ends, last: date, today: date) -> Evidence:
    until = min(period.end, today)

    def is_in(day: date) -> bool:
        return period.start <= day <= until

    known = tuple(one for one in questions if one.asked <= until)
    gone = {one.briefing.key for one in known if (end := ends.get(one.briefing.key)) and end.day <= until}
    done = (Done(one, step, ends.get(one.briefing.key)) for one in questions for step in one.steps)
    left = (Gone(one, ends[one.briefing.key]) for one in questions if one.briefing.key in ends)
    return Evidence(
        period=period,
        until=until,
        recorded=max(until, last),
        questions=tuple(one for one in known if one.briefing.key not in gone),
        asked=tuple(one for one in known if is_in(one.asked)),
        done=tuple(sorted((one for one in done if is_in(one.step.day)), key=lambda one: one.step.day)),
        gone=tuple(sorted((one for one in left if is_in(one.end.day)), key=lambda one: one.end.day)),
        ends=ends,
    )


def _last_day(question: Question, ends: Ends) -> date:
    """The last day on which something about a question was written down."""
    end = ends.get(question.briefing.key)
    days = [question.briefing.updated.date(), *(step.day for step in question.steps)]
    return max([*days, end.day] if end else days)


def _embedding(question: Question, until: date) -> Step:
    entries = [step for step in question.steps if step.day <= until]
    return next(
        step
        for step in reversed(entries)
        if step.update.status is AnswerStatus.EMBEDDED and step.before is not AnswerStatus.EMBEDDED
    )


def _counts(states: Iterable[AnswerStatus]) -> tuple[int, ...]:
    listed = list(states)
    return tuple(listed.count(state) for state in STATES)
