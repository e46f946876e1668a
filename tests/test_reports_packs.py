"""The yearly report for Word and the board paper, read back by other programs than those that made them."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from scripts.evidence import day_label
from scripts.packs import Pack
from scripts.packs.report_packs import packs
from scripts.press.makers import make
from tests.conftest import ROOT, MakeProject, copy_project
from tests.decks import hostile_project
from tests.hostile import HOSTILE
from tests.ledgers import library_and_site, write
from tests.made_up import briefing
from tests.pdf_reading import shown, squeezed
from tests.reading import library_of, site_of
from tests.reporting import AUDIT, FILES, HELD, PERIODS, asked, periods_of, scattered
from tests.visits import words

SAFE = ("Worried about a child?", "0808 800 5000", "is fictional", "Open Government Licence")
HOME = "https://briefings.example.org/"


def packs_of(root: Path) -> dict[str, Pack]:
    return {pack.path: pack for pack in packs(*library_and_site(root))}


def word_of(root: Path, period: str) -> Any:
    return docx.Document(BytesIO(make(packs_of(root)[f"packs/challenges/report/{period}.docx"], root)))


def paper_of(root: Path, period: str) -> bytes:
    return make(packs_of(root)[f"packs/challenges/report/{period}.pdf"], root)


def tables(file: Any) -> dict[str, list[list[str]]]:
    """The rows of each table, by the first of its headings and how many there are."""
    rows = ([[cell.text for cell in row.cells] for row in table.rows] for table in file.tables)
    return {" | ".join(first): rest for first, *rest in rows}


def text_of(file: Any) -> str:
    return words("\n".join(line.text for line in file.paragraphs))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(copy_project(tmp_path_factory.mktemp("reports") / "project", content=False), FILES)


@pytest.fixture(scope="module")
def report(root: Path) -> Any:
    return word_of(root, "2025-26")


def test_each_period_has_a_report_and_a_board_paper(root: Path) -> None:
    wanted = {f"packs/challenges/report/{period}.{ending}" for period in PERIODS for ending in ("docx", "pdf")}
    assert set(packs_of(root)) == wanted


def test_the_report_has_the_sections_of_a_yearly_report(report: Any) -> None:
    assert [line.text for line in report.paragraphs if line.style.name == "Heading 1"] == [
        *("In numbers", "By source review", "What was asked", "What was done", "What went back, and why"),
        *("What is embedded", "What is still open", "What was withdrawn or replaced", "How this was counted"),
    ]
    assert report.paragraphs[0].text == "Challenge questions, April 2025 to March 2026"
    assert all(part in text_of(report) for part in SAFE)


def test_the_report_says_what_was_done_when_and_what_shows_it(report: Any) -> None:
    done = tables(report)["Day | Question and lead | Answer | What was done, and evidence"]
    assert [row[0] for row in done] == [
        *("1 April 2025", "1 April 2025", "1 June 2025", "31 December 2025", "1 January 2026")
    ]
    assert done[0][1:] == ["Safer sleep\nPolice", "from considering to in progress", "The first day."]
    assert done[3][3] == f"All teams do it.\nEvidence: {AUDIT}\nEvidence: https://www.example.org/tool"
    assert done[4][2:] == ["back from embedded to in progress", HELD.replace("\n\n", "\n")]
    assert done[2][1] == "Gone question (withdrawn on 31 March 2026)\nno lead"
    links = {relation.target_ref for relation in report.part.rels.values() if relation.is_external}
    assert {AUDIT, f"{HOME}challenges/sleep/", f"{HOME}challenges/report/2025-26/"} <= links


def test_the_report_counts_and_says_the_base(report: Any) -> None:
    numbers = dict(tables(report)["What is counted | Number"])
    assert numbers == {
        "Questions still asked on 31 March 2026": "3",
        "of these, asked in this period": "1",
        "of these, answered in this period, with at least one dated entry": "2",
        "of these, never answered until then": "1",
        "of these, not started": "1",
        "of these, considering": "0",
        "of these, in progress": "1",
        "of these, embedded": "1",
        "of these, without a lead when this was made": "2",
        "Dated entries in this period, of any question": "5",
        "of these entries, by which an answer went back": "1",
        "of these entries, with a link to evidence": "1",
        "Questions withdrawn or replaced in this period, not counted above": "2",
    }
    assert tables(report)["Source review | Not started | Considering | In progress | Embedded | All"] == [
        ["First review: a made-up one", "1", "0", "1", "0", "2"],
        ["Made-up paper", "0", "0", "0", "1", "1"],
    ]


def test_the_report_says_what_is_open_and_what_went(report: Any) -> None:
    assert tables(report)["Question | Answer | Lead | Next look"] == [
        ["Safer sleep", "In progress", "Police", "21 November 2026"],
        ["Fathers", "Not started", "no lead", "22 November 2026"],
    ]
    text = text_of(report)
    assert "Old question, superseded on 1 June 2025: replaced by “Fathers”" in text
    assert "Gone question, withdrawn on 31 March 2026: Asked twice." in text
    assert "Safer sleep, 1 January 2026, back from embedded to in progress: It held for a year." in text


def test_an_earlier_report_says_what_has_become_of_its_questions(root: Path) -> None:
    (embedded, _) = tables(word_of(root, "2025"))["Question | Since | What was found or done, and evidence"]
    assert embedded[:2] == ["Safer sleep, now in progress", "31 December 2025"]


def test_a_running_period_says_on_which_day_it_stands(root: Path) -> None:
    report = word_of(root, "2026-27")
    text = text_of(report)
    assert "This period has not ended: it is counted as it stood on 22 November 2026." in text
    assert "No answer is recorded in this period. That says what was written down on this site" in text
    numbers = dict(tables(report)["What is counted | Number"])
    assert numbers["of these, with a day for a next look"] == "2"
    assert numbers["of these, past that day"] == "1"
    (sleep, *_) = tables(report)["Question | Answer | Lead | Next look"]
    assert sleep[3] == "21 November 2026 (has passed)"


def test_every_table_repeats_its_header_and_keeps_short_rows_whole(report: Any) -> None:
    for table in report.tables:
        first, *rest = table.rows
        assert first._tr.xpath("w:trPr/w:tblHeader")
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in (first, *rest))


def test_they_are_the_same_from_run_to_run(root: Path) -> None:
    for period in ("2026", "2025-26"):
        for ending in ("docx", "pdf"):
            path = f"packs/challenges/report/{period}.{ending}"
            assert make(packs_of(root)[path], root) == make(packs_of(root)[path], root), path


def test_the_board_paper_says_on_one_page_what_a_board_needs(root: Path) -> None:
    data = paper_of(root, "2026")
    text = squeezed(shown(data))
    assert len(PdfReader(BytesIO(data)).pages) == 1
    for part in (
        "Challenge questions, January to December 2026",
        "Of 4 questions still asked on 22 November 2026: 1 answered in this period, 1 embedded, 3 still open, "
        "2 never answered; of 2 with a day for a next look, 1 past it.",
        "First review",
        "What went back, and why (1)",
        "Safer sleep, 1 January 2026: back from embedded to in progress. It held for a year.",
        "Past the day of a next look (1 of 2 with such a day)",
        "3 of 4 have no lead.",
        "1 of 1 entries lead to no evidence.",
        "Have we embedded this? Is there more? What ideas do you have?",
        f"{HOME}challenges/report/2026/",
        *SAFE,
    ):
        assert squeezed(part) in text, part


def test_a_long_year_takes_one_page_and_says_where_the_rest_is(tmp_path: Path) -> None:
    files = scattered(300, "A long note about what was found and done, with a little more in it. " * 13)
    root = write(copy_project(tmp_path / "project", content=False), files)
    for period in ("2025", "2024-25"):
        data = paper_of(root, period)
        assert len(PdfReader(BytesIO(data)).pages) == 1, period
        assert squeezed(f"more: https://briefings.example.org/challenges/report/{period}/") in squeezed(shown(data))
        newest = periods_of(root)[period].moved[-1]
        said = f"{newest.question.front.title}, {day_label(newest.step.day)}"
        assert squeezed(said) in squeezed(shown(data)), "what is left out is the oldest"


def test_of_many_reviews_and_long_titles_the_counts_remain(make_project: MakeProject) -> None:
    long = (
        "A title as long as a title may be, and then a little longer still, so that it takes several lines of a page. "
    )
    root = make_project({})
    files = {f"national-reviews/r{each}": briefing(each, title=f"{each} {long}"[:199].strip()) for each in range(40)}
    for each in range(40):
        files[f"challenges/q{each}"] = asked(
            100 + each,
            f"r{each}",
            {"date": "2026-05-01", "status": "embedded", "note": long * 9},
            {"date": "2026-06-01", "status": "considering", "note": long * 9},
            title=f"{each} {long}"[:199].strip(),
            published="2026-04-01",
            next_review="2026-07-01",
            lead="odd",
        )
    data = paper_of(write(root, files), "2026-27")
    text = squeezed(shown(data))
    assert len(PdfReader(BytesIO(data)).pages) == 1
    assert squeezed("Of 40 questions still asked on 22 November 2026: 40 answered in this period, 0 embedded") in text
    assert squeezed("80 of 80 entries lead to no evidence.") in text


def test_the_real_board_papers_take_one_page_and_blame_nobody() -> None:
    library, site = library_of(ROOT), site_of(ROOT)
    for pack in packs(library, site):
        if pack.ending == "pdf":
            data = make(pack, ROOT)
            assert len(PdfReader(BytesIO(data)).pages) == 1, pack.path
            assert squeezed("Nothing is recorded as an answer yet.") in squeezed(shown(data)), pack.path


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    root = hostile_project(tmp_path / "project")
    cells = ""
    for pack in packs(library_of(root), site_of(root)):
        data = make(pack, root)
        if pack.ending == "pdf":
            assert len(PdfReader(BytesIO(data)).pages) == 1
            continue
        file = docx.Document(BytesIO(data))
        cells += " ".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
        links = {relation.target_ref for relation in file.part.rels.values() if relation.is_external}
        assert all(link.startswith(("https://", "mailto:", "tel:")) for link in links)
        assert not [link for link in links if link.startswith(("https://x", "https://www.example.org/?"))]
    for place in ("challenge-title", "question", "note0", "note14"):
        assert words(f"{place} {HOSTILE}") in words(cells), place
