"""Rules about dates against today."""

from collections.abc import Iterator
from datetime import date

from scripts.load import Collection, LoadedFile
from scripts.model.dates import PartialDate
from scripts.problems import Fault, Level, Problem, Rule
from scripts.yaml_tree import NodePath

IN_THE_FUTURE = Rule(
    "date-in-the-future",
    "What is published, added, changed or withdrawn lies in the past.",
    "Check the year; a typing error here puts a message in the wrong place.",
    Level.WARNING,
)
REVIEW_IS_DUE = Rule(
    "review-is-due",
    "A briefing is looked at again by the day it names.",
    "Read it against what holds now, mend it, and set a new review_by.",
    Level.WARNING,
)


def _past_dates(file: LoadedFile) -> Iterator[tuple[NodePath, date]]:
    if file.briefing is None:
        return
    front = file.briefing.front
    yield ("published",), front.published.start
    yield ("added",), front.added.date()
    for position, change in enumerate(front.changes):
        yield ("changes", position, "date"), change.date.start
    if front.withdrawn_on:
        yield ("withdrawn_on",), front.withdrawn_on.start


def future_dates(collection: Collection, today: date) -> Iterator[Problem]:
    """Nothing that has happened is dated after today."""
    for file in collection.files:
        for path, day in _past_dates(file):
            if day > today:
                yield Fault(IN_THE_FUTURE, "This day has not come yet.").at(file.tree.place(path))


def overdue_reviews(collection: Collection, today: date) -> Iterator[Problem]:
    """No current briefing is past its review date."""
    for file in collection.files:
        if file.briefing is None or not file.briefing.is_current:
            continue
        due: PartialDate | None = file.briefing.front.review_by
        if due and due.start < today:
            yield Fault(REVIEW_IS_DUE, f"It was to be looked at again by {due.label}.").at(
                file.tree.place(("review_by",))
            )
