"""`briefings answer`: one entry more in a question's file, or a word about what keeps it from being written."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.cli import main
from tests.conftest import MakeProject
from tests.made_up import briefing, publication
from tests.running import briefings, snapshot

ONE = "briefings/challenges/do-we-see-fathers.md"
SAID = ("--status", "In progress", "--note", "A first look: “two” of #three teams.", "--date", "2025-04-01")


def question(number: int, **fields: object) -> str:
    own: dict[str, object] = {"question": "Do we?", "arises_from": "annual-report", "status_of_answer": "not-started"}
    return briefing(number, "Made-up text.", **(own | fields))


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    return make_project(
        {
            "briefings/publications/annual-report.md": publication(0),
            "briefings/publications/other-report.md": publication(1),
            ONE: question(2),
            "briefings/challenges/do-we-see-babies.md": question(3),
            "briefings/challenges/gone.md": question(
                4, status="withdrawn", withdrawn_on="2025-03-02", reason="Made up."
            ),
        }
    )


def answer(root: Path, name: str = "do-we-see-fathers", *more: str, said: tuple[str, ...] = SAID) -> Result:
    return CliRunner().invoke(main, ["answer", name, *said, *more, "--root", str(root)])


def test_the_file_is_changed_in_place_and_what_was_written_is_told(root: Path) -> None:
    before = (root / ONE).read_text("utf-8")
    (root / ONE).chmod(0o640)
    result = answer(
        root, "do-we-see-fathers", "--evidence", "https://www.example.org/audit", "--next-review", "2025-09-30"
    )
    assert result.exit_code == 0, result.output
    new = (
        "updates:\n  - date: 2025-04-01\n    status: in-progress\n"
        '    note: "A first look: “two” of #three teams."\n'
        "    evidence:\n      - https://www.example.org/audit\nnext_review: 2025-09-30\n"
    )
    start, state, rest = before.partition('status_of_answer: "not-started"\n')
    assert state
    assert (root / ONE).read_text("utf-8") == f"{start}status_of_answer: in-progress\n{new}{rest}"
    assert stat.S_IMODE((root / ONE).stat().st_mode) == 0o640
    for line in ("status_of_answer: in-progress", *new.splitlines()):
        assert f"    {line}\n" in result.output
    assert "The answer was “Not started” and is now “In progress”." in result.output
    assert "step back" not in result.output
    assert result.output.rstrip().endswith("open a pull request.")
    assert CliRunner().invoke(main, ["check", "--root", str(root)]).exit_code == 0


def test_without_a_date_it_is_dated_by_today(root: Path) -> None:
    days = {str(datetime.now(UTC).date())}
    run = briefings("answer", "do-we-see-fathers", "--status", "considering", "--note", "Made up.", "--root", root)
    days |= {str(datetime.now(UTC).date())}
    assert run.returncode == 0, run.stderr
    assert any(f"  - date: {day}\n" in (root / ONE).read_text("utf-8") for day in days)


def test_an_answer_that_stays_as_it_was_is_called_so(root: Path) -> None:
    result = answer(root, said=("--status", "not-started", "--note", "Put off.", "--date", "2025-04-01"))
    assert result.exit_code == 0, result.output
    assert "The answer is still “Not started”." in result.output


def test_a_step_back_is_taken_and_called_so(root: Path) -> None:
    answer(root, said=("--status", "embedded", "--note", "Made up.", "--date", "2025-04-01"))
    result = answer(root, said=("--status", "considering", "--note", "Made up.", "--date", "2025-04-01"))
    assert result.exit_code == 0
    assert "The answer was “Embedded” and is now “Considering”. That is a step back, and the note is its reason." in (
        result.output
    )


def test_a_next_review_that_is_past_is_warned_of(root: Path) -> None:
    result = answer(root, "do-we-see-fathers", "--next-review", "2025-04-01")
    assert result.exit_code == 0
    assert "warning: This day is not after the newest entry, of 1 April 2025." in result.output


@pytest.mark.parametrize(
    "name",
    [
        "do-we-see-fathers",
        "do-we-see-fathers.md",
        "challenges/do-we-see-fathers",
        ONE,
        f"./{ONE}",
        ONE.replace("/", "\\"),
        "https://www.example.org/site/challenges/do-we-see-fathers/",
    ],
)
def test_a_question_is_known_by_its_name_its_path_and_its_address(name: str, root: Path) -> None:
    assert answer(root, name).exit_code == 0
    assert "in-progress" in (root / ONE).read_text("utf-8")


def test_a_path_from_the_roots_top_is_known(root: Path) -> None:
    assert answer(root, str(root / ONE)).exit_code == 0


NO_QUESTION = {
    "do-we-see-father": "Did you mean do-we-see-fathers",
    "Do we see babies": "Did you mean do-we-see-babies",
    "annual-report": "lies in publications. Its questions: do-we-see-babies, do-we-see-fathers, gone.",
    "other-report": "No question arises from it.",
    "publications/do-we-see-fathers": "There is no challenge question of this name.",
    "_blank": "There is no challenge question of this name.",
    "": "There is no challenge question of this name.",
    "gone": "This question was withdrawn on 2 March 2025.",
}


@pytest.mark.parametrize(("name", "words"), NO_QUESTION.items())
def test_a_name_that_is_no_question_is_answered_with_what_may_be_meant(name: str, words: str, root: Path) -> None:
    before = snapshot(root)
    result = answer(root, name)
    assert result.exit_code == 1
    assert words in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert snapshot(root) == before


WRONG = {
    "a state": ("--status", "Fictional Nameson"),
    "an empty note": ("--note", " "),
    "a hidden sign": ("--note", "Nameson\u200b"),
    "evidence on a drive": ("--evidence", "S:\\Nameson.docx"),
    "evidence in the network": ("--evidence", "http://sharepoint/Nameson"),
    "a day that has not come": ("--date", "2199-01-01"),
    "a day before the question": ("--date", "2025-01-31"),
    "a day in words": ("--date", "Nameson"),
    "a day that is none": ("--next-review", "Nameson"),
}


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_without_repeating_it_and_nothing_is_written(given: tuple[str, str], root: Path) -> None:
    before = snapshot(root)
    result = answer(root, "do-we-see-fathers", *given)
    assert result.exit_code == 1
    assert "Nameson" not in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert snapshot(root) == before


def test_a_broken_question_is_mended_first(root: Path) -> None:
    (root / ONE).write_text((root / ONE).read_text("utf-8").replace("summary", "sumary"), "utf-8")
    result = answer(root)
    assert result.exit_code == 1
    assert f"See: briefings check {ONE}" in result.output


def test_where_it_cannot_be_written_the_old_file_stands(root: Path) -> None:
    before = snapshot(root)
    (root / "briefings/challenges/.do-we-see-fathers.md.new").mkdir()
    result = answer(root)
    assert result.exit_code == 1
    assert "The file cannot be written" in result.output and "Nothing was written." in result.output
    assert snapshot(root) == before


@pytest.mark.parametrize("left_out", ["--status", "--note"])
def test_a_state_and_a_note_are_asked_for(left_out: str, root: Path) -> None:
    pairs = dict(zip(SAID[::2], SAID[1::2], strict=True))
    said = tuple(part for name, text in pairs.items() if name != left_out for part in (name, text))
    result = answer(root, said=said)
    assert result.exit_code == 2
    assert f"Missing option '{left_out}'" in result.output
