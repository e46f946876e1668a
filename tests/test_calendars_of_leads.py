"""Each lead's own calendar: whose it is, and where it lies."""

from icalendar import Calendar

from tests.conftest import MakeProject
from tests.exporting import exported, strictly_read, value
from tests.made_up import publication
from tests.test_calendars import ORIGIN, challenge


def of_leads(make_project: MakeProject, *leads: str | None, **more: object) -> dict[str, tuple[str, set[str]]]:
    """For each file: whose it is, and which questions stand in it: q0, q1 …, in the order in which they were added."""
    texts = {
        f"briefings/challenges/q{number}.md": challenge(
            number + 1, title=f"q{number}", **({"lead": lead} if lead else {}), **more
        )
        for number, lead in enumerate(leads)
    }
    files = exported(make_project({ORIGIN: publication(), **texts}))
    page = files["data/index.md"].decode()
    found = {}
    for path, data in files.items():
        if not path.startswith("data/calendars/"):
            continue
        calendar = Calendar.from_ical(data)
        name = value(strictly_read(data)[0], "NAME").removeprefix("Practitioner learning and briefings: ")
        assert f"({path.removeprefix('data/')})" in page
        found[path.removeprefix("data/calendars/")] = (
            name,
            {str(event["SUMMARY"]).rpartition(" ")[2] for event in calendar.events},
        )
    assert page.count("(calendars/") == len(found)
    return found


def test_each_lead_has_a_calendar_of_their_own_questions(make_project: MakeProject) -> None:
    leads = ("childrens-social-care", "police", None, "police")
    assert of_leads(make_project, *leads, next_review="2027-03-31") == {
        "childrens-social-care.ics": ("Children's social care", {"q0"}),
        "police.ics": ("Police", {"q1", "q3"}),
    }


def test_a_lead_without_a_date_has_no_calendar(make_project: MakeProject) -> None:
    assert of_leads(make_project, "police") == {}


def test_what_is_no_longer_asked_is_in_no_calendar(make_project: MakeProject) -> None:
    withdrawn = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."}
    assert of_leads(make_project, "police", next_review="2027-03-31", **withdrawn) == {}
