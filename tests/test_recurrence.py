"""How often reviews name a theme: every number on the pages equals one counted from the files without our code."""

import csv
import io
import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.recurring import Counted, counted, naming, themes, together
from tests.theming import article, leads, says, section
from tests.visits import words

HEADING = "How often reviews name it"


def amount(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def table(elements: list[HtmlElement]) -> list[list[str]]:
    rows = (row for element in elements for row in element.iter("tr"))
    return [[words(cell.text_content()) for cell in row] for row in rows][1:]


def expected_table(reviews: list[Counted], theme: str) -> list[list[str]]:
    """By year; years without a review are no zero. (The real collection has no two of them in a row.)"""
    years = [review.year for review in reviews]
    named = [review.year for review in naming(reviews, theme)]
    return [
        [str(year), str(named.count(year)), str(years.count(year))] if year in years else [str(year), "–", "none here"]
        for year in range(min(years), max(years) + 1)
    ]


@pytest.fixture(scope="module")
def reviews(real_project: Path) -> list[Counted]:
    return counted(real_project)


def test_the_numbers_of_every_theme_page_are_those_of_the_files(
    site: Path, real_project: Path, reviews: list[Counted], subtests: pytest.Subtests
) -> None:
    assert len(reviews) >= 14
    kinds = {thing: [r for r in reviews if r.is_national is one] for thing, one in KINDS.items()}
    for theme in themes(real_project):
        with subtests.test(theme):
            page = section(article(site / "themes" / theme / "index.html"), HEADING)
            found = naming(reviews, theme)
            if not found:
                assert f"None of the {amount(len(reviews), 'review')} here since" in says(page)
                assert not [picture for element in page for picture in element.iter("svg")]
                continue
            parts = [f"{len(naming(some, theme))} of {amount(len(some), thing)}" for thing, some in kinds.items()]
            since = min(review.year for review in reviews)
            assert says(page).startswith(
                f"Named in {len(found)} of {amount(len(reviews), 'review')} since {since}: {' and '.join(parts)}. "
            )
            assert ("These are few reviews" in says(page)) == (len(reviews) < 30)
            assert table(page) == expected_table(reviews, theme)
            (details,) = (element for element in page if element.tag == "details")
            assert sorted(leads([details])) == sorted(review.address for review in found)
            picture = words(page[1].xpath("string(.//desc)"))
            assert picture == "; ".join(map(in_words, expected_table(reviews, theme))) + "."


KINDS = {"national review": True, "case review": False}


def in_words(row: list[str]) -> str:
    year, named, of = row
    return f"{year}: no review in the collection" if named == "–" else f"{year}: {named} of {of}"


def test_the_themes_named_with_one_are_those_of_the_files(
    site: Path, real_project: Path, reviews: list[Counted], subtests: pytest.Subtests
) -> None:
    labels, pairs = themes(real_project), together(reviews)
    for theme in labels:
        with subtests.test(theme):
            page = section(article(site / "themes" / theme / "index.html"), HEADING)
            number = len(naming(reviews, theme))
            shown = re.findall(r"in (\d+) of the (\d+)", says(page))
            both = sorted((n for pair, n in pairs.items() if theme in pair and n > 1), reverse=True)
            assert [(int(one), int(all_)) for one, all_ in shown] == [(n, number) for n in both[:6]]
            items = [item for element in page if element.tag == "ul" for item in element]
            for item, (one, _) in zip(items, shown, strict=True):
                address, *behind = item.xpath(".//a/@href")
                pair = frozenset((theme, address.removeprefix("../").strip("/")))
                assert pairs[pair] == int(one)
                assert sorted(link.removeprefix("../../") for link in behind) == naming_both(reviews, pair)


def test_the_page_of_all_themes_says_the_same(site: Path, real_project: Path, reviews: list[Counted]) -> None:
    page = article(site / "recurrence" / "index.html")
    labels = themes(real_project)
    named = {theme: naming(reviews, theme) for theme in labels}
    text = words(page.text_content())
    assert f"Counted are {amount(len(reviews), 'review')} from" in text
    years = sorted({review.year for review in reviews})
    heads = [words(cell.text_content()) for cell in page.xpath("//thead//th")][2:]
    rows = {
        row.find("th/a").get("href"): [words(cell.text_content()) for cell in row] for row in page.xpath("//tbody/tr")
    }
    assert set(rows) == {f"../themes/{theme}/#how-often" for theme in labels if named[theme]}
    for theme, found in named.items():
        if found:
            label, whole, *cells = rows[f"../themes/{theme}/#how-often"]
            assert (label, whole) == (labels[theme], f"{len(found)} of {len(reviews)}")
            for head, cell in zip(heads, cells, strict=True):
                those = [review for review in reviews if str(review.year) == head]
                assert cell == (f"{len(naming(those, theme))} of {len(those)}" if those else "–")
    assert {int(head) for head in heads} >= set(years[-5:])
    numbers = [int(row[1].split()[0]) for row in rows.values()]
    assert numbers == sorted(numbers, reverse=True)
    never = [link.removeprefix("../themes/").strip("/") for link in tags(page)]
    assert never == [theme for theme in labels if not named[theme]]


def tags(page: HtmlElement) -> list[str]:
    return [link.get("href", "") for link in page.xpath("//p[@class='tags']/a")]


def test_the_pairs_are_those_of_the_files_and_no_equal_is_left_out(site: Path, reviews: list[Counted]) -> None:
    page = section(article(site / "recurrence" / "index.html"), "Themes that appear together")
    pairs = together(reviews)
    shown = {}
    for item in (item for element in page for item in element.iter("li")):
        links = item.xpath(".//a/@href")
        pair = frozenset(link.removeprefix("../themes/").strip("/") for link in links[:2])
        assert sorted(link.removeprefix("../") for link in links[2:]) == naming_both(reviews, pair)
        shown[pair] = int(re.findall(rf"in (\d+) of {len(reviews)} reviews", words(item.text_content()))[0])
    assert shown == {pair: number for pair, number in pairs.items() if number >= min(shown.values())}


def naming_both(reviews: list[Counted], pair: frozenset[str]) -> list[str]:
    """The addresses of those that name both themes of a pair."""
    return sorted(review.address for review in reviews if pair <= review.themes)


def test_the_table_for_spreadsheets_says_the_same(site: Path, real_project: Path, reviews: list[Counted]) -> None:
    rows = list(csv.DictReader(io.StringIO((site / "data" / "recurrence.csv").read_text("utf-8-sig"))))
    ids = {label: theme for theme, label in themes(real_project).items()}
    for row in rows:
        those = [review for review in reviews if str(review.year) == row["Year"]]
        found = naming(those, ids[row["Theme"]])
        nationals = sum(review.is_national for review in found)
        numbers = (row["Reviews naming it"], row["of them national reviews"], row["Reviews of the year"])
        assert numbers == (str(len(found)), str(nationals), str(len(those)))
    assert len(rows) == len(ids) * len({review.year for review in reviews})
