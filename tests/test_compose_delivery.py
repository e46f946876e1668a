"""The ways out of the compose page: GitHub's own page, the clipboard, a file. Nothing else leaves the browser."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.composing import begin, heading, open_file, written
from tests.conftest import ROOT
from tests.visits import visit

REPOSITORY = "https://git.example.org/example-scp/briefings"
NEW = f"{REPOSITORY}/new/main"
LONGEST = 8000


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        # Another tab is another website: it is told apart by its address alone.
        page.context.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body="GitHub"))
        yield page


def fill(
    page: Page, title: str = "Made-up practice: what works", summary: str = "Made-up: it & that #1 + 100%?"
) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill(title)
    page.get_by_label("Summary", exact=True).fill(summary)
    page.get_by_label("Date published").first.fill("2024")
    page.get_by_role("combobox").first.fill("neglect")
    page.keyboard.press("Enter")


def opened(page: Page) -> str:
    """The address that the button opens in a new tab."""
    with page.expect_popup() as waiting:
        page.get_by_role("button", name="Open on GitHub").click()
    address = waiting.value.url
    waiting.value.close()
    return address


def clipboard(page: Page) -> str:
    page.bring_to_front()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_githubs_page_for_a_new_file_is_filled_in(page: Page) -> None:
    fill(page)
    address = opened(page)
    assert address.startswith(f"{NEW}?filename=briefings/good-practice/made-up-practice-what-works.md&value=")
    assert parse_qs(urlsplit(address).query)["value"] == [written(page)]
    expect(page.locator("[data-part=done]")).to_contain_text("with the file filled in")


@pytest.mark.parametrize("characters", [5700, 5990])
def test_a_text_too_long_for_an_address_goes_through_the_clipboard(page: Page, characters: int) -> None:
    fill(page, summary=("Made up, “in quotes” – " * 300)[:characters].strip())
    address = opened(page)
    assert len(address) <= LONGEST
    assert address == f"{NEW}?filename=briefings/good-practice/made-up-practice-what-works.md"
    assert clipboard(page) == written(page)
    expect(page.locator("[data-part=done]")).to_contain_text("The text is in your clipboard. It is too long")


def test_no_address_is_longer_than_github_takes(page: Page) -> None:
    fill(page)
    lengths = set()
    for characters in range(4500, 6000, 300):
        page.get_by_label("Summary", exact=True).fill(("Made up of words. " * 400)[:characters].strip())
        address = opened(page)
        lengths.add(len(address))
        assert len(address) <= LONGEST
    assert max(lengths) > LONGEST / 2 > min(lengths), "both ways are tried"


def test_a_file_that_is_there_is_opened_for_editing_with_the_text_in_the_clipboard(page: Page) -> None:
    name = "domestic-abuse-projects.md"
    open_file(page, "good-practice", name, (ROOT / "briefings/good-practice" / name).read_bytes())
    expect(heading(page)).to_be_focused()
    assert opened(page) == f"{REPOSITORY}/edit/main/briefings/good-practice/{name}"
    assert clipboard(page) == written(page)
    expect(page.locator("[data-part=done]")).to_contain_text("paste yours over it")


def test_the_text_is_copied(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("[data-part=done]")).to_have_text("The file's text is in your clipboard.")
    assert clipboard(page) == written(page)


def test_where_copying_is_refused_the_text_is_marked(page: Page) -> None:
    fill(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("[data-part=done]")).to_contain_text("press Ctrl+C")
    assert page.evaluate("getSelection().toString()").strip() == written(page).strip()


def test_problems_are_listed_first_but_stop_nobody(page: Page) -> None:
    begin(page, "good-practice")
    page.get_by_label("Title", exact=True).fill("Made-up")
    page.get_by_role("button", name="Copy", exact=True).click()
    box = page.get_by_role("region", name="There are 3 things to mend")
    expect(box).to_be_focused()
    box.get_by_role("button", name="Copy all the same").click()
    expect(page.locator("[data-part=done]")).to_contain_text("clipboard")
    assert clipboard(page) == written(page)


def test_an_existing_briefing_can_be_found_from_the_page(page: Page) -> None:
    page.goto("compose/")
    page.get_by_role("radio", name="Good practice").check()
    page.get_by_text("Change one that is there already").click()
    page.get_by_label("Which one?").select_option("domestic-abuse-projects")
    source = page.get_by_role("link", name="See its file on GitHub")
    expect(source).to_have_attribute(
        "href", f"{REPOSITORY}/blob/main/briefings/good-practice/domestic-abuse-projects.md"
    )
