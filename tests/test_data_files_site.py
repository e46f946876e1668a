"""The files and their page on a built site: every address leads somewhere, and everybody can use the page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from scripts.build import build
from tests.conftest import TODAY, copy_project, serving
from tests.feeds import HOME
from tests.made_up import briefing, publication
from tests.test_accessibility import faults
from tests.test_calendars import challenge
from tests.visits import DESK, PHONE, visit

REVIEW = {"id": "child-a", "title": "Child A", "summary": "A made-up summary.", "themes": ["neglect"]}
FILES = {
    "publications/origin": publication(),
    "publications/gone": publication(1, status="withdrawn", withdrawn_on="2025-06-01", reason="Made-up reason."),
    "challenges/asked": challenge(2, lead="police", next_review="2027-03-31"),
    "challenges/asked-too": challenge(3, lead="odd", next_review="2027-04-30"),
    "local-guidance/changed": briefing(4, review_by="2027-01-31"),
    "digests/2024-01": briefing(5, month="2024-01", published="2024-01", themes=[], reviews=[REVIEW]),
    "updates/2025-q1": briefing(6, quarter="2025-q1"),
}


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("data") / "project", content=False)
    for name, text in FILES.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    with (root / "briefings" / "vocabulary" / "leads.yml").open("a", encoding="utf-8") as file:
        file.write('\n- id: odd\n  label: "Team “Early Help” & <Schools>"\n')
    build(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture(scope="module")
def small_server(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def addresses(folder: Path) -> set[str]:
    """Every address of the site that its data files and calendars name."""
    found = set(re.findall(rf'"({re.escape(HOME)}[^"#]*)(?:#[^"]*)?"', (folder / "data/briefings.json").read_text()))
    for table in ("case-reviews", "challenges"):
        found |= set(re.findall(rf'"({re.escape(HOME)}[^"]*)"', (folder / f"data/{table}.csv").read_text("utf-8")))
    for path in (folder / "data").rglob("*.ics"):
        for event in Calendar.from_ical(path.read_bytes()).events:
            found |= {str(event["URL"]), *re.findall(rf"{re.escape(HOME)}\S+", str(event["DESCRIPTION"]))}
    return found


def missing(folder: Path) -> set[str]:
    places = {address: folder / address.removeprefix(HOME) for address in addresses(folder)}
    return {
        address
        for address, place in places.items()
        if not (place / "index.html" if address.endswith("/") else place).is_file()
    }


def test_every_address_in_the_files_leads_to_a_page_or_a_pack(small_site: Path) -> None:
    found = addresses(small_site)
    assert {f"{HOME}packs/publications/origin.pdf", f"{HOME}case-reviews/2024-01/child-a/"} <= found
    assert {f"{HOME}packs/updates/2025-q1.eml", f"{HOME}updates/2025-q1/", f"{HOME}challenges/asked/"} <= found
    assert missing(small_site) == set()


def test_every_address_of_the_real_site_s_files_leads_somewhere(site: Path) -> None:
    assert len(addresses(site)) > 100
    assert missing(site) == set()


def test_the_page_leads_to_every_file_and_names_every_column_and_field(small_site: Path) -> None:
    page = lxml.html.document_fromstring((small_site / "data/index.html").read_bytes())
    (main,) = page.iter("main")
    leads = {str(link.get("href")) for link in main.iter("a")}
    files = {path.relative_to(small_site / "data").as_posix() for path in (small_site / "data").rglob("*.*")}
    calendars = {"calendar.ics", "calendars/odd.ics", "calendars/police.ics"}
    assert {*calendars, "briefings.json", "case-reviews.csv", "challenges.csv"} < files
    # What pages read themselves is for them alone; each period's table is led to from the period's own page.
    read_by_pages = {"recommendations.json", "situations.json"}
    periods = "".join(path.read_text("utf-8") for path in (small_site / "challenges/report").rglob("index.html"))
    led_to = leads | {name for name in files if f'data/{name}"' in periods}
    assert sorted(files - {"index.html"} - read_by_pages - led_to) == []
    said = {"".join(item.itertext()).strip() for item in (*main.iter("strong"), *main.iter("code"))}
    for table in ("case-reviews", "challenges"):
        headings = (small_site / f"data/{table}.csv").read_text("utf-8-sig").split("\n")[0].strip().strip('"')
        assert set(headings.split('","')) <= said
    data = json.loads((small_site / "data/briefings.json").read_text("utf-8"))
    fields = {name for part in (data, *data["briefings"]) for name in part}
    assert fields <= said
    text = " ".join(main.text_content().split())
    assert "Team “Early Help” & <Schools>" in text
    for words in ("Nothing here identifies a child", "retold in our own words", "not a measure of performance"):
        assert words in text


def test_everybody_can_use_the_page(browser: Browser, small_server: str) -> None:
    # Axe is put into the page from outside, which the site's own policy would refuse; and no colour may be half-way.
    with visit(browser, small_server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto("data/")
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
            page.emulate_media(color_scheme="light")
            assert faults(page) == [], f"{size['width']} px, light"
            page.emulate_media(color_scheme="dark")
            assert faults(page, "color-contrast") == [], f"{size['width']} px, dark"
        expect(page.get_by_role("link", name="All dates")).to_be_visible()
