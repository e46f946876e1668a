"""The rules that look at whole files, or at one file beside the others. Each is a small generator of problems."""

from collections.abc import Callable, Iterator
from datetime import date

from scripts.load import Collection
from scripts.problems import Problem
from scripts.rules.answers import days_of_answers, next_reviews, states_of_answers
from scripts.rules.body import body_problems
from scripts.rules.collection import added_twice, leads_to_draft, month_is_name, review_ids, successors
from scripts.rules.dates import future_dates, overdue_reviews
from scripts.rules.figures import figure_ids, figure_texts, measures, percentages_in_range
from scripts.rules.figures_history import changed_figures
from scripts.rules.history import changed_histories
from scripts.rules.reading_times import reading_times
from scripts.rules.recommendations import own_recommendations
from scripts.rules.updates import empty_quarters, quarter_is_name

Check = Callable[[Collection, date], Iterator[Problem]]
Comparison = Callable[[Collection, Collection], Iterator[Problem]]

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
    own_recommendations,
    quarter_is_name,
    empty_quarters,
    days_of_answers,
    states_of_answers,
    next_reviews,
    figure_ids,
    measures,
    figure_texts,
    percentages_in_range,
)

COMPARISONS: tuple[Comparison, ...] = (changed_histories, changed_figures)


def check(collection: Collection, today: date) -> tuple[Problem, ...]:
    """Every problem of every file, sorted by file and line; those found while loading included."""
    found = [problem for rule in CHECKS for problem in rule(collection, today)]
    return tuple(sorted({*collection.problems, *found}))


def check_against(before: Collection, after: Collection) -> tuple[Problem, ...]:
    """What an earlier state of the collection forbids: nothing that was said is taken back in silence."""
    return tuple(sorted({problem for compare in COMPARISONS for problem in compare(before, after)}))
