"""A JSON Schema for each kind's front matter: what editors, forms and other programs need to know of the model."""

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
    schema: Schema = _plain(kind.model.model_json_schema())
    for name, path in VOCABULARY_FILES.items():
        schema["$defs"][path.removesuffix(".yml")] = _ids(getattr(vocabulary, name))
    return {"$schema": DIALECT} | schema | {"title": kind.label}


def _ids(terms: Terms) -> Schema:
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
