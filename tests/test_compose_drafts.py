"""Drafts are kept in the browser until they are deleted, and the page says so; without a store it works on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.model.kinds import KINDS
from tests.composing import begin, heading, start, trouble, written
from tests.visits import visit

SAVED = re.compile(r"^Your draft is kept in this browser only \(saved at \d\d:\d\d\)\.$")


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def saved(page: Page) -> None:
    expect(page.locator("[data-part=saved]")).to_have_text(SAVED)


def write(page: Page, title: str) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill(title)
    saved(page)


def test_a_draft_survives_reload_and_can_be_deleted_and_brought_back(page: Page) -> None:
    write(page, "Made-up draft")
    before = written(page)
    page.reload()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Made-up draft")
    assert written(page) == before
    page.get_by_role("button", name="Delete my draft").click()
    expect(page.locator("[data-part=gone]")).to_contain_text("The draft “Made-up draft” was deleted.")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("link", name="Made-up draft").click()
    expect(heading(page)).to_be_focused()
    assert written(page) == before
    page.get_by_role("button", name="Delete my draft").click()
    page.reload()
    expect(page.get_by_role("heading", name="Your drafts in this browser")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_what_was_typed_last_is_kept_when_the_page_is_left_at_once(page: Page) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill("Made-up haste")
    page.goto("about/")
    page.goto("compose/")
    page.get_by_role("link", name="Made-up haste").click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Made-up haste")


def test_drafts_are_kept_apart_and_each_is_later_than_the_last(page: Page) -> None:
    write(page, "Made-up one")
    first = written(page)
    page.get_by_role("button", name="Back to the beginning").click()
    write(page, "Made-up two")
    page.get_by_role("button", name="Back to the beginning").click()
    expect(page.locator("[data-part=drafts] li").first).to_contain_text("Good practice, saved ")
    expect(page.locator("[data-part=drafts] a")).to_have_text(["Made-up two", "Made-up one"])
    added = page.evaluate("Object.values(localStorage).map((each) => JSON.parse(each).state.added)")
    assert len(added) == len(set(added)) == 2
    page.get_by_role("button", name="Delete the draft “Made-up two”").click()
    page.get_by_role("link", name="Made-up one").click()
    expect(heading(page)).to_be_focused()
    assert written(page) == first


def test_a_draft_of_an_older_form_is_made_whole(page: Page) -> None:
    write(page, "Made-up old draft")
    page.evaluate(
        """() => {
          const [key] = Object.keys(localStorage);
          const draft = JSON.parse(localStorage[key]);
          delete draft.state.summary;
          Object.assign(draft.state, { themes: "neglect", discussion: ["Why?", null, 7], gone: "x" });
          localStorage[key] = JSON.stringify(draft);
        }"""
    )
    page.reload()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Made-up old draft")
    expect(page.get_by_label("Summary", exact=True)).to_have_value("")
    assert 'discussion:\n  - "Why?"\n---' in written(page)


def test_back_and_forward_lead_to_the_beginning_and_to_the_draft(page: Page) -> None:
    write(page, "Made-up way")
    page.go_back()
    expect(page.get_by_role("link", name="Made-up way")).to_be_visible()
    page.go_forward()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Made-up way")


def test_without_a_store_the_page_says_so_and_works_on(browser: Browser, server: str) -> None:
    with visit(browser, server) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } })")
        begin(page, "good-practice")
        page.get_by_label("Title", exact=True).fill("Made-up")
        expect(page.locator("[data-part=saved]")).to_contain_text("This browser keeps no drafts.")
        expect(page.get_by_role("button", name="Delete my draft")).to_be_hidden()
        page.get_by_role("button", name="Download", exact=True).click()
        page.get_by_role("button", name="Download all the same").click()
        expect(page.locator("[data-part=done]")).to_contain_text("on its way to your downloads")


def test_the_instant_is_new_and_later_than_every_one_there_is(browser: Browser, server: str) -> None:
    def later(route: Route) -> None:
        answer = route.fetch()
        known = answer.json()
        known["briefings"][0]["added"] = "2099-12-31T23:59:59+00:00"
        route.fulfill(response=answer, json=known)

    with visit(browser, server) as page:
        page.route("**/compose/briefings.json", later)
        begin(page, "good-practice")
        assert "added: 2100-01-01T00:00:00+00:00\n" in written(page)


@pytest.mark.parametrize("address", ["compose/?kind=recipes", "compose/?draft=digests%2F1"])
def test_an_address_that_leads_nowhere_says_so(page: Page, address: str) -> None:
    page.goto(address)
    expect(trouble(page)).to_be_focused()
    expect(trouble(page)).to_have_text(re.compile("There is no kind “recipes”|holds no such draft"))
    expect(page.get_by_role("radio")).to_have_count(len(KINDS))


def test_the_address_of_a_kind_begins_one(page: Page) -> None:
    page.goto("compose/?kind=spotlights")
    expect(heading(page)).to_have_text("Spotlight")


@pytest.mark.parametrize("missing", ["**/schemas/digests.json", "**/compose/briefings.json"])
def test_what_cannot_be_loaded_is_told_and_can_be_tried_again(browser: Browser, server: str, missing: str) -> None:
    context = browser.new_context(base_url=server)  # not by `visit`: the browser itself logs the failed request
    page = context.new_page()
    page.route(missing, lambda route: route.fulfill(status=503))
    start(page, "digests")
    page.get_by_role("button", name="Begin a new one").click()
    expect(trouble(page)).to_contain_text("could not be loaded")
    expect(trouble(page)).to_be_focused()
    page.unroute(missing)
    page.get_by_role("button", name="Begin a new one").click()
    expect(heading(page)).to_be_focused()
    context.close()


def test_without_javascript_the_page_says_what_to_do_instead(browser: Browser, server: str) -> None:
    with visit(browser, server, java_script_enabled=False) as page:
        page.goto("compose/")
        expect(page.get_by_text("This form needs JavaScript, which does not run here.")).to_be_visible()
        expect(page.get_by_role("radio")).to_have_count(0)
        page.get_by_role("main").get_by_role("link", name="step-by-step guide").last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("How to publish a briefing")
