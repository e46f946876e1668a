"""Calendars hold to RFC 5545 whatever the texts are, as a reader finds that knows no calendar library."""

import dataclasses

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from scripts.library import Library
from scripts.load import load
from scripts.outputs import calendars
from scripts.site import Site
from scripts.sources import read_tree
from scripts.vocabulary import Term, Terms
from tests.conftest import TODAY, MakeProject
from tests.exporting import exported, strictly_read, value
from tests.hostile import BRIEFINGS, TERM, front_matter, write_terms
from tests.made_up import publication
from tests.test_calendars import ASKED, ORIGIN, challenge

# What a briefing may hold: neither control characters nor separators of lines and paragraphs.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200)
LABELS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120)
AWKWARD = r"A, b; c: \n \\ \, " + '"quoted" é日本語👩 ' * 9 + ";:,"


@pytest.fixture
def asked(make_project: MakeProject) -> tuple[Library, Site]:
    """A library with one challenge question that has a lead and a day."""
    text = challenge(next_review="2027-03-31", lead="police")
    collection = load(read_tree(make_project({ORIGIN: publication(), ASKED: text})))
    assert collection.settings
    return Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, TODAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=TEXTS, question=TEXTS, lead=LABELS)
@example(title=AWKWARD, question=f"{AWKWARD}\n\n{AWKWARD}", lead=AWKWARD[:120])
@example(title="BEGIN:VEVENT", question="x\nEND:VEVENT\nBEGIN:VEVENT", lead="X;VALUE=DATE:1")
def test_every_text_comes_out_whole(asked: tuple[Library, Site], title: str, question: str, lead: str) -> None:
    library, site = asked
    said = {"title": title, "question": question, "lead": "odd"}
    briefings = (
        dataclasses.replace(b, front=b.front.model_copy(update=said)) if b.id == "asked" else b
        for b in library.briefings
    )
    vocabulary = library.vocabulary.model_copy(update={"leads": Terms("leads", [Term(id="odd", label=lead)])})
    found = [artifact.data for artifact in calendars.compile(Library(tuple(briefings), vocabulary), site)]
    assert len(found) == 2
    for data in found:
        own, events = strictly_read(data)
        (event,) = [event for event in events if value(event, "UID").startswith("challenges/")]
        assert value(event, "SUMMARY") == f"Challenge question, look at the answer again: {title}"
        assert value(event, "DESCRIPTION").startswith(f"{question}\nWho answers: {lead}\nLocal answer:")
        assert Calendar.from_ical(data).to_ical() == data
    assert value(own, "NAME").endswith(f": {lead}")


def test_hostile_texts_are_texts(make_project: MakeProject) -> None:
    # Themes and roles of their own are not what this is about.
    known = {
        name: {**data, "themes": ["neglect"], "for_roles": {}}
        | ({"reviews": [{**data["reviews"][0], "themes": []}]} if "reviews" in data else {})
        for name, data in BRIEFINGS.items()
    }
    root = make_project({f"briefings/{name}.md": front_matter(data) for name, data in known.items()})
    write_terms(root)
    files = exported(root)
    _, events = strictly_read(files["data/calendar.ics"])
    titles = {value(event, "UID").partition("@")[0]: value(event, "SUMMARY") for event in events}
    for name, data in known.items():
        assert titles[f"{name}/review-by"].endswith(f"check that it still holds: {data['title']}")
    assert titles["challenges/hostile-challenge/next-review"].endswith(known["challenges/hostile-challenge"]["title"])
    (of_lead,) = [data for path, data in files.items() if path.startswith("data/calendars/")]
    own, _ = strictly_read(of_lead)
    assert value(own, "NAME").endswith(f": {TERM['label']}")
