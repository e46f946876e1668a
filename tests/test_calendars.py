"""Which days stand in the calendar, and what it says of them, read by the calendar library."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from tests.conftest import ROOT, MakeProject
from tests.exporting import exported, strictly_read, value
from tests.made_up import START, briefing, publication

HOME = "https://briefings.example.org/"
AUTHORITY = "@briefings.example.org,2026"
ORIGIN = "briefings/publications/origin.md"
ASKED = "briefings/challenges/asked.md"


def challenge(number: int = 1, **fields: Any) -> str:
    asked = {"question": "Made-up question?", "arises_from": "origin", "status_of_answer": "not-started"}
    return briefing(number, **(asked | fields))


def events(files: dict[str, bytes], path: str = "data/calendar.ics") -> dict[str, Event]:
    """A calendar's events by their lasting names; those of quarters left out."""
    found = Calendar.from_ical(files[path]).events
    named = {str(event["UID"]).removesuffix(AUTHORITY): event for event in found}
    assert len(named) == len(found)
    return {name: event for name, event in named.items() if not name.endswith("/ready")}


def project(make_project: MakeProject, files: dict[str, str]) -> dict[str, bytes]:
    return exported(make_project({ORIGIN: publication(), **files}), drafts=True)


def test_the_next_date_of_a_challenge_question(make_project: MakeProject) -> None:
    text = challenge(lead="police", next_review="2027-03-31", question="First?\n\nSecond; third, fourth?")
    ((name, event),) = events(project(make_project, {ASKED: text})).items()
    assert name == "challenges/asked/next-review"
    assert (event.start, event.end) == (date(2027, 3, 31), date(2027, 4, 1))
    # Exchange takes no event without an end, though the standard does.
    assert event["DTSTART"].params == event["DTEND"].params == {"VALUE": "DATE"}
    assert event["SUMMARY"] == "Challenge question, look at the answer again: Made-up title 1"
    assert str(event["DESCRIPTION"]).split("\n") == [
        *("First?", "", "Second; third, fourth?"),
        "Who answers: Police",
        "Local answer: Not started",
        f"{HOME}challenges/asked/",
    ]
    assert event["URL"] == f"{HOME}challenges/asked/"
    assert event.categories == ["Challenge question"]
    assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PUBLIC")
    assert event.stamp == event.last_modified == datetime(2025, 3, 1, 9, 1, tzinfo=UTC)
    assert not {"SEQUENCE", "ORGANIZER", "STATUS"} & set(event) and not event.subcomponents


def test_without_a_lead_nobody_is_named(make_project: MakeProject) -> None:
    (event,) = events(project(make_project, {ASKED: challenge(next_review="2027-03-31")})).values()
    assert "Who answers" not in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    ("folder", "label", "fields"),
    [
        ("local-guidance", "Local guidance", {}),
        ("good-practice", "Good practice", {}),
        ("publications", "Publication", {"type": "guidance"}),
    ],
)
def test_the_review_date_of_any_kind_says_which_kind(
    make_project: MakeProject, folder: str, label: str, fields: dict[str, Any]
) -> None:
    text = briefing(3, review_by="2027-01-31", **fields)
    ((name, event),) = events(project(make_project, {f"briefings/{folder}/one.md": text})).items()
    assert name == f"{folder}/one/review-by"
    assert event.start == date(2027, 1, 31)
    assert event["SUMMARY"] == f"{label}, check that it still holds: Made-up title 3"
    assert event["DESCRIPTION"] == f"Made-up title 3\n{HOME}{folder}/one/"
    assert event.categories == [label]


STALE: Sequence[dict[str, Any]] = (
    {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."},
    {"status": "superseded", "superseded_by": "publications/origin"},
    {"draft": True},
)


@pytest.mark.parametrize("fields", STALE, ids=["withdrawn", "superseded", "draft"])
def test_what_does_not_hold_or_is_not_published_has_no_day(make_project: MakeProject, fields: dict[str, Any]) -> None:
    text = challenge(lead="police", next_review="2027-03-31", review_by="2027-03-31", **fields)
    files = project(make_project, {ASKED: text})
    assert events(files) == {}
    assert not [path for path in files if path.startswith("data/calendars/")]


def test_an_event_keeps_its_name_when_its_day_and_its_title_move(make_project: MakeProject) -> None:
    first = challenge(next_review="2027-03-31", review_by="2027-05-01", lead="police")
    root = make_project({ORIGIN: publication(), ASKED: first})
    before = events(exported(root))
    moved = challenge(next_review="2027-06-30", review_by="2028-05-01", lead="education", title="Another title")
    (root / ASKED).write_text(moved, "utf-8")
    after = events(exported(root))
    assert before.keys() == after.keys() == {"challenges/asked/next-review", "challenges/asked/review-by"}
    assert {event.start for event in after.values()} == {date(2027, 6, 30), date(2028, 5, 1)}


CHANGES = [{"date": "2025-05-03", "note": "Made-up change."}]
UPDATES = [{"date": day, "status": "considering", "note": "Made-up note."} for day in ("2025-06-02", "2025-04-01")]


@pytest.mark.parametrize(
    ("fields", "instant"),
    [
        ({"changes": CHANGES}, datetime(2025, 5, 3, tzinfo=UTC)),
        ({"changes": CHANGES, "updates": UPDATES}, datetime(2025, 6, 2, tzinfo=UTC)),
    ],
    ids=["a change", "an update of the answer"],
)
def test_the_latest_word_dates_an_event(make_project: MakeProject, fields: dict[str, Any], instant: datetime) -> None:
    (event,) = events(project(make_project, {ASKED: challenge(next_review="2027-03-31", **fields)})).values()
    assert event.stamp == event.last_modified == instant


def test_quarters_in_which_something_happened(make_project: MakeProject) -> None:
    changed = publication(2, changes=[{"date": "2025-11-30", "note": "Made-up change."}])
    files = project(make_project, {"briefings/publications/changed.md": changed})
    found = {str(event["UID"]): event for event in Calendar.from_ical(files["data/calendar.ics"]).events}
    assert {uid: event.start for uid, event in found.items()} == {
        f"updates/2025-q1/ready{AUTHORITY}": date(2025, 4, 1),
        f"updates/2025-q4/ready{AUTHORITY}": date(2026, 1, 1),
    }
    event = found[f"updates/2025-q4/ready{AUTHORITY}"]
    assert event["SUMMARY"] == "News Update for October to December 2025: ready to send"
    assert event["URL"] == f"{HOME}updates/2025-q4/"
    assert str(event["DESCRIPTION"]).split("\n") == [
        f"{HOME}updates/2025-q4/",
        f"PDF to print: {HOME}packs/updates/2025-q4.pdf",
        f"Email draft: {HOME}packs/updates/2025-q4.eml",
    ]
    assert event.stamp == datetime(2025, 11, 30, tzinfo=UTC)


def test_a_collection_without_a_day_has_no_calendar_and_no_link_to_one(make_project: MakeProject) -> None:
    files = exported(make_project({}))
    assert not [path for path in files if path.endswith(".ics")]
    page = files["data/index.md"].decode()
    assert ".ics" not in page
    assert "There are no dates yet." in page


def test_the_calendar_says_what_it_is(make_project: MakeProject) -> None:
    own, _ = strictly_read(project(make_project, {})["data/calendar.ics"])
    assert value(own, "VERSION") == "2.0"
    assert value(own, "PRODID") == "-//Practitioner briefings//Calendars//EN"
    assert value(own, "NAME") == value(own, "X-WR-CALNAME") == "Practitioner learning and briefings: All dates"
    assert "is fictional" in value(own, "DESCRIPTION")
    (refresh,) = [line for line in own if line.name == "REFRESH-INTERVAL"]
    assert (refresh.parameters, refresh.value) == (";VALUE=DURATION", "P1D")
    assert value(own, "LAST-MODIFIED") == f"{START:%Y%m%d}T000000Z"


def test_the_same_files_make_the_same_calendar(make_project: MakeProject) -> None:
    root = make_project({ORIGIN: publication(), ASKED: challenge(next_review="2027-03-31", lead="police")})
    assert exported(root) == exported(root)


def test_the_calendar_of_the_real_content_is_sound() -> None:
    for path, data in exported(ROOT).items():
        if path.endswith(".ics"):
            strictly_read(data)
            assert Calendar.from_ical(data).to_ical() == data
