"""The tables, read by the csv module: what the library holds, and nothing that a spreadsheet would compute."""

import csv
import io
import re
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.data.csv_files import LONGEST, SIGNS, cell, csv_file
from tests.conftest import ROOT, MakeProject
from tests.exporting import exported
from tests.feeds import HOME, plain_briefings
from tests.made_up import briefing, publication

MARK = b"\xef\xbb\xbf"
# Every way in which the programs we know of begin a cell, some of them only in other countries' settings.
SEPARATORS = ',;|\t\r\n"'


def read(data: bytes) -> list[dict[str, str]]:
    """The rows of a table, strictly read."""
    assert data.startswith(MARK)
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    text = data.removeprefix(MARK).decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == text.count("\r\n"), "a row is not one line"
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def without_marks(text: str) -> str:
    """A cell as published: the page says that an apostrophe directly before a sign is an added one."""
    return re.sub(rf"'(?=[{re.escape(SIGNS)}])", "", text)


def line(text: object) -> str:
    return " ".join(str(text).split())


def labels(name: str) -> dict[str, str]:
    path = ROOT / "briefings" / "vocabulary" / f"{name}.yml"
    return {row["id"]: row["label"] for row in yaml.safe_load(path.read_text("utf-8"))}


def listed(items: list[str]) -> str:
    return "; ".join(items)


def recommended(item: Any) -> str:
    if isinstance(item, str):
        return line(item)
    return line(f"{item['to']}: {item['text']}" if "to" in item else item["text"])


def test_every_case_review_is_a_row_with_all_that_its_file_says() -> None:
    rows = {row["Reference"]: row for row in read(exported(ROOT)["data/case-reviews.csv"])}
    themes, ages = labels("themes"), labels("ages")
    expected = {
        f"{digest.front['month']}/{review['id']}": (digest, review)
        for digest in plain_briefings()
        if digest.kind == "digests"
        for review in digest.front["reviews"]
    }
    assert rows.keys() == expected.keys()
    for reference, (digest, review) in expected.items():
        assert {name: without_marks(text) for name, text in rows[reference].items()} == {
            "Reference": reference,
            "Title": line(review["title"]),
            "Partnership": line(review.get("partnership", "")),
            "Year": str(review.get("year", "")),
            "Kind of review": line(review.get("type", "")),
            "Summary": line(review["summary"]),
            "Learning": listed([line(item) for item in review.get("learning", [])]),
            "Recommendations": listed([recommended(item) for item in review.get("recommendations", [])]),
            "Background": line(review.get("background", "")),
            "Review model": line(review.get("model", "")),
            "Keywords": listed([line(item) for item in review.get("keywords", [])]),
            "Themes": listed([themes[theme] for theme in review.get("themes", [])]),
            "Age groups": listed([ages[age] for age in review.get("ages", [])]),
            "Address of the report": review.get("report_url", ""),
            "Page": f"{HOME}case-reviews/{reference}/",
            "Digest": digest.front["month"],
            "Added to this site": digest.added.date().isoformat(),
            "Status": digest.front.get("status", "current"),
        }


def test_every_challenge_question_is_a_row() -> None:
    rows = {row["Page"]: row for row in read(exported(ROOT)["data/challenges.csv"])}
    known = {found.key: found for found in plain_briefings()}
    asked = [found for found in plain_briefings() if found.kind == "challenges"]
    assert len(rows) == len(asked) > 20
    for found in asked:
        row = rows[f"{HOME}{found.key}/"]
        kinds = ("national-reviews", "publications")
        (origin,) = {f"{kind}/{found.front['arises_from']}" for kind in kinds} & known.keys()
        assert without_marks(row["Question"]) == line(found.front["question"])
        assert without_marks(row["Arises from"]) == line(known[origin].front["title"])
        assert row["State of the answer"].lower().replace(" ", "-") == found.front["status_of_answer"]
        assert row["Updates"] == str(len(found.front.get("updates", [])))
        assert row["Added to this site"] == found.added.date().isoformat()


def test_a_challenge_question_s_row_in_full(make_project: MakeProject) -> None:
    states = {"2025-06-02": "in-progress", "2025-04-01": "embedded"}
    updates = [{"date": day, "status": state, "note": "Made-up note."} for day, state in states.items()]
    text = briefing(
        1,
        title="Asked",
        question='First, a “question”?\n\nAnd "another"; one more?',
        arises_from="origin",
        lead="police",
        status_of_answer="in-progress",
        updates=updates,
        next_review="2026-11-20",
        themes=["neglect", "poverty"],
    )
    root = make_project({"briefings/publications/origin.md": publication(), "briefings/challenges/asked.md": text})
    assert read(exported(root)["data/challenges.csv"]) == [
        {
            "Question": 'First, a “question”? And "another"; one more?',
            "Title": "Asked",
            "Arises from": "Made-up title 0",
            "Lead": "Police",
            "State of the answer": "In progress",
            "Added to this site": "2025-03-01",
            "Next review": "2026-11-20",
            "Overdue": "yes",
            "Days overdue": "2",
            "Updates": "2",
            "Last update": "2025-06-02",
            "Steps back": "1",
            "Themes": "Neglect; Poverty",
            "Page": f"{HOME}challenges/asked/",
            "Status": "current",
        }
    ]


@pytest.mark.parametrize("table", ["case-reviews", "challenges"])
def test_a_table_without_rows_has_its_headings(make_project: MakeProject, table: str) -> None:
    data = exported(make_project({}))[f"data/{table}.csv"]
    assert read(data) == []
    assert data.count(b"\r\n") == 1


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1",
)


def dangers(text: str) -> list[str]:
    """The parts of a cell that would be computed, were any separator or quotation mark the end of a cell."""
    parts = re.split(f"[{re.escape(SEPARATORS)}]", text)
    return [part for part in parts if part.strip().startswith(tuple(SIGNS))]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("before", ["", "a;", 'a"', "a,", "a'", "a | ", "a;;", "a; ", "'"])
def test_no_part_of_a_cell_begins_as_a_formula_does(before: str, text: str) -> None:
    found = cell(before + text)
    assert dangers(found) == []
    assert "'" in found
    assert without_marks(found) == line(before + text)


@given(st.text(st.sampled_from(f"{SIGNS}{SEPARATORS}' ab1(\u3000\u200b") | st.characters(codec="utf-8"), max_size=40))
@example("='=")
@example("\"=cmd|' /C calc'!A0\"")
def test_any_text_is_harmless_and_can_be_had_back(text: str) -> None:
    found = cell(text)
    assert dangers(found) == []
    assert without_marks(found) == line(text)
    # Where a semicolon separates cells, as in many countries, or nothing is taken for a quotation mark.
    for row in csv.reader(io.StringIO(csv_file([text], [[text]]).decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not [part for part in row if part.strip().startswith(tuple(SIGNS))]
    ((heading,), (value,)) = csv.reader(io.StringIO(csv_file([text], [[text]]).decode("utf-8-sig"), newline=""))
    assert heading == value == found


@pytest.mark.parametrize("text", ["A girl of three – well known; her mother's partner", "1. a = b", "self-harm", "a@b"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_the_signs_are_those_that_unicode_takes_for_one_of_the_four() -> None:
    alike = {sign for sign in map(chr, range(0x10000)) if unicodedata.normalize("NFKC", sign) in tuple("=+-@−")}
    raised = {sign for sign in alike if re.search("SUPERSCRIPT|SUBSCRIPT|HEBREW", unicodedata.name(sign))}
    assert set(SIGNS) == alike - raised


def test_a_text_that_excel_cannot_hold_is_cut_at_a_word() -> None:
    words = "made-up " * 5000
    found = cell(words)
    assert LONGEST - 20 < len(found) <= LONGEST < 32_767
    assert found.endswith("made-up … (cut)")
    assert cell("x" * LONGEST) == "x" * LONGEST
    assert len(cell("x" * LONGEST * 2)) <= LONGEST


def test_hostile_reviews_come_back_as_they_are(make_project: MakeProject) -> None:
    texts = [f"{sign}1+1{separator}{sign}A1" for sign in SIGNS for separator in (";", ",", '"', "; ", " ")]
    review = {"id": "a", "title": "=HYPERLINK(1)", "summary": "S", "learning": texts, "keywords": ["@x", "-y"]}
    front: dict[str, Any] = {"month": "2024-01", "published": "2024-01", "themes": [], "reviews": [review]}
    root = make_project({"briefings/digests/2024-01.md": briefing(body="", **front)})
    (row,) = read(exported(root)["data/case-reviews.csv"])
    assert row["Title"] == "'=HYPERLINK(1)"
    assert row["Keywords"] == "'@x; '-y"
    assert without_marks(row["Learning"]) == listed(texts)
    assert dangers(row["Learning"]) == []
