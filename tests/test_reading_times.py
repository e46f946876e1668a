"""A page says how long it takes to read; the words are counted here in another way than in the program."""

import math
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.reading_time import message_words
from tests.reading import library_of
from tests.visits import visit, words


@pytest.fixture(scope="module")
def library(real_project: Path) -> Library:
    return library_of(real_project)


def spoken(text: str) -> int:
    """What stands between spaces and has a letter or a digit in it."""
    return sum(any(sign.isalnum() for sign in part) for part in text.split())


def shown_message(text: str, briefing: Briefing) -> str:
    """What the page shows from its summary (a challenge's question) to the end of its message."""
    front = briefing.front
    first = words(front.question if isinstance(front, Challenge) else front.summary)
    last = words((*front.summary.split("\n\n"), *front.key_messages)[-1])
    return text[text.index(first) : text.index(last) + len(last)]


def test_every_page_says_how_long_its_message_takes(
    browser: Browser, server: str, library: Library, subtests: pytest.Subtests
) -> None:
    with visit(browser, server) as page:
        # A News Update is lists of what others say at length.
        for briefing in (one for one in library.briefings if not one.kind.is_note):
            with subtests.test(briefing.key):
                page.goto(briefing.address)
                text = words(page.get_by_role("main").inner_text())
                match = re.search(r"(\d+) minutes?: the message", text)
                assert match
                shown = spoken(shown_message(text, briefing).replace("Key messages", ""))
                assert shown == pytest.approx(message_words(briefing), abs=max(3, shown // 20))
                assert int(match[1]) == max(1, math.ceil(message_words(briefing) / 200))


def test_the_whole_and_the_source_are_where_the_page_says(browser: Browser, server: str, library: Library) -> None:
    briefing = library.by_key["national-reviews/the-myth-of-invisible-men"]
    with visit(browser, server) as page:
        page.goto(briefing.address)
        facts = page.get_by_text("minute: the message")
        assert re.search(r"[2-7] minutes: the whole briefing", facts.inner_text())
        for name in ("the whole briefing", "the source", "PDF, slides, email"):
            target = facts.get_by_role("link", name=name).get_attribute("href") or ""
            assert page.locator(target).count() == 1
        whole = page.locator("#whole").evaluate("found => found.compareDocumentPosition(document.querySelector('h2'))")
        assert whole & 2, "the key messages come before the whole"


def test_no_real_briefing_is_longer_than_its_readers_have_time(library: Library) -> None:
    for briefing in library.briefings:
        if not isinstance(briefing.front, Challenge):
            assert message_words(briefing) <= 200, briefing.key
