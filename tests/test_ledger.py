"""What the ledger knows of a question: where its answer stands, how it came there, and whether its day has passed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from scripts.ledger import Ledger, Question, Tally, by_lead, by_origin, by_theme, soonest_first
from scripts.library import Library
from scripts.model.answers import AnswerStatus
from tests.conftest import TODAY, copy_project
from tests.ledgers import LIVELY, asked, library_and_site, step, write
from tests.made_up import publication


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = copy_project(tmp_path_factory.mktemp("ledger") / "project", content=False)
    return library_and_site(write(root, LIVELY))[0]


@pytest.fixture(scope="module")
def ledger(library: Library) -> Ledger:
    return Ledger.of(library)


def named(ledger: Ledger, name: str) -> Question:
    (found,) = [one for one in ledger.questions if one.briefing.id == name]
    return found


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [one.briefing.id for one in questions]


def test_withdrawn_questions_are_known_and_not_asked_and_drafts_are_not_there(ledger: Ledger) -> None:
    every = ["back", "due-today", "late", "silent", "yesterday", "of-a-gone-review", "withdrawn"]
    assert ids(ledger.questions) == every
    assert ids(ledger.current) == every[:-1]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("back", 21),
        ("due-today", 0),
        ("yesterday", 1),
        ("late", 365),
        ("silent", 0),
        ("of-a-gone-review", 0),
        ("withdrawn", 0),
    ],
)
def test_a_day_has_passed_on_the_day_after_it_and_never_for_what_is_no_longer_asked(
    ledger: Ledger, name: str, days: int
) -> None:
    assert named(ledger, name).days_overdue(TODAY) == days
    assert named(ledger, name).is_overdue(TODAY) is (days > 0)


def test_a_history_says_where_it_went_back_and_where_it_stood_on_a_day(ledger: Ledger) -> None:
    back = named(ledger, "back")
    assert [(str(each.before), each.is_back) for each in back.steps] == [
        ("not-started", False),
        ("considering", False),
        ("in-progress", False),
        ("embedded", True),
    ]
    assert back.steps_back == 1
    assert back.last and back.last.update.note == "Made-up reason to look again."
    stood = {date(2025, 5, 31): "not-started", date(2025, 6, 1): "considering", date(2026, 9, 29): "embedded"}
    assert {day: str(back.state_on(day)) for day in stood} == stood
    assert back.state_on(date(2026, 9, 30)) is AnswerStatus.CONSIDERING is back.state


def test_a_question_without_a_history(ledger: Ledger) -> None:
    silent = named(ledger, "silent")
    assert silent.is_unanswered and silent.last is None and silent.lead is None and silent.steps_back == 0


def test_steps_stand_in_the_order_of_their_days_however_the_file_has_them(tmp_path: Path) -> None:
    steps = (step("2026-02-01", "considering", "Second."), step("2025-07-01", "in-progress", "First."))
    text = asked(2, "paper", *steps, status_of_answer="considering")
    root = write(
        copy_project(tmp_path / "project", content=False),
        {"publications/paper": publication(1), "challenges/one": text},
    )
    ((one,),) = [Ledger.of(library_and_site(root)[0]).questions]
    assert [each.update.note for each in one.steps] == ["First.", "Second."]
    assert one.steps_back == 1


def test_groups_hold_every_question_and_keep_the_order_of_their_words(library: Library, ledger: Ledger) -> None:
    leads = {lead.id if lead else None: ids(found) for lead, found in by_lead(ledger.current, library.vocabulary.leads)}
    assert list(leads) == [None, *library.vocabulary.leads]
    assert leads[None] == ["silent", "of-a-gone-review"]
    assert (leads["police"], leads["odd"], leads["education"]) == (["back", "yesterday"], ["due-today", "late"], [])
    themes = {theme.id: ids(found) for theme, found in by_theme(ledger.current, library.vocabulary.themes)}
    assert themes["poverty"] == ["back", "yesterday"]
    assert list(themes) == [theme for theme in library.vocabulary.themes if theme in themes]
    assert set(themes) == {"neglect", "poverty"}


def test_what_questions_arise_from_is_there_once_and_national_reviews_that_hold_without_any(
    library: Library, ledger: Ledger
) -> None:
    assert [(origin.id, ids(found)) for origin, found in by_origin(ledger.current, library)] == [
        ("unasked", []),
        ("first", ["back", "due-today", "late", "silent"]),
        ("gone", ["of-a-gone-review"]),
        ("paper", ["yesterday"]),
    ]


def test_where_all_questions_have_a_lead_nobody_is_no_group(library: Library, ledger: Ledger) -> None:
    led = [one for one in ledger.current if one.lead]
    assert None not in [lead for lead, _ in by_lead(led, library.vocabulary.leads)]


def test_what_is_looked_at_again_soonest_stands_first_and_what_has_no_day_last(ledger: Ledger) -> None:
    names = ["late", "back", "yesterday", "due-today", "of-a-gone-review", "silent"]
    assert ids(soonest_first(ledger.current)) == names


def test_a_tally_counts_each_question_once_among_the_states(ledger: Ledger) -> None:
    tally = Tally.of(ledger.current, TODAY)
    assert tally == Tally(states=(2, 2, 1, 1), overdue=3, unanswered=2, led=4, dated=5)
    assert tally.total == 6
    assert tally.row == (2, 2, 1, 1, 6, 3, 2)
    assert Tally.of(ledger.current, TODAY + timedelta(days=1)).overdue == 4
    assert Tally.of((), TODAY).row == (0,) * 7
