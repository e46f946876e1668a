"""Fills in blanks as somebody would who reads nothing but the published schema of a kind."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from tests.conftest import ROOT

Path_ = tuple[str | int, ...]
# A review that exists in the tests' projects, for fields that name another briefing.
KNOWN_ID = "out-of-routine"


def schema_of(folder: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((ROOT / f"docs/contributing/schemas/{folder}.json").read_text("utf-8"))
    return schema


def sample(schema: dict[str, Any], path: Path_) -> str:
    """A value that the schema allows at a path."""
    node = _resolved(schema, schema)
    for part in path:
        inside = node["items"] if isinstance(part, int) else node.get("properties", {}).get(part)
        node = _resolved(inside or node["additionalProperties"], schema)
    if "examples" in node:
        return str(node["examples"][0])
    if "enum" in node:
        return str(node["enum"][0])
    if "oneOf" in node:
        return str(node["oneOf"][0]["const"])
    if "x-refers-to" in node:
        return KNOWN_ID
    if node.get("format") == "uri":
        return "https://www.example.org/report.pdf"
    if node.get("type") == "integer":
        return str(node["minimum"])
    for day in ("2024-01-31", "2024-01"):
        if re.search(node.get("pattern", "$^"), day):
            return day
    return "Some words"


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        return {**schema["$defs"][node["$ref"].rpartition("/")[2]], **node}
    if "anyOf" in node:
        return {**node["anyOf"][0], **node} if "$ref" not in node["anyOf"][0] else _resolved(node["anyOf"][0], schema)
    return node


def filled(text: str, folder: str, **given: str) -> str:
    """The file with a fitting value in each of its blanks."""
    schema = schema_of(folder)
    lines = text.split("\n")
    for number, path in blanks(text):
        value = given.get(str(path[0])) if len(path) == 1 else None
        assert lines[number].endswith('""'), lines[number]
        lines[number] = lines[number][:-2] + json.dumps(value or sample(schema, path), ensure_ascii=False)
    return "\n".join(lines)


def blanks(text: str) -> Iterator[tuple[int, Path_]]:
    """The line, from 0, and the path of every empty value of the front matter."""
    front = text.removeprefix("---\n").partition("\n---\n")[0]
    node = yaml.compose(front, Loader=yaml.SafeLoader)
    assert node is not None
    for line, path in _empty(node, ()):
        yield line + 1, path


def _empty(node: yaml.Node, path: Path_) -> Iterator[tuple[int, Path_]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _empty(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _empty(item, (*path, number))
    elif node.value == "":
        yield node.start_mark.line, path


def switched_on(text: str) -> str:
    """The file with every optional field in use: each "# " before a field deleted, as its first lines say."""
    while (clearer := re.sub(r"(?m)^(\s*)# ", r"\1", text)) != text:
        text = clearer
    return text
