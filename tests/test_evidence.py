"""The evidence of a period holds what the files say, to the day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence import Evidence, evidences
from scripts.periods import APRIL, JANUARY, Period, periods
from tests.conftest import TODAY, copy_project
from tests.ledgers import library_and_site, step, write
from tests.made_up import briefing
from tests.reporting import FILES, PERIODS, asked, count, periods_of, scattered


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(copy_project(tmp_path_factory.mktemp("evidence") / "project", content=False), FILES)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(copy_project(tmp_path_factory.mktemp("many") / "project", content=False), scattered(80))


def test_a_period_begins_and_ends_on_the_day() -> None:
    for day in (date(2026, 1, 1), date(2026, 12, 31)):
        assert Period.of(day, JANUARY) == Period(2026, JANUARY)
    assert Period.of(date(2026, 3, 31), APRIL) == Period(2025, APRIL)
    assert Period.of(date(2026, 4, 1), APRIL) == Period(2026, APRIL)
    assert (Period(2023, APRIL).start, Period(2023, APRIL).end) == (date(2023, 4, 1), date(2024, 3, 31))
    assert (Period(2024, JANUARY).start, Period(2024, JANUARY).end) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_period_has_a_name_and_words() -> None:
    assert [str(Period(2099, month)) for month in (JANUARY, APRIL)] == ["2099", "2099-00"]
    assert Period(2026, JANUARY).label == "January to December 2026"
    assert Period(2026, APRIL).label == "April 2026 to March 2027"


def test_the_periods_reach_from_the_first_day_to_the_last() -> None:
    assert [str(one) for one in periods(date(2025, 3, 31), date(2026, 4, 1))] == [
        *("2026-27", "2026", "2025-26", "2025", "2024-25")
    ]
    assert [str(one) for one in periods(TODAY, TODAY)] == ["2026-27", "2026"]


def test_there_is_evidence_of_every_period_since_the_first_question(root: Path) -> None:
    assert tuple(periods_of(root)) == PERIODS


@pytest.mark.parametrize("made", ["root", "many"])
def test_every_number_equals_an_independent_count(made: str, request: pytest.FixtureRequest) -> None:
    project: Path = request.getfixturevalue(made)
    found = periods_of(project)
    for name, one in found.items():
        counted = count(project, name)
        ids = {question.briefing.id for question in one.questions}
        assert ids == counted.asked_still, name
        assert {question.briefing.id for question in one.new} == counted.asked_newly, name
        assert {question.briefing.id for question in one.answered} == counted.answered, name
        assert {question.briefing.id for question in one.never_answered} == counted.never, name
        assert {question.briefing.id: one.state(question) for question in one.questions} == counted.states, name
        states = list(counted.states.values())
        assert {str(state): number for state, number in one.counts if number} == {s: states.count(s) for s in states}
        assert len(one.open) + len(one.embedded) == len(ids), name
        assert sum(row.total for row in one.by_origin) == len(ids), name
        assert sum(row.open for row in one.by_origin) == len(one.open), name
        assert len(one.done) == counted.entries, name
        assert len(one.went_back) == counted.back, name
        assert {each.question.briefing.id for each in one.gone} == counted.gone, name
    assert sum(one.is_empty for one in found.values()) == 0


def test_each_day_is_told_once_by_each_kind_of_year(many: Path) -> None:
    found = periods_of(many).values()
    for month in (JANUARY, APRIL):
        years = [one for one in found if one.period.first_month == month]
        told = [(done.question.briefing.id, done.step.day, done.step.update.note) for one in years for done in one.done]
        assert len(told) == len(set(told)) > 100
        opened = [question.briefing.id for one in years for question in one.asked]
        assert sorted(opened) == sorted(path.stem for path in (many / "briefings/challenges").glob("q*.md"))


def days(root: Path, period: str) -> list[tuple[str, str]]:
    return [(done.question.front.title, str(done.step.update.date)) for done in periods_of(root)[period].done]


def test_an_entry_counts_on_its_own_day(root: Path) -> None:
    assert days(root, "2024-25") == [("Safer sleep", "2025-03-31")]
    assert days(root, "2025-26") == [
        ("Safer sleep", "2025-04-01"),
        ("Cars", "2025-04-01"),
        ("Gone question", "2025-06-01"),
        ("Safer sleep", "2025-12-31"),
        ("Safer sleep", "2026-01-01"),
    ]
    assert days(root, "2026") == [("Safer sleep", "2026-01-01")]
    assert days(root, "2026-27") == []


def test_a_question_counts_from_the_first_day_on_which_it_can_have_been_asked(root: Path) -> None:
    found = periods_of(root)

    def titles(period: str) -> list[str]:
        return [question.front.title for question in found[period].asked]

    assert titles("2024") == ["Safer sleep"]
    assert titles("2024-25") == ["Safer sleep", "Cars", "Old question", "Gone question"]
    assert titles("2025-26") == ["Fathers"]
    assert titles("2026-27") == ["Newest question"]


def test_what_went_back_is_no_longer_embedded_and_was_while_it_held(root: Path) -> None:
    found = periods_of(root)
    assert [(one.front.title, step.day) for one, step in found["2025"].embedded] == [
        ("Safer sleep", date(2025, 12, 31)),
        ("Cars", date(2025, 4, 1)),
    ]
    assert [one.front.title for one, _ in found["2026"].embedded] == ["Cars"]
    assert [done.step.update.note.split("\n")[0] for done in found["2026"].went_back] == ["It held for a year."]


def test_what_moved_and_went_back_within_the_period_did_not_move(root: Path) -> None:
    def moved(period: str) -> list[tuple[str, date]]:
        return [(done.question.front.title, done.step.day) for done in periods_of(root)[period].moved]

    assert moved("2025") == [
        ("Safer sleep", date(2025, 3, 31)),
        ("Safer sleep", date(2025, 4, 1)),
        ("Cars", date(2025, 4, 1)),
        ("Gone question", date(2025, 6, 1)),
        ("Safer sleep", date(2025, 12, 31)),
    ]
    # Embedded on the last day of the year, and no longer on the next.
    assert ("Safer sleep", date(2025, 12, 31)) not in moved("2025-26")
    assert ("Safer sleep", date(2025, 4, 1)) in moved("2025-26")


def test_what_ended_counts_until_the_day_before(root: Path) -> None:
    found = periods_of(root)
    assert [(gone.question.front.title, gone.end.day) for gone in found["2025-26"].gone] == [
        ("Old question", date(2025, 6, 1)),
        ("Gone question", date(2026, 3, 31)),
    ]
    assert "Gone question" in {question.front.title for question in found["2025"].questions}
    assert "Gone question" not in {question.front.title for question in found["2025-26"].questions}


def test_what_is_past_its_day_is_known_of_today_alone(root: Path) -> None:
    found = periods_of(root)
    for name in ("2026", "2026-27"):
        assert found[name].is_running
        assert [question.front.title for question in found[name].overdue or ()] == ["Safer sleep"], name
    assert found["2025"].overdue is None
    assert found["2025-26"].until == date(2026, 3, 31)


def test_a_year_in_which_nothing_happened_is_there_and_empty(tmp_path: Path) -> None:
    files = {
        "national-reviews/first": briefing(1),
        "challenges/one": asked(2, "first", published="2023-05"),
    }
    found = periods_of(write(copy_project(tmp_path / "project", content=False), files))
    assert len(found) == 8
    assert [name for name, one in found.items() if not one.is_empty] == ["2023-24", "2023"]
    assert all(len(one.questions) == 1 for one in found.values())


def test_without_a_question_there_is_no_period(tmp_path: Path) -> None:
    assert periods_of(write(copy_project(tmp_path / "project", content=False), {})) == {}


def told(folder: Path, files: dict[str, str], today: date = TODAY) -> dict[str, Evidence]:
    """The evidence of some questions on a day, by period."""
    everything = {"national-reviews/first": briefing(1)} | files
    library, _ = library_and_site(write(copy_project(folder / "project", content=False), everything))
    return {str(one.period): one for one in evidences(library, today)}


def test_what_is_embedded_dates_from_the_entry_that_said_so_anew(tmp_path: Path) -> None:
    days = ("2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01", "2025-06-01")
    states = ("embedded", "considering", "embedded", "embedded", "embedded")
    steps = (step(day, state) for day, state in zip(days, states, strict=True))
    found = told(tmp_path, {"challenges/one": asked(2, "first", *steps, published="2025-01")})
    assert [entry.day for _, entry in found["2025"].embedded] == [date(2025, 4, 1)]


def test_the_review_with_most_open_questions_stands_first_then_the_one_with_most(tmp_path: Path) -> None:
    done = [step("2025-05-01", "embedded")]
    asking: list[tuple[str, list[dict[str, Any]]]] = [("few", []), ("open", []), ("open", []), ("many", [])]
    asking += [("many", done), *[("done", done)] * 4]
    files = {f"national-reviews/{name}": briefing(2 + at) for at, name in enumerate(("few", "open", "done", "many"))}
    files |= {f"challenges/q{at}": asked(10 + at, origin, *steps) for at, (origin, steps) in enumerate(asking)}
    rows = told(tmp_path, files)["2025"].by_origin
    assert [(row.origin.id, row.open, row.total) for row in rows] == [
        *(("open", 2, 2), ("many", 1, 2), ("few", 1, 1), ("done", 0, 4))
    ]


def test_a_question_of_a_day_to_come_is_not_asked_yet(tmp_path: Path) -> None:
    files = {"challenges/one": asked(2, "first", published="2026-10-01")}
    assert told(tmp_path, files, date(2026, 9, 30)) == {}


def test_a_question_that_will_be_withdrawn_is_still_asked(tmp_path: Path) -> None:
    ends = {"status": "withdrawn", "withdrawn_on": "2026-11-01", "reason": "Made up."}
    files = {"challenges/one": asked(2, "first", step("2026-05-01", "embedded"), published="2026-05", **ends)}
    found = told(tmp_path, files, date(2026, 10, 31))["2026"]
    assert len(found.questions) == 1
    assert [done.end for done in found.done] == [None]


def test_a_past_period_is_as_new_as_what_was_last_recorded(tmp_path: Path) -> None:
    steps = (step("2025-05-01", "considering"), step("2026-09-30", "embedded"))
    found = told(tmp_path, {"challenges/one": asked(2, "first", *steps, published="2025-05")})
    last = date(2026, 9, 30)
    assert {name: one.recorded for name, one in found.items()} == {
        **{"2025": last, "2025-26": last},
        **{"2026": TODAY, "2026-27": TODAY},
    }
