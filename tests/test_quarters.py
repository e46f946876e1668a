"""Quarters read from names, and from how people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.quarters import Quarter


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_lies_in_one_quarter_which_its_name_gives_back(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.start <= day <= quarter.end
    assert Quarter.named(str(quarter)) == quarter
    assert quarter.next.start - timedelta(days=1) == quarter.end
    assert quarter < quarter.next


@pytest.mark.parametrize(
    "text", ["2026 Q4", "2026-Q4", "2026q4", "2026/4", "2026-4", "Q4 2026", "Quarter 4, 2026", "q4/2026"]
)
def test_what_is_meant_by_other_ways_to_write_it(text: str) -> None:
    assert Quarter.named(text) is None
    assert Quarter.meant(text) == Quarter(2026, 4)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-q5", "2026-q0", "0026-q1", "4", "autumn 2026", "2026-12", "2026-q4 ", "2026-q٤"]
)
def test_what_names_no_quarter(text: str) -> None:
    assert Quarter.named(text) is None


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    found = Quarter.named(text)
    assert found is None or str(found) == text
    assert Quarter.meant(text) is None or Quarter.named(str(Quarter.meant(text)))
