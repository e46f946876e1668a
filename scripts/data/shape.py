"""The shape of data/briefings.json, derived import json
import json
from the model: a record has its file's fields, and where it is found."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import AnyUrl, BaseModel, Field, create_model
from pydantic.json_schema import models_json_schema

from scripts.data import DATA
from scripts.model.fields import Instant, Listed, Slug
from scripts.model.kinds import KINDS, Digest, Kind
from scripts.model.parts import CaseReview, Part
from scripts.model.texts import Name
from scripts.site import Site
from scripts.vocabulary import VOCABULARY_FILES, Terms, Vocabulary

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BRIEFINGS, SCHEMA = f"{DATA}briefings.json", f"{DATA}briefings.schema.json"
_NULL = {"type": "null"}
# Raised when a field goes away or means something else; a new field leaves it as it is.
VERSION = 1


class PackFile(Part):
    """A file to take away."""

    label: str = Field(description="what it is")
    url: AnyUrl = Field(title="Address", description="where it lies")


class Record(Part):
    """What the data say of every briefing beside its file's fields."""

    key: str = Field(description="its lasting name: kind/id; other briefings refer to it by this")
    kind: str = Field(description="what kind of briefing it is")
    id: Slug = Field(description="its name within its kind; never changed")
    url: AnyUrl = Field(title="Address", description="its page on this site")
    updated: Instant = Field(description="the instant of the last material change")
    packs: Listed[PackFile] = Field(description="its files to take away; none where it no longer holds")
    body: str = Field(description="the text of its page in Markdown; links lead to full addresses")


class ReviewRecord(CaseReview):
    """One review of a digest."""

    url: AnyUrl = Field(title="Address of its page", description="its page on this site")


class Collection(Part):
    """The whole file."""

    schema_address: AnyUrl = Field(alias="$schema", title="Schema", description="its JSON Schema")
    version: int = Field(
        description="of this format: raised when a field goes away or changes its meaning",
        json_schema_extra={"const": VERSION},
    )
    title: Name = Field(description="the site's name")
    source: AnyUrl = Field(description="the site's address")
    publisher: Name = Field(description="the partnership that runs the site")
    notice: str | None = Field(description="what must be known of the partnership")
    terms: AnyUrl = Field(title="Terms of use", description="the page that says how to use and read the data")
    licence: str = Field(description="under what the material may be used")
    licence_url: AnyUrl = Field(title="Address of the licence", description="the licence itself")
    as_of: Instant = Field(
        title="State of the content", description="the instant of the newest material change of any briefing"
    )
    vocabulary: Mapping[str, Mapping[str, str]] = Field(
        description="what readers see for the ids of themes, roles, ages and types of publication"
    )
    briefings: tuple[Record, ...] = Field(description="every published briefing, newest first, withdrawn ones included")


def _record(kind: Kind) -> type[BaseModel]:
    """The model of a kind's records. The kind is told by its folder; reviews have pages of their own."""
    fields: dict[str, Any] = {"kind": (Literal[kind.folder], Record.model_fields["kind"])}
    if kind.model is Digest:
        fields["reviews"] = (Listed[ReviewRecord], Digest.model_fields["reviews"])
    bases: Any = (kind.model, Record)
    model: type[BaseModel] = create_model(kind.model.__name__, __base__=bases, __doc__=kind.about, **fields)
    return model


RECORDS = tuple(map(_record, KINDS))


def schema(vocabulary: Vocabulary, site: Site) -> Schema:
    """The JSON Schema (2020-12) of the file."""
    models: tuple[type[BaseModel], ...] = (*RECORDS, Collection)
    references, shared = models_json_schema([(model, "validation") for model in models])
    definitions: Schema = _in_full(shared["$defs"])
    used = json.dumps(definitions)
    for name, path in VOCABULARY_FILES.items():
        if f'"#/$defs/{(key := path.removesuffix(".yml"))}"' in used:
            definitions[key] = _ids(getattr(vocabulary, name))
    whole: Schema = definitions.pop("Collection")
    # Which of the kinds a record is, it says itself.
    del definitions["Record"]
    whole["properties"]["briefings"]["items"] = {"oneOf": [references[model, "validation"] for model in RECORDS]}
    return {"$schema": DIALECT, "$id": site.root + SCHEMA} | whole | {"$defs": definitions}


def _ids(terms: Terms) -> Schema:
    return {"type": "string", "enum": list(terms)} if terms else {"type": "string"}


def _in_full(schema: Any) -> Any:  # noqa: ANN401  a schema's parts are of any JSON type
    """The schema of what is written in full: every field stands, and what may be given in short has its first form."""
    if isinstance(schema, list):
        return [_in_full(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    full = {key: _in_full(value) for key, value in schema.items() if key != "default" and not key.startswith("x-")}
    if name := schema.get("x-vocabulary"):
        full.pop("type", None)
        full["$ref"] = f"#/$defs/{name}"
    if choices := full.pop("anyOf", None):
        first = next(choice for choice in choices if choice != _NULL)
        full = ({"anyOf": [first, _NULL]} if _NULL in choices else first) | full
    if "properties" in full:
        full["required"] = list(full["properties"])
    if isinstance(full.get("type"), list):  # a number that files may give without quotes
        full = {key: value for key, value in full.items() if key not in ("minimum", "maximum")} | {"type": "string"}
    return full
