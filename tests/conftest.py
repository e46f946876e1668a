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
from scripts.library import Library
from scripts.load import load
from scripts.packs import all_packs
from scripts.press import CACHE, press
from scripts.site import Site
from scripts.sources import read_tree
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
    """A copy of this project with its real content and, made once for all workers, its packs."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project", content=True)
    shared = tmp_path_factory.getbasetemp().parent / f"packs-{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
    with FileLock(shared.with_suffix(".lock")):
        if not shared.exists():
            collection = load(read_tree(project))
            assert collection.settings
            library = Library.of(collection.briefings, collection.vocabulary)
            list(press(all_packs(library, Site(collection.settings, TODAY)), project))
            shutil.copytree(project / CACHE, shared)
    shutil.copytree(shared, project / CACHE, dirs_exist_ok=True)
    return project


@pytest.fixture(scope="session")
def site(real_project: Path) -> Path:
    """The real site, built once."""
    build(real_project, real_project / "site", TODAY)
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
