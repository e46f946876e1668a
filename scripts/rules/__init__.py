"""The rules that look at whole files, or at one file beside the others. Each is a small generator of problems."""

from collections.abc import Callable, Iterator
from datetime import date

from scripts.load import Collection
from scripts.problems import Problem
from scripts.rules.body import body_problems
from scripts.rules.collection import added_twice, leads_to_draft, month_is_name, review_ids, successors
from scripts.rules.dates import future_dates, overdue_reviews
from scripts.rules.reading_times import reading_times
from scripts.rules.updates import empty_quarters, quarter_is_name

Check = Callable[[Collection, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    added_twice,
    month_is_name,
    review_ids,
    successors,
    leads_to_draft,
    future_dates,
    overdue_reviews,
    body_problems,
    reading_times,
    quarter_is_name,
    empty_quarters,
)


def check(collection: Collection, today: date) -> tuple[Problem, ...]:
    """Every problem of every file, sorted by file and line; those found while loading included."""
    found = [problem for rule in CHECKS for problem in rule(collection, today)]
    return tuple(sorted({*collection.problems, *found}))
