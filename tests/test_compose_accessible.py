"""The compose page in every state, for people who see, move or read differently."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.composing import agree, begin, heading, open_file, start
from tests.conftest import ROOT
from tests.test_accessibility import FOCUSED, faults
from tests.visits import DESK, PHONE, visit


def at_the_start(page: Page) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill("Made-up draft")
    page.get_by_role("button", name="Back to the beginning").click()
    start(page, "digests")
    page.get_by_text("Change one that is there already").click()
    expect(page.get_by_label("Which one?").locator("option[value='2024-01']")).to_have_count(1)


def empty(page: Page) -> None:
    begin(page, "national-reviews")
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true; })")


def filled(page: Page) -> None:
    name = "2024-01.md"
    open_file(page, "digests", name, (ROOT / "briefings" / "digests" / name).read_bytes())
    agree(page)
    expect(heading(page)).to_be_focused()
    page.locator(".rows details").first.evaluate("details => { details.open = true; }")


def with_problems(page: Page) -> None:
    begin(page, "digests")
    page.get_by_role("button", name="Add source").click()
    page.get_by_label("Title of the document").fill("x" * 201)
    page.get_by_role("button", name="Download", exact=True).click()
    expect(page.locator("[data-part=problems]")).to_be_focused()


def choosing(page: Page) -> None:
    begin(page, "spotlights")
    page.get_by_role("combobox").first.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()


STATES = [at_the_start, empty, filled, with_problems, choosing]
# A ring of focus would never end; a digest of six reviews with all their items has more than six hundred stops.
MOST_STOPS = 2000
every_state = pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)


@every_state
def test_axe_finds_nothing_serious_at_any_width_light_or_dark(
    browser: Browser, server: str, state: Callable[[Page], None]
) -> None:
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        state(page)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme="light")
            assert faults(page) == [], f"{size['width']} px, light"
            page.emulate_media(color_scheme="dark")
            assert faults(page, "color-contrast") == [], f"{size['width']} px, dark"


@every_state
def test_on_a_phone_nothing_scrolls_sideways_and_every_stop_is_seen_and_marked(
    browser: Browser, server: str, state: Callable[[Page], None]
) -> None:
    with visit(browser, server, viewport=PHONE, reduced_motion="reduce") as page:
        state(page)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
        stops: list[dict[str, Any]] = []
        while len(stops) < MOST_STOPS:
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop["end"]:
                break
            stops.append(stop)
        assert 10 < len(stops) < MOST_STOPS
        assert [stop["html"] for stop in stops if not stop["seen"] or stop["mark"] == "none"] == []


def test_the_picker_is_one_stop_and_tells_what_it_does(browser: Browser, server: str) -> None:
    with visit(browser, server) as page:
        begin(page, "spotlights")
        box = page.get_by_role("group", name="Themes").get_by_role("combobox")
        expect(box).to_have_attribute("aria-expanded", "false")
        box.press("ArrowDown")
        expect(box).to_have_attribute("aria-expanded", "true")
        options = page.get_by_role("listbox", name="Themes").get_by_role("option")
        first = options.first.get_attribute("id")
        assert first
        expect(box).to_have_attribute("aria-activedescendant", first)
        box.press("ArrowUp")
        expect(options.first).to_have_attribute("aria-selected", "true")
        box.press("Escape")
        expect(box).to_have_attribute("aria-expanded", "false")
        assert box.get_attribute("aria-activedescendant") is None
        box.press("ArrowUp")
        expect(options.last).to_have_attribute("aria-selected", "true")
        expect(options.last).to_be_in_viewport()
        box.press("Tab")
        expect(options.first).to_be_hidden()
