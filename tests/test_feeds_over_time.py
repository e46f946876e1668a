"""What a correction, a change and a withdrawal do to entries: readers must be told of the new, and of nothing twice."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.feeds import AUTHORITY, FORMATS, NEWEST, Entry, entries
from tests.made_up import START, compiled, publication

KEY = "publications/the-one"
PATHS = ("feeds/all", "feeds/publications", "feeds/themes/neglect")


def _project(make_project: MakeProject, one: str) -> Path:
    files = {f"briefings/publications/other-{number}.md": publication(number) for number in (1, 3)}
    return make_project({**files, f"briefings/{KEY}.md": one})


def _rewritten(root: Path, one: str) -> dict[str, bytes]:
    (root / "briefings" / f"{KEY}.md").write_text(one, "utf-8")
    return compiled(root)


def _entries(artifacts: dict[str, bytes]) -> dict[str, list[Entry]]:
    files = [f"{path}.{ending}" for path in PATHS for ending in FORMATS]
    return {file: entries(file, artifacts[file]) for file in files}


def _dates(artifacts: dict[str, bytes]) -> dict[str, list[tuple[str, str, str, str]]]:
    """What must stand still under a correction: ids, addresses and dates, in their order."""
    return {
        file: [(entry.id, entry.url, entry.published, entry.updated) for entry in found]
        for file, found in _entries(artifacts).items()
    }


def _updated(artifacts: dict[str, bytes]) -> datetime:
    items = json.loads(artifacts["feeds/all.json"])["items"]
    (item,) = [item for item in items if item["id"] == AUTHORITY + KEY]
    return datetime.fromisoformat(item["date_modified"])


@pytest.mark.parametrize(
    "correction",
    [
        {"title": "A corrected title"},
        {"body": "Corrected words."},
        {"summary": "A corrected summary."},
        {"key_messages": ["One more message."]},
        {"published": "2025-01"},
        {"discussion": ["A question?"], "for_roles": {"police": "Something."}},
    ],
    ids="-".join,
)
def test_a_correction_changes_no_id_and_no_date(make_project: MakeProject, correction: dict[str, str]) -> None:
    root = _project(make_project, publication(2))
    before = compiled(root)
    after = _rewritten(root, publication(2, **correction))
    assert _dates(after) == _dates(before)
    for file in _entries(before):
        assert after[file] != before[file], f"{file} does not carry the correction"


def test_the_same_file_with_other_spelling_of_its_instant_is_the_same_entry(make_project: MakeProject) -> None:
    root = _project(make_project, publication(2))
    before = compiled(root)
    summer = START + timedelta(minutes=2)
    after = _rewritten(root, publication(2, added=f"{summer:%Y-%m-%dT}{summer.hour + 1:02}:{summer:%M:%S}+01:00"))
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize(("earlier", "later"), [(1, 2), (1, 3), (2, 3)])
def test_every_material_change_moves_updated_and_nothing_else(
    make_project: MakeProject, earlier: int, later: int
) -> None:
    """Three changes: one on the day of adding, then two on one later day."""
    days = [START.date(), START.date() + timedelta(days=20), START.date() + timedelta(days=20)]
    changes = [{"date": day.isoformat(), "note": f"Made-up change {day}."} for day in days]
    root = _project(make_project, publication(2))
    plain = compiled(root)
    fewer = _rewritten(root, publication(2, changes=changes[:earlier]))
    more = _rewritten(root, publication(2, changes=changes[:later]))
    assert START + timedelta(minutes=2) == _updated(plain) < _updated(fewer) < _updated(more)
    for file, before in _entries(plain).items():
        for after in (_entries(fewer)[file], _entries(more)[file]):
            assert [(e.id, e.url, e.published) for e in after] == [(e.id, e.url, e.published) for e in before]
            others = [e for e in after if not e.id.endswith("/the-one")]
            assert others == [e for e in before if not e.id.endswith("/the-one")]


def test_a_change_moves_the_feed_s_own_date(make_project: MakeProject) -> None:
    root = _project(make_project, publication(2))
    day = START.date() + timedelta(days=20)
    after = _rewritten(root, publication(2, changes=[{"date": day.isoformat(), "note": "Made-up change."}]))
    assert b"<lastBuildDate>Fri, 21 Mar 2025 00:00:00 +0000</lastBuildDate>" in after["feeds/all.xml"]
    assert b"<updated>2025-03-21T00:00:00+00:00</updated>" in after["feeds/themes/neglect.atom"].split(b"<entry>")[0]
    assert b"2025-03-21" not in after["feeds/challenges.xml"]


def test_withdrawing_keeps_id_and_date_and_says_so(make_project: MakeProject) -> None:
    root = _project(make_project, publication(2))
    before = compiled(root)
    withdrawn = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."}
    after = _rewritten(root, publication(2, **withdrawn))
    assert _updated(after) == datetime(2025, 6, 1, tzinfo=UTC)
    for file, found in _entries(after).items():
        assert [(e.id, e.published) for e in found] == [(e.id, e.published) for e in _entries(before)[file]]
        (entry,) = [entry for entry in found if entry.id == AUTHORITY + KEY]
        assert entry.title == "Withdrawn: Made-up title 2"
        assert "It was withdrawn on 1 June 2025. Made-up reason." in entry.html


def test_superseding_keeps_id_and_date_and_leads_on(make_project: MakeProject) -> None:
    root = _project(make_project, publication(2))
    before = compiled(root)
    after = _rewritten(root, publication(2, status="superseded", superseded_by="other-3"))
    for file, found in _entries(after).items():
        assert [(e.id, e.published) for e in found] == [(e.id, e.published) for e in _entries(before)[file]]
        (entry,) = [entry for entry in found if entry.id == AUTHORITY + KEY]
        assert entry.title == "Superseded: Made-up title 2"
        assert 'superseded by <a href="https://briefings.example.org/publications/other-3/">' in entry.html


def test_a_feed_holds_the_newest_thirty(make_project: MakeProject) -> None:
    numbers = range(NEWEST + 5)
    # Published in the opposite order: only `added` counts.
    root = make_project(
        {f"briefings/publications/made-up-{n}.md": publication(n, published=str(2020 - n)) for n in numbers}
    )
    for file, found in _entries(compiled(root)).items():
        expected = [f"{AUTHORITY}publications/made-up-{number}" for number in reversed(numbers)][:NEWEST]
        assert [entry.id for entry in found] == expected, file


def test_drafts_are_in_no_feed(make_project: MakeProject) -> None:
    artifacts = compiled(_project(make_project, publication(2, draft=True)))
    assert not [path for path, data in artifacts.items() if path.startswith("feeds/") and b"the-one" in data]
