"""Pydantic's errors, put in a lead officer's words and at their place in the file."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.model.faults import BAD_ID, EMPTY, NOT_A_LIST, NOT_TEXT, TOO_LONG
from scripts.model.kinds import KINDS
from scripts.problems import MAX_WORD, Fault, Place, Problem, Rule, named
from scripts.yaml_tree import NodePath, Tree

MISSING = Rule(
    "missing-field",
    "Every required field is there.",
    "All fields: docs/contributing/fields.md",
)
UNKNOWN = Rule(
    "unknown-field",
    "Only documented fields are used.",
    "All fields: docs/contributing/fields.md",
)
NOT_FIELDS = Rule(
    "not-fields",
    "Where several fields belong together, each is on a line of its own as `name: value`.",
    "Write each on a line of its own as  name: value",
)
NOT_A_CHOICE = Rule("not-a-choice", "Some fields take one of a few words.", "Use one of the words listed.")
BAD_VALUE = Rule("bad-value", "Every field has the form described for it.", "See docs/contributing/fields.md")

# How alike two words are before one is proposed for the other.
_ALIKE = 0.75


def explain(error: ValidationError, tree: Tree, model: type[BaseModel]) -> Iterator[Problem]:
    """Every error of a validation as a problem, at its line and column."""
    errors = error.errors(include_url=False)
    unknown = [details["loc"] for details in errors if details["type"] == "extra_forbidden"]
    # A misspelt field is not missing as well.
    meant = {(*path[:-1], _nearest(str(path[-1]), [*_fields_at(model, path[:-1])])) for path in unknown}
    for details in errors:
        path = tuple(part for part in details["loc"] if part != "[key]")
        context = details.get("ctx", {})
        if details["type"] == "extra_forbidden":
            yield _unknown(path, model).at(tree.keys.get(path, tree.place(path)))
        elif details["type"] == "fault":
            fault: Fault = context["fault"]
            yield fault.at(_key_or_value(tree, _target(path, context), details["loc"]))
        elif details["type"] == "missing":
            if path not in meant:
                yield _missing(path, model).at(tree.place(path[:-1]))
        else:
            yield _plain(details, path, model).at(tree.place(path))


def _target(path: NodePath, context: Mapping[str, Any]) -> NodePath:
    if context["field"]:
        return (*path[:-1], context["field"])
    return path if context["item"] is None else (*path, context["item"])


def _key_or_value(tree: Tree, path: NodePath, loc: NodePath) -> Place:
    return tree.keys.get(path, tree.place(path)) if loc[-1:] == ("[key]",) else tree.place(path)


def _missing(path: NodePath, model: type[BaseModel]) -> Fault:
    name = str(path[-1])
    meaning = _fields_at(model, path[:-1]).get(name, {}).get("description", "")
    return Fault(MISSING, f"The field “{name}” is missing.", f"Add  {name}:  ({meaning}).  {MISSING.remedy}")


def _unknown(path: NodePath, model: type[BaseModel]) -> Fault:
    name = str(path[-1])
    known = [*_fields_at(model, path[:-1])]
    near = _nearest(name, known)
    hint = f"Did you mean “{near}”?" if near else f"Known here: {', '.join(known)}."
    others = [kind.folder for kind in KINDS if len(path) == 1 and name in kind.model.model_fields]
    if others:
        hint = f"It is a field of {' and '.join(others)}."
    elif not near and " " in name:
        hint = "If this is text with a colon in it, put the whole text in double quotes."
    message = f"{named(name, is_meant=near is not None)} is not a field{' here' if others else ''}."
    return Fault(UNKNOWN, message, f"{hint}  {UNKNOWN.remedy}")


def _nearest(name: str, known: Sequence[str]) -> str | None:
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=_ALIKE)), None)


def _fields_at(model: type[BaseModel], path: NodePath) -> dict[str, dict[str, Any]]:
    """What the schema says of the fields that are allowed at a path of a model."""
    schema = _schema(model)
    node: dict[str, Any] = schema
    for part in path:
        node = _resolve(node, schema)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    properties: dict[str, dict[str, Any]] = _resolve(node, schema).get("properties", {})
    return properties


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(node: dict[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a node stands for; where it may be several things, the first, which says most."""
    first: dict[str, Any] = node["anyOf"][0] if "anyOf" in node else node
    found: dict[str, Any] = schema["$defs"][first["$ref"].rpartition("/")[2]] if "$ref" in first else first
    return found


def _plain(details: ErrorDetails, path: NodePath, model: type[BaseModel]) -> Fault:
    match details["type"]:
        case "tuple_type" | "list_type":
            return Fault(NOT_A_LIST, "A list is wanted here.")
        case "enum" | "literal_error":
            return _not_a_choice(str(details["input"]).strip(), str(details.get("ctx", {}).get("expected", "")))
        case "model_type" | "dict_type" | "model_attributes_type":
            names = ", ".join(_fields_at(model, path))
            if not path:
                return Fault(NOT_FIELDS, "The front matter is not made of fields.")
            fix = f"Its fields: {names}, each on a line of its own as  name: value" if names else ""
            return Fault(NOT_FIELDS, "Fields with values are wanted here.", fix)
        case "string_too_short":
            return Fault(EMPTY, "This field is empty.")
        case "string_too_long":
            return Fault(
                TOO_LONG, f"This text is too long; at most {details.get('ctx', {})['max_length']} characters fit."
            )
        case "string_type":
            return Fault(NOT_TEXT, "One text is wanted here.")
        case "string_pattern_mismatch":
            return Fault(BAD_ID, "This id holds something else than small letters, digits and hyphens.")
        case _:
            return Fault(BAD_VALUE, "This value does not have the form of its field.")


def _not_a_choice(given: str, expected: str) -> Fault:
    if not given:
        return Fault(EMPTY, "This field is empty.")
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    near = difflib.get_close_matches(given[:MAX_WORD].casefold(), choices, n=1, cutoff=_ALIKE)
    hint = f"Did you mean “{near[0]}”?  " if near else ""
    message = f"{named(given, is_meant=bool(near))} is not one of the words that this field takes."
    return Fault(NOT_A_CHOICE, message, f"{hint}One of: {', '.join(choices)}.")
