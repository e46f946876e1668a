"""The challenge ledger: for every question who leads, how far its answer has come, and how it came there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.answers import AnswerStatus, Update
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.vocabulary import Term, Terms

# How far an answer has come, the least far first.
STATES = tuple(AnswerStatus)


@dataclass(frozen=True)
class Step:
    """An entry of an answer's history, with the state that it found."""

    update: Update
    before: AnswerStatus

    @property
    def day(self) -> date:
        """The day of the entry."""
        return self.update.date.start

    @property
    def is_back(self) -> bool:
        """Whether the answer went back, for the reason that the entry's note gives."""
        return STATES.index(self.update.status) < STATES.index(self.before)


@dataclass(frozen=True)
class Question:
    """A challenge question with what it arises from and who leads; `steps` stand oldest first."""

    briefing: Briefing
    front: Challenge
    origin: Briefing
    lead: Term | None
    steps: tuple[Step, ...]

    @property
    def asked(self) -> date:
        """The first day on which it can have been asked."""
        return self.front.published.start

    @property
    def state(self) -> AnswerStatus:
        """How far its answer has come. The rule `state-is-latest` holds it to the last step's."""
        return self.front.status_of_answer

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing was ever said to it."""
        return not self.steps

    @property
    def last(self) -> Step | None:
        """The newest entry of its history."""
        return self.steps[-1] if self.steps else None

    @property
    def steps_back(self) -> int:
        """How many times its answer went back."""
        return sum(step.is_back for step in self.steps)

    def is_overdue(self, today: date) -> bool:
        """Whether the day on which its answer was to be looked at again has passed; never of one no longer asked."""
        return self.days_overdue(today) > 0

    def days_overdue(self, today: date) -> int:
        """How many days have passed since that day; 0 where none has."""
        due = self.front.next_review
        return max(0, (today - due.start).days) if due and self.briefing.is_current else 0

    def state_on(self, day: date) -> AnswerStatus:
        """How far its answer had come at the end of a day."""
        until = [step.update.status for step in self.steps if step.day <= day]
        return until[-1] if until else AnswerStatus.NOT_STARTED


def history(front: Challenge) -> tuple[Step, ...]:
    """The entries in the order of their days; those of one day as they stand in the file."""
    updates = sorted(front.updates, key=lambda update: update.date)
    states = (AnswerStatus.NOT_STARTED, *(update.status for update in updates))
    return tuple(Step(update, before) for update, before in zip(updates, states, strict=False))


def question(briefing: Briefing, library: Library) -> Question | None:
    """A challenge question as the ledger knows it; None where the briefing is something else."""
    front = briefing.front
    if not isinstance(front, Challenge):
        return None
    lead = library.vocabulary.leads[front.lead] if front.lead else None
    return Question(briefing, front, library.by_key[front.arises_from], lead, history(front))


@dataclass(frozen=True)
class Ledger:
    """Every question, withdrawn ones included, in the order of asking; those asked at once in the order of adding."""

    questions: tuple[Question, ...]

    @staticmethod
    def of(library: Library) -> "Ledger":
        """The ledger of a library."""
        found = (question(briefing, library) for briefing in library.of_kind("challenges"))
        known = (one for one in found if one is not None)
        return Ledger(tuple(sorted(known, key=lambda one: (one.front.published, one.front.added))))

    @cached_property
    def current(self) -> tuple[Question, ...]:
        """The questions that are still asked."""
        return tuple(one for one in self.questions if one.briefing.is_current)


def by_state(questions: Iterable[Question]) -> tuple[tuple[AnswerStatus, tuple[Question, ...]], ...]:
    """The questions of each state, the least far first; states that no question has included."""
    listed = tuple(questions)
    return tuple((state, tuple(one for one in listed if one.state is state)) for state in STATES)


def by_lead(questions: Iterable[Question], leads: Terms) -> tuple[tuple[Term | None, tuple[Question, ...]], ...]:
    """The questions that nobody leads, if there are any, then those of each lead, in the vocabulary's order."""
    found = grouped((one.front.lead, one) for one in questions)
    nobody = ((None, found[None]),) if None in found else ()
    return (*nobody, *((lead, found.get(lead.id, ())) for lead in leads.values()))


def by_theme(questions: Iterable[Question], themes: Terms) -> tuple[tuple[Term, tuple[Question, ...]], ...]:
    """The questions on each theme that has any, in the vocabulary's order; one stands under each of its themes."""
    found = grouped((theme, one) for one in questions for theme in one.front.themes)
    return tuple((theme, found[theme.id]) for theme in themes.values() if theme.id in found)


def by_origin(questions: Iterable[Question], library: Library) -> tuple[tuple[Briefing, tuple[Question, ...]], ...]:
    """What the questions arise from with its questions, newest first; national reviews that hold without any, too."""
    found = grouped((one.origin.key, one) for one in questions)
    reviews = (one for one in library.of_kind("national-reviews") if one.is_current or one.key in found)
    publications = (one for one in library.of_kind("publications") if one.key in found)
    return tuple((origin, found.get(origin.key, ())) for origin in (*reviews, *publications))


def soonest_first(questions: Iterable[Question]) -> tuple[Question, ...]:
    """In the order of the days on which they are looked at again; those without such a day last."""
    return tuple(sorted(questions, key=lambda one: one.front.next_review.start if one.front.next_review else date.max))


@dataclass(frozen=True)
class Tally:
    """How many questions there are; `states` counts them in the order of STATES, the others count some of them again.

    `led` have a lead, `dated` a day on which they are looked at again.
    """

    states: tuple[int, ...]
    overdue: int
    unanswered: int
    led: int
    dated: int

    @staticmethod
    def of(questions: Iterable[Question], today: date) -> "Tally":
        """The tally of some questions on a day."""
        listed = tuple(questions)
        return Tally(
            states=tuple(len(found) for _, found in by_state(listed)),
            overdue=sum(one.is_overdue(today) for one in listed),
            unanswered=sum(one.is_unanswered for one in listed),
            led=sum(one.lead is not None for one in listed),
            dated=sum(one.front.next_review is not None for one in listed),
        )

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.states)

    @property
    def row(self) -> tuple[int, ...]:
        """Its numbers in a table: each state, all, overdue, never answered."""
        return (*self.states, self.total, self.overdue, self.unanswered)
