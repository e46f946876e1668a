"""The preview as somebody opens it who has unpacked it: by double click, without a web server."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from playwright.sync_api import Browser

from tests.github import GitHub


@pytest.fixture(scope="module")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("preview") / "a folder (1)"))
    run = GitHub.at(folder.parent).run("openable.py", folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    return folder


def links(page: Path) -> Iterator[str]:
    """The addresses that a page leads to, but those on other servers and from this one's root."""
    for element in lxml.html.document_fromstring(page.read_bytes()).iter("a", "form", "link"):
        address = element.get("href") or element.get("action") or ""
        parts = urlsplit(address)
        if parts.path and not parts.scheme and not parts.netloc and not parts.path.startswith("/"):
            yield address


def test_every_link_names_a_file_that_is_there(preview: Path) -> None:
    pages = [page for page in preview.rglob("*.html") if page.name != "404.html"]
    assert len(pages) > 100
    for page in pages:
        for address in links(page):
            assert (page.parent / unquote(urlsplit(address).path)).is_file(), (page, address)


def test_only_links_are_changed(site: Path, preview: Path) -> None:
    for page in site.rglob("*"):
        copy = preview / page.relative_to(site)
        if page.suffix == ".html":
            before, after = page.read_text("utf-8"), copy.read_text("utf-8")
            assert after.replace("index.html", "").count("<") == before.count("<")
            words = [lxml.html.document_fromstring(text).text_content() for text in (before, after)]
            assert words[0] == words[1]
        elif page.is_file():
            assert page.read_bytes() == copy.read_bytes()


def test_a_browser_opens_it_and_walks_through(preview: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((preview / "index.html").as_uri())
    plain = page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    assert plain != "rgba(0, 0, 0, 0)", "the styles are there"
    page.get_by_role("link", name="Case reviews").first.click()
    assert page.title().startswith("Case reviews")
    page.locator("article a").first.click()
    assert "Index of" not in page.title()
    assert page.url.endswith("index.html") and page.locator("h1").count() == 1
    page.goto((preview / "search/index.html").as_uri())
    assert "does not run here" in page.locator("main").inner_text()
    page.get_by_role("link", name="Themes").first.click()
    assert page.title().startswith("Themes")
    page.close()
