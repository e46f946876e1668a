"""The live preview, as a lead officer uses it: look, write, look again, mistype, mend, stop."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import MakeProject
from tests.made_up import publication
from tests.running import BRIEFINGS

FILE = "briefings/publications/a.md"
# Only a preview that hangs comes near it.
PATIENCE = 120


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def _preview(root: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = _free_port()
    command = [BRIEFINGS, "serve", "--root", str(root), "--port", str(port)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        try:
            yield process, f"http://127.0.0.1:{port}/"
        finally:
            process.kill()
            process.wait()


def _until(condition: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask again and again, until it is so or the preview has ended."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None and time.monotonic() < end, log.read_text("utf-8")
        time.sleep(0.05)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as response:  # noqa: S310  our own address
            text: str = response.read().decode()
            return text
    except OSError:
        return ""


def test_the_preview_follows_the_files(make_project: MakeProject, tmp_path: Path) -> None:
    draft = "briefings/publications/draft.md"
    root = make_project({FILE: publication(title="First title"), draft: publication(1, title="A draft", draft=True)})
    log = tmp_path / "log"
    with _preview(root, log) as (process, home):
        page = f"{home}publications/a/"
        _until(lambda: "First title" in _get(page), process, log)
        assert "Only people with a preview see this page." in _get(f"{home}publications/draft/")
        assert f"The preview is ready: {home} " in log.read_text("utf-8")
        assert "<title>" in _get(home) and _get(f"{home}feeds/all.xml").startswith("<?xml")

        (root / FILE).write_text(publication(title="Second title"), "utf-8")
        _until(lambda: "Second title" in _get(page), process, log)

        (root / FILE).write_text(publication(title="Third title", themes=["neglet"]), "utf-8")
        _until(lambda: "is not one of our themes" in log.read_text("utf-8"), process, log)
        assert f"{FILE}:6:" in log.read_text("utf-8")
        assert "Second title" in _get(page)

        (root / FILE).write_text(publication(title="Fourth title"), "utf-8")
        _until(lambda: "Fourth title" in _get(page), process, log)
        assert not (root / "site").exists()

        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    assert "Traceback" not in log.read_text("utf-8")


def test_a_preview_of_broken_files_says_what_is_wrong_and_ends(make_project: MakeProject, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with _preview(make_project({FILE: "no front matter"}), log) as (process, _):
        assert process.wait(PATIENCE) == 1
    assert f"{FILE}:1:1" in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
