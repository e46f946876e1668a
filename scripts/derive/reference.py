"""The field reference and the published list of rules."""

import importlib
import inspect
import pkgutil
from collections.abc import Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

import scripts
from scripts.model import answers, parts
from scripts.model.front_matter import FrontMatter
from scripts.model.kinds import KINDS
from scripts.model.parts import Part
from scripts.problems import Rule
from scripts.templating import plain_markdown
from scripts.vocabulary import Term, Terms, Vocabulary


def fields_page(vocabulary: Vocabulary) -> str:
    """Every field of every kind, and every id of the vocabulary."""
    return plain_markdown("derived/fields.md.j2", sections=_sections(), vocabularies=_vocabularies(vocabulary))


def rules_page() -> str:
    """Every rule with its statement and remedy."""
    return plain_markdown("derived/rules.md.j2", rules=all_rules())


def all_rules() -> tuple[Rule, ...]:
    """Every rule that any module of the compiler declares, by its code."""
    rules: dict[str, Rule] = {}
    for info in pkgutil.walk_packages(scripts.__path__, "scripts."):
        for value in vars(importlib.import_module(info.name)).values():
            for rule in value if isinstance(value, tuple) else (value,):
                if isinstance(rule, Rule):
                    rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _sections() -> list[dict[str, object]]:
    """Fields of every briefing, then of each kind, then of the parts they are made of."""
    common = FrontMatter.model_fields
    sections: list[dict[str, object]] = [{"title": "Every briefing", "about": "", "fields": _rows(FrontMatter, common)}]
    for kind in KINDS:
        own = {name: field for name, field in kind.model.model_fields.items() if name not in common}
        sections.append(
            {"title": f"{kind.plural} ({kind.folder}/)", "about": _about(kind.model), "fields": _rows(kind.model, own)}
        )
    sections += [
        {"title": part.__name__, "about": _about(part), "fields": _rows(part, part.model_fields)} for part in _parts()
    ]
    return sections


def _parts() -> list[type[Part]]:
    members = [member for module in (answers, parts) for member in vars(module).values() if inspect.isclass(member)]
    found = {member for member in members if issubclass(member, Part) and member is not Part}
    return sorted(found, key=lambda part: part.__name__)


def _about(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "").split("\n")[0]


def _rows(model: type[BaseModel], fields: Mapping[str, FieldInfo]) -> list[dict[str, str]]:
    properties: dict[str, dict[str, object]] = model.model_json_schema()["properties"]
    return [
        {
            "name": name,
            "needed": "required" if field.is_required() else "optional",
            "form": _form(properties[name]),
            "meaning": field.description or "",
            "example": str(field.examples[0]) if field.examples else "",
        }
        for name, field in fields.items()
    ]


def _form(schema: Mapping[str, object]) -> str:
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return "word" if name in ("Status", "AnswerStatus", "StageName") else name
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        return next(_form(choice) for choice in choices if choice.get("type") != "null")
    match schema.get("type"):
        case "array":
            items = schema.get("items")
            return f"list of {_form(items)}" if isinstance(items, dict) else "list"
        case "object":
            return "id: text, one a line"
        case "boolean":
            return "true or false"
        case "integer":
            return "year"
        case _ if schema.get("format") == "date-time":
            return "date, time and zone"
        case _:
            return "date" if "x-date" in schema or schema.get("format") == "date" else "text"


def _vocabularies(vocabulary: Vocabulary) -> list[tuple[str, list[Term]]]:
    found: list[Terms] = [getattr(vocabulary, name) for name in Vocabulary.model_fields]
    return [(terms.name.replace("-", " ").capitalize(), list(terms.values())) for terms in found]
