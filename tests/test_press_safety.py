"""The press when things go wrong: killed builds, killed workers, two at work at once; and what it is made of."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from types import FrameType

import pytest
from filelock import FileLock, Timeout

import scripts
from scripts.documents import Document, Imprint
from scripts.packs import Pack
from scripts.press import CACHE, PackError, press, press_all
from scripts.press.fingerprints import press_code
from scripts.press.makers import make
from scripts.settings import Contact
from tests.conftest import ROOT

IMPRINT = Imprint(
    partnership="Made-up partnership",
    notice="Fictional.",
    site_name="Made-up site",
    site_url="https://made-up.example.org/",
    email="made-up@example.org",
    primary="#1d4f5c",
    accent="#8a3b12",
    worried=(Contact(label="Made-up", text="0800 000000", url="tel:0800000000"),),
    extensions="[]",
)
MANY = 60
TEXT = "# Text\n\nMade-up *text*, [a link](https://x.example.org/).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"


def pack(name: str, ending: str = "pdf", design: str = "one-page") -> Pack:
    text = f"{TEXT}\n{name}"
    document = Document(f"publications/{name}", name, "Publication", "https://x.example.org/", date(2026, 1, 1), text)
    return Pack(f"packs/publications/{name}.{ending}", design, (document,), IMPRINT)


def many() -> tuple[Pack, ...]:
    return tuple(pack(f"p{number}") for number in range(MANY))


def test_no_worker_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.test_press_safety import many; from scripts.press import *;"
        "press_all(many(), Path(sys.argv[1]), lambda _: lambda: print('made', flush=True))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as build:
        try:
            assert build.stdout
            assert build.stdout.readline() == b"made\n"
            build.send_signal(signal.SIGKILL)
            # The workers have the pipe as well: it ends with the last of them.
            build.communicate(timeout=60)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)
    assert len(list((tmp_path / CACHE).glob("*.pdf"))) < MANY


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    def progress(_: int) -> Callable[[], object]:
        return kill_workers

    def kill_workers() -> None:
        for worker in active_children():
            worker.kill()

    with pytest.raises(PackError, match="ended from outside"):
        press_all(many(), tmp_path, progress)


def test_nobody_tidies_the_cache_while_its_files_are_read(tmp_path: Path) -> None:
    reading = press([pack("a"), pack("b")], tmp_path)
    next(reading)
    lock = FileLock((tmp_path / CACHE).with_suffix(".lock"))
    with pytest.raises(Timeout):
        lock.acquire(timeout=0)
    assert len(list(reading)) == 1
    with lock.acquire(timeout=0):
        pass


@pytest.mark.parametrize(("ending", "design"), [("pdf", "one-page"), ("pptx", "slides"), ("eml", "email")])
def test_all_code_that_makes_a_pack_is_in_its_name(ending: str, design: str) -> None:
    """Else a change in it would leave old files in the cache."""
    folder = str(Path(scripts.__file__).parent)
    ran: set[str] = set()

    def notice(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(folder):
            ran.add(frame.f_code.co_filename)

    sys.setprofile(notice)
    try:
        make(pack("a", ending, design), ROOT)
    finally:
        sys.setprofile(None)
    # What only holds facts, all of which are in the name themselves.
    facts = {f"{folder}/packs/pack.py"}
    assert ran - facts - set(map(str, press_code())) == set()
    assert f"{folder}/press/makers.py" in ran
