"""Figures: counted from the raw files, as grouped and drawn, and as series."""

from dataclasses import dataclass
from typing import Any

import pytest

from scripts.figures import Against, counts, groups, quotes, series
from scripts.library import Library
from tests.conftest import ROOT, MakeProject
from tests.feeds import plain_briefings
from tests.made_up import publication
from tests.reading import library_of

BASE, SOURCE = "200 made-up reviews", "Made-up report"


def figure(value: object, label: str = "made up", **fields: object) -> dict[str, object]:
    """A made-up figure of one base, period and source; None leaves a field out."""
    found = {"value": value, "unit": "%", "label": label, "base": BASE, "period": "2024", "source": SOURCE} | fields
    return {name: field for name, field in found.items() if field is not None}


def library(make_project: MakeProject, *files: list[dict[str, object]], **fields: Any) -> Library:
    """The library of publications with these figures; the first file is the newest."""
    return library_of(
        make_project(
            {
                f"briefings/publications/made-up-{number}.md": publication(
                    number, figures=figures, published=f"20{30 - number}-02", **fields
                )
                for number, figures in enumerate(files)
            }
        )
    )


def drawn(found: Library) -> list[list[str]]:
    return [[count.figure.amount for count, _ in group.bars] for group in groups(counts(found)) if group.bars]


def raw_figures() -> list[tuple[str, dict[str, Any]]]:
    """Every figure of every file that still holds, as YAML has it."""
    return [
        (found.key, each)
        for found in plain_briefings()
        if found.front.get("status", "current") == "current"
        for each in found.front.get("figures", [])
    ]


def test_every_figure_of_the_files_is_quoted_once() -> None:
    found = quotes(library_of(ROOT))
    raw = raw_figures()
    assert len(raw) > 40
    fields = ("value", "unit", "label", "base", "period", "source", "id", "measure")
    assert sorted([quote.briefing.key, *(str(getattr(quote.figure, name)) for name in fields)] for quote in found) == (
        sorted([key, *(str(each.get(name)) for name in fields)] for key, each in raw)
    )


def test_every_real_figure_has_a_name_and_a_name_quoted_twice_is_one_count() -> None:
    raw = raw_figures()
    ids = [each["id"] for _, each in raw]
    found = counts(library_of(ROOT))
    assert len(found) == len(set(ids)) < len(ids)
    (twice,) = (count for count in found if len(count.quotes) > 1)
    assert twice.quotes[0].reference == "domestic-abuse-2020"
    assert {quote.briefing.key for quote in twice.quotes} == {
        key for key, each in raw if each["id"] == twice.quotes[0].reference
    }


def test_what_no_longer_holds_is_not_counted(make_project: MakeProject) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."}
    assert quotes(library(make_project, [figure(10)], **gone)) == ()


def test_shares_of_one_base_period_and_source_are_drawn_the_largest_first(make_project: MakeProject) -> None:
    assert drawn(library(make_project, [figure(10), figure("20.5"), figure(15, unit="per cent")])) == [
        ["20.5%", "15 per cent", "10%"]
    ]


@pytest.mark.parametrize(
    "other",
    [
        figure(20, base="201 made-up reviews"),
        figure(20, period="2023"),
        figure(20, period=None),
        figure(20, source="Another report"),
        figure("over 20"),
        figure("10 to 20"),
        figure("almost a third", unit=None),
        figure(20, unit="children"),
        figure(20, unit=None),
        figure(20, unit="percentage points"),
        figure(20, "rise since 2023"),
        figure(140, "rise since 2023"),
    ],
)
def test_nothing_else_is_drawn_beside_a_share(make_project: MakeProject, other: dict[str, object]) -> None:
    found = library(make_project, [figure(10), other])
    assert drawn(found) == []
    assert len(counts(found)) == 2


def test_shares_of_one_base_in_two_briefings_are_drawn_together(make_project: MakeProject) -> None:
    assert drawn(library(make_project, [figure(10)], [figure(20)])) == [["20%", "10%"]]


def test_one_count_quoted_twice_is_one_bar(make_project: MakeProject) -> None:
    same = figure(10, id="made-up")
    assert drawn(library(make_project, [same], [same])) == []


@dataclass(frozen=True)
class Row:
    period: str | None
    base: str | None
    against: Against


@pytest.mark.parametrize(
    "rows",
    [
        [Row("2019", BASE, Against.FIRST), Row("2020", BASE, Against.SAME)],
        [Row("2019", BASE, Against.FIRST), Row("2020", f" {BASE.upper()}", Against.SAME)],
        [Row("2019", "538 rapid reviews", Against.FIRST), Row("2020", "330 rapid reviews", Against.OTHER_NUMBER)],
        [Row("2019", "330 rapid reviews", Against.FIRST), Row("2020", "330 serious incidents", Against.OTHER)],
        [
            Row("July 2018 to December 2019", BASE, Against.FIRST),
            Row("2020", "81 homes", Against.OTHER),
            Row("2022–23", "81 homes", Against.SAME),
            Row("2023/24", BASE, Against.OTHER),
        ],
    ],
)
@pytest.mark.parametrize("is_turned", [False, True])
def test_a_series_is_ordered_by_period_and_says_where_the_base_is_another(
    make_project: MakeProject, rows: list[Row], is_turned: bool
) -> None:
    figures = [figure(10 + n, base=row.base, period=row.period, measure="made-up") for n, row in enumerate(rows)]
    (found,) = series(counts(library(make_project, figures[::-1] if is_turned else figures)))
    assert found.title == "Made up"
    assert [(count.figure.value, against) for count, against in found.steps] == [
        (str(10 + number), row.against) for number, row in enumerate(rows)
    ]


def test_a_base_that_is_not_given_is_no_known_base(make_project: MakeProject) -> None:
    figures = [figure(n, base=None, unit="children", period=f"202{n}", measure="made-up") for n in (1, 2)]
    ((_, step),) = (found.steps for found in series(counts(library(make_project, figures))))
    assert step[1] is Against.UNKNOWN


def test_where_no_period_can_be_read_publication_gives_the_order(make_project: MakeProject) -> None:
    # Published in 2030, 2029 and 2028.
    files = [[figure(n, period=period, measure="made-up")] for n, period in enumerate((None, "the early days", "2027"))]
    (found,) = series(counts(library(make_project, *files)))
    assert [count.figure.value for count, _ in found.steps] == ["2", "1", "0"]


def test_a_measure_of_one_count_is_no_series(make_project: MakeProject) -> None:
    same = figure(10, id="made-up", measure="made-up")
    assert series(counts(library(make_project, [same], [same]))) == ()


def test_every_measure_of_the_real_files_is_a_series() -> None:
    measures = [each["measure"] for _, each in raw_figures() if "measure" in each]
    found = {each.measure: each for each in series(counts(library_of(ROOT)))}
    assert found.keys() == set(measures)


def test_references_last_and_differ(make_project: MakeProject) -> None:
    taken = "made-up-0-made-up-2024"
    found = quotes(library(make_project, [figure(1), figure(2), figure(3, id=taken), figure(4, "“!”", period=None)]))
    assert [quote.reference for quote in found] == [f"{taken}-2", f"{taken}-3", taken, "made-up-0"]
