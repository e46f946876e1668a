"""The fields of a kind as a person fills them in: in a blank file, on an issue form, at a prompt."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from scripts.derive.schemas import Schema, kind_schema
from scripts.front_matter_file import Plain
from scripts.model.kinds import Kind
from scripts.vocabulary import Vocabulary

# What befalls a briefing after it was published; nobody fills these in for a new one.
LATER = frozenset(["changes", "status", "superseded_by", "withdrawn_on", "reason"])
FIELD_REFERENCE = "docs/contributing/fields.md"


class Shape(Enum):
    """What is filled in: the way it is asked for and written follows from it."""

    LINE = auto()
    PARAGRAPHS = auto()
    CHOICE = auto()
    CHOICES = auto()
    LINES = auto()
    BY_ID = auto()
    PARTS = auto()


@dataclass(frozen=True)
class FormField:
    """A field with what a person is told about it; `schema` is its own, without references."""

    name: str
    label: str
    hint: str
    required: bool
    schema: Schema

    @property
    def shape(self) -> Shape:
        """What is filled in."""
        return _shape(self.schema)

    @property
    def parts(self) -> tuple["FormField", ...]:
        """The fields of each item of its list; empty where the items are plain."""
        return _fields(self.schema["items"]) if self.shape is Shape.PARTS else ()

    @property
    def options(self) -> dict[str, str]:
        """The words or ids that it takes, each with its label; empty where it takes any."""
        return _options(self.schema)

    @property
    def vocabulary(self) -> str:
        """The name of the vocabulary that its ids are from; empty where they are from none."""
        name: str = _item(self.schema).get("x-vocabulary", "")
        return name

    @property
    def is_single(self) -> bool:
        """Whether it is a list of which only one item is wanted."""
        return self.schema.get("maxItems") == 1

    def value(self, text: str) -> str:
        """One answer as the file holds it: ids, dates, numbers and addresses stand without quotes."""
        node = _item(self.schema)
        is_code = any(key in node for key in ("pattern", "enum", "oneOf", "x-refers-to")) or node["type"] != "string"
        return Plain(text) if is_code and not re.search(r"\s", text) else text


def form_fields(kind: Kind, vocabulary: Vocabulary) -> tuple[FormField, ...]:
    """Every field of a kind, those that are required first."""
    schema = kind_schema(kind, vocabulary)
    return _fields(_inlined(schema, schema["$defs"]))


def _fields(schema: Schema) -> tuple[FormField, ...]:
    required = schema.get("required", [])
    fields = [
        FormField(name, node["title"], _hint(node), name in required, node)
        for name, node in schema["properties"].items()
    ]
    return tuple(sorted(fields, key=lambda field: not field.required))


def _inlined(node: Any, defs: Schema) -> Any:  # noqa: ANN401  a schema's parts are of any JSON type
    """The schema with each reference replaced by what it names, each choice of forms by the fullest, its first."""
    if isinstance(node, list):
        return [_inlined(part, defs) for part in node]
    if not isinstance(node, dict):
        return node
    beside = {key: _inlined(value, defs) for key, value in node.items() if key not in ("$ref", "anyOf", "$defs")}
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        mark = {"x-vocabulary": name} if "oneOf" in defs[name] else {}
        return mark | _inlined(defs[name], defs) | beside
    if "anyOf" in node:
        return _inlined(node["anyOf"][0], defs) | beside
    return beside


def _shape(schema: Schema) -> Shape:
    match schema:
        case {"type": "array", "items": {"properties": _}}:
            return Shape.PARTS
        case {"type": "array", "items": {"oneOf": _} | {"enum": _}}:
            return Shape.CHOICES
        case {"type": "array"}:
            return Shape.LINES
        case {"type": "object"}:
            return Shape.BY_ID
        case {"oneOf": _} | {"enum": _}:
            return Shape.CHOICE
        case {"x-paragraphs": True}:
            return Shape.PARAGRAPHS
        case _:
            return Shape.LINE


def _options(schema: Schema) -> dict[str, str]:
    node = _item(schema)
    terms = {term["const"]: term["title"] for term in node.get("oneOf", [])}
    return terms or {word: word for word in node.get("enum", [])}


def _item(schema: Schema) -> Schema:
    """What is chosen or written: the item of a list, the key of a mapping, or the value itself."""
    node: Schema = schema.get("items") or schema.get("propertyNames") or schema
    return node


_WRITTEN = {
    "date": "written 2024-01-31",
    "month": "written 2024-01",
    "quarter": "written 2026-q4",
    "partial": "written 2024-01-31, 2024-01 or 2024",
}


def _hint(schema: Schema) -> str:
    """What goes in, how it is written, how long it may be, and an example."""
    written = _WRITTEN.get(schema.get("x-date") or schema.get("format", ""))
    longest = schema.get("items", schema).get("maxLength")
    limit = longest and f"at most {longest} characters{' each' if 'items' in schema else ''}"
    told = "; ".join(filter(None, [schema.get("description"), written, limit]))
    return f"{told}." + "".join(f" Example: {example}" for example in schema.get("examples", [])[:1])
