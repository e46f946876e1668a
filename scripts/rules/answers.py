"""Rules about answers to challenge questions: a history in order, and the state that its newest entry gives."""

from collections.abc import Iterator
from datetime import date

from scripts.ledger import history
from scripts.load import Collection, LoadedFile
from scripts.model.answers import AnswerStatus
from scripts.model.kinds import Challenge
from scripts.problems import Fault, Level, Problem, Rule

BEFORE_QUESTION = Rule(
    "answer-before-question",
    "No entry of an answer is older than its question.",
    "Check the year of both: the entry's `date` and the question's `published`.",
)
ANSWER_IN_THE_FUTURE = Rule(
    "answer-in-the-future",
    "An entry of an answer says what was found or done, so its day has come.",
    "Check the year. What is planned belongs in the note, and its day under next_review.",
)
STATE_WITHOUT_NOTE = Rule(
    "state-without-note",
    "An answer that was begun says how: each state is reached by an entry with a note.",
    "Add an entry under `updates` with date, status and note, or write  status_of_answer: not-started",
)
STATE_IS_LATEST = Rule(
    "state-is-latest",
    "`status_of_answer` is the state of the newest entry under `updates`.",
    "Make the two agree. Where the answer went on, or back, add an entry that says why; never change a past one.",
)
REVIEW_BEFORE_ANSWER = Rule(
    "review-before-answer",
    "The next review of an answer comes after its newest entry.",
    "Set next_review to the day on which the answer is looked at again.",
    Level.WARNING,
)


def _questions(collection: Collection) -> Iterator[tuple[LoadedFile, Challenge]]:
    for file in collection.files:
        if file.briefing and isinstance(file.briefing.front, Challenge):
            yield file, file.briefing.front


def days_of_answers(collection: Collection, today: date) -> Iterator[Problem]:
    """Every entry lies between its question and today."""
    for file, front in _questions(collection):
        for position, update in enumerate(front.updates):
            place = file.tree.place(("updates", position, "date"))
            if update.date.start > today:
                yield Fault(ANSWER_IN_THE_FUTURE, "This day has not come yet.").at(place)
            elif update.date.start < front.published.start:
                message = f"This day is before the question was asked ({front.published.label})."
                yield Fault(BEFORE_QUESTION, message).at(place)


def states_of_answers(collection: Collection, _: date) -> Iterator[Problem]:
    """The state that a question says is the one that its history gives."""
    for file, front in _questions(collection):
        steps, place = history(front), file.tree.place(("status_of_answer",))
        state = front.status_of_answer
        if not steps and state is not AnswerStatus.NOT_STARTED:
            message = f"The answer is said to be “{state}”, and nothing says how it came there."
            yield Fault(STATE_WITHOUT_NOTE, message).at(place)
        elif steps and state is not steps[-1].update.status:
            newest = steps[-1].update
            message = f"This says “{state}”; the newest entry, of {newest.date.label}, says “{newest.status}”."
            yield Fault(STATE_IS_LATEST, message).at(place)


def next_reviews(collection: Collection, _: date) -> Iterator[Problem]:
    """An answer is looked at again after it was given."""
    for file, front in _questions(collection):
        days = [update.date for update in front.updates]
        is_asked = file.briefing is not None and file.briefing.is_current
        if is_asked and front.next_review and days and front.next_review <= max(days):
            message = f"This day is not after the newest entry, of {max(days).label}."
            yield Fault(REVIEW_BEFORE_ANSWER, message).at(file.tree.place(("next_review",)))
