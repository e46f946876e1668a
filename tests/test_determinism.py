"""The same files give the same bytes, on whatever machine and in whatever surroundings they are built."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scripts.press import CACHE
from tests.conftest import MakeProject, copy_project
from tests.made_up import briefing, publication
from tests.running import briefings, snapshot

PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
# Far from it: another day, a locale whose default encoding is ASCII, another order in every set, one thread, and a
# date of its own for whoever asks for reproducible builds.
OTHER = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "de_DE.ISO-8859-1",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4242",
    "RAYON_NUM_THREADS": "1",
    "SOURCE_DATE_EPOCH": "1000000000",
    "PAGEFIND_EXCLUDE_SELECTORS": "main",
}


@pytest.fixture
def other_disk() -> Iterator[Path]:
    """A folder on another kind of disk where there is one: it lists the files of a folder in another order."""
    memory = Path("/dev/shm")  # noqa: S108  the disk in memory that Linux has; our folder in it is our own
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def _built(root: Path, site: Path, env: dict[str, str], cwd: Path) -> dict[str, bytes]:
    run = briefings("build", "--root", root, "--site", site, env=env, cwd=cwd)
    assert run.returncode == 0, run.stdout + run.stderr
    return snapshot(site)


def _same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert sorted(one) == sorted(other)
    assert not [path for path in one if one[path] != other[path]]


def test_the_real_site_is_the_same_anywhere(real_project: Path, tmp_path: Path, other_disk: Path) -> None:
    here = copy_project(tmp_path / "here", content=True)
    # Packs that were made before are taken up here, and made there.
    shutil.copytree(real_project / CACHE, here / CACHE)
    there = copy_project(other_disk / "another place", content=True)
    one = _built(here, tmp_path / "site", PLAIN, cwd=tmp_path)
    other = _built(there, there / "site", OTHER, cwd=there)
    _same(one, other)
    for needed in ("index.html", "sitemap.xml", "sitemap.xml.gz", "feeds/all.xml", "pagefind/pagefind-entry.json"):
        assert needed in one
    assert [path for path in one if path.startswith("pagefind/filter/")]


def test_a_small_site_is_the_same_whatever_was_built_before(make_project: MakeProject, other_disk: Path) -> None:
    files: dict[str, str | bytes] = {
        "briefings/publications/a.md": publication(1),
        "briefings/good-practice/b.md": briefing(2, for_roles={"police": "Text."}),
    }
    root = make_project({**files, "briefings/publications/gone.md": publication(3)})
    before = _built(root, root / "site", OTHER, cwd=root)
    (root / "briefings/publications/gone.md").unlink()
    rebuilt = _built(root, root / "site", PLAIN, cwd=root)
    fresh = copy_project(other_disk / "fresh", content=False)
    for name, text in reversed(files.items()):
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_text(str(text), "utf-8")
    _same(rebuilt, _built(fresh, fresh / "site", OTHER, cwd=fresh))
    assert set(before) - set(rebuilt) >= {"publications/gone/index.html"}


def test_a_draft_changes_no_byte(make_project: MakeProject) -> None:
    root = make_project({"briefings/publications/a.md": publication(1)})
    one = _built(root, root / "site", PLAIN, cwd=root)
    (root / "briefings/publications/b.md").write_text(publication(2, draft=True), "utf-8")
    _same(one, _built(root, root / "site", PLAIN, cwd=root))
