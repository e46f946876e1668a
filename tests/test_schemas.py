"""The derived JSON Schemas, read by an independent validator."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scripts.model.kinds import KINDS

ROOT = Path(__file__).parent.parent
BRIEFINGS = sorted(path for kind in KINDS for path in (ROOT / "briefings" / kind.folder).glob("[!_]*.md"))


class _Loader(yaml.SafeLoader):
    """Plain YAML, but for dates, which JSON has not."""


_Loader.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(path: Path) -> dict[str, Any]:
    fields: dict[str, Any] = yaml.load(path.read_text("utf-8").split("\n---\n")[0], Loader=_Loader)  # noqa: S506  a safe loader
    return fields


@cache
def schema(folder: str) -> Draft202012Validator:
    content = json.loads((ROOT / "docs" / "contributing" / "schemas" / f"{folder}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


def refused(folder: str, fields: dict[str, Any]) -> set[str]:
    """The keywords of the schema that some fields break."""
    return {str(error.validator) for error in schema(folder).iter_errors(fields)}


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_briefing_is_valid(path: Path) -> None:
    assert not refused(path.parent.name, front_matter(path))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_what_the_check_refuses_the_schema_refuses_too(kind: Any) -> None:
    fields = front_matter(next(path for path in BRIEFINGS if path.parent.name == kind.folder))
    assert "additionalProperties" in refused(kind.folder, fields | {"titel": "A slip"})
    assert "required" in refused(kind.folder, {name: value for name, value in fields.items() if name != "added"})
    assert "maxLength" in refused(kind.folder, fields | {"title": "x" * 201})
    assert "pattern" in refused(kind.folder, fields | {"published": "31/01/2024"})
    assert "oneOf" in refused(kind.folder, fields | {"themes": ["neglet"]})
    assert "uniqueItems" in refused(kind.folder, fields | {"themes": ["neglect", "neglect"]})
    assert "maxItems" in refused(kind.folder, fields | {"key_messages": ["a", "b", "c", "d", "e", "f"]})


def test_a_recommendation_is_a_text_or_fields() -> None:
    fields = front_matter(ROOT / "briefings" / "digests" / "2024-01.md")
    review = fields["reviews"][0]
    for value, is_right in (
        ("Do this.", True),
        ({"text": "Do this."}, True),
        ({"to": "Police"}, False),
        (["a"], False),
    ):
        changed = fields | {"reviews": [review | {"recommendations": [value]}]}
        assert (not refused("digests", changed)) is is_right, value
