"""Finding: by word, abbreviation and synonym, by facet, with the keyboard alone, and without JavaScript."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.visits import visit

CHOICES = {"kind": "Kind", "theme": "Theme", "role": "Role", "age": "Age", "year": "Year"}


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def search(page: Page, query: str) -> None:
    page.goto(f"search/?q={query}")


def results(page: Page) -> Locator:
    return page.locator("#search-results > li")


def titles(page: Page) -> Locator:
    return results(page).get_by_role("link")


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def count(page: Page) -> int:
    """The number of results that the live region says, once it says one."""
    expect(status(page)).to_have_text(re.compile(r"^\d+ result"))
    return int(status(page).inner_text().split()[0])


def choose(page: Page, facet: str, value: str) -> None:
    block = page.locator(f"[data-facet={facet}]")
    if block.get_attribute("open") is None:
        block.locator("summary").click()
    block.get_by_role("checkbox", name=value).check()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    "start", ["", "national-reviews/out-of-routine/", "roles/", "subscribe/", "about/", "404.html"]
)
def test_the_field_of_every_page_leads_to_results(page: Page, start: str) -> None:
    page.goto(start)
    page.get_by_role("searchbox", name="Search briefings").fill("safer sleep")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=safer\+sleep$"))
    expect(page.get_by_role("searchbox")).to_have_value("safer sleep")
    expect(titles(page).first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("neglect", "Child A"),
        ("DV", "Domestic abuse"),
        ("Clare's Law", "Clare's Law: known and promoted"),
        ("Clare’s Law", "Clare's Law: known and promoted"),
        ("NAI", "Babies who sustained injuries"),
        ("cot death", "Out of Routine"),
        ("SUDI", "Sudden unexpected death in infancy and safer sleep"),
        ("bradford", "Child A"),
    ],
)
def test_words_abbreviations_and_synonyms_find(page: Page, query: str, expected: str) -> None:
    search(page, query)
    expect(titles(page).filter(has_text=expected).first).to_be_visible()
    assert count(page) == results(page).count() or count(page) > 10


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("neglect", "Neglect"),
        ("domestic abuse", "Domestic abuse"),
        ("invisible men", "The Myth of Invisible Men"),
        ("clare's law", "Clare's Law"),
        ("out of routine", "Out of Routine"),
        ("child v", "Child V"),
        ("DV", "Domestic abuse"),
        ("NAI", "Non-accidental injury"),
        ("cot death", "Sudden unexpected death in infancy and safer sleep"),
        ("GP", "GPs"),
    ],
)
def test_the_page_of_that_name_or_other_name_comes_first(page: Page, query: str, first: str) -> None:
    search(page, query)
    expect(titles(page).first).to_contain_text(first)


def test_each_facet_narrows_and_facets_are_joined_by_and(page: Page) -> None:
    search(page, "baby")
    before = count(page)
    for facet, value in [
        ("kind", "Case review"),
        ("theme", "Non-accidental injury"),
        ("role", "Health visitors"),
        ("age", "Under 1"),
        ("year", "2024"),
    ]:
        choose(page, facet, value)
        chosen = len(asked(page)) - 1
        filters = f"{chosen} filter{'s' if chosen > 1 else ''}"
        expect(status(page)).to_have_text(re.compile(rf"^\d+ results? for “baby” with {filters}$"))
        after = count(page)
        assert 0 < after <= before
        before = after
    assert set(asked(page)) == {"q", *CHOICES}
    expect(results(page).locator(".about")).to_have_text(["Case review · January 2024"] * before)


def test_values_of_one_facet_are_joined_by_or(page: Page) -> None:
    page.goto("search/?year=2020")
    first = count(page)
    page.goto("search/?year=2021")
    second = count(page)
    choose(page, "year", "2020")
    expect(status(page)).to_have_text(f"{first + second} results with 2 filters")


def test_the_number_beside_a_choice_is_what_choosing_it_gives(page: Page) -> None:
    search(page, "neglect")
    count(page)
    page.locator("[data-facet=kind] summary").click()
    choice = page.locator("[data-facet=kind] label").filter(has_text="National review")
    promised = int(choice.locator(".count").inner_text())
    choice.get_by_role("checkbox").check()
    expect(status(page)).to_have_text(re.compile(f"^{promised} results? for “neglect” with 1 filter$"))


def test_the_address_keeps_query_and_facets_for_back_forward_and_reload(page: Page) -> None:
    search(page, "neglect")
    alone = count(page)
    choose(page, "kind", "Case review")
    expect(status(page)).to_have_text(re.compile("with 1 filter$"))
    narrowed = status(page).inner_text()
    page.get_by_role("searchbox").fill("knife")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(status(page)).to_have_text(re.compile("for “knife” with 1 filter"))
    assert asked(page) == {"q": ["knife"], "kind": ["Case review"]}
    page.go_back()
    expect(status(page)).to_have_text(narrowed)
    expect(page.get_by_role("searchbox")).to_have_value("neglect")
    expect(page.locator("[data-facet=kind]").get_by_role("checkbox", name="Case review")).to_be_checked()
    page.reload()
    expect(status(page)).to_have_text(narrowed)
    page.go_back()
    expect(status(page)).to_have_text(f"{alone} results for “neglect”")
    page.go_forward()
    expect(status(page)).to_have_text(narrowed)


def test_clearing_the_filters_keeps_the_words(page: Page) -> None:
    page.goto("search/?q=neglect&kind=Case+review&year=2024")
    expect(status(page)).to_have_text(re.compile("with 2 filters$"))
    page.get_by_role("button", name="Clear filters").click()
    expect(status(page)).to_have_text(re.compile("results for “neglect”$"))
    assert asked(page) == {"q": ["neglect"]}
    expect(page.locator(".facets > summary")).to_be_focused()


def test_more_results_come_on_request_and_take_the_focus(page: Page) -> None:
    search(page, "abuse")
    total = count(page)
    assert total > 20
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Show more results").click()
    expect(results(page)).to_have_count(20)
    expect(titles(page).nth(10)).to_be_focused()
    for shown in range(30, total + 10, 10):
        page.get_by_role("button", name="Show more results").click()
        expect(results(page)).to_have_count(min(shown, total))
    expect(page.get_by_role("button", name="Show more results")).to_be_hidden()


def test_nothing_found_says_what_to_do(page: Page) -> None:
    search(page, "xyzzyplugh")
    expect(status(page)).to_have_text(re.compile("^No results for “xyzzyplugh”. Try fewer or more general words"))
    expect(page.get_by_role("main").get_by_role("link", name="Themes")).to_be_visible()


def test_a_query_is_shown_as_text_whatever_it_holds(page: Page) -> None:
    search(page, "%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(status(page)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)
