"""The register holds every recommendation of what still holds, once, under its addressee, its themes and its year."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.outputs.recommendation_pages import MOST_ASKED, ON_A_PAGE
from tests.conftest import ROOT, MakeProject
from tests.hostile import HOSTILE
from tests.registering import digest, in_pages, listed, national, pages, register_of, review, searched
from tests.visits import words

Row = tuple[str, str, str]  # what is recommended, for whom, and by which file


def files(root: Path, folder: str) -> Iterator[tuple[str, Any]]:
    """The front matter of every file of a kind that still holds, read without our own loader."""
    for path in sorted((root / "briefings" / folder).glob("*.md")):
        front = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        if not path.stem.startswith("_") and front.get("status", "current") == "current" and not front.get("draft"):
            yield path.stem, front


def counted(root: Path) -> list[Row]:
    """Every recommendation of the files, found independently of the compiler."""
    found = []
    for name, front in files(root, "national-reviews"):
        found += [(one["text"], one["to"], f"national-reviews/{name}") for one in front.get("recommendations", [])]
    for month, front in files(root, "digests"):
        for one in front["reviews"]:
            for asked in one.get("recommendations", []):
                text, to = (asked, "") if isinstance(asked, str) else (asked["text"], asked.get("to", ""))
                found.append((text, to, f"case-reviews/{month}/{one['id']}"))
    return [(words(text), words(to), key) for text, to, key in found]


def test_the_register_holds_exactly_what_the_files_hold() -> None:
    wanted = counted(ROOT)
    rows = register_of(ROOT).rows
    assert Counter((words(row.text), row.to or "", row.origin.key) for row in rows) == Counter(wanted)
    assert len({row.reference for row in rows}) == len(rows) == len(wanted) > 30
    made = pages(ROOT)
    assert f"# Recommendations\n\n{len(wanted)} recommendations from " in made["recommendations/index.md"]
    reviews = len(list(files(ROOT, "national-reviews"))) + sum(len(one["reviews"]) for _, one in files(ROOT, "digests"))
    without = reviews - len({key for _, _, key in wanted})
    assert without > 0
    told = f"{reviews} national and case reviews in all; for {without} of them it gives no recommendation."
    assert told in words(made["recommendations/index.md"])
    nobody = sum(not to for _, to, _ in wanted)
    assert f"[{nobody} of the {len(wanted)} recommendations](for/not-named/) name no addressee" in "".join(
        made.values()
    )
    assert len(searched(ROOT)["recommendations"]) == len(wanted)


@pytest.mark.parametrize("by", ["for", "years"])
def test_the_lists_by_addressee_and_by_year_hold_each_once(by: str) -> None:
    made = pages(ROOT)
    lists = [
        path.removesuffix("index.md") for path in made if re.fullmatch(rf"recommendations/{by}/[^/]+/index\.md", path)
    ]
    shown = [(text, whom) for address in lists for _, text, whom in in_pages(made, address)]
    wanted = [(text, f"For: {to}" if to else "No addressee named") for text, to, _ in counted(ROOT)]
    assert Counter(shown) == Counter(wanted)


def test_the_list_of_a_theme_holds_those_of_the_reviews_on_it() -> None:
    made = pages(ROOT)
    themes: dict[str, list[str]] = {}
    for _, front in files(ROOT, "digests"):
        for one in front["reviews"]:
            texts = [asked if isinstance(asked, str) else asked["text"] for asked in one.get("recommendations", [])]
            for theme in one.get("themes", []):
                themes.setdefault(theme, []).extend(map(words, texts))
    for _, front in files(ROOT, "national-reviews"):
        for theme in front["themes"]:
            themes.setdefault(theme, []).extend(words(asked["text"]) for asked in front.get("recommendations", []))
    for theme, texts in themes.items():
        shown = [text for _, text, _ in in_pages(made, f"recommendations/themes/{theme}/")]
        assert Counter(shown) == Counter(texts), theme


def test_the_table_holds_each_with_its_lasting_reference(site: Path) -> None:
    text = (site / "data" / "recommendations.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    wanted = counted(ROOT)
    assert Counter((row["Recommendation"], row["For whom"], row["Reference"].split("#")[0]) for row in rows) == Counter(
        wanted
    )
    assert all((site / re.sub(r"^https?://[^/]+/", "", row["Page"]) / "index.html").exists() for row in rows)
    explained = words((site / "data" / "index.html").read_text("utf-8"))
    assert all(f"<strong>{name}</strong>" in explained for name in rows[0])


def test_what_no_longer_holds_is_not_counted(make_project: MakeProject) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "It was found to mislead."}
    root = make_project(
        digest(1, review("a", "Publish it."))
        | digest(2, review("b", "Withdrawn words."), **gone)
        | digest(3, review("c", "Draft words."), draft=True)
        | national(4, {"to": "Government", "text": "Withdrawn words."}, **gone)
    )
    assert [row.reference for row in register_of(root).rows] == ["case-reviews/2025-01/a#1"]


def test_a_year_is_the_review_s_own_or_says_whose_it_is(make_project: MakeProject) -> None:
    root = make_project(
        digest(1, review("old", "Old.", year=2019), review("undated", "Undated."))
        | national(2, {"to": "Government", "text": "National."}, published="2021-03-04")
    )
    rows = register_of(root).rows
    assert [(row.text, row.origin.year, row.origin.year_of.value) for row in rows] == [
        ("Undated.", 2025, "year of the digest"),
        ("National.", 2021, "year of publication"),
        ("Old.", 2019, "year of the review"),
    ]
    made = pages(root)
    assert [text for _, text, _ in listed(made["recommendations/years/2019/index.md"])] == ["Old."]
    assert "2025 (year of the digest)" in made["recommendations/years/2025/index.md"]


def test_a_review_that_was_published_anonymously_says_so(make_project: MakeProject) -> None:
    root = make_project(digest(1, review("a", "Publish it.", partnership="anonymous", year=2019)))
    assert searched(root)["reviews"][0]["about"] == "Case review · Published anonymously · 2019"


def test_the_same_words_in_two_reviews_are_two(make_project: MakeProject) -> None:
    root = make_project(digest(1, review("a", "Publish it.", "Publish it."), review("b", "Publish it.")))
    assert [row.reference for row in register_of(root).rows] == [
        "case-reviews/2025-01/a#1",
        "case-reviews/2025-01/a#2",
        "case-reviews/2025-01/b#1",
    ]


def test_a_long_list_goes_on_on_further_pages(make_project: MakeProject) -> None:
    texts = [f"Do number {number}." for number in range(2 * ON_A_PAGE + 1)]
    made = pages(make_project(digest(1, review("a", *texts))))
    at = "recommendations/for/not-named/"
    assert [len(listed(made[f"{at}{page}index.md"])) for page in ("", "2/", "3/")] == [ON_A_PAGE, ON_A_PAGE, 1]
    assert [text for _, text, _ in in_pages(made, at)] == texts
    assert "[Next page](2/)" in made[f"{at}index.md"] and "Previous" not in made[f"{at}index.md"]
    assert "[Previous page](../){: rel=prev } [Next page](../3/)" in made[f"{at}2/index.md"]
    assert "Next" not in made[f"{at}3/index.md"]


def test_with_many_addressees_the_overview_shows_those_asked_most(make_project: MakeProject) -> None:
    asked = [{"to": f"Team {number}", "text": "Publish it."} for number in range(MOST_ASKED + 5)]
    made = pages(make_project(digest(1, review("a", *asked, {"to": "team 50.", "text": "Say it."}))))
    overview = made["recommendations/index.md"]
    assert overview.count("](for/team-") == MOST_ASKED and "[Everybody who is asked](for/)" in overview
    assert overview.index("Team 50]") < overview.index("Team 0]")
    assert made["recommendations/for/index.md"].count("](team-") == MOST_ASKED + 5


def test_without_recommendations_the_page_says_so_and_has_no_search(make_project: MakeProject) -> None:
    made = pages(make_project({}))
    assert "No review that holds gives a recommendation yet." in made["recommendations/index.md"]
    assert "<form" not in made["recommendations/index.md"]


def test_hostile_words_come_out_as_words(make_project: MakeProject) -> None:
    asked = {"to": HOSTILE, "text": f"- {HOSTILE}\n\n# {HOSTILE}"}
    made = pages(make_project(digest(1, review("a", asked, title=HOSTILE, partnership=HOSTILE))))
    ((title, text, whom),) = listed(made["recommendations/years/2025/index.md"])
    assert (title, text) == (words(HOSTILE), words(f"- {HOSTILE} # {HOSTILE}"))
    assert whom == f"For: {words(HOSTILE)}"
    assert not [path for path, page in made.items() if "<script" in page and path.endswith(".md")]
