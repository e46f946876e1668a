"""A reader's ways through the real site, from link to link, in a real browser."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.library import Library
from scripts.model.answers import AnswerStatus
from scripts.model.kinds import KINDS, Challenge
from tests.reading import library_of
from tests.visits import PHONE, visit, words

INVISIBLE_MEN = "The Myth of Invisible Men"
ANSWERS = {
    AnswerStatus.NOT_STARTED: "Not started",
    AnswerStatus.CONSIDERING: "Considering",
    AnswerStatus.IN_PROGRESS: "In progress",
    AnswerStatus.EMBEDDED: "Embedded",
}


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        page.goto("")
        yield page


@pytest.fixture(scope="module")
def library(real_project: Path) -> Library:
    return library_of(real_project)


def follow(page: Page, name: str | re.Pattern[str], within: str = "main") -> None:
    page.locator(within).get_by_role("link", name=name).first.click()


def expect_heading(page: Page, name: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_from_home_to_what_a_national_review_means_for_a_role(page: Page) -> None:
    follow(page, "National reviews", ".site-nav")
    expect(page.locator(".site-nav [aria-current=page]")).to_have_text("National reviews")
    follow(page, re.compile(INVISIBLE_MEN))
    expect_heading(page, re.compile(INVISIBLE_MEN))
    page.get_by_text("For your role:").get_by_role("link", name="Midwives").click()
    expect(page).to_have_url(re.compile("/national-reviews/the-myth-of-invisible-men/#for-midwife$"))
    expect(page.get_by_role("heading", name="Midwives", exact=True)).to_be_in_viewport()


def test_from_home_through_the_newest_digest_to_a_case_review_and_its_theme(page: Page, library: Library) -> None:
    digest = library.of_kind("digests")[0]
    found = next(found for found in library.case_reviews if found.digest is digest and found.review.themes)
    theme = library.vocabulary.themes[found.review.themes[0]].label
    follow(page, digest.title)
    expect_heading(page, digest.title)
    page.locator(f"main a[href$='/{found.address}']").first.click()
    expect_heading(page, found.review.title)
    page.locator(".tags").get_by_role("link", name=theme, exact=True).click()
    expect_heading(page, theme)
    expect(page.locator(f"main a[href$='/{found.address}']").first).to_be_visible()


def test_from_home_by_role_to_the_part_of_a_briefing_that_speaks_to_it(page: Page) -> None:
    page.get_by_role("link", name="your role").click()
    follow(page, "Health visitors")
    expect_heading(page, "Health visitors")
    follow(page, re.compile(INVISIBLE_MEN))
    expect(page).to_have_url(re.compile("#for-health-visitor$"))
    expect(page.get_by_role("heading", name="Health visitors", exact=True)).to_be_in_viewport()


def test_the_challenge_board_counts_its_answers_and_leads_to_the_questions(page: Page, library: Library) -> None:
    follow(page, "Challenge questions", ".site-nav")
    questions = library.of_kind("challenges")
    answers = Counter(
        question.front.status_of_answer for question in questions if isinstance(question.front, Challenge)
    )
    counts = " · ".join(f"{ANSWERS[status]}: {answers[status]}" for status in AnswerStatus)
    expect(page.get_by_role("main").get_by_text(counts, exact=True)).to_be_visible()
    for question in questions:
        expect(page.get_by_role("main").get_by_role("link", name=question.title, exact=True)).to_be_visible()
    follow(page, "Adult services seeing parents")
    expect(page.get_by_text(re.compile(f"Local answer: ({'|'.join(ANSWERS.values())})"))).to_be_visible()
    follow(page, re.compile(INVISIBLE_MEN))
    expect_heading(page, re.compile(INVISIBLE_MEN))
    expect(page.get_by_role("main").get_by_role("link", name="Adult services seeing parents")).to_be_visible()


def test_older_and_newer_lead_through_a_kind_and_back(page: Page, library: Library) -> None:
    reviews = library.of_kind("national-reviews")
    page.goto(reviews[0].address)
    expect(page.get_by_role("link", name=re.compile("^Newer:"))).to_have_count(0)
    for older in reviews[1:]:
        page.get_by_role("link", name=re.compile("^Older:")).click()
        expect_heading(page, older.title)
    expect(page.get_by_role("link", name=re.compile("^Older:"))).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Newer:")).click()
    expect_heading(page, reviews[-2].title)


def test_older_and_newer_lead_through_the_case_reviews_of_a_digest(page: Page, library: Library) -> None:
    page.goto(library.case_reviews[0].address)
    for found in library.case_reviews[1:]:
        page.get_by_role("link", name=re.compile("^Older:")).click()
        expect_heading(page, found.review.title)


def test_breadcrumbs_lead_all_the_way_up(page: Page) -> None:
    page.goto("case-reviews/2024-01/bradford-child-a/")
    crumbs = page.get_by_role("navigation", name="Breadcrumb").get_by_role("link")
    expect(crumbs).to_have_text(["Home", "Case reviews", "NSPCC Repository – January 2024"])
    crumbs.last.click()
    expect(crumbs).to_have_text(["Home", "Monthly digests"])
    crumbs.last.click()
    expect_heading(page, "Monthly digests")
    crumbs.last.click()
    expect_heading(page, "Practitioner learning and briefings")


def test_the_edit_link_of_a_case_review_opens_its_digest(page: Page) -> None:
    page.goto("case-reviews/2024-01/bradford-child-a/")
    expect(page.get_by_role("link", name="Edit this page")).to_have_attribute(
        "href", "https://git.example.org/example-scp/briefings/edit/main/briefings/digests/2024-01.md"
    )


def test_home_says_first_what_is_new_and_where_to_turn(page: Page, library: Library) -> None:
    headings = [words(text) for text in page.get_by_role("heading", level=2).all_inner_texts()]
    assert headings == [
        "Latest",
        words(f"The newest digest: {library.of_kind('digests')[0].title}"),
        "What does it mean for me?",
        "By theme",
        "Everything else",
        "Worried about a child?",
    ]
    page.get_by_role("link", name="Worried about a child?").click()
    expect(page.get_by_role("link", name="Call 999")).to_be_in_viewport()
    expect(page.get_by_role("link", name="0808 800 5000")).to_have_attribute("href", "tel:08088005000")


def test_an_entry_of_every_index_leads_to_a_page_of_its_title(page: Page) -> None:
    for folder in [*(kind.folder for kind in KINDS), "case-reviews", "themes", "roles"]:
        page.goto(f"{folder}/")
        link = page.locator("main article li a").first
        title = words(link.inner_text())
        link.click()
        expect_heading(page, title)


def test_the_menu_of_a_phone_opens_closes_and_leads_on(browser: Browser, server: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:
        page.goto("challenges/")
        themes = page.locator(".site-nav").get_by_role("link", name="Themes")
        expect(themes).to_be_hidden()
        page.get_by_role("button", name="Menu", exact=True).click()
        expect(themes).to_be_visible()
        page.get_by_role("button", name="Close menu").click()
        expect(themes).to_be_hidden()
        page.get_by_role("button", name="Menu", exact=True).click()
        themes.click()
        expect_heading(page, "Themes")


@pytest.mark.parametrize("width", [960, 1024, 1120, 1200, 1280])
def test_the_navigation_is_one_line_or_a_menu(browser: Browser, server: str, width: int) -> None:
    with visit(browser, server, viewport={"width": width, "height": 800}) as page:
        page.goto("challenges/")
        entries = page.locator(".site-nav a:visible")
        assert len({entry.evaluate("link => link.getBoundingClientRect().top") for entry in entries.all()}) <= 1
        assert entries.count() > 0 or page.get_by_role("button", name="Menu", exact=True).is_visible()


def test_a_page_that_is_not_there_leads_on(page: Page) -> None:
    page.goto("404.html")
    expect_heading(page, "Page not found")
    links = page.get_by_role("main").get_by_role("link")
    assert [link.inner_text() for link in links.all()][:3] == ["Home", "National reviews", "Case reviews"]
