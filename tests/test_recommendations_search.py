"""The search of the register: by word, addressee, theme and year, by keyboard, sent on by its address."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import MakeProject
from tests.registering import digest, pages, review
from tests.test_accessibility import faults_by_day_and_night
from tests.visits import PHONE, visit

ADDRESS = "recommendations/"
DATA = "data/recommendations.json"


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server, viewport=PHONE) as page:
        yield page


@pytest.fixture(scope="module")
def held(site: Path) -> Any:
    return json.loads((site / DATA).read_text("utf-8"))


def texts(held: Any, **wanted: object) -> list[str]:
    """The recommendations that a choice should give, in order."""
    found = []
    for one in held["recommendations"]:
        review = held["reviews"][one["review"]]
        facts = {"whom": one["for"], "year": review["year"]}
        theme_fits = wanted.get("theme") in (None, *review["themes"])
        if theme_fits and all(facts[name] == value for name, value in wanted.items() if name in facts):
            found.append(" ".join(one["text"].split()))
    return found


def shown(page: Page) -> list[str]:
    return page.locator(".register-found > li > p:first-child").all_inner_texts()


def says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def test_nothing_is_loaded_before_it_is_used(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ADDRESS)
    page.get_by_role("combobox", name="Year").focus()
    assert not [url for url in asked if url.endswith(DATA)]
    page.get_by_role("combobox", name="Year").select_option("2021")
    says(page, "3 recommendations: 2021")
    assert len([url for url in asked if url.endswith(DATA)]) == 1


def test_choices_are_joined_and_the_address_keeps_them(page: Page, held: Any) -> None:
    page.goto(ADDRESS)
    page.get_by_label("For whom").select_option(label="Safeguarding partnership")
    page.get_by_label("Theme of the review").select_option(label="Neglect")
    wanted = texts(held, whom="safeguarding-partnership", theme="neglect")
    says(page, f"{len(wanted)} recommendations: Safeguarding partnership, Neglect")
    assert shown(page) == wanted
    expect(page).to_have_url(re.compile(r"/recommendations/\?for=safeguarding-partnership&theme=neglect$"))
    page.reload()
    says(page, f"{len(wanted)} recommendations: Safeguarding partnership, Neglect")
    page.go_back()
    says(page, f"{len(texts(held, whom='safeguarding-partnership'))} recommendations: Safeguarding partnership")
    expect(page.get_by_label("Theme of the review")).to_have_value("")


def test_words_are_found_at_their_beginning_whatever_their_capitals_and_signs(page: Page, held: Any) -> None:
    page.goto(f"{ADDRESS}?q=CHILDRENS+audit")
    wanted = [
        " ".join(one["text"].split())
        for one in held["recommendations"]
        if "audit" in one["text"].lower() and "child" in one["text"].lower()
    ]
    says(page, re.compile(r"^\d+ recommendations? for “CHILDRENS audit”$|^No recommendations"))
    assert set(shown(page)) <= set(wanted)
    page.get_by_role("searchbox", name="Words in the recommendation").fill("audit")
    page.keyboard.press("Enter")
    says(page, re.compile("^2 recommendations for “audit”$"))
    assert all("audit" in text.lower() for text in shown(page))


def test_a_result_leads_to_its_review(page: Page) -> None:
    page.goto(f"{ADDRESS}?q=invisible+men")
    page.locator(".register-found").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("C101")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("searchbox", name="Words in the recommendation").focus()
    page.keyboard.type("police")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Search", exact=True).last).to_be_focused()
    page.keyboard.press("Enter")
    says(page, re.compile("for “police”"))


def test_nothing_found_is_said_and_a_new_start_offered(page: Page) -> None:
    page.goto(f"{ADDRESS}?q=xyzzy&theme=no-such-theme")
    says(page, "No recommendations for “xyzzy”. Try fewer or more general words, or choose less.")
    page.get_by_role("link", name="Start again").click()
    says(page, "")


def test_words_in_an_address_stay_words(page: Page) -> None:
    page.goto(f"{ADDRESS}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    says(page, re.compile(r"^No recommendations for “<img src=x onerror=alert\(1\)>”"))


@pytest.mark.parametrize("address", ["?q=train", "for/safeguarding-partnership/"])
def test_it_can_be_read_by_all(page: Page, address: str) -> None:
    page.goto(f"{ADDRESS}{address}")
    expect(page.locator("article ol").first).to_contain_text("train")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults_by_day_and_night(page) == {}


def test_without_javascript_the_lists_lead_on(browser: Browser, server: str) -> None:
    with visit(browser, server, java_script_enabled=False) as page:
        page.goto(ADDRESS)
        expect(page.get_by_label("For whom")).to_be_hidden()
        page.get_by_role("link", name="Government", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Recommendations: Government")
        expect(page.locator("article li")).to_have_count(3)


def test_a_failed_download_can_be_tried_again(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route(f"**/{DATA}", lambda route: route.abort(), times=1)
    page.goto(f"{ADDRESS}?q=train")
    says(page, re.compile("could not be loaded"))
    page.locator(".register button").click()
    says(page, re.compile("for “train”$"))
    context.close()


def test_of_many_the_first_fifty_are_shown_with_the_number_of_all(page: Page, make_project: MakeProject) -> None:
    asked = [{"to": f"Team <b>{number}</b>", "text": f"Publish number {number} ê."} for number in range(60)]
    made = pages(make_project(digest(1, review("a", *asked))))
    page.route(f"**/{DATA}", lambda route: route.fulfill(body=made[DATA], content_type="application/json"))
    page.goto(f"{ADDRESS}?q=publish+E")
    says(page, "60 recommendations for “publish E”. The first 50 are shown: add a word or choose more to see the rest.")
    expect(page.locator(".register-found > li")).to_have_count(50)
    # Not among those asked most often, so not among the choices until it is asked for.
    page.goto(f"{ADDRESS}?for=team-b-59-b")
    says(page, "1 recommendation: Team <b>59</b>")
    expect(page.get_by_label("For whom")).to_have_value("team-b-59-b")
