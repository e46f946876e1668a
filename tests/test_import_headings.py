"""A review's heading is found, however it is marked, and taken apart: child or subject, kind, partnership, year."""

import re
from html import escape
from typing import Any

import pytest
import yaml

from scripts.importing.heading_words import HeadingWords, heading_words
from tests.conftest import ROOT
from tests.importing import reviews

Row = dict[str, Any]
BY_WORDS, BY_MARKS = yaml.safe_load_all((ROOT / "tests/wordings/headings.yml").read_text("utf-8"))
ROWS = [*BY_WORDS, *BY_MARKS]

BEHIND = "\n\nWhat happened is told here in a few words.\n\nLearning themes include: one thing; and another.\n"
MARKED = {
    "second level": "## {}",
    "third level": "### {}",
    "bold": "**{}**",
    "underlined": "{}\n---",
    "numbered heading": "#### 2. {}",
    "bold with number": "**3. {}**",
}
# Lines that hold a year, a child or a kind of review, and begin nothing.
NO_HEADINGS = (
    "In 2024 Child A was known to three services.",
    "2024 – 2025 was a hard year for the family, and nobody asked why.",
    "Child A (aged 4) was seen twice by the school nurse.",
    "The serious case review of Child B was not read by anybody.",
    "A local child safeguarding practice review was held, and its findings were shared with staff;",
    "A thematic review of neglect should be read beside this one.",
    "Child A lived with the father, his partner and two siblings",
    "The family moved to Quenby (in 2021)",
    "Learning review panels were held (Tolverne, 2021), and the family took part.",
    "Background: Child A (Tolverne, 2024)",
)


def heading(row: Row) -> str:
    return str(row["heading"])


def wanted(row: Row) -> HeadingWords:
    return HeadingWords(**row["says"])


def test_the_table_repeats_nothing() -> None:
    assert len({heading(row) for row in ROWS}) == len(ROWS) >= 60


@pytest.mark.parametrize("row", ROWS, ids=heading)
def test_it_is_taken_apart(row: Row) -> None:
    assert heading_words(heading(row)) == wanted(row)


@pytest.mark.parametrize("mark", MARKED)
def test_its_mark_tells_that_it_is_a_heading(mark: str) -> None:
    own_number = re.compile(r"\(?\d|Review \d|Case \d" if "number" in mark else "$")
    rows = [row for row in ROWS if not own_number.match(heading(row))]
    text = "\n\n".join(MARKED[mark].format(heading(row)) + BEHIND for row in rows)
    assert [review.words for review in reviews(text, "digest.md")] == [wanted(row) for row in rows]


@pytest.mark.parametrize(
    "mark", ["<h3>{}</h3>", "<p><strong>{}</strong></p>", "<table><tr><td><b>{}</b></td></tr></table>"]
)
def test_its_mark_on_a_web_page_tells_it(mark: str) -> None:
    behind = "".join(f"<p>{paragraph}</p>" for paragraph in BEHIND.strip().split("\n\n"))
    page = "".join(mark.format(escape(heading(row))) + behind for row in ROWS)
    assert [review.words for review in reviews(page, "digest.html")] == [wanted(row) for row in ROWS]


@pytest.mark.parametrize("row", BY_WORDS, ids=heading)
def test_its_words_alone_tell_it(row: Row) -> None:
    assert [review.words for review in reviews(heading(row) + BEHIND)] == [wanted(row)]


@pytest.mark.parametrize("number", ["4. {}", "(4) {}", "4) {}"])
@pytest.mark.parametrize("row", BY_MARKS, ids=heading)
def test_a_number_before_a_short_line_tells_it(row: Row, number: str) -> None:
    assert [review.words for review in reviews(number.format(heading(row)) + BEHIND)] == [wanted(row)]


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_other_lines_begin_no_review(line: str) -> None:
    (review,) = reviews(f"2025 – Anonymous – Child Z\n\nThe first paragraph.\n\n{line}\n\nThe last one.{BEHIND}")
    assert review.words.title == "Child Z"
    assert line.removeprefix("Background: ") in (review.summary + review.background)


@pytest.mark.parametrize(
    "header", ["From: Norchester LSCB", "Published by the Norchester team", "Sent by Norchester LSCB"]
)
def test_the_sender_is_no_partnership(header: str) -> None:
    head = "From: a@example.org\nSubject: News from Norchester LSCB\nMIME-Version: 1.0"
    (review,) = reviews(f"{head}\n\n{header}\n\n## LCSPR: Child A{BEHIND}\nNorchester LSCB\n", "digest.eml")
    assert review.words == HeadingWords("Child A", "LCSPR")


def test_a_year_in_the_text_is_not_the_reviews() -> None:
    (review,) = reviews(f"## Child A\n\nPublished in 2023, about a death in 2021.{BEHIND}", "digest.md")
    assert review.words.year is None
