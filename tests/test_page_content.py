"""Every word of every briefing's file can be read on its page, and every address can be followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.library import Library
from scripts.model.kinds import KINDS
from tests.reading import addresses, library_of, reviewed, said
from tests.visits import visit, words

MOST_BYTES = 20_480
REPOSITORY = "https://git.example.org/example-scp/briefings/edit/main/"


class Read:
    """What the browser shows of a page."""

    def __init__(self, page: Page, address: str) -> None:
        page.goto(address)
        self.text = words(page.get_by_role("main").inner_text())
        self.heading = page.get_by_role("heading", level=1).inner_text()
        self.title = page.title()
        self.links = set(page.locator("main a").evaluate_all("links => links.map(link => link.href)"))
        self.edit = page.get_by_role("link", name="Edit this page").get_attribute("href")

    def lacks(self, wanted: Iterator[str]) -> list[str]:
        return [text for text in wanted if words(text) not in self.text]


@pytest.fixture(scope="module")
def library(real_project: Path) -> Library:
    return library_of(real_project)


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


@pytest.mark.parametrize("folder", [kind.folder for kind in KINDS])
def test_every_briefing_can_be_read_whole(
    page: Page, server: str, library: Library, subtests: pytest.Subtests, folder: str
) -> None:
    for briefing in library.of_kind(folder):
        with subtests.test(briefing.key):
            read = Read(page, briefing.address)
            assert read.heading == briefing.title
            assert read.title.startswith(briefing.title)
            assert read.edit == REPOSITORY + briefing.path
            assert read.lacks(said(briefing)) == []
            assert set(addresses(briefing.front)) <= read.links
            assert {f"{server}themes/{theme}/" for theme in briefing.front.themes} <= read.links


def test_every_case_review_can_be_read_whole(
    page: Page, server: str, library: Library, subtests: pytest.Subtests
) -> None:
    assert len([found for found in library.case_reviews if found.digest.id == "2024-01"]) == 6
    for found in library.case_reviews:
        with subtests.test(found.address):
            read = Read(page, found.address)
            assert read.heading == found.review.title
            assert read.lacks(reviewed(found.review)) == []
            assert set(addresses(found.review)) <= read.links
            assert {f"{server}themes/{theme}/" for theme in found.review.themes} <= read.links
            assert f"{server}{found.digest.address}" in read.links


def test_a_digest_leads_to_each_of_its_reviews(page: Page, server: str, library: Library) -> None:
    for digest in library.of_kind("digests"):
        read = Read(page, digest.address)
        reviews = [found for found in library.case_reviews if found.digest is digest]
        assert read.lacks(found.review.title for found in reviews) == []
        assert {server + found.address for found in reviews} <= read.links


def test_no_briefing_is_heavier_than_a_poor_connection_bears(site: Path, library: Library) -> None:
    found = [
        *(briefing.address for briefing in library.briefings),
        *(review.address for review in library.case_reviews),
    ]
    heavy = {
        address: size for address in found if (size := (site / address / "index.html").stat().st_size) > MOST_BYTES
    }
    assert heavy == {}
