"""A build that is killed leaves a whole site: the old one, or the new one; and the next build puts all in order."""

import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_project
from tests.made_up import publication
from tests.running import Run, briefings, leftovers, snapshot

FILE = "briefings/publications/a.md"


@dataclass(frozen=True)
class Ground:
    """A project whose files have changed since its site was built, and what its site is before and after."""

    root: Path
    old: dict[str, bytes]
    new: dict[str, bytes]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    root = copy_project(tmp_path_factory.mktemp("killed") / "project", content=False)
    (root / FILE).parent.mkdir()
    (root / FILE).write_text(publication(title="The old title"), "utf-8")
    assert briefings("build", "--root", root).returncode == 0
    (root / FILE).write_text(publication(title="The new title"), "utf-8")
    (root / FILE).with_name("b.md").write_text(publication(1), "utf-8")
    assert briefings("build", "--root", root, "--site", root / "new").returncode == 0
    ground = Ground(root, snapshot(root / "site"), snapshot(root / "new"))
    shutil.rmtree(root / "new")
    shutil.rmtree(root / "build")
    assert ground.old != ground.new
    return ground


@pytest.fixture
def ground(prepared: Ground, tmp_path: Path) -> Ground:
    root = shutil.copytree(prepared.root, tmp_path / "project", symlinks=True)
    return Ground(root, prepared.old, prepared.new)


def _killed(root: Path, moment: str, *options: str) -> Run:
    command = [sys.executable, "-m", "tests.killed_build", moment, *options, "build", "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def _next_build_is_right(ground: Ground) -> None:
    run = briefings("build", "--root", ground.root)
    assert run.returncode == 0, run.stdout + run.stderr
    assert snapshot(ground.root / "site") == ground.new
    assert leftovers(ground.root / "site") == []


BEFORE_THE_SWAP = (
    "open:build/docs/index.md:1",  # nothing staged yet
    "open:build/docs/feeds/all.atom:1",  # half staged
    "os.mkdir:.site.next:1",  # before the first page
    "open:.site.next/about/index.html:1",  # half rendered
    "subprocess.Popen:pagefind:1",
    "open:.site.next/404.html:3",  # while it is indexed and verified
    "os.mkdir:.site.next/pagefind:1",
    "open:.site.next/pagefind/pagefind.js:1",  # half of the index written
    "ctypes.dlsym:renameat2:1",  # a moment before the swap
)


@pytest.mark.parametrize("moment", BEFORE_THE_SWAP)
def test_killed_before_the_swap_the_old_site_is_whole(ground: Ground, moment: str) -> None:
    run = _killed(ground.root, moment)
    assert run.returncode == -signal.SIGKILL, run.stdout + run.stderr
    assert snapshot(ground.root / "site") == ground.old
    _next_build_is_right(ground)


@pytest.mark.parametrize("moment", ["shutil.rmtree:.site.next:1", "os.remove:sitemap.xml:1"])
def test_killed_while_the_old_site_is_cleared_the_new_one_is_whole(ground: Ground, moment: str) -> None:
    run = _killed(ground.root, moment)
    assert run.returncode == -signal.SIGKILL, run.stdout + run.stderr
    assert snapshot(ground.root / "site") == ground.new
    assert leftovers(ground.root / "site") == [".site.next"]
    _next_build_is_right(ground)


def test_killed_between_the_two_renames_of_a_system_without_exchange(ground: Ground) -> None:
    run = _killed(ground.root, "os.rename:.site.next:1", "no-exchange")
    assert run.returncode == -signal.SIGKILL, run.stdout + run.stderr
    assert not (ground.root / "site").exists()
    assert snapshot(ground.root / ".site.previous") == ground.old
    (ground.root / FILE).write_text("broken", "utf-8")
    assert briefings("build", "--root", ground.root).returncode == 1
    assert snapshot(ground.root / "site") == ground.old
    (ground.root / FILE).write_text(publication(title="The new title"), "utf-8")
    _next_build_is_right(ground)


@pytest.mark.parametrize("moment", ["os.rename:.site.previous:1", "shutil.rmtree:.site.previous:1"])
def test_killed_before_or_after_the_two_renames(ground: Ground, moment: str) -> None:
    run = _killed(ground.root, moment, "no-exchange")
    assert run.returncode == -signal.SIGKILL, run.stdout + run.stderr
    whole = ground.old if moment.startswith("os.rename") else ground.new
    assert snapshot(ground.root / "site") == whole
    _next_build_is_right(ground)


def test_a_system_without_exchange_swaps_too(ground: Ground) -> None:
    run = _killed(ground.root, "never:never:1", "no-exchange")
    assert run.returncode == 0, run.stdout + run.stderr
    assert snapshot(ground.root / "site") == ground.new
    assert leftovers(ground.root / "site") == []


@pytest.mark.parametrize("appears", ["build/docs", ".site.next", ".site.next/index.html"])
def test_killed_from_outside_as_soon_as_something_appears(ground: Ground, appears: str) -> None:
    command = [sys.executable, "-m", "scripts.cli", "build", "--root", str(ground.root)]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    while not (ground.root / appears).exists() and process.poll() is None:
        pass
    process.kill()
    # The pipe ends when the last process that holds it has ended: none goes on working behind our back.
    output, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL, output.decode()
    assert snapshot(ground.root / "site") == ground.old
    _next_build_is_right(ground)


def test_pagefind_ends_with_the_build_that_started_it(ground: Ground) -> None:
    command = [sys.executable, "-m", "tests.killed_build", "open:.site.next/404.html:3"]
    process = subprocess.Popen([*command, "build", "--root", str(ground.root)], cwd=ROOT, start_new_session=True)
    assert process.wait() == -signal.SIGKILL
    while _is_running(process.pid):
        pass
    assert snapshot(ground.root / "site") == ground.old


def _is_running(group: int) -> bool:
    """Whether any process of a group runs; one that waits for nobody but to be noted as ended does not."""
    states = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group:
            states.append(state)
    return any(state != "Z" for state in states)
