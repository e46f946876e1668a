"""What a figure's words mean: the days of its period; a percentage, a share in words, a rise."""

from calendar import month_name
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.figures.spans import Span, span
from scripts.model.shares import exact_percentage, is_change, is_percentage, is_share_in_words, percentages


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2022–23", (2022, 1, 1), (2023, 12, 31)),
        ("2022/23", (2022, 1, 1), (2023, 12, 31)),
        ("2022 - 2023", (2022, 1, 1), (2023, 12, 31)),
        ("1999–00", (1999, 1, 1), (2000, 12, 31)),
        ("2014 to 2017", (2014, 1, 1), (2017, 12, 31)),
        ("July 2018 to December 2019", (2018, 7, 1), (2019, 12, 31)),
        ("29 June 2018 – 28 June 2019", (2018, 6, 29), (2019, 6, 28)),
        ("29 June to 28 July 2018", (2018, 6, 29), (2018, 7, 28)),
        ("April to June 2021", (2021, 4, 1), (2021, 6, 30)),
        ("year ending 31st Mar. 2023", (2023, 3, 31), (2023, 3, 31)),
        ("Sept 2019–Feb 2020", (2019, 9, 1), (2020, 2, 29)),
        ("from the Panel's beginning to January 2020", (2020, 1, 1), (2020, 1, 31)),
        ("31 June 2019", (2019, 6, 1), (2019, 6, 30)),
        ("2022-03", (2022, 1, 1), (2022, 12, 31)),
    ],
)
def test_a_period_in_words_is_read_as_days(
    period: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span(period) == Span(date(*last), date(*first))


@pytest.mark.parametrize("period", ["", "since it began", "the early days", "in May", "12345", "1 to 31 January"])
def test_a_period_without_a_year_is_not_read(period: str) -> None:
    assert span(period) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_two_days_in_words_are_these_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = [f"{day.day} {month_name[day.month]} {day.year}" for day in (first, last)]
    assert span(" to ".join(words)) == span("–".join(words)) == Span(last, first)


@given(st.text(st.sampled_from("0123456789 -–/.juneto²٣") | st.characters(codec="utf-8"), max_size=40))
def test_any_text_can_be_a_period(text: str) -> None:
    found = span(text)
    assert found is None or found.first <= found.last


@pytest.mark.parametrize(
    ("value", "unit", "exact", "numbers"),
    [
        ("27", "%", 27, (27,)),
        ("27.5 %", None, 27.5, (27.5,)),
        ("27", "per cent", 27, (27,)),
        ("27 Percent", None, 27, (27,)),
        ("1,200", "%", 1200, (1200,)),
        ("over 40", "%", None, (40,)),
        ("10–20", "%", None, (10, 20)),
        ("-5", "%", None, (-5,)),
        ("− 5", "%", None, (-5,)),
        ("5", "percentage points", None, (5,)),
        ("27", "children", None, ()),
        ("27", None, None, ()),
        ("27", "per centre", None, ()),
    ],
)
def test_percentages_are_told_from_other_numbers(
    value: str, unit: str | None, exact: float | None, numbers: tuple[float, ...]
) -> None:
    assert exact_percentage(value, unit) == exact
    assert percentages(value, unit) == numbers
    assert is_percentage(value, unit) is bool(numbers)


@pytest.mark.parametrize(
    ("value", "unit", "is_share"),
    [
        ("almost a third", None, True),
        ("Two-thirds", None, True),
        ("more than half", None, True),
        ("most", "reviews", True),
        ("one in five", None, True),
        ("nine out of ten", "children", True),
        ("3", "in every 10 children", True),
        ("¾", None, True),
        ("1/4", None, True),
        ("third", None, False),
        ("15", "in 2020", False),
        ("3 to 6", "cases a year", False),
        ("12", "a quarter", False),
        ("137", "cases", False),
        ("halfway", None, False),
    ],
)
def test_shares_in_words_are_told_from_other_words(value: str, unit: str | None, is_share: bool) -> None:
    assert is_share_in_words(value, unit) is is_share


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("rise since 2020", True),
        ("increase in notifications", True),
        ("fall in notifications", True),
        ("more than in 2019", True),
        ("injured in a fall from a window", False),
        ("more than one child in the family", False),
        ("no follow-up visit", False),
        ("children growing up in care", False),
    ],
)
def test_a_rise_is_told_from_a_share(label: str, is_one: bool) -> None:
    assert is_change("20", "%", label) is is_one
