"""The evidence on the site: its pages, its tables, and the form that chooses days."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import build
from scripts.data.evidence_tables import evidence_tables
from scripts.outputs import data_files, data_page, report_pages
from scripts.sources import SourceFile
from tests.conftest import TODAY, MakeProject, copy_project, serving
from tests.decks import hostile_project
from tests.example_files import check_report, shelved
from tests.hostile import HOSTILE
from tests.ledgers import library_and_site, write
from tests.made_up import briefing
from tests.reading import library_of, site_of
from tests.reporting import AUDIT, FILES, PERIODS, asked, count
from tests.test_accessibility import faults_by_day_and_night
from tests.visits import PHONE, visit, words

INDEX = "challenges/report/"
WIDEST = ("understanding improvement", "Considering")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(copy_project(tmp_path_factory.mktemp("pages") / "project", content=False), FILES)


@pytest.fixture(scope="module")
def small_site(root: Path) -> Path:
    build(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture(scope="module")
def small_server(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def text_of(site: Path, address: str) -> str:
    page = lxml.html.document_fromstring((site / address / "index.html").read_bytes())
    return words(page.xpath("//article")[0].text_content())


def rows_of(site: Path, period: str) -> list[dict[str, str]]:
    return read((site / f"data/challenge-report-{period}.csv").read_bytes())


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_period_has_its_page_and_files_and_stands_in_the_list(small_site: Path) -> None:
    page = lxml.html.document_fromstring((small_site / INDEX / "index.html").read_bytes())
    table = page.xpath("//article//table")[0]
    for period, row in zip(PERIODS, table.xpath(".//tbody/tr"), strict=True):
        links = row.xpath(".//a/@href")
        files = (f"packs/{INDEX}{period}.docx", f"packs/{INDEX}{period}.pdf", f"data/challenge-report-{period}.csv")
        assert links == [f"{period}/", *(f"../../{file}" for file in files)], period
        assert (small_site / INDEX / period / "index.html").is_file()
        assert all((small_site / file).stat().st_size for file in files)


def test_the_list_counts_as_an_independent_reader_does(small_site: Path, root: Path) -> None:
    page = lxml.html.document_fromstring((small_site / INDEX / "index.html").read_bytes())
    for period, row in zip(PERIODS, page.xpath("//article//table")[0].xpath(".//tbody/tr"), strict=True):
        counted = count(root, period)
        embedded = sum(state == "embedded" for state in counted.states.values())
        sets = (counted.asked_still, counted.asked_newly, counted.answered)
        shown = [int(cell.text_content()) for cell in row.xpath("td")]
        assert shown == [*map(len, sets), embedded, counted.entries], period


def test_a_page_says_what_was_asked_done_and_why_it_went_back(small_site: Path) -> None:
    text = text_of(small_site, f"{INDEX}2025-26/")
    for part in (
        "Of 3 questions still asked on 31 March 2026: 2 answered in this period, 1 embedded, 2 still open, "
        "1 never answered.",
        "April 2025: Fathers",
        "31 December 2025: Safer sleep From in progress to embedded · Police All teams do it. "
        f"Evidence: {AUDIT} Evidence: https://www.example.org/tool",
        "1 January 2026: Safer sleep Back from embedded to in progress · Police It held for a year. "
        "Then two teams changed.",
        "1 June 2025: Gone question (withdrawn on 31 March 2026)",
        "Old question, superseded on 1 June 2025: replaced by “Fathers”",
    ):
        assert part in text, part
    assert "Draft question" not in text


def test_a_year_without_answers_says_so_without_blame(make_project: MakeProject) -> None:
    files = {"national-reviews/first": briefing(1), "challenges/one": asked(2, "first", published="2023-05")}
    root = write(make_project({}), files)
    pages = {one.path: one.data.decode() for one in report_pages.compile(*library_and_site(root))}
    assert "Nothing was asked or answered in this period, as far as is recorded here." in pages[f"{INDEX}2024/index.md"]
    assert "No answer is recorded in this period." in pages[f"{INDEX}2023/index.md"]
    assert "Nothing was asked" not in pages[f"{INDEX}2023/index.md"]
    assert "No answer is recorded yet." in pages[f"{INDEX}index.md"]
    assert all("and not what was done." in text for text in pages.values())


def test_before_the_first_question_the_page_says_what_will_be_there(make_project: MakeProject) -> None:
    library, site = library_and_site(make_project({}))
    (page,) = report_pages.compile(library, site)
    assert page.path == f"{INDEX}index.md"
    assert b"No question has been asked yet." in page.data
    assert evidence_tables(library, site) == ()


def test_a_table_has_a_row_for_each_entry_and_each_question_without_one(small_site: Path) -> None:
    rows = rows_of(small_site, "2025-26")
    assert [(row["Title"], row["Day"], row["From"], row["To"], row["Went back"]) for row in rows] == [
        ("Safer sleep", "2025-04-01", "Considering", "In progress", ""),
        ("Cars", "2025-04-01", "Not started", "Embedded", ""),
        ("Gone question", "2025-06-01", "Not started", "Considering", ""),
        ("Safer sleep", "2025-12-31", "In progress", "Embedded", ""),
        ("Safer sleep", "2026-01-01", "Embedded", "In progress", "yes"),
        ("Fathers", "", "", "", ""),
        ("Old question", "", "", "", ""),
    ]
    assert rows[3]["Evidence"] == f"{AUDIT}; https://www.example.org/tool"
    assert rows[2]["No longer asked since"] == "2026-03-31"
    assert rows[2]["Reason"] == "Asked twice."
    assert {row["Counted on"] for row in rows} == {"2026-03-31"}
    assert {row["Period"] for row in rows} == {"2025-26"}
    assert rows[5]["Asked"] == "2025-04"
    assert rows[0]["State then"] == "In progress"
    assert rows[0]["Page"] == "https://briefings.example.org/challenges/sleep/"


def test_every_column_is_explained_where_the_tables_are_listed(small_site: Path) -> None:
    text = text_of(small_site, INDEX)
    for column in rows_of(small_site, "2026")[0]:
        assert f"{column}: " in text, column
    assert "challenges/report/" in (small_site / "data" / "index.html").read_text("utf-8")


def test_hostile_words_stay_words_in_a_table(tmp_path: Path) -> None:
    root = hostile_project(tmp_path / "project")
    library, site = library_of(root), site_of(root)
    made = {one.path: one.data for one in data_files.compile(library, site)}
    rows = read(made["data/challenge-report-2026-27.csv"])
    notes = {row["Note"] for row in rows}
    assert f"note0 {HOSTILE}".replace("  ", " ") in {note.removeprefix("'") for note in notes}
    assert not [note for note in notes if note.startswith(("=", "+", "-", "@"))]
    assert len(list(data_page.compile(library, site))) == 1


def test_no_question_takes_the_address_of_the_report() -> None:
    files = [
        SourceFile(f"briefings/{folder}/report.md", briefing().encode()) for folder in ("challenges", "spotlights")
    ]
    problems = check_report(shelved(*files))
    assert "briefings/challenges/report.md:1:1  “report” is a reserved name." in problems
    assert "briefings/spotlights/report.md:1:1" not in problems


@pytest.mark.parametrize("address", [INDEX, f"{INDEX}2025-26/"])
def test_everybody_can_use_the_pages(browser: Browser, small_server: str, address: str) -> None:
    with visit(browser, small_server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(address)
        assert faults_by_day_and_night(page) == {}
    with visit(browser, small_server, viewport=PHONE) as page:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def shown_rows(page: Page) -> list[str]:
    rows = page.locator("section.dated li").all()
    return [words(row.locator("p").first.inner_text()) for row in rows if row.is_visible()]


def test_the_form_shows_some_days_and_says_how_many(browser: Browser, small_server: str) -> None:
    with visit(browser, small_server) as page:
        page.goto(f"{INDEX}2025-26/")
        everything = shown_rows(page)
        assert len(everything) == 7
        page.get_by_label("From").fill("2025-04-02")
        page.get_by_label("To").fill("2025-12-31")
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.get_by_role("status")).to_have_text(
            "2 April 2025 to 31 December 2025. What was asked: 0 of 1. What was done: 2 of 5. "
            "What went back, and why: 0 of 1."
        )
        assert shown_rows(page) == [
            "1 June 2025: Gone question (withdrawn on 31 March 2026)",
            "31 December 2025: Safer sleep",
        ]
        assert page.url.endswith("?from=2025-04-02&to=2025-12-31")
        page.get_by_role("link", name="Show everything").click()
        expect(page.get_by_role("status")).to_be_empty()
        assert shown_rows(page) == everything
        page.go_back()
        expect(page.get_by_role("status")).to_contain_text("2 of 5")


@pytest.mark.parametrize(
    ("asked_for", "wanted"),
    [
        (
            "from=2025-04-01&to=2025-04-01",
            "1 April 2025 to 1 April 2025. What was asked: 1 of 6. What was done: 2 of 6.",
        ),
        (
            "from=2025-01-01&to=2025-01-31",
            "1 January 2025 to 31 January 2025. What was asked: 2 of 6. What was done: 0 of 6.",
        ),
        ("from=2026-01-01", "From 1 January 2026. What was asked: 1 of 6. What was done: 1 of 6."),
        ("to=2025-03-31", "Until 31 March 2025. What was asked: 4 of 6. What was done: 1 of 6."),
        (
            "from=2026-02-01&to=2026-01-01",
            "The first day is after the last. What was asked: 0 of 6. What was done: 0 of 6.",
        ),
        ("from=nonsense", ""),
    ],
)
def test_any_days_of_the_whole_record_can_be_chosen(
    browser: Browser, small_server: str, asked_for: str, wanted: str
) -> None:
    with visit(browser, small_server) as page:
        page.goto(f"{INDEX}?{asked_for}")
        expect(page.locator(".between")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text(wanted)


def test_without_script_everything_is_there_and_the_form_is_not(browser: Browser, small_server: str) -> None:
    with visit(browser, small_server, java_script_enabled=False) as page:
        page.goto(f"{INDEX}?from=2026-11-01")
        assert page.locator("section.dated li").count() == 12
        expect(page.locator("section.dated li").first).to_be_visible()
        expect(page.locator(".between")).to_be_hidden()


def test_on_a_phone_every_column_of_a_period_is_in_sight(browser: Browser, small_server: str) -> None:
    with visit(browser, small_server, viewport=PHONE) as page:
        page.goto(f"{INDEX}2026/")
        for name in ("From", "To"):
            field, label = page.get_by_label(name, exact=True), page.get_by_text(name, exact=True)
            boxes = field.bounding_box(), label.bounding_box()
            assert boxes[0] and boxes[1] and boxes[0]["y"] < boxes[1]["y"] + boxes[1]["height"]
        open_questions = page.get_by_role("table").last
        assert "has passed" in open_questions.inner_text()
        # The widest words that our own questions, states and leads have.
        for cell, word in zip(open_questions.locator("tbody tr td").all(), WIDEST, strict=False):
            cell.evaluate("(cell, word) => cell.append(word)", f" {word}")
        for box in page.locator(".table-box").all():
            assert box.evaluate("box => box.scrollWidth - box.clientWidth") <= 0


def test_on_paper_no_sum_no_control_and_no_address_stands_twice(browser: Browser, small_server: str) -> None:
    after = "link => getComputedStyle(link, '::after').content"
    with visit(browser, small_server) as page:
        page.emulate_media(media="print")
        page.goto("ledger/")
        # A browser repeats a table's foot on every sheet: there "All" would stand below some of the rows only.
        assert page.locator("tfoot").evaluate("foot => getComputedStyle(foot).display") == "table-row-group"
        for address in (f"{INDEX}2025/", INDEX, "challenges/sleep/"):
            page.goto(address)
            assert not page.locator(".between").is_visible()
            links = page.locator("main a").filter(has_text=AUDIT).all()
            assert links
            assert {link.evaluate(after) for link in links} == {"none"}
