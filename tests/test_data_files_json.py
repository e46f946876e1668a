"""briefings.json, read by an independent validator against its own schema, and compared with the files."""

import json
from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from scripts.model.kinds import KINDS
from tests.conftest import ROOT, MakeProject
from tests.exporting import exported
from tests.feeds import HOME, plain_briefings
from tests.hostile import BRIEFINGS, LEAD, TERM, front_matter, said, write_terms
from tests.made_up import publication

Json = Any


@cache
def real() -> tuple[Json, Draft202012Validator]:
    """The real collection's file, and what judges it."""
    return judged(exported(ROOT))


def judged(files: dict[str, bytes]) -> tuple[Json, Draft202012Validator]:
    schema = json.loads(files["data/briefings.schema.json"])
    Draft202012Validator.check_schema(schema)
    return json.loads(files["data/briefings.json"]), Draft202012Validator(schema, format_checker=FormatChecker())


def faults(validator: Draft202012Validator, data: Json) -> set[str]:
    """The keywords that some data break."""
    return {str(error.validator) for found in validator.iter_errors(data) for error in (found, *found.context)}


def test_the_real_file_is_what_its_schema_says() -> None:
    data, validator = real()
    assert not faults(validator, data)
    assert data["$schema"] == validator.schema["$id"] == f"{HOME}data/briefings.schema.json"
    assert validator.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_published_briefing_stands_once_with_what_its_file_says() -> None:
    data, _ = real()
    records = {record["key"]: record for record in data["briefings"]}
    assert Counter(record["key"] for record in data["briefings"]) == Counter(found.key for found in plain_briefings())
    for found in plain_briefings():
        record = records[found.key]
        assert (record["kind"], record["id"]) == tuple(found.key.split("/"))
        assert record["url"] == f"{HOME}{found.key}/"
        assert datetime.fromisoformat(record["added"]) == found.added
        assert datetime.fromisoformat(record["updated"]) >= found.added
        for name, value in found.front.items():
            if name not in ("added", "reviews", "arises_from", "superseded_by"):
                assert_says(record[name], value)
        assert (record["body"] == "") is (found.body.strip() == "")


def assert_says(published: Json, written: Json) -> None:
    """Whatever a file says is published; what it leaves out is null or empty."""
    if isinstance(written, dict):
        for name, value in written.items():
            assert_says(published[name], value)
    elif isinstance(written, list):
        assert len(published) == len(written)
        for one, other in zip(published, written, strict=True):
            # A recommendation may be written as its text alone.
            assert_says(one["text"] if isinstance(one, dict) and isinstance(other, str) else one, other)
    elif isinstance(published, list):
        assert_says(published, [written])
    elif isinstance(written, bool) or written is None:
        assert published == written
    else:
        assert str(published).split() == str(written).split()


def test_every_review_of_a_digest_has_its_page() -> None:
    data, _ = real()
    for found in plain_briefings():
        if found.kind == "digests":
            (record,) = [record for record in data["briefings"] if record["key"] == found.key]
            assert_says(record["reviews"], found.front["reviews"])
            assert [review["url"] for review in record["reviews"]] == [
                f"{HOME}case-reviews/{record['id']}/{review['id']}/" for review in found.front["reviews"]
            ]


def test_the_head_says_whose_it_is_and_how_new() -> None:
    data, _ = real()
    head = {name: value for name, value in data.items() if name not in ("briefings", "vocabulary")}
    assert head == {
        "$schema": f"{HOME}data/briefings.schema.json",
        "version": 1,
        "title": "Practitioner learning and briefings",
        "source": HOME,
        "publisher": "Example Safeguarding Children Partnership",
        "notice": head["notice"],
        "terms": f"{HOME}data/",
        "licence": "National material is used under the Open Government Licence v3.0 where it applies.",
        "licence_url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "as_of": max(record["updated"] for record in data["briefings"]),
    }
    assert "is fictional" in head["notice"]
    themes = yaml.safe_load((ROOT / "briefings" / "vocabulary" / "themes.yml").read_text("utf-8"))
    assert data["vocabulary"]["themes"] == {row["id"]: row["label"] for row in themes}


def test_every_kind_has_a_shape_of_its_own() -> None:
    _, validator = real()
    references = validator.schema["properties"]["briefings"]["items"]["oneOf"]
    kinds = [validator.schema["$defs"][reference["$ref"].rpartition("/")[2]] for reference in references]
    assert [kind["properties"]["kind"]["const"] for kind in kinds] == [kind.folder for kind in KINDS]
    for kind in kinds:
        assert set(kind["required"]) == set(kind["properties"])
        assert [name for name, about in kind["properties"].items() if not about.get("description")] == []


def shape(validator: Draft202012Validator, kind: str) -> Draft202012Validator:
    """What judges a record of one kind."""
    definitions = validator.schema["$defs"]
    (name,) = [
        name for name, each in definitions.items() if each.get("properties", {}).get("kind", {}).get("const") == kind
    ]
    return validator.evolve(schema={"$ref": f"#/$defs/{name}", "$defs": definitions})


@pytest.mark.parametrize("kind", ["national-reviews", "publications", "digests", "challenges", "local-guidance"])
def test_what_is_not_so_is_refused(kind: str) -> None:
    data, validator = real()
    own = shape(validator, kind)
    record = next(record for record in data["briefings"] if record["kind"] == kind)
    assert not faults(own, record)
    for keyword, fields in (
        ("additionalProperties", {"titel": "A slip"}),
        ("const", {"kind": "unheard-of"}),
        ("pattern", {"published": "31/01/2024"}),
        ("type", {"published": 2024}),
        ("enum", {"themes": ["neglet"]}),
        ("enum", {"status": "gone"}),
        ("format", {"review_by": "2026-02-30"}),
        ("type", {"key_messages": "one text"}),
        ("maxItems", {"key_messages": ["a"] * 6}),
        ("maxLength", {"title": "x" * 201}),
        ("required", {"sources": [{"title": "without an address"}]}),
    ):
        assert keyword in faults(own, record | fields), fields
        assert "oneOf" in faults(validator, data | {"briefings": [record | fields]}), fields
    for name in record:
        assert faults(own, {key: value for key, value in record.items() if key != name}) == {"required"}


def test_hostile_text_is_text(make_project: MakeProject) -> None:
    known = {
        name: {**data, "themes": ["neglect"], "for_roles": {"gp": said("role")}}
        | ({"reviews": [{**data["reviews"][0], "themes": []}]} if "reviews" in data else {})
        for name, data in BRIEFINGS.items()
    }
    root = make_project({f"briefings/{name}.md": front_matter(data) for name, data in known.items()})
    write_terms(root)
    data, validator = judged(exported(root))
    assert not faults(validator, data)
    records = {record["key"]: record for record in data["briefings"]}
    for name, written in known.items():
        for field in ("title", "key_messages", "discussion", "sources", "changes", "review_by", "for_roles"):
            assert_says(records[name][field], written[field])
    assert data["vocabulary"]["leads"][LEAD] == TERM["label"]
    assert records["digests/2024-01"]["reviews"][0]["recommendations"][0] == {"to": None, "text": said("open")}
    assert records["challenges/hostile-challenge"]["updates"][0]["evidence"] == ["https://www.example.org/_a_*b*"]


def test_what_no_longer_holds_stays_and_is_not_sent_out(make_project: MakeProject) -> None:
    withdrawn = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."}
    root = make_project(
        {
            "briefings/publications/gone.md": publication(1, **withdrawn),
            "briefings/publications/old.md": publication(2, status="superseded", superseded_by="new"),
            "briefings/publications/new.md": publication(3, "See [the older one](old.md#top)."),
            "briefings/publications/unfinished.md": publication(4, draft=True),
        }
    )
    data, validator = judged(exported(root))
    assert not faults(validator, data)
    records = {record["id"]: record for record in data["briefings"]}
    assert records.keys() == {"gone", "old", "new"}
    preview, _ = judged(exported(root, drafts=True))
    assert [record["id"] for record in preview["briefings"] if record["draft"]] == ["unfinished"]
    gone, old, new = records["gone"], records["old"], records["new"]
    assert (gone["status"], gone["withdrawn_on"], gone["reason"]) == ("withdrawn", "2025-06-01", "Made-up reason.")
    assert gone["updated"] == "2025-06-01T00:00:00+00:00"
    assert gone["title"] == "Made-up title 1"
    assert (old["status"], old["superseded_by"]) == ("superseded", "publications/new")
    assert gone["packs"] == old["packs"] == []
    assert f"{HOME}packs/publications/new.pdf" in [pack["url"] for pack in new["packs"]]
    assert all(pack["url"].startswith(f"{HOME}packs/") for pack in new["packs"])
    assert f"({HOME}publications/old/#top)" in new["body"]
    assert new["sources"] == [] and new["for_roles"] == {} and new["review_by"] is None


def test_an_empty_collection_is_a_valid_file(make_project: MakeProject) -> None:
    data, validator = judged(exported(make_project({})))
    assert not faults(validator, data)
    assert data["briefings"] == []


def test_a_file_that_is_not_from_here_is_refused() -> None:
    _, validator = real()
    strange: tuple[Json, ...] = ([], {}, {"briefings": []}, {"briefings": [{}]}, None)
    for data in strange:
        assert faults(validator, data)
