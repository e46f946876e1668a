"""`briefings import-digest` makes a digest file and a report of what arrived."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scripts.cli import main
from scripts.load.fences import split
from tests.conftest import ROOT, MakeProject
from tests.running import briefings, snapshot

SEED = ROOT / "tests/payloads/digest.txt"
THEMATIC = "Thematic review: Babies who sustained injuries"
PLACE = "briefings/digests/2024-01.md"
TEXT = (
    "In January 2024 two case reviews were published.\n\n"
    "2024 – Anonymous – Child A\n\nThe neglect of a boy.\n\nLearning includes: one; two.\n\n"
    "Recommendations include: act.\n\n"
    "2023 – Quenby – Child B\n\nThe injury of a girl.\n\nLearning includes: three; four.\n\n"
    "Recommendations include: ask.\n"
)


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    """A project without any briefing, and without the folder of digests."""
    return make_project({})


def run(*arguments: str | Path, text: str = TEXT) -> Result:
    return CliRunner().invoke(main, ["import-digest", *map(str, arguments)], input=text.encode())


def imported(root: Path, *arguments: str | Path, text: str = TEXT) -> Result:
    return run("-", "--month", "2024-01", "--root", root, *arguments, text=text)


def front(path: Path) -> dict[str, Any]:
    tree, _, _ = split(path.read_text("utf-8"), PLACE)
    assert isinstance(tree.value, dict)
    return tree.value


def problems(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(briefings("check", "--format", "json", "--root", root).stdout)
    return found


def test_a_digest_goes_from_its_text_to_a_checked_file(root: Path) -> None:
    done = briefings("import-digest", SEED, "--month", "2024-01", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert problems(root) == []
    digest = front(root / PLACE)
    assert digest["title"] == "NSPCC Repository – January 2024"
    titles = [review["title"] for review in digest["reviews"]]
    assert [*titles[:3], *titles[4:]] == ["Child A", THEMATIC, "Child V", "Samuel, Shay, and Joy", "C101"]
    assert [len(review["learning"]) for review in digest["reviews"]] == [8, 6, 9, 3, 8, 5]
    assert [len(review["recommendations"]) for review in digest["reviews"]] == [7, 3, 6, 6, 8, 7]
    assert all(review["themes"] and review["summary"] for review in digest["reviews"])
    assert "6 reviews found**, as many as the text says" in done.stdout
    assert "The text names the month: January 2024" in done.stdout


def test_from_a_file_and_from_standard_input_comes_the_same(root: Path, tmp_path: Path) -> None:
    source = tmp_path / "digest.txt"
    source.write_text(TEXT, "utf-8")
    first = run(source, "--month", "2024-01", "--root", root, "--output", tmp_path / "a.md")
    second = imported(root, "--output", tmp_path / "b.md")
    assert (first.exit_code, second.exit_code) == (0, 0)
    without_instant = [
        re.sub(r"(?m)^added: .*$", "", (tmp_path / name).read_text("utf-8")) for name in ("a.md", "b.md")
    ]
    assert without_instant[0] == without_instant[1]
    assert first.stdout.partition("\n\n\n")[0] == second.stdout.partition("\n\n\n")[0]


def test_it_goes_to_its_place_or_where_it_is_told(root: Path, tmp_path: Path) -> None:
    before = snapshot(root)
    elsewhere = tmp_path / "new" / "folder" / "mine.md"
    assert imported(root, "--output", elsewhere).exit_code == 0
    assert snapshot(root) == before
    done = imported(root)
    assert set(snapshot(root)) - set(before) == {PLACE}
    assert str(root / PLACE) in done.stdout
    assert front(elsewhere)["reviews"] == front(root / PLACE)["reviews"]


def test_it_is_run_from_the_projects_own_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text(TEXT, "utf-8")
    assert briefings("import-digest", tmp_path / "digest.txt", "--month", "2024-01", cwd=root).returncode == 0
    assert (root / PLACE).exists()


@pytest.mark.parametrize("month", ["", "2024", "2024-13", "January 2024", "2024-01-05", "01-2024", "2024/01"])
def test_a_wrong_month_is_said_in_words(root: Path, month: str) -> None:
    before = snapshot(root)
    done = run("-", "--month", month, "--root", root)
    assert done.exit_code == 2
    assert "2024-01" in done.stderr and "Traceback" not in done.stderr
    assert snapshot(root) == before


def test_month_and_file_are_needed(root: Path) -> None:
    assert run("-", "--root", root).exit_code == 2
    assert run("--month", "2024-01", "--root", root).exit_code == 2
    missing = run(root / "missing.txt", "--month", "2024-01", "--root", root)
    assert (missing.exit_code, "missing.txt" in missing.stderr) == (2, True)
    assert run("-", "--month", "2024-01", "--root", root / "missing").exit_code == 2


@pytest.mark.parametrize(
    "text", ["", "Dear all,\n\nnothing was published this month.\n", "{\\rtf1 }", "%PDF-1.7 broken"]
)
def test_without_a_review_nothing_is_written(root: Path, text: str) -> None:
    folders = {path for path in root.rglob("*") if path.is_dir()}
    before = snapshot(root)
    done = imported(root, text=text)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("Nothing was written.\n")
    assert snapshot(root) == before
    assert {path for path in root.rglob("*") if path.is_dir()} == folders


def test_a_place_that_cannot_be_written_is_said_in_words(root: Path) -> None:
    done = imported(root, "--output", root / "mkdocs.yml" / "a.md")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr and not isinstance(done.exception, OSError)
    assert imported(root, "--output", root / "briefings").exit_code == 2


def test_another_month_gets_a_later_instant(root: Path) -> None:
    imported(root)
    run("-", "--month", "2024-02", "--root", root)
    added = [datetime.fromisoformat(front(root / f"briefings/digests/2024-0{month}.md")["added"]) for month in (1, 2)]
    assert added[0] < added[1]


def test_the_check_names_only_what_a_person_has_to_decide(root: Path) -> None:
    text = TEXT.replace("In January 2024 two case reviews were published.\n\n", "").replace(
        "The injury of a girl.\n\n", ""
    )
    done = imported(root, text=text)
    assert done.exit_code == 0
    found = problems(root)
    assert {each["code"] for each in found} == {"empty-value"}
    lines = (root / PLACE).read_text("utf-8").split("\n")
    assert [lines[each["line"] - 1].strip() for each in found] == ['summary: ""', 'summary: ""']
    assert all(f"{PLACE}:{each['line']}" in done.stdout for each in found)
