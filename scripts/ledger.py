"""The challenge ledger: for every question who leads, how far its answer has come, and how it came there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.model.parts import AnswerStatus, Update
from scripts.vocabulary import Term

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

    def is_overdue(self, today: date) -> bool:
        """Whether the day on which its answer was to be looked at again has passed."""
        due = self.front.next_review
        return due is not None and due.start < today

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
