"""The page that leads to the evidence: its numbers are what the files say, and each of its links leads somewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from scripts.outputs import evidence_page
from tests.conftest import ROOT, TODAY, MakeProject
from tests.made_up import THEME, briefing
from tests.reading import library_of, site_of

ADDRESS = "evidence/"
LEADS_TO = {
    *("ledger/", "challenges/report/", "recommendations/", "recurrence/", "figures/", "similar/", "data/", "about/"),
}


def fronts(root: Path, folder: str) -> Iterator[dict[str, Any]]:
    """The fields of every briefing of a kind that still holds, read without the compiler."""
    for path in sorted((root / "briefings" / folder).glob("[!_]*.md")):
        fields: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        if fields.get("status", "current") == "current":
            yield fields


def said(root: Path) -> str:
    """The page's text on one line, without the marks of Markdown."""
    (page,) = evidence_page.compile(library_of(root), site_of(root))
    assert page.path == f"{ADDRESS}index.md"
    return " ".join(re.sub(r"\]\([^)]*\)|[\[*]", "", unescape(page.data.decode())).split())


def test_its_numbers_are_counted_from_the_files() -> None:
    text = said(ROOT)
    questions = list(fronts(ROOT, "challenges"))
    states = Counter(front["status_of_answer"] for front in questions)
    unanswered = sum(not front.get("updates") for front in questions)
    assert f"Today: {len(questions)} questions, of which {states['not-started']} not started," in text
    assert f" {states['considering']} considering, {states['in-progress']} in progress, {states['embedded']} em" in text
    assert f"{unanswered} of {len(questions)} were never answered here" in text
    overdue = sum(str(front.get("next_review", TODAY)) < str(TODAY) for front in questions)
    assert f"here; {overdue} {'is' if overdue == 1 else 'are'} past the day" in text

    national = list(fronts(ROOT, "national-reviews"))
    local = [review for digest in fronts(ROOT, "digests") for review in digest["reviews"]]
    asked = [review["recommendations"] for review in (*national, *local) if review.get("recommendations")]
    named = sum(isinstance(one, dict) and "to" in one for recommendations in asked for one in recommendations)
    number = sum(map(len, asked))
    assert f"Today: {number} recommendations from {len(asked)} reviews, out of {len(national) + len(local)} lo" in text
    assert f"{number - named} of {number} name nobody" in text

    themes = {theme for review in (*national, *local) for theme in review.get("themes", ())}
    known = yaml.safe_load((ROOT / "briefings/vocabulary/themes.yml").read_text("utf-8"))
    assert f"Today: {len(themes)} of {len(known)} themes are named in {len(national) + len(local)} reviews" in text

    figures = [one for front in (*national, *fronts(ROOT, "publications")) for one in front.get("figures", ())]
    told = {one["id"] for one in figures if "id" in one}
    assert f"Today: {len(told) + sum('id' not in one for one in figures)} figures." in text


def test_a_collection_without_anything_says_so(make_project: MakeProject) -> None:
    text = said(make_project({}))
    assert "Today no question is asked here." in text
    assert "Today no review here recommends anything." in text
    assert "Today there is no review here." in text
    assert "Today: 0 figures." in text


def test_one_of_each_is_said_in_the_singular(make_project: MakeProject) -> None:
    review = briefing(1, title="Made-up review", recommendations=[{"to": "Everybody", "text": "Read it."}])
    question = briefing(2, question="Why?", arises_from="review", status_of_answer="not-started")
    text = said(make_project({"briefings/national-reviews/review.md": review, "briefings/challenges/why.md": question}))
    assert "Today: 1 question, of which 1 not started," in text
    assert "1 of 1 was never answered here" in text
    assert "Today: 1 recommendation from 1 review, out of 1 looked through. 0 of 1 name nobody" in text
    assert re.search(r"Today: 1 of \d+ themes is named in 1 review of 2025\. That is few", text), THEME


def test_without_words_for_situations_it_leads_to_no_page_of_them(make_project: MakeProject) -> None:
    root = make_project({})
    assert "Similar situations" in said(root)
    for name in ("harms", "circumstances"):
        (root / "briefings" / "vocabulary" / f"{name}.yml").unlink()
    assert "Similar situations" not in said(root)


@pytest.fixture(scope="module")
def links(site: Path) -> set[str]:
    """Where the page's own text leads, from the site's root."""
    page = lxml.html.document_fromstring((site / ADDRESS / "index.html").read_text("utf-8"))
    return {str(link.get("href")).removeprefix("../") for link in page.iterfind(".//article//a")}


def test_each_of_its_links_leads_to_a_page(site: Path, links: set[str]) -> None:
    assert links == LEADS_TO
    assert [link for link in links if not (site / link / "index.html").is_file()] == []


def test_home_and_navigation_lead_to_it_after_what_the_frontline_needs(site: Path) -> None:
    home = lxml.html.document_fromstring((site / "index.html").read_text("utf-8"))
    hrefs = [str(link.get("href")) for link in home.iterfind(".//article//a")]
    assert hrefs[-1].removeprefix("./") == ADDRESS
    menu = [(link.text, link.get("href")) for link in home.iterfind(".//nav[@id='site-nav']//a")]
    assert menu[-1] == ("Evidence", ADDRESS)
