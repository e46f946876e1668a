"""A build that fails changes nothing, and says why in words."""

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from scripts.cli import main
from tests.conftest import copy_project
from tests.made_up import publication
from tests.running import leftovers, snapshot

FILE = "briefings/publications/a.md"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a built site."""
    root = copy_project(tmp_path_factory.mktemp("safety") / "project", content=False)
    (root / FILE).parent.mkdir()
    (root / FILE).write_text(publication(), "utf-8")
    assert _build(root).exit_code == 0
    return root


@pytest.fixture
def root(prepared: Path, tmp_path: Path) -> Path:
    return shutil.copytree(prepared, tmp_path / "project")


def _build(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(root), *arguments])


def _refused(result: Result, *words: str) -> None:
    """Exit 1 with these words, and nothing that only a programmer reads."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    for word in words:
        assert word in result.output
    assert "Errno" not in result.output and "Error(" not in result.output


# What is added to which file, and what the message says.
FAILURES = {
    "error in a briefing": ("briefings/publications/b.md", "no front matter", "briefings/publications/b.md:1:1"),
    "template with a syntax error": ("overrides/main.html", "{% if %}", "overrides/main.html:"),
    "template that asks for what is not there": ("overrides/main.html", "{{ page.no.such.thing }}", "no attribute"),
    "template without its part": ("overrides/main.html", '{% include "partials/none.html" %}', "partials/none.html"),
    "page with a link to no file": ("docs/about.md", "\n[x](nowhere.md)\n", "nowhere.md"),
    "page with a link to no page": ("docs/about.md", "\n[x](../nowhere/)\n", "about/index.html  It links to a page"),
    "page with a link to no heading": ("docs/about.md", "\n[x](../privacy/#no-such)\n", "It links to a place"),
    "page with a foreign script": (
        "docs/about.md",
        '\n<script src="https://example.org/x.js"></script>\n',
        "It fetches something from another website: https://example.org/x.js",
    ),
    "page with a foreign picture": (
        "docs/about.md",
        "\n![x](https://example.org/x.png)\n",
        "https://example.org/x.png",
    ),
    "style that fetches": (
        "overrides/assets/briefings/shell.css",
        "@import 'https://example.org/x.css';",
        "https://example.org/x.css",
    ),
    "page that is not UTF-8": ("docs/about.md", "caf\xe9", "docs/about.md: This file is not UTF-8 text."),
    "two pages for one address": ("docs/about/index.md", "# About\n", "Two pages want one address: "),
}


@pytest.mark.parametrize(("file", "addition", "message"), FAILURES.values(), ids=list(FAILURES))
def test_a_failure_leaves_the_old_site_whole(root: Path, file: str, addition: str, message: str) -> None:
    before = snapshot(root / "site")
    path = root / file
    path.parent.mkdir(exist_ok=True)
    old = path.read_bytes() if path.exists() else b""
    path.write_bytes(old + addition.encode("latin-1"))
    _refused(_build(root), message, "The site was not ", "the old one stands")
    assert snapshot(root / "site") == before
    assert leftovers(root / "site") == []


@pytest.mark.parametrize(
    ("setting", "broken", "message"),
    [
        ("name: material", "name: none", "none"),
        ("plugins: []", "plugins: [none]", '"none" plugin'),
        ("  - admonition\n", "  - none\n", "markdown_extensions"),
    ],
)
def test_a_setting_that_mkdocs_refuses(root: Path, setting: str, broken: str, message: str) -> None:
    before = snapshot(root / "site")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert settings.count(setting) == 1
    (root / "mkdocs.yml").write_text(settings.replace(setting, broken), "utf-8")
    _refused(_build(root), message, "The site was not ", "the old one stands")
    assert snapshot(root / "site") == before
    assert leftovers(root / "site") == []


def test_a_page_without_where_to_turn_is_not_published(root: Path) -> None:
    before = snapshot(root / "site")
    (root / "overrides/partials/worried.html").write_text("", "utf-8")
    _refused(_build(root), "index.html  The “Worried about a child?” block is missing.")
    assert snapshot(root / "site") == before


def test_an_error_in_the_files_does_not_even_touch_what_is_staged(root: Path) -> None:
    staged = {path: path.stat().st_mtime_ns for path in (root / "build").rglob("*")}
    (root / "briefings/publications/b.md").write_text("no front matter", "utf-8")
    _refused(_build(root), "briefings/publications/b.md:1:1")
    assert {path: path.stat().st_mtime_ns for path in (root / "build").rglob("*")} == staged


@pytest.mark.parametrize(("program", "message"), [(sys.executable, "--service"), ("/no/such/program", "No such file")])
def test_a_pagefind_that_fails(root: Path, monkeypatch: pytest.MonkeyPatch, program: str, message: str) -> None:
    before = snapshot(root / "site")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    _refused(_build(root), message, "the old one stands")
    assert snapshot(root / "site") == before
    assert leftovers(root / "site") == []


def test_a_first_build_that_fails_leaves_no_site(root: Path) -> None:
    shutil.rmtree(root / "site")
    (root / "overrides/main.html").write_text("{% if %}", "utf-8")
    _refused(_build(root), "main.html:1")
    assert not (root / "site").exists()


def test_leftovers_of_any_earlier_build_are_cleared(root: Path) -> None:
    for leftover in (".site.next", ".site.previous"):
        (root / leftover / "sub").mkdir(parents=True)
        (root / leftover / "sub/file").write_text("from an earlier build", "utf-8")
    assert _build(root).exit_code == 0
    assert leftovers(root / "site") == []


def test_nothing_but_a_site_is_ever_replaced(root: Path) -> None:
    before = snapshot(root)
    (root / "work").mkdir()
    (root / "work/notes.txt").write_text("Made-up notes.", "utf-8")
    checkout = shutil.copytree(root / "site", root / "checkout")
    (checkout / ".git").mkdir()
    for folder in (root, root / "docs", root / "briefings", root / "work", checkout):
        _refused(_build(root, "--site", str(folder)), str(folder), "something other than a built site")
    assert {path: data for path, data in snapshot(root).items() if path in before} == before
    assert (root / "work/notes.txt").exists()


def test_a_file_where_the_site_should_be(root: Path) -> None:
    shutil.rmtree(root / "site")
    (root / "site").write_text("Made-up notes.", "utf-8")
    _refused(_build(root), "something other than a built site")
    assert (root / "site").read_text("utf-8") == "Made-up notes."
    _refused(_build(root, "--site", str(root / "site/below")), "The site could not be written")


def test_a_file_where_pages_are_staged(root: Path) -> None:
    before = snapshot(root / "site")
    shutil.rmtree(root / "build")
    (root / "build").write_text("", "utf-8")
    _refused(_build(root), "build", "The site could not be written")
    assert snapshot(root / "site") == before


@pytest.mark.parametrize("name", ["elsewhere", "a folder/with späces – and more", "deep/er/and/deeper"])
def test_the_site_may_be_anywhere(root: Path, tmp_path: Path, name: str) -> None:
    before = snapshot(root / "site")
    for _ in ("new", "replaced"):
        result = _build(root, "--site", str(tmp_path / name))
        assert result.exit_code == 0, result.output
        assert snapshot(tmp_path / name) == before
    assert snapshot(root / "site") == before
    assert leftovers(tmp_path / name) == []


def test_an_empty_folder_is_filled_and_a_link_to_one_stays_a_link(root: Path, tmp_path: Path) -> None:
    before = snapshot(root / "site")
    (tmp_path / "published").mkdir()
    (tmp_path / "link").symlink_to("published")
    for _ in ("new", "replaced"):
        assert _build(root, "--site", str(tmp_path / "link")).exit_code == 0
        assert (tmp_path / "link").is_symlink()
        assert snapshot(tmp_path / "published") == before


def test_a_project_without_a_shell_gets_ours(root: Path) -> None:
    before = snapshot(root / "site")
    shutil.rmtree(root / "overrides")
    assert _build(root).exit_code == 0
    assert snapshot(root / "site") == before


def test_two_builds_never_work_in_one_place(root: Path) -> None:
    before = snapshot(root / "site")
    with FileLock(root / "build" / "docs.lock"):
        _refused(_build(root), "Another build is at work here")
    assert snapshot(root / "site") == before
    assert _build(root).exit_code == 0
