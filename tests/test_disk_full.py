"""A disk that is full, at whatever step: the old site stands, and the message says so in words."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.conftest import copy_project
from tests.made_up import publication
from tests.running import BRIEFINGS, Run, briefings, leftovers, snapshot


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a built site."""
    root = copy_project(tmp_path_factory.mktemp("full") / "project", content=False)
    (root / "briefings/publications").mkdir()
    (root / "briefings/publications/a.md").write_text(publication(), "utf-8")
    assert briefings("build", "--root", root).returncode == 0
    return root


def _refused(run: Run, words: str) -> None:
    assert run.returncode == 1, run.stdout + run.stderr
    assert words in run.stderr
    assert "The site could not be written; the old one stands." in run.stderr
    assert "Traceback" not in run.stderr and "Errno" not in run.stderr


# A limit on the size of a file stands for a disk that ends in the middle of it, at a step that writes larger ones.
@pytest.mark.parametrize(("kilobytes", "step"), [(4, "pressing"), (4, "staging"), (192, "rendering")])
def test_a_file_that_does_not_fit(prepared: Path, tmp_path: Path, kilobytes: int, step: str) -> None:
    root = shutil.copytree(prepared, tmp_path / "project")
    before = snapshot(root / "site")
    # Packs that are made already need no room.
    shutil.rmtree(root / "build" if step == "pressing" else root / "build/docs")
    size = kilobytes * 1024

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    run = subprocess.run(
        [BRIEFINGS, "build", "--root", str(root)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    _refused(run, "File too large")
    staged, all_staged = snapshot(root / "build/docs"), snapshot(prepared / "build/docs")
    assert bool(staged) == (step != "pressing")
    assert (staged == all_staged) == (step == "rendering")
    assert snapshot(root / "site") == before
    assert leftovers(root / "site") == []
    # With room again, the next build mends what was written in half.
    assert briefings("build", "--root", root).returncode == 0
    assert snapshot(root / "site") == before


@contextmanager
def _disk(size: int) -> Iterator[Path]:
    """A disk in memory, of so many bytes. Only root may mount one."""
    with TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def _can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    try:
        with _disk(1 << 20):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def _used(folder: Path) -> int:
    """Bytes on a disk that gives out whole pages of 4 KB."""
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in folder.rglob("*") if path.is_file())


if _can_mount():
    # As much of the new site as fits beside the old one; the search index comes last.
    @pytest.mark.parametrize("part", [0.05, 0.5, 0.99])
    def test_a_disk_that_is_full(prepared: Path, part: float) -> None:
        before = snapshot(prepared / "site")
        with _disk(int(_used(prepared / "site") * (1 + part))) as disk:
            shutil.copytree(prepared / "site", disk / "site")
            run = briefings("build", "--root", prepared, "--site", disk / "site")
            _refused(run, "No space left on device")
            assert snapshot(disk / "site") == before
            assert leftovers(disk / "site") == []
            assert shutil.disk_usage(disk).free > 0
