"""What only a disk can hold, or not every disk: links, huge files, pipes, names that differ in capitals."""

import os
import sys
from pathlib import Path

import pytest

from scripts.load import load
from scripts.load.placing import RESERVED_IDS
from scripts.problems import Level, Problem
from scripts.rules import check
from scripts.sources import MAX_FILE_BYTES, SourceFile, read_tree
from tests.conftest import TODAY, MakeProject
from tests.example_files import EXAMPLES, check_report, shelved

GOOD = (EXAMPLES / "valid/good-practice/minimal.md").read_bytes()
NAME = "briefings/good-practice/one.md"
ELSEWHERE = "Fictional Nameson"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a permission on Windows")


def problems(root: Path) -> list[Problem]:
    return list(check(load(read_tree(root)), TODAY))


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.place.path, problem.code) for problem in problems(root)]


@needs_links
def test_a_link_is_refused_and_never_read(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project({NAME: GOOD})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text(ELSEWHERE, "utf-8")
    (root / "briefings/publications").mkdir()
    (root / "briefings/publications/a.md").symlink_to(tmp_path / "elsewhere/secret.md")
    (root / "briefings/publications/b.md").symlink_to("no-such-file.md")
    (root / "briefings/spotlights").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert codes(root) == [
        ("briefings/publications/a.md", "symlink"),
        ("briefings/publications/b.md", "symlink"),
        ("briefings/spotlights", "symlink"),
    ]
    assert ELSEWHERE.encode() not in b"".join(file.data for file in read_tree(root).briefings)


def test_a_file_too_large_is_not_read(make_project: MakeProject) -> None:
    filling = b"\nFictional text.\n"
    fits = GOOD + filling * ((MAX_FILE_BYTES - len(GOOD)) // len(filling))
    root = make_project({NAME: fits, "briefings/good-practice/two.md": fits + filling * 2})
    (problem,) = (problem for problem in problems(root) if problem.level is Level.ERROR)
    assert (problem.place.path, problem.code) == ("briefings/good-practice/two.md", "file-too-large")
    assert "link to the long document" in problem.fix


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_reported_and_not_waited_for(make_project: MakeProject) -> None:
    root = make_project({NAME: GOOD})
    os.mkfifo(root / "briefings/good-practice/two.md")
    assert codes(root) == [("briefings/good-practice/two.md", "unreadable")]


def test_hidden_files_and_neighbours_are_no_briefings(make_project: MakeProject) -> None:
    root = make_project(
        {
            NAME: GOOD,
            "briefings/.DS_Store": b"\0",
            "briefings/good-practice/.one.md.swp": b"\0",
            "briefings/.hidden/two.md": b"no front matter",
            "briefings/README.md": b"About this folder.",
            "briefings/good-practice/_blank.md": b"to be copied",
        }
    )
    assert codes(root) == []
    assert [file.placed.path for file in load(read_tree(root)).files] == [NAME]


def test_a_name_that_is_not_utf_8_can_be_reported(make_project: MakeProject) -> None:
    root = make_project({NAME: GOOD})
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/briefings/good-practice/caf\xe9.md")).write_bytes(GOOD)
    except OSError:
        pytest.skip("this file system refuses such names")
    assert ("briefings/good-practice/caf?.md", "bad-id") in codes(root)


def test_names_that_differ_in_capitals_collide() -> None:
    report = check_report(shelved(SourceFile(NAME, GOOD), SourceFile("briefings/good-practice/One.md", GOOD)))
    assert f"{NAME}:1:1  briefings/good-practice/One.md has the same name but for capitals." in report
    assert "Delete or rename one of the two files.   [id-collision]" in report
    assert "Rename the file to one.md." in report


@pytest.mark.parametrize("name", sorted(RESERVED_IDS))
def test_no_file_bears_a_reserved_name(name: str) -> None:
    report = check_report(shelved(SourceFile(f"briefings/good-practice/{name}.md", GOOD)))
    assert report == (
        f"briefings/good-practice/{name}.md:1:1  “{name}” is a reserved name.\n"
        "    Choose another name, for example by adding the year.   [reserved-id]\n"
    )


def test_an_empty_project_says_what_is_missing(tmp_path: Path) -> None:
    found = problems(tmp_path)
    assert [problem.code for problem in found] == ["no-vocabulary"] * 4 + ["bad-settings"]
    assert all(problem.fix for problem in found)
