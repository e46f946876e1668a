"""The page of figures and its files: what the briefings' files say, nothing else, for every reader."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.markdown_text import BodyRenderer
from scripts.outputs import figure_pages
from tests.conftest import ROOT, MakeProject
from tests.exporting import exported
from tests.feeds import HOME
from tests.made_up import publication
from tests.reading import library_of, site_of
from tests.test_accessibility import faults_by_day_and_night
from tests.test_figures import figure, raw_figures
from tests.visits import PHONE, visit, words

FIELDS = ("value", "unit", "label", "base", "period", "source", "id", "measure")


def said(each: dict[str, object]) -> dict[str, str | None]:
    """A figure as its file has it, every value as text."""
    return {name: str(each[name]) if name in each else None for name in FIELDS}


def test_the_json_file_holds_every_figure_as_its_file_does() -> None:
    data = json.loads(exported(ROOT)["data/figures.json"])
    assert data["terms"] == f"{HOME}data/"
    rows = [(row["briefing"], {name: row[name] for name in FIELDS}) for row in data["figures"]]
    assert sorted(rows, key=str) == sorted(((key, said(each)) for key, each in raw_figures()), key=str)
    for row in data["figures"]:
        assert row["address"] == f"{HOME}{row['briefing']}/"
        assert row["place"] == f"{HOME}figures/#figure-{row['reference']}"
        assert row["id"] in (None, row["reference"])


def test_the_table_holds_the_same_rows() -> None:
    files = exported(ROOT)
    rows = list(csv.DictReader(io.StringIO(files["data/figures.csv"].decode("utf-8-sig"))))
    records = json.loads(files["data/figures.json"])["figures"]
    assert [list(row.values()) for row in rows] == [[value or "" for value in row.values()] for row in records]
    assert list(rows[0])[:8] == [
        *("Value", "Unit", "What was counted", "Who was counted", "Period", "Source", "Id", "Measure"),
    ]


def test_every_column_is_explained() -> None:
    files = exported(ROOT)
    page = files["data/index.md"].decode()
    record = json.loads(files["data/figures.json"])["figures"][0]
    section = page.partition("## Every figure as JSON")[2]
    for name in record:
        assert f"- `{name}`: " in section
    for heading in csv.DictReader(io.StringIO(files["data/figures.csv"].decode("utf-8-sig"))).fieldnames or ():
        assert f"- **{heading}**: " in page.partition("### Figures")[2]


def page_of(root: Path) -> Any:
    """The page of figures of a small project, rendered as the site renders it."""
    site = site_of(root)
    (artifact,) = figure_pages.compile(library_of(root), site)
    text = artifact.data.decode().split("---\n", 2)[2]
    return lxml.html.fromstring(f"<main>{BodyRenderer(site.settings.markdown_extensions).raw(text)}</main>")


def test_a_made_up_page_in_full(make_project: MakeProject) -> None:
    one = [
        figure(10, "first", id="first-2024", measure="first"),
        figure(30, "second <b>| *x*"),
        figure("over 40", "third"),
        figure(9, "fourth", base=None, unit="children", period=None),
    ]
    two = [
        figure(10, "told again", id="first-2024", source="Second report"),
        figure(11, "first", base="90 homes", period="2023", measure="first"),
    ]
    files: dict[str, str | bytes] = {
        f"briefings/publications/{name}.md": publication(number, title=name, figures=figures)
        for number, (name, figures) in enumerate({"two": two, "one": one}.items())
    }
    page = page_of(make_project(files))
    (chart,) = page.cssselect("svg")
    assert chart.findtext("title") == "Shares of 200 made-up reviews, 2024"
    assert chart.findtext("desc") == "second <b>| *x*: 30%; first: 10%. Source: Made-up report."
    text = words(page.text_content())
    assert "The chart shows 2 shares of this one base: the largest is 30% (second <b>| *x*), the smallest" in text
    assert "and 1 figure that cannot be drawn beside them" in text
    (first,) = page.cssselect("#figure-first-2024")
    row = words(" ".join(first.getparent().getparent().itertext()))
    assert row == "10% first Also in two as “told again”; source: Second report"
    (table,) = page.xpath("//h3[@id='series-first']/following::table[1]")
    assert [[words(" ".join(cell.itertext())) for cell in row] for row in table.cssselect("tbody tr")] == [
        ["2023", "11% first", "90 homes"],
        ["2024", "10% first", "Another base: 200 made-up reviews"],
    ]


def test_a_collection_without_figures_says_so(make_project: MakeProject) -> None:
    page = page_of(make_project({"briefings/publications/one.md": publication()}))
    assert words(page.text_content()) == "Figures There are no figures here yet."


@pytest.fixture(scope="module")
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visit(browser, server, viewport=PHONE) as page:
        page.goto("figures/")
        yield page


def test_every_real_figure_stands_on_the_page_under_its_base_with_its_briefing(page: Page, server: str) -> None:
    text = words(page.locator("main").inner_text())
    links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    for key, each in raw_figures():
        row = words(page.locator(f"tr:has(#figure-{each['id']})").inner_text())
        unit = each.get("unit", "")
        assert row.startswith(f"{each['value']}{unit if unit == '%' else f' {unit}'.rstrip()} ")
        assert f"Of {each['base']}" in text
        assert each["period"] in text
        assert each["source"] in text
        assert f"{server}{key}/" in links


def test_only_exact_shares_of_one_base_are_drawn(page: Page) -> None:
    shares = [
        (str(each["base"]), str(each["period"]), str(each["source"]), f"{each['label']}: {each['value']}%")
        for _, each in raw_figures()
        if each.get("unit") == "%" and isinstance(each["value"], int)
    ]
    bases = {share[:3] for share in shares}
    expected = {
        f"Shares of {base[0]}, {base[1]}": {share[3] for share in shares if share[:3] == base}
        for base in bases
        if len([share for share in shares if share[:3] == base]) > 1
    }
    assert len(expected) == 3
    charts = page.locator("main svg")
    titles = charts.locator("title").all_text_contents()
    drawn = [text.partition(". Source: ")[0].split("; ") for text in charts.locator("desc").all_text_contents()]
    assert {title: set(bars) for title, bars in zip(titles, drawn, strict=True)} == expected
    for title in titles:
        expect(page.get_by_role("img", name=title)).to_be_visible()


def test_it_fits_a_phone_with_every_letter_of_its_charts(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    outside = page.locator("main svg").evaluate_all(
        """charts => charts.flatMap(chart => {
            const box = chart.getBoundingClientRect();
            return [...chart.querySelectorAll("text")].filter(text => {
                const own = text.getBoundingClientRect();
                return own.left < box.left - 1 || own.right > box.right + 1;
            }).map(text => text.textContent);
        })"""
    )
    assert outside == []


def test_another_base_is_said_in_words_and_no_line_is_drawn(page: Page) -> None:
    section = page.locator("#series ~ .table-box")
    assert "Another base: 330 rapid reviews" in words(" ".join(section.all_inner_texts()))
    assert page.locator("main svg line, main svg polyline, main svg [class*=line]").count() == 0


def test_it_is_for_everybody_by_day_and_night(browser: Browser, server: str) -> None:
    with visit(browser, server, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto("figures/")
        assert faults_by_day_and_night(page) == {}


def test_briefings_with_figures_lead_to_it(browser: Browser, server: str) -> None:
    with visit(browser, server) as page:
        page.goto("publications/annual-report-2020/")
        page.get_by_role("link", name="Every figure on this site").click()
        expect(page).to_have_url(f"{server}figures/")
