"""The page where one picks features: it ranks as the compiler does, works without script, and says what it found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.situations import Feature, Situations, closest, situations
from tests.reading import library_of
from tests.test_accessibility import faults_by_day_and_night
from tests.visits import DESK, PHONE, visit

ADDRESS = "similar/"
# Case reviews and national reviews, one group and all three, and what nothing has together.
PICKS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("age", "under-1"),),
    (("harm", "neglect"),),
    (("circumstance", "domestic-abuse"),),
    (("age", "under-1"), ("harm", "fractures"), ("circumstance", "domestic-abuse")),
    (("age", "under-1"), ("harm", "non-accidental-injury"), ("circumstance", "fathers-and-male-carers")),
    (("age", "16-to-17"), ("harm", "serious-youth-violence"), ("circumstance", "school-exclusion")),
    (("harm", "neglect"), ("harm", "criminal-exploitation"), ("circumstance", "parental-mental-health")),
    (("age", "under-1"), ("circumstance", "death"), ("circumstance", "domestic-abuse")),
    (("age", "16-to-17"), ("harm", "fractures")),
)


@pytest.fixture(scope="module")
def collection(real_project: Path) -> Situations:
    return situations(library_of(real_project))


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with visit(browser, server, viewport=request.param) as page:
        yield page


def query(picks: Sequence[tuple[str, str]]) -> str:
    return f"?{urlencode(picks)}"


def shown(page: Page) -> list[tuple[str, str]]:
    """The address and the reasons of each review that the page shows, once it has said how many."""
    expect(page.get_by_role("status")).not_to_be_empty()
    items = page.locator(".situations-found li")
    return [
        (
            item.locator("a").get_attribute("href") or "",
            (item.locator("p").text_content() or "").partition("Shared: ")[2],
        )
        for item in items.all()
    ]


def wanted(picks: Sequence[tuple[str, str]], collection: Situations, server: str) -> list[tuple[str, str]]:
    """What the compiler's own ranking gives."""
    known: Mapping[tuple[str, str], Feature] = {(one.group.value, one.id): one for one in collection.by_feature}
    found = closest([known[pick] for pick in picks], collection.all, collection.weights)
    reasons = (", ".join(feature.reason for feature in close.shared) for close in found)
    return [(f"{server}{close.situation.address}", f"{why}.") for close, why in zip(found, reasons, strict=True)]


def test_the_script_ranks_as_the_compiler_does(browser: Browser, server: str, collection: Situations) -> None:
    with visit(browser, server) as page:
        found = {}
        for picks in PICKS:
            page.goto(ADDRESS + query(picks))
            found[picks] = shown(page)
            assert found[picks] == wanted(picks, collection, server), picks
    assert found[PICKS[-1]] == []
    assert len([picks for picks in PICKS if found[picks]]) >= 6, "most picks find something"


def test_picking_shows_the_closest_and_keeps_the_picks_in_the_address(page: Page, server: str) -> None:
    page.goto(ADDRESS)
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_role("group", name="Age").get_by_label("Under 1").check()
    page.get_by_role("group", name="Harm", exact=True).get_by_label("Fractures").check()
    expect(page).to_have_url(re.compile(r"/similar/\?age=under-1&harm=fractures$"))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^2 of \d+ reviews are close to your picks\.$"))
    before = shown(page)
    assert [why for _, why in before] == ["age under 1, fractures."] * 2
    page.reload()
    assert shown(page) == before
    expect(page.get_by_label("Fractures")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Fractures")).not_to_be_checked()
    page.go_back()
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".situations-found li")).to_have_count(0)


def test_where_nothing_is_close_the_page_says_so_and_the_picks_can_be_cleared(page: Page) -> None:
    page.goto(ADDRESS + query(PICKS[-1]))
    expect(page.get_by_role("status")).to_have_text(
        "No review in the collection is close to these picks. Try fewer of them."
    )
    page.get_by_role("button", name="Clear all picks").click()
    expect(page).to_have_url(re.compile(r"/similar/$"))
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.get_by_role("button", name="Clear all picks")).to_be_hidden()


@pytest.mark.parametrize("asked", ["?age=nothing", "?harm=<script>alert(1)</script>", "?x=1", "?age="])
def test_what_is_no_feature_picks_nothing(page: Page, asked: str) -> None:
    page.goto(ADDRESS + asked)
    expect(page.get_by_label("Fractures")).to_be_visible()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_label("Fractures").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("close to your picks")
    expect(page.get_by_label("Fractures")).to_be_focused()


def test_when_the_reviews_cannot_be_had_the_page_says_so_and_tries_again(browser: Browser, server: str) -> None:
    # Not a `visit`, which allows no error on the console; here there has to be one.
    with browser.new_context(base_url=server) as context:
        page = context.new_page()
        page.route("**/situations.json", lambda route: route.abort())
        page.goto(ADDRESS)
        page.get_by_label("Fractures").check()
        expect(page.get_by_role("status")).to_contain_text("could not be loaded")
        page.unroute("**/situations.json")
        page.get_by_label("Neglect").check()
        expect(page.get_by_role("status")).to_contain_text("close to")


def test_without_javascript_the_lists_lead_to_the_reviews(browser: Browser, server: str) -> None:
    with visit(browser, server, java_script_enabled=False) as page:
        page.goto(ADDRESS + query(PICKS[0]))
        expect(page.get_by_role("group", name="Age")).to_be_hidden()
        page.locator("summary", has_text="Fractures").click()
        page.get_by_role("link", name="Child V").locator("visible=true").first.click()
        expect(page).to_have_url(re.compile(r"/case-reviews/2024-01/child-v/$"))
        expect(page.get_by_text("Both: age under 1, fractures")).to_be_visible()
        expect(page.get_by_text("Not stated in the summary:")).to_be_visible()
        page.get_by_role("link", name="Pick an age, a harm and circumstances yourself").click()
        expect(page).to_have_url(re.compile(r"/similar/$"))


def test_the_page_says_what_it_is_not(page: Page, collection: Situations) -> None:
    page.goto(ADDRESS)
    for words in (
        f"{len(collection.case_reviews)} case reviews and {len(collection.national_reviews)} national reviews",
        "The collection is young",
        "An age, a harm or circumstances that none of them tells of cannot be picked.",
        "A similar situation is no finding about a child.",
        "Never enter anything about a real child",
    ):
        expect(page.get_by_text(words)).to_be_visible()


def test_axe_finds_nothing_serious(browser: Browser, server: str) -> None:
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(ADDRESS + query(PICKS[3]))
        expect(page.locator(".situations-found li")).not_to_have_count(0)
        assert faults_by_day_and_night(page) == {}
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_search_does_not_find_what_a_page_says_is_missing(site: Path) -> None:
    for path in sorted((site / "case-reviews").glob("*/*/index.html")):
        found = re.findall(
            r"<div data-pagefind-ignore[^>]*>(?:(?!</div>).)*Not stated in the summary", path.read_text(), re.S
        )
        assert found or "Not stated" not in path.read_text(), path
