"""What is staged for mkdocs: exactly the artifacts, each written only when it changed."""

from pathlib import Path

import pytest

from scripts.site import Artifact
from scripts.sources import SourceFile, read_tree
from scripts.stage import StageError, hand_written, stage
from tests.conftest import MakeProject
from tests.running import snapshot

A, B = Artifact("a.md", b"one"), Artifact("sub/b.md", b"two")


def _files(folder: Path) -> dict[str, bytes]:
    return snapshot(folder)


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.md")}


def test_it_writes_what_is_new_or_changed_and_touches_nothing_else(tmp_path: Path) -> None:
    stage(tmp_path, [A, B])
    before = _times(tmp_path)
    (tmp_path / "a.md").touch()
    touched = _times(tmp_path)
    assert touched["a.md"] > before["a.md"]
    stage(tmp_path, [A, Artifact("sub/b.md", b"changed"), Artifact("sub/deep/c.md", b"new")])
    assert _files(tmp_path) == {"a.md": b"one", "sub/b.md": b"changed", "sub/deep/c.md": b"new"}
    after = _times(tmp_path)
    assert after["a.md"] == touched["a.md"] and after["b.md"] > before["b.md"]


def test_it_removes_strays_of_every_kind(tmp_path: Path) -> None:
    stage(tmp_path / "docs", [A, B])
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"not ours")
    (tmp_path / "docs/stray.md").write_bytes(b"stray")
    (tmp_path / "docs/.hidden").write_bytes(b"stray")
    (tmp_path / "docs/empty/deeper").mkdir(parents=True)
    (tmp_path / "docs/other").mkdir()
    (tmp_path / "docs/other/stray.css").write_bytes(b"stray")
    (tmp_path / "docs/link.md").symlink_to(outside)
    (tmp_path / "docs/linked").symlink_to(tmp_path)
    stage(tmp_path / "docs", [A, B])
    assert _files(tmp_path / "docs") == {"a.md": b"one", "sub/b.md": b"two"}
    assert {path.name for path in (tmp_path / "docs").iterdir()} == {"a.md", "sub"}
    assert outside.read_bytes() == b"not ours"


def test_a_file_and_a_folder_may_change_places(tmp_path: Path) -> None:
    stage(tmp_path, [Artifact("a.md", b"file"), Artifact("b/c.md", b"in a folder")])
    stage(tmp_path, [Artifact("a.md/x.md", b"in a folder"), Artifact("b", b"file")])
    assert _files(tmp_path) == {"a.md/x.md": b"in a folder", "b": b"file"}


def test_a_link_in_the_place_of_a_page_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"not ours")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").symlink_to(outside)
    stage(tmp_path / "docs", [A])
    assert outside.read_bytes() == b"not ours"
    assert not (tmp_path / "docs/a.md").is_symlink()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.md", "a.md"),
        ("a.md", "a/index.md"),
        ("a/index.md", "a.md"),
        ("Abc.md", "abc.md"),
        ("A/index.md", "a.md"),
        ("sub/STRASSE.md", "sub/straße.md"),
        ("feeds/all.xml", "feeds/All.xml"),
    ],
)
def test_two_that_share_an_address_on_any_system_are_refused(tmp_path: Path, one: str, other: str) -> None:
    stage(tmp_path, [A, B])
    with pytest.raises(StageError) as raised:
        stage(tmp_path, [Artifact(one, b"1"), Artifact(other, b"2")])
    assert one in str(raised.value) and other in str(raised.value)
    assert _files(tmp_path) == {"a.md": b"one", "sub/b.md": b"two"}


def test_hand_written_pages_are_published_but_not_the_decisions(make_project: MakeProject) -> None:
    root = make_project({"docs/one/page.md": "# One", "docs/decisions/0001-x.md": "# Why", "docs/plain.txt": b"\xff"})
    found = {artifact.path: artifact.data for artifact in hand_written(read_tree(root).pages)}
    assert found["one/page.md"] == b"# One"
    assert found["plain.txt"] == b"\xff"
    assert not [path for path in found if path.startswith("decisions/")]


def test_a_hand_written_page_that_is_a_link_is_refused(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project({})
    (tmp_path / "secret.md").write_text("not ours", "utf-8")
    (root / "docs/link.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(StageError, match=r"docs/link\.md: This is a link to another place"):
        list(hand_written(read_tree(root).pages))


def test_a_hand_written_page_in_another_encoding_is_refused() -> None:
    with pytest.raises(StageError, match=r"docs/a\.md: This file is not UTF-8 text"):
        list(hand_written([SourceFile("docs/a.md", "café".encode("cp1252"))]))
