"""Each lead's own calendar: whose it is, and where it lies."""

import pytest
from icalendar import Calendar

from tests.conftest import MakeProject
from tests.exporting import exported, strictly_read, value
from tests.made_up import publication
from tests.test_calendars import ORIGIN, challenge


def of_leads(make_project: MakeProject, *leads: str | None, dated: bool = True) -> dict[str, tuple[str, set[str]]]:
    """For each file: whose it is, and which questions stand in it: q0, q1 …, in the order in which they were added."""
    when: dict[str, object] = {"next_review": "2027-03-31"} if dated else {}
    texts = {
        f"briefings/challenges/q{number}.md": challenge(
            number + 1, title=f"q{number}", **(when | ({"lead": lead} if lead else {}))
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
    assert of_leads(make_project, "Safeguarding Lead, Health", "Early Help", None, "Early Help") == {
        "safeguarding-lead-health.ics": ("Safeguarding Lead, Health", {"q0"}),
        "early-help.ics": ("Early Help", {"q1", "q3"}),
    }


@pytest.mark.parametrize("again", ["EARLY HELP ZOË", "early help zoe\u0308", "Early Help ZOË"])
def test_a_name_in_other_capitals_or_another_encoding_is_one_lead(make_project: MakeProject, again: str) -> None:
    assert of_leads(make_project, "Early Help Zoë", again) == {"early-help-zoe.ics": ("Early Help Zoë", {"q0", "q1"})}


def test_two_leads_share_no_file_and_the_first_keeps_the_address(make_project: MakeProject) -> None:
    assert of_leads(make_project, "Early Help", "Early-Help", "Early Help 2", "Early/Help!", "early help") == {
        "early-help.ics": ("Early Help", {"q0", "q4"}),
        "early-help-2.ics": ("Early-Help", {"q1"}),
        "early-help-2-2.ics": ("Early Help 2", {"q2"}),
        "early-help-3.ics": ("Early/Help!", {"q3"}),
    }


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Çağrı Öztürk", "cagr-ozturk.ics"),
        ("محمد", "lead.ics"),
        ("!!", "lead.ics"),
        ("CON", "con-2.ics"),
        ("../../etc/passwd", "etc-passwd.ics"),
        ("x" * 200, "x" * 60 + ".ics"),
        ("-" * 100 + "a", "a.ics"),
        ("\ufdfa" * 200, "lead.ics"),
    ],
)
def test_any_name_gives_a_file_s_name(make_project: MakeProject, name: str, file: str) -> None:
    assert of_leads(make_project, name) == {file: (name, {"q0"})}


def test_a_lead_without_a_date_has_no_calendar(make_project: MakeProject) -> None:
    assert of_leads(make_project, "Early Help", dated=False) == {}


def test_a_draft_takes_nobody_s_address_in_a_preview(make_project: MakeProject) -> None:
    texts = {
        "briefings/challenges/first.md": challenge(1, lead="Early-Help", next_review="2027-03-31", draft=True),
        "briefings/challenges/second.md": challenge(2, lead="Early Help", next_review="2027-03-31"),
    }
    root = make_project({ORIGIN: publication(), **texts})
    published, preview = exported(root), exported(root, drafts=True)
    (path,) = [path for path in published if path.startswith("data/calendars/")]
    assert [path for path in preview if path.startswith("data/calendars/")] == [path]
    assert preview[path] == published[path]
