"""A reader's way through the News Updates of a built site, in a real browser."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import build
from tests.conftest import TODAY, copy_project, serving
from tests.updating import FILES, NOTE, note
from tests.visits import PHONE, visit

WITHDRAWN = note(
    title="What the spring brought",
    quarter="2025-q2",
    added="2025-07-01T09:00:00+00:00",
    status="withdrawn",
    withdrawn_on="2025-07-02",
    reason="It named the wrong quarter.",
)
TITLES = ["News Update: October to December 2025", "Withdrawn: What the spring brought", "What the winter brought"]
TITLES += ["News Update: October to December 2024"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = copy_project(tmp_path_factory.mktemp("updates") / "project", content=False)
    for name, text in {**FILES, NOTE: note(), "briefings/updates/2025-q2.md": WITHDRAWN}.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(text), "utf-8")
    # The build itself checks that every link leads somewhere, to packs too.
    build(root, root / "site", TODAY)
    with serving(root / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server) as page:
        yield page


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_the_list_leads_to_every_quarter_that_has_anything(page: Page) -> None:
    page.goto("updates/")
    links = page.locator("main article li a")
    expect(links).to_have_text(TITLES)
    item = page.locator("main article li", has_text="What the winter brought")
    expect(item).to_contain_text("January to March 2025: 1 publication, 4 case reviews, 1 piece of local guidance")


def test_older_and_newer_lead_from_quarter_to_quarter(page: Page) -> None:
    page.goto("updates/2025-q4/")
    expect(page.get_by_role("link", name=re.compile("^Newer:"))).to_have_count(0)
    for title in TITLES[1:]:
        page.get_by_role("link", name=re.compile("^Older:")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_role("link", name=re.compile("^Older:"))).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Newer:")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[2])


def test_a_note_comes_first_and_can_be_edited(page: Page) -> None:
    page.goto("updates/2025-q1/")
    headings = [text.strip() for text in page.get_by_role("heading", level=2).all_inner_texts()]
    assert headings == [
        *("Key messages", "Publications (1)", "Case reviews (4)", "Local guidance"),
        *("Challenge questions opened (2)", "Challenge questions answered (1)", "Good practice (1)", "Spotlights (1)"),
        *("No longer to be relied on (2)", "Questions for supervision or a team meeting", "Worried about a child?"),
    ]
    expect(page.get_by_text("Words of the editor.")).to_be_visible()
    edit = page.get_by_role("link", name="Edit this page")
    expect(edit).to_have_attribute("href", re.compile("/briefings/updates/2025-q1.md$"))


def test_without_a_note_there_is_nothing_to_edit(page: Page) -> None:
    page.goto("updates/2024-q4/")
    expect(page.get_by_text("What Example Safeguarding Children Partnership published and changed")).to_be_visible()
    expect(page.get_by_role("link", name="Edit this page")).to_have_count(0)


def test_a_withdrawn_note_says_so_and_the_lists_still_hold(page: Page) -> None:
    page.goto("updates/2025-q2/")
    expect(page.get_by_text("The note to this update was withdrawn on 2 July 2025.")).to_be_visible()
    expect(page.get_by_text("Its second part was added.")).to_be_visible()
    expect(page.get_by_role("link", name="PDF to print")).to_be_visible()


def test_it_can_be_taken_along(page: Page) -> None:
    page.goto("updates/2025-q1/")
    for name, ending in (("PDF to print", "pdf"), ("Email draft", "eml")):
        link = page.get_by_role("main").get_by_role("link", name=name)
        answer = page.request.get(str(link.evaluate("link => link.href")))
        assert answer.ok
        assert answer.url.endswith(f"packs/updates/2025-q1.{ending}")
        assert len(answer.body()) > 1000
    page.get_by_role("link", name="Text to copy into an email").click()
    expect(page.locator("#email-text")).to_contain_text("Words of the editor.")
    expect(page.locator("#email-text")).to_contain_text("Tea first")


def test_a_note_is_news_in_the_feeds(page: Page, server: str) -> None:
    for path in ("feeds/updates.json", "feeds/all.json"):
        items = json.loads(page.request.get(f"{server}{path}").text())["items"]
        urls = {item["url"] for item in items}
        assert "https://briefings.example.org/updates/2025-q1/" in urls
        assert "https://briefings.example.org/updates/2024-q4/" not in urls


def test_nothing_is_wider_than_a_phone(browser: Browser, server: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:
        for address in ("updates/", "updates/2025-q1/", "updates/2025-q2/", "updates/2024-q4/"):
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            assert heading(page)
