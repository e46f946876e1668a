"""A finished site takes the old one's place in one step."""

from pathlib import Path

import pytest

from scripts.swap import beside, is_replaceable, recover, swap
from tests.running import leftovers, snapshot


def _folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, "utf-8")
    (path / "sitemap.xml").write_text("", "utf-8")
    return path


def test_the_new_site_takes_the_old_one_s_place(tmp_path: Path) -> None:
    target = _folder(tmp_path / "site", "old")
    _folder(beside(target), "new")
    swap(target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert leftovers(target) == []


def test_where_there_is_none_the_new_site_moves_in(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _folder(beside(target), "new")
    swap(target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert leftovers(target) == []


def test_the_next_site_is_made_beside_the_old_one(tmp_path: Path) -> None:
    """A rename between two disks is a copy, which can be seen in the middle."""
    assert beside(tmp_path / "site").parent == tmp_path


def test_a_swap_that_was_cut_off_is_undone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    old = snapshot(_folder(tmp_path / ".site.previous", "old"))
    _folder(beside(target), "new")
    recover(target)
    assert snapshot(target) == old
    assert leftovers(target) == []


def test_leftovers_never_take_the_place_of_a_site_that_is_there(tmp_path: Path) -> None:
    target = _folder(tmp_path / "site", "published")
    _folder(tmp_path / ".site.previous", "older")
    _folder(tmp_path / ".site.next", "unfinished")
    _folder(tmp_path / ".other.next", "of another site")
    recover(target)
    assert (target / "index.html").read_text("utf-8") == "published"
    assert leftovers(target) == []
    assert (tmp_path / ".other.next").is_dir()


@pytest.mark.parametrize(
    ("names", "replaceable"),
    [
        ((), True),
        (("index.html", "feeds", "pagefind"), True),
        (("index.html", "feeds", "pagefind", "CNAME", ".nojekyll", ".DS_Store"), True),
        (("index.html",), False),
        (("index.html", "sitemap.xml"), False),
        (("index.html", "feeds", "pagefind", ".git"), False),
        (("mkdocs.yml", "briefings"), False),
        (("index.md", "feeds", "pagefind"), False),
    ],
)
def test_only_a_site_or_nothing_is_replaceable(tmp_path: Path, names: tuple[str, ...], replaceable: bool) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert is_replaceable(tmp_path) == replaceable
    assert is_replaceable(tmp_path / "new")
