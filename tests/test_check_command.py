"""`briefings check`: all problems of all files in one run, in three forms, with an exit code."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.cli import main
from scripts.problems import Level, Place, Problem
from scripts.report import as_github
from tests.conftest import ROOT, MakeProject
from tests.example_files import EXAMPLES, briefing, briefings, expected

BROKEN = [path for path in briefings("invalid/publications") if path.suffix == ".md"]
TODAY = ("--today", "2026-11-22")


def shelf() -> dict[str, str | bytes]:
    files = (path for path in (EXAMPLES / "shelf").rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLES / "shelf").as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def broken_project(make_project: MakeProject) -> Path:
    """A collection in which every broken publication lies beside all the others."""
    return make_project(shelf() | {briefing(path).path: path.read_bytes() for path in BROKEN})


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *TODAY, *arguments])


def blocks(report: str) -> list[str]:
    return [block.strip("\n") for block in re.split(r"\n\n(?=\S)", report) if block.strip()]


def problems(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_one_run_names_every_problem_of_every_file(broken_project: Path) -> None:
    result = check(broken_project)
    found = blocks(result.stdout)
    wanted = [block for path in BROKEN for block in blocks(expected(path).read_text("utf-8"))]
    assert len(BROKEN) > 100 and result.exit_code == 1
    assert set(wanted) <= set(found)
    # Beside each other they break one rule more: each was made with the same `added`.
    assert all("[added-twice]" in block for block in set(found) - set(wanted))
    assert f"{len(BROKEN) + 4} files checked" in result.stderr


def test_json_says_the_same_as_the_text(broken_project: Path) -> None:
    result = check(broken_project, "--format", "json")
    found = problems(result)
    assert result.exit_code == 1
    assert {tuple(row) for row in found} == {("path", "line", "column", "code", "level", "message", "fix")}
    assert all(isinstance(row["line"], int) and isinstance(row["column"], int) for row in found)
    assert {row["level"] for row in found} == {"error", "warning"}
    assert [as_block(row) for row in found] == blocks(check(broken_project).stdout)


def as_block(row: Mapping[str, object]) -> str:
    warning = "warning: " if row["level"] == "warning" else ""
    head = f"{row['path']}:{row['line']}:{row['column']}  {warning}{row['message']}"
    return f"{head}\n    {row['fix']}   [{row['code']}]"


ANNOTATION = re.compile(r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+),title=([^,:]+)::(.+)")


def test_github_gets_one_annotation_for_each_problem(broken_project: Path) -> None:
    result = check(broken_project, "--format", "github")
    rows = [ANNOTATION.fullmatch(line) for line in result.stdout.splitlines()]
    found = problems(check(broken_project, "--format", "json"))
    assert result.exit_code == 1 and len(rows) == len(found)
    for match, row in zip(rows, found, strict=True):
        assert match
        plain = [unescaped(part) for part in match.groups()]
        assert plain == [str(row[key]) for key in ("level", "path", "line", "column", "code")] + [
            f"{row['message']} {row['fix']}"
        ]


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_no_sign_breaks_out_of_an_annotation() -> None:
    place = Place("briefings/50%,line=1::x\n.md", 3, 4)
    text = as_github([Problem(place, "a,b:c", Level.ERROR, "100%\r\n::error::", "fix\n")])
    assert text.count("\n") == 1
    match = ANNOTATION.fullmatch(text.rstrip("\n"))
    assert match
    assert unescaped(match[2]) == place.path
    assert unescaped(match[5]) == "a,b:c"
    assert unescaped(match[6]) == "100%\r\n::error:: fix\n"


def test_errors_exit_with_1_and_warnings_with_0(make_project: MakeProject) -> None:
    name = "briefings/publications/dates-to-come.md"
    root = make_project(shelf() | {name: (EXAMPLES / "invalid/publications/dates-to-come.md").read_bytes()})
    result = check(root)
    assert result.exit_code == 0
    assert result.stdout == expected(EXAMPLES / "invalid/publications/dates-to-come.md").read_text("utf-8")
    assert "0 errors, 3 warnings." in result.stderr
    (root / name).write_text("not a briefing", "utf-8")
    assert check(root).exit_code == 1


def test_no_problem_prints_nothing_but_the_summary(make_project: MakeProject) -> None:
    root = make_project(shelf())
    result = check(root)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "4 files checked: 0 errors, 0 warnings.\n"
    assert problems(check(root, "--format", "json")) == []
    assert check(root, "--format", "github").stdout == ""


def test_today_decides_which_days_have_come(make_project: MakeProject) -> None:
    example = EXAMPLES / "invalid/publications/dates-to-come.md"
    root = make_project(shelf() | {"briefings/publications/one.md": example.read_bytes()})

    def codes(today: str) -> list[object]:
        arguments = ["check", "--root", str(root), "--today", today, "--format", "json"]
        return [row["code"] for row in problems(CliRunner().invoke(main, arguments))]

    assert codes("2026-01-20") == ["date-in-the-future"] * 2
    assert codes("2062-01-31") == ["review-is-due", "date-in-the-future"]
    assert codes("2062-02-01") == ["review-is-due"]


def test_a_path_narrows_the_report_and_the_exit_code(make_project: MakeProject) -> None:
    names = ("publications/a", "publications/ab", "digests/2024-01")
    root = make_project(shelf() | {f"briefings/{name}.md": "unread" for name in names})

    def paths(*arguments: str) -> list[object]:
        return [row["path"] for row in problems(check(root, "--format", "json", *arguments))]

    assert paths("briefings/publications/a.md") == ["briefings/publications/a.md"]
    assert paths(str(root / "briefings/publications")) == [f"briefings/publications/{name}.md" for name in ("a", "ab")]
    assert len(paths("briefings/digests", "briefings/publications/ab.md")) == 2
    assert len(paths(".")) == len(paths()) == 3
    assert check(root, "briefings/publications/example-report.md").exit_code == 0


def test_a_path_outside_the_project_is_refused(make_project: MakeProject) -> None:
    root = make_project({})
    for path in ("no-such-file.md", str(ROOT / "README.md")):
        result = check(root, path)
        assert result.exit_code == 2
        assert "is not a file or folder of this project" in result.stderr


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}],
    ids=["LANG=C", "PYTHONIOENCODING=ascii"],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_poor_terminal_does_not_stop_the_report(
    make_project: MakeProject, environment: dict[str, str], form: str
) -> None:
    broken = EXAMPLES / "invalid/publications/unknown-theme-spelling.md"
    root = make_project(shelf() | {"briefings/publications/one.md": broken.read_bytes()})
    command = [sys.executable, "-m", "scripts.cli", "check", "--root", str(root), "--format", form]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, check=False)
    assert done.returncode == 1
    assert "“neglet” is not one of our themes." in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr
