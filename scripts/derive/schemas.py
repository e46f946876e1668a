"""A JSON Schema for each kind's front matter: what editors, forms and other programs need to know of the model."""

from collections.abc import Iterator
from typing import Any

from scripts.model.kinds import Kind
from scripts.vocabulary import VOCABULARY_FILES, Terms, Vocabulary

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def kind_schema(kind: Kind, vocabulary: Vocabulary) -> Schema:
    """The schema of one kind, as JSON Schema 2020-12, with the vocabulary's ids and labels in it.

    Beside the standard's keywords: `x-paragraphs` marks a text of several paragraphs, `x-date` a date that is a `month`
    or a `quarter` or may be `partial`, `x-refers-to` the folders whose files an id names, `x-usual` a field that is
    seldom left out, `x-only-when` the value of another field with which alone this one stands. The ids of each
    vocabulary stand under `$defs`, as `const` and `title`.
    """
    written = kind.model.model_json_schema()
    used = set(_vocabularies(written))
    schema: Schema = _plain(written)
    for name, path in VOCABULARY_FILES.items():
        if (key := path.removesuffix(".yml")) in used:
            schema["$defs"][key] = _ids(getattr(vocabulary, name))
    return {"$schema": DIALECT} | schema | {"title": kind.label}


def _vocabularies(node: Any) -> Iterator[str]:  # noqa: ANN401  a schema's parts are of any JSON type
    """The vocabularies whose ids stand somewhere in the schema."""
    if isinstance(node, dict) and "x-vocabulary" in node:
        yield node["x-vocabulary"]
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for part in parts:
        yield from _vocabularies(part)


def _ids(terms: Terms) -> Schema:
    if not terms:
        return {"type": "string"}
    return {"type": "string", "oneOf": [{"const": term.id, "title": term.label} for term in terms.values()]}


def _plain(schema: Any) -> Any:  # noqa: ANN401  a schema's parts are of any JSON type
    """The schema without what only pydantic means by it: null for a field left out, defaults, names of classes."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        schema = {**choices[0], **{key: value for key, value in schema.items() if key != "anyOf"}}
    plain = {key: _plain(value) for key, value in schema.items() if key != "default"}
    if name := plain.pop("x-vocabulary", None):
        return {"$ref": f"#/$defs/{name}"} | {key: value for key, value in plain.items() if key != "type"}
    return plain
