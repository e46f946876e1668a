"""What the tests share: small projects, the real site built once, a server for it, a browser."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from scripts.build import build
from tests.browser import ARGUMENTS, find

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)

MakeProject = Callable[[dict[str, str | bytes]], Path]


def copy_project(target: Path, *, content: bool) -> Path:
    """The project's settings, shell and vocabulary; with its real briefings and pages where asked."""
    shutil.copytree(ROOT / "overrides", target / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", target)
    if content:
        shutil.copytree(ROOT / "briefings", target / "briefings")
    else:
        shutil.copytree(ROOT / "briefings" / "vocabulary", target / "briefings" / "vocabulary")
    shutil.copytree(ROOT / "docs", target / "docs")
    return target


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Makes a project without briefings but those given, by path below its root."""

    def make(files: dict[str, str | bytes]) -> Path:
        root = copy_project(tmp_path / "project", content=False)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its real content and its site, built once for all workers. Nobody writes into it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", os.getpid())
    project = tmp_path_factory.getbasetemp().parent / f"real-{run}" / "project"
    project.parent.mkdir(exist_ok=True)
    with FileLock(project.with_name("lock")):
        if not project.exists():
            begun = copy_project(project.with_name("begun"), content=True)
            build(begun, begun / "site", TODAY)
            begun.rename(project)
    return project


@pytest.fixture(scope="session")
def site(real_project: Path) -> Path:
    """The real site."""
    return real_project / "site"


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder over HTTP on this machine; gives its address, ending with a slash."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The real site over HTTP; gives its address."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    path = find()
    assert path, "no browser; run: python -m tests.browser"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
