"""`briefings new` begins a file that needs only its blanks filled, from flags or by asking."""

import json
import os
import pty
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scripts.model.kinds import KINDS
from tests.conftest import MakeProject
from tests.filling import blanks, filled
from tests.running import BRIEFINGS, briefings, snapshot, told
from tests.test_blanks import KNOWN

FOLDERS = tuple(kind.folder for kind in KINDS)
NAMED = dict.fromkeys(FOLDERS, ("--title", "A new one")) | {
    "digests": ("--month", "2024-01"),
    "updates": ("--quarter", "2026-q4"),
}


def found(root: Path) -> list[dict[str, str | int]]:
    problems: list[dict[str, str | int]] = json.loads(told("check", "--format", "json", "--root", root).stdout)
    return problems


def begun(root: Path, folder: str) -> Path:
    """The one file of a folder that is not there from the beginning."""
    (path,) = (
        path for path in (root / "briefings" / folder).iterdir() if path.relative_to(root).as_posix() not in KNOWN
    )
    return path


@pytest.mark.parametrize("folder", FOLDERS)
def test_only_its_blanks_are_left(folder: str, make_project: MakeProject) -> None:
    root = make_project(KNOWN)
    run = briefings("new", folder, *NAMED[folder], "--root", root)
    assert run.returncode == 0, run.stderr
    path = begun(root, folder)
    text = path.read_text("utf-8")
    lines = [line + 1 for line, _ in blanks(text)]
    assert lines
    assert [int(line) for line in re.findall(r"line (\d+): ", run.stdout)] == lines
    assert [(problem["line"], problem["code"]) for problem in found(root)] == [(line, "empty-value") for line in lines]
    path.write_text(filled(text, folder), "utf-8")
    assert found(root) == []


def test_what_is_known_is_filled_in(make_project: MakeProject) -> None:
    root = make_project({})
    flags = [
        "--title",
        'It\'s "quoted": # 1',
        "--summary",
        "Two words.",
        "--published",
        "2024-02",
        "--theme",
        "neglect",
    ]
    run = briefings("new", "good-practice", *flags, "--theme", "poverty", "--root", root)
    assert (run.returncode, found(root)) == (0, []), run.stderr
    text = (root / "briefings/good-practice/its-quoted-1.md").read_text("utf-8")
    assert "themes:\n  - neglect\n  - poverty\n" in text
    assert "Left to fill" not in run.stdout
    assert "briefings check briefings/good-practice/its-quoted-1.md" in run.stdout


def test_the_instant_is_later_than_every_other(make_project: MakeProject) -> None:
    latest = datetime.fromisoformat("2199-01-01T00:00:00+00:00")
    other = str(next(iter(KNOWN.values())))
    other = re.sub(r"(?m)^added: .*$", f"added: {latest.isoformat()}", other)
    root = make_project({"briefings/national-reviews/out-of-routine.md": other})
    briefings("new", "spotlights", "--title", "A new one", "--root", root)
    added = re.search(r"(?m)^added: (.*)$", begun(root, "spotlights").read_text("utf-8"))
    assert added
    assert datetime.fromisoformat(added[1]) == latest + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["digest", "--month", "2024-01"], "Did you mean “digests”?"),
        (["National review", "--title", "A"], "Did you mean “national-reviews”?"),
        (["nonsense"], "Kinds: national-reviews, publications"),
        (["publications", "--title", "A", "--theme", "neglet"], "Did you mean “neglect”?"),
        (["publications", "--title", "A", "--published", "31/1/2024"], "If 2024-01-31 is meant"),
        (["publications", "--title", "A", "--month", "2024-01"], "Publications have no month."),
        (["digests"], "Monthly digests are named by their month. Say which: --month 2024-01"),
        (["digests", "--month", "2024-01", "--id", "other"], "Monthly digests are named by their month."),
        (["updates", "--title", "A"], "News Updates are named by their quarter. Say which: --quarter 2026-q4"),
        (["updates", "--quarter", "Q4 2026"], "If 2026-q4 is meant, write that."),
        (["digests", "--month", "2024-01-31"], "A month is written year-month."),
        (["publications"], "The file needs a name."),
        (["publications", "--title", "…"], "The file needs a name."),
        (["publications", "--id", "../../elsewhere"], "small letters, digits and hyphens"),
        (["publications", "--id", "con"], "kept for something else"),
        (["national-reviews", "--id", "out-of-routine"], "exists already"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(
    arguments: list[str], message: str, make_project: MakeProject
) -> None:
    root = make_project(KNOWN)
    before = snapshot(root.parent)
    run = briefings("new", *arguments, "--root", root)
    assert run.returncode != 0
    assert message in " ".join(run.stderr.split())
    assert snapshot(root.parent) == before


def asked(root: Path, kind: str, *typed: str) -> str:
    """Run `new` at a terminal, where somebody types these lines."""
    terminal, end = pty.openpty()
    os.write(terminal, "".join(f"{line}\n" for line in typed).encode())
    try:
        run = subprocess.run(
            [BRIEFINGS, "new", kind, "--root", str(root)], stdin=end, capture_output=True, encoding="utf-8", check=True
        )
    finally:
        os.close(terminal)
        os.close(end)
    return run.stdout


def test_it_asks_at_a_terminal_and_asks_again(make_project: MakeProject) -> None:
    root = make_project(KNOWN)
    shown = asked(
        root,
        "challenges",
        "Do we know: fathers?",
        "A summary.",
        "last year",
        "2024",
        "neglet",
        "neglect, poverty",
        "What do we know of fathers?",
        "out-of-routin",
        "out-of-routine",
        "",
        "",
    )
    assert "Status of answer" in shown or "not-started" in shown
    assert "This is not a date." in shown
    assert "Did you mean “neglect”?" in shown
    assert "Did you mean “out-of-routine”?" in shown
    path = begun(root, "challenges")
    assert path.name == "do-we-know-fathers.md"
    text = path.read_text("utf-8")
    assert [path for _, path in blanks(text)] == [("status_of_answer",)]
    path.write_text(filled(text, "challenges"), "utf-8")
    assert found(root) == []


def test_a_name_can_be_chosen_at_a_terminal(make_project: MakeProject) -> None:
    root = make_project(KNOWN)
    shown = asked(root, "spotlights", "Fathers", "", "", "", "Not A Name", "men")
    assert "small letters, digits and hyphens" in shown
    assert begun(root, "spotlights").name == "men.md"
