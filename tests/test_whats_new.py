"""What is new by theme: the whole list without JavaScript, narrowed to a date with it."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import build
from scripts.library import Library
from scripts.load import load
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge
from scripts.outputs.whats_new import NEWEST
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, copy_project, serving
from tests.made_up import briefing
from tests.test_accessibility import faults_by_day_and_night
from tests.theming import PLAIN, THEME, article, made, says
from tests.visits import DESK, PHONE, visit, words

ADDRESS = "whats-new/"
MANY = "online-harm"
TITLES = [f"Tool {number}" for number in range(NEWEST + 5)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = made(copy_project(tmp_path_factory.mktemp("new") / "project", content=False))
    for number, title in enumerate(TITLES):
        # A month between two: the first is of January 2022.
        added = f"{2022 + number // 12}-{number % 12 + 1:02}-15T09:00:00+00:00"
        text = briefing(title=title, added=added, published=added[:7], themes=[MANY])
        (root / "briefings" / "good-practice" / f"tool-{number}.md").write_text(text, "utf-8")
    build(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, built: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    with serving(built) as server, visit(browser, server, viewport=request.param) as page:
        yield page


def listed(site: Path, theme: str) -> list[tuple[str, str]]:
    """The days and titles under a theme, in order."""
    (group,) = (one for one in article(site / ADDRESS / "index.html").iter("details") if one.get("id") == theme)
    return [(_only(item, "time").get("datetime", ""), says([_only(item, "a")])) for item in group.iter("li")]


def _only(item: lxml.html.HtmlElement, tag: str) -> lxml.html.HtmlElement:
    (found,) = item.iter(tag)
    return found


def days_of(one: Briefing) -> Iterator[str]:
    """The days on which something happened to a briefing that still holds."""
    yield str(one.front.added.date())
    yield from (str(change.date) for change in one.front.changes)
    if isinstance(one.front, Challenge):
        yield from (str(update.date) for update in one.front.updates)


def test_every_theme_of_the_real_site_lists_what_was_added_and_changed_on_it(site: Path) -> None:
    collection = load(read_tree(ROOT))
    library = Library.of(collection.briefings, collection.vocabulary)
    wanted: dict[str, list[tuple[str, str]]] = {theme: [] for theme in library.vocabulary.themes}
    for one in (one for one in library.briefings if one.is_current):
        added, *later = days_of(one)
        for theme in one.front.all_themes:
            wanted[theme] += [(day, one.title) for day in later]
            wanted[theme] += [(added, one.title)] if one.kind.folder != "digests" else []
    for one in (one for one in library.briefings if one.front.superseded_by):
        successor = library.by_key[one.front.superseded_by or ""]
        day = str(max(one.front.added, successor.front.added).date())
        for theme in one.front.all_themes:
            wanted[theme].append((day, one.front.title))
    for found in library.case_reviews:
        for theme in found.review.themes:
            wanted[theme].append((str(found.digest.front.added.date()), found.review.title))
    for theme, happened in wanted.items():
        if not happened:
            continue
        shown = listed(site, theme)
        assert [day for day, _ in shown] == sorted((day for day, _ in happened), reverse=True)[:NEWEST]
        assert set(shown) <= set(happened)
        assert len(happened) > NEWEST or sorted(shown) == sorted(happened)


def test_what_happened_stands_newest_first_with_its_day_and_note(built: Path) -> None:
    shown = listed(built, THEME)
    assert shown[0] == ("2025-04-02", "Our tool")
    assert ("2025-03-20", "Gone paper") in shown, "that something was withdrawn is news, that it was added is none"
    assert [day for day, title in shown if title == "Gone paper"] == ["2025-03-20"]
    assert not [title for _, title in shown if title in ("Child gone", "January")]
    assert len([title for _, title in shown if title == "Old paper"]) == 1, "superseded, not added"
    assert ("2025-03-01", "Child a") in shown
    assert [day for day, title in shown if title == "Seeing homes"] == ["2025-03-12", "2025-03-01"]
    (group,) = (one for one in article(built / ADDRESS / "index.html").iter("details") if one.get("id") == THEME)
    text = words(group.text_content())
    assert "Changed 2 April 2025 · Local guidance: A page for schools was added." in text
    assert "Withdrawn 20 March 2025 · Publication: It was found to mislead." in text
    assert text.index("April to June 2025") < text.index("January to March 2025")


def test_a_long_list_is_cut_at_the_newest_and_leads_to_the_theme(built: Path) -> None:
    assert [title for _, title in listed(built, MANY)] == TITLES[::-1][:NEWEST]
    (group,) = (one for one in article(built / ADDRESS / "index.html").iter("details") if one.get("id") == MANY)
    assert f"../themes/{MANY}/" in [link.get("href") for link in group.iter("a")]


def test_without_javascript_the_whole_list_is_there_and_no_form_that_does_nothing(
    browser: Browser, built: Path
) -> None:
    with serving(built) as server, visit(browser, server, java_script_enabled=False) as page:
        page.goto(f"{ADDRESS}?since=2025-04-01")
        expect(page.get_by_label("Only what is new since")).to_be_hidden()
        group = page.locator(f"details#{PLAIN}")
        group.locator("summary").click()
        expect(group.get_by_text("January to March 2025")).to_be_visible()
        expect(group.get_by_role("link", name="Paper on families")).to_be_visible()


def test_an_address_with_a_date_narrows_the_list_and_says_how_much_is_left(page: Page) -> None:
    page.goto(f"{ADDRESS}?since=2025-03-12")
    expect(page.get_by_role("status")).to_have_text("Since 12 March 2025: 4 pages on 1 theme.")
    expect(page.locator("details.news:visible")).to_have_count(1)
    group = page.locator(f"details#{THEME}")
    expect(group.locator("summary .count")).to_have_text("4")
    group.locator("summary").click()
    expect(group.get_by_role("listitem")).to_have_text(
        [
            re.compile(r"^Our tool\s+Changed"),
            re.compile(r"^December\s+Withdrawn"),
            re.compile(r"^Gone paper\s+Withdrawn"),
            re.compile(r"^Seeing homes\s+Answer 12 March 2025"),
        ]
    )
    expect(group.get_by_text("April to June 2025")).to_be_visible()


def test_a_quarter_with_nothing_left_goes_with_its_name(page: Page) -> None:
    page.goto(f"{ADDRESS}?since=2025-04-01#{THEME}")
    group = page.locator(f"details#{THEME}")
    expect(group.get_by_role("link", name="Our tool")).to_be_visible()  # the address opens the theme that it names
    expect(group.get_by_text("January to March 2025")).to_be_hidden()


def test_the_form_sets_an_address_that_can_be_passed_on(page: Page) -> None:
    page.goto(ADDRESS)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_role("link", name="Show everything")).to_be_hidden()
    everything = page.locator("details.news:visible").count()
    page.get_by_label("Only what is new since").fill("2025-04-01")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/whats-new/\?since=2025-04-01$"))
    expect(page.get_by_role("status")).to_have_text("Since 1 April 2025: 1 page on 1 theme.")
    page.reload()
    expect(page.get_by_label("Only what is new since")).to_have_value("2025-04-01")
    expect(page.locator("details.news:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator("details.news:visible")).to_have_count(everything)
    page.go_forward()
    page.get_by_role("link", name="Show everything").click()
    expect(page.locator("details.news:visible")).to_have_count(everything)


@pytest.mark.parametrize("since", ["", "yesterday", "2025-02-30", "2025-3-1", "<script>alert(1)</script>"])
def test_what_is_no_date_hides_nothing(page: Page, since: str) -> None:
    page.goto(f"{ADDRESS}?since={since}")
    expect(page.get_by_role("button", name="Show")).to_be_visible()
    expect(page.locator("details.news:visible")).to_have_count(page.locator("details.news").count())
    expect(page.get_by_role("status")).to_be_empty()


def test_nothing_new_is_said(page: Page) -> None:
    page.goto(f"{ADDRESS}?since=2026-11-22")
    expect(page.get_by_role("status")).to_have_text("Since 22 November 2026: nothing new.")
    expect(page.locator("details.news:visible")).to_have_count(0)


@pytest.mark.parametrize(("since", "count"), [("2024-10-01", "2"), ("2022-01-01", f"{NEWEST}+"), ("2022-06-15", "30")])
def test_a_count_says_where_a_list_was_cut(page: Page, since: str, count: str) -> None:
    page.goto(f"{ADDRESS}?since={since}")
    expect(page.locator(f"details#{MANY} .count")).to_have_text(count)


def test_a_theme_page_leads_to_its_place_in_the_list(page: Page) -> None:
    page.goto(f"themes/{THEME}/")
    page.get_by_role("link", name="What is new on it").click()
    expect(page).to_have_url(re.compile(rf"/whats-new/#{THEME}$"))
    expect(page.locator(f"details#{THEME}").get_by_role("link", name="Our tool").first).to_be_in_viewport()


def test_axe_finds_nothing_serious(browser: Browser, server: str) -> None:
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(f"{ADDRESS}?since=2026-10-01#domestic-abuse")
        assert faults_by_day_and_night(page) == {}
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
