"""Search for those who use no mouse, and the ways in for those who have no JavaScript."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.visits import PHONE, visit


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element of that accessible name or text has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || document.activeElement.value").strip() == name:
            return
    raise AssertionError(f"Tab never reaches {name}")


def test_a_search_can_be_made_and_followed_with_the_keyboard_alone(browser: Browser, server: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:
        page.goto("search/")
        page.get_by_role("searchbox").focus()
        page.keyboard.type("neglect")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(re.compile("results for “neglect”$"))
        for summary in ("Filters", "Kind"):
            tab_to(page, summary)
            page.keyboard.press("Enter")
        tab_to(page, "Case review")
        page.keyboard.press("Space")
        expect(page.get_by_role("status")).to_have_text(re.compile("with 1 filter$"))
        expect(page.locator("[value='Case review']")).to_be_focused()
        tab_to(page, "Child A")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Child A")


def test_the_number_of_results_is_in_a_polite_live_region(browser: Browser, server: str) -> None:
    with visit(browser, server) as page:
        page.goto("search/")
        status = page.get_by_role("status")
        expect(status).to_have_attribute("aria-live", "polite")
        expect(status).to_have_text("")
        page.get_by_role("searchbox").fill("neglect")
        expect(status).to_have_text(re.compile(r"^\d+ results for “neglect”$"))


def test_without_javascript_the_search_page_leads_to_every_list(browser: Browser, server: str) -> None:
    with visit(browser, server, java_script_enabled=False) as page:
        page.goto("national-reviews/out-of-routine/")
        page.get_by_role("searchbox").fill("neglect")
        page.get_by_role("searchbox").press("Enter")
        expect(page).to_have_url(re.compile(r"/search/\?q=neglect$"))
        expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
        expect(page.locator("#search-app")).to_be_hidden()
        links = page.locator("main article a").evaluate_all("links => links.map(link => link.href)")
        assert [link.removeprefix(server) for link in links] == [
            *("themes/", "roles/", "national-reviews/", "publications/", "digests/", "challenges/"),
            *("local-guidance/", "good-practice/", "spotlights/", "updates/", "case-reviews/"),
        ]
        for link in links:
            page.goto(link)
            expect(page.locator("main article li a").first).to_be_visible()


def test_without_javascript_every_link_of_the_navigation_works(browser: Browser, server: str) -> None:
    with visit(browser, server, java_script_enabled=False, viewport=PHONE) as page:
        page.goto("about/")
        names = [link.inner_text() for link in page.locator(".site-foot nav a").all()]
        page.get_by_role("button", name="Menu", exact=True).click()
        menu = page.locator(".site-nav a").all_inner_texts()
        assert len(menu) == 11
        for name in menu:
            if page.get_by_role("button", name="Close menu").is_hidden():
                page.get_by_role("button", name="Menu", exact=True).click()
            page.locator(".site-nav").get_by_role("link", name=name, exact=True).click()
            expect(page.locator(".site-nav [aria-current=page]")).to_have_text(name)
        for name in names:
            page.locator(".site-foot").get_by_role("link", name=name, exact=True).click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(name)
