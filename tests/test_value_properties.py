"""Dates and addresses: every text gives a value or a fault, never a crash, and values are what was written."""

from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.links import url_fault, url_quote
from scripts.model.dates import DateError, PartialDate, parse_date, parse_instant

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DATE_LIKE = st.text("0123456789-/.: TZ+", max_size=30)


@given(st.text(max_size=40) | DATE_LIKE)
@example("0000-00-00")
@example("9999-12-31")
@example("٢٠٢٤")
@example("31 February 2024")
@example("2024-01-31\n")
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    try:
        found = parse_date(text)
    except DateError as error:
        assert error.fault.message.endswith(".")
    else:
        assert str(found) == text.strip()
        assert found.label and found.start.year == found.year


@given(DAYS)
def test_a_day_is_read_and_written_alike(day: date) -> None:
    found = parse_date(day.isoformat())
    assert (found.start, str(found)) == (day, day.isoformat())
    assert found.label == f"{day.day} {day:%B} {day.year}"
    assert parse_date(f"{day:%Y-%m}") == PartialDate(day.year, day.month)
    assert parse_date(f"{day:%Y}") == PartialDate(day.year)


@given(DAYS)
def test_a_day_written_the_british_way_is_proposed_as_it_should_be(day: date) -> None:
    for written in (
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {day:%B %Y}",
        f"{day:%Y/%m/%d}",
    ):
        with pytest.raises(DateError) as caught:
            parse_date(written)
        assert day.isoformat() in caught.value.fault.fix


@given(st.lists(DAYS, min_size=2, max_size=2))
def test_dates_sort_as_days_do(days: list[date]) -> None:
    assert sorted(days) == [found.start for found in sorted(parse_date(day.isoformat()) for day in days)]


@given(st.text(max_size=40) | DATE_LIKE)
@example("0001-01-01T00:00:00+23:59")
@example("9999-12-31T23:59:59-23:59")
@example("2024-01-31T09:30:00+99:99")
@example("2024-W01-1T09:30Z")
def test_any_text_is_an_instant_or_a_fault(text: str) -> None:
    try:
        found = parse_instant(text)
    except DateError as error:
        assert error.fault.message.endswith(".")
    else:
        assert found.tzinfo is UTC


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1), timezones=ZONES))
def test_an_instant_is_the_same_in_every_zone(instant: datetime) -> None:
    assert parse_instant(instant.isoformat()) == instant
    assert parse_instant(instant.isoformat(" ")) == instant


HOSTS = st.from_regex(r"[a-z]{2,9}\.(org|gov\.uk|example\.com)", fullmatch=True)
SIGNS = "https: http: javascript: data: file: // / \\ @ : # ? [ ] ::1 %00 < | é .. www. .local example.org 127.0.0.1"
PIECES = st.sampled_from([*SIGNS.split(), "localhost", "10.0.0.1", " ", "\t", "\n", '"'])


@given(st.text(max_size=60) | st.lists(PIECES, max_size=8).map("".join))
@example("https://[::1")
@example("https://example.org:99999999/")
@example("https://[v1.x]/")
@example("https://example.org\u2100/")
def test_any_text_is_a_public_address_or_a_fault(text: str) -> None:
    fault = url_fault(text)
    if fault is None:
        parts = urlsplit(text.strip())
        assert parts.scheme in ("http", "https") and "." in (parts.hostname or "") and "@" not in parts.netloc
        assert url_quote(url_quote(text)) == url_quote(text)
    else:
        assert fault.message.endswith(".") and fault.rule.remedy


@given(HOSTS, st.from_regex(r"(/[A-Za-z0-9._~%20-]{0,8}){0,3}(\?[a-z]=[0-9])?(#[a-z]{1,5})?", fullmatch=True))
def test_no_ordinary_address_is_refused(host: str, rest: str) -> None:
    assert url_fault(f"https://{host}{rest}") is None
    assert url_fault(f"http://{host}:8080{rest}") is None
    assert url_fault(f"https://name:word@{host}{rest}") is not None
    assert url_fault(f"{host}/{rest}") is not None
