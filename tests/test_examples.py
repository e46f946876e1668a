"""Every example file gives exactly the report beside it. A new case is a new file; see accept_examples.py."""

import re
from pathlib import Path

import pytest

from scripts.derive.reference import all_rules
from scripts.model.kinds import KINDS
from tests.example_files import briefing, briefings, expected, name, report, trees

INVALID = briefings("invalid")
TREES = trees()

# Rules that no file in the repository can break; the tests named here break them.
ELSEWHERE = {
    **dict.fromkeys(
        ("history-changed", "history-removed", "history-inserted", "question-gone", "history-unread"),
        "test_history.py: only beside an earlier state of the files",
    ),
    "figure-changed": "test_figures_history.py: only beside an earlier state of the files",
    "symlink": "test_files_on_disk.py",
    "file-too-large": "test_files_on_disk.py",
    "unreadable": "test_files_on_disk.py",
    "id-collision": "test_files_on_disk.py: two such files cannot lie side by side on every computer",
    "bad-value": "the remedy of last resort; every error of the model that can be made has words of its own",
}


@pytest.mark.parametrize("path", [*INVALID, *TREES], ids=name)
def test_a_broken_example_gives_its_report(path: Path) -> None:
    now = report(path)
    assert now, "this example breaks no rule"
    assert now == expected(path).read_text("utf-8"), "if this is better: python -m tests.accept_examples"


@pytest.mark.parametrize("path", briefings("valid"), ids=name)
def test_a_good_example_gives_no_problem(path: Path) -> None:
    assert report(path) == ""


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_every_problem_stands_on_a_line_of_its_file(path: Path) -> None:
    text = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = [int(number) for number in re.findall(r"^briefings/\S.*?:(\d+):\d+  ", report(path), re.MULTILINE)]
    assert lines and all(1 <= line <= text.count(b"\n") + 1 for line in lines)


def test_every_report_belongs_to_an_example() -> None:
    reports = set(Path(__file__).parent.glob("examples/invalid/**/*.expected"))
    assert reports == {expected(path) for path in INVALID}
    assert all((path / "expected.txt").exists() for path in TREES)


def test_every_kind_has_good_and_broken_examples() -> None:
    kinds = {path.parent.name for path in briefings("valid")}
    assert kinds == {kind.folder for kind in KINDS}
    assert {briefing(path).path.split("/")[1] for path in INVALID} <= kinds


def test_every_rule_is_shown_by_an_example() -> None:
    reports = "".join(expected(path).read_text("utf-8") for path in (*INVALID, *TREES))
    shown = set(re.findall(r"\[([a-z0-9-]+)\]$", reports, re.MULTILINE))
    assert {rule.code for rule in all_rules()} - shown == set(ELSEWHERE)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_says_what_holds_and_how_to_mend_it(rule: object) -> None:
    code, statement, remedy = (str(getattr(rule, part)) for part in ("code", "statement", "remedy"))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert statement.endswith(".")
    assert len(remedy) > 10
