"""Pages of every kind and layout, for people who see, move or read differently."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.visits import DESK, PHONE, visit, words

PAGES = {
    "home": "",
    "national review": "national-reviews/the-myth-of-invisible-men/",
    "publication": "publications/annual-report-2018-to-2019/",
    "digest": "digests/2024-01/",
    "case review": "case-reviews/2024-01/bradford-child-a/",
    "challenge": "challenges/service-users-as-parents/",
    "local guidance": "local-guidance/bruising-in-non-mobile-infants-and-children/",
    "good practice": "good-practice/domestic-abuse-projects/",
    "spotlight": "spotlights/domestic-abuse/",
    "news update": "updates/2026-q4/",
    "index": "publications/",
    "challenge board": "challenges/",
    "ledger": "ledger/",
    "ledger's view": "ledger/leads/",
    "themes": "themes/",
    "theme": "themes/domestic-abuse/",
    "themes over time": "recurrence/",
    "role": "roles/health-visitor/",
    "search": "search/?q=neglect&kind=Case+review",
    "subscribe": "subscribe/",
    "about, with a table": "about/",
    "every route": "routes/",
    "contributing, with code": "contributing/",
    "404": "404.html",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    if address.startswith("search"):
        expect(page.locator("#search-results > li").first).to_be_visible()
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true; })")


def faults(page: Page, *rules: str) -> list[str]:
    """What axe finds serious or critical; by these rules only, where some are named."""
    found: list[dict[str, Any]] = Axe().run(page, options={"runOnly": rules} if rules else None).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def faults_by_day_and_night(page: Page) -> dict[str, list[str]]:
    """What axe finds at both widths, light and dark; nothing of what is as it should be."""
    found: dict[str, list[str]] = {}
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        found[f"{size['width']} px, light"] = faults(page)
        page.emulate_media(color_scheme="dark")
        found[f"{size['width']} px, dark"] = faults(page, "color-contrast")
    return {where: what for where, what in found.items() if what}


@every_page
def test_axe_finds_nothing_serious_at_any_width_light_or_dark(browser: Browser, server: str, address: str) -> None:
    # Axe is put into the page from outside, which the site's own policy would refuse; and no colour may be half-way.
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        open_page(page, address)
        assert faults_by_day_and_night(page) == {}


@every_page
def test_nothing_scrolls_sideways_on_a_phone_or_breaks_the_policy(browser: Browser, server: str, address: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:  # which itself refuses errors and requests to other hosts
        open_page(page, address)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy is not None
        assert policy.startswith("default-src 'self';")


FOCUSED = """() => {
  const { left, right, top, bottom, width, height } = document.activeElement.getBoundingClientRect();
  const inside = left >= 0 && right <= innerWidth && bottom > 0 && top < innerHeight && width > 0 && height > 0;
  const line = document.activeElement.getClientRects()[0];
  const hit = document.elementFromPoint(line.left + Math.min(8, line.width / 2), line.top + line.height / 2);
  return {
    end: document.activeElement === document.body,
    mark: getComputedStyle(document.activeElement).outlineStyle,
    seen: inside && hit !== null && (document.activeElement.contains(hit) || hit.contains(document.activeElement)),
    html: document.activeElement.outerHTML.slice(0, 120),
  };
}"""


@every_page
def test_whatever_takes_the_focus_on_a_phone_is_on_the_screen_and_marked(
    browser: Browser, server: str, address: str
) -> None:
    with visit(browser, server, viewport=PHONE, reduced_motion="reduce") as page:
        open_page(page, address)
        page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
        stops: list[dict[str, Any]] = []
        while len(stops) < 400:
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop["end"]:
                break
            stops.append(stop)
        assert len(stops) > 10
        assert [stop["html"] for stop in stops if not stop["seen"] or stop["mark"] == "none"] == []


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, server: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:
        page.goto("publications/")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to main content")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").first).to_be_focused()


def test_paper_is_white_and_carries_no_controls(browser: Browser, server: str) -> None:
    with visit(browser, server, color_scheme="dark") as page:
        page.goto(PAGES["publication"])
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"
        for control in (".site-nav", ".search-form", ".crumbs", ".tags", ".prev-next", ".more"):
            expect(page.locator(control).first).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_text("0808 800 5000")).to_be_visible()


def test_every_page_of_the_site_has_the_same_sound_frame(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    unsound = {}
    for path in pages:
        document = lxml.html.document_fromstring(path.read_bytes())
        worried = document.get_element_by_id("worried-about-a-child")
        says = words(worried.text_content())
        leads = {link.get("href") for link in worried.iter("a")}
        wanted = (
            document.get("lang") == "en-GB",
            len(document.findall(".//h1")) == 1,
            len(document.findall(".//main")) == 1,
            bool(words(document.findtext(".//title") or "")),
            all(number in says for number in ("999", "0808 800 5000", "0800 1111")),
            {"tel:999", "tel:08088005000", "tel:08001111"} <= leads,
        )
        if not all(wanted):
            unsound[path.relative_to(site).as_posix()] = wanted
    assert unsound == {}


def test_no_heading_rank_is_skipped(site: Path) -> None:
    skipped = {}
    for path in site.rglob("*.html"):
        document = lxml.html.document_fromstring(path.read_bytes())
        ranks = [int(str(heading.tag)[1]) for heading in document.xpath("//*[self::h1|self::h2|self::h3|self::h4]")]
        if any(after > before + 1 for before, after in pairwise(ranks)):
            skipped[path.relative_to(site).as_posix()] = ranks
    assert skipped == {}
