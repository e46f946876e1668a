"""A digest that is imported again never overwrites what a person has edited, unless it is told to."""

import re
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.running import snapshot
from tests.test_import_command import PLACE, front, imported, problems


@pytest.fixture
def root(make_project: MakeProject) -> Path:
    """A project without any briefing, and without the folder of digests."""
    return make_project({})


def test_what_is_imported_again_unchanged_stays(root: Path) -> None:
    imported(root)
    before = snapshot(root)
    done = imported(root)
    assert (done.exit_code, "is up to date already" in done.stdout) == (0, True)
    assert snapshot(root) == before


def edit(root: Path) -> None:
    """Import the digest and change it as a person would: another id, summary, instant and message."""
    imported(root)
    text = (root / PLACE).read_text("utf-8")
    text = re.sub(r"(?m)^added: .*$", "added: 2024-02-03T04:05:06+00:00", text)
    text = text.replace("- id: child-a", "- id: boy-a").replace("The neglect of a boy.", "A boy was neglected.")
    text = text.replace("\nreviews:", "\nkey_messages:\n  - Ask.\nreviews:")
    (root / PLACE).write_text(text, "utf-8")


def test_a_persons_edits_are_shown_and_kept(root: Path) -> None:
    edit(root)
    before = snapshot(root)
    done = imported(root)
    assert done.exit_code == 1
    assert snapshot(root) == before
    assert re.search(r"(?m)^-.*A boy was neglected\.", done.stdout)
    assert re.search(r"(?m)^\+.*The neglect of a boy\.", done.stdout)
    assert re.search(r"(?m)^-  - Ask\.$", done.stdout)
    assert "boy-a" not in re.sub(r"(?m)^ .*$", "", done.stdout)
    assert "--replace" in done.stderr and "Nothing was written" in done.stderr


def test_replacing_keeps_the_instant_and_the_ids(root: Path) -> None:
    edit(root)
    done = imported(root, "--replace")
    assert (done.exit_code, "written" in done.stdout) == (0, True)
    digest = front(root / PLACE)
    assert digest["added"] == "2024-02-03T04:05:06+00:00"
    assert [review["id"] for review in digest["reviews"]] == ["boy-a", "child-b"]
    assert digest["reviews"][0]["summary"].strip() == "The neglect of a boy."
    assert "key_messages" not in digest
    assert problems(root) == []


@pytest.mark.parametrize(
    "broken", [b"", b"no digest", b"---\nreviews: [\n---\n", b"\xff\xfe\0", b"---\nadded: soon\n---\n"]
)
def test_a_broken_file_is_kept_until_it_is_replaced(root: Path, broken: bytes) -> None:
    path = root / PLACE
    path.parent.mkdir()
    path.write_bytes(broken)
    done = imported(root)
    assert (done.exit_code, path.read_bytes()) == (1, broken)
    assert "--replace" in done.stderr
    assert imported(root, "--replace").exit_code == 0
    assert problems(root) == []
