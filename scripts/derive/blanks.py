"""Files to fill in: every field of a kind with what goes into it, the optional ones as comments."""

import textwrap
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from scripts.derive.form_fields import FIELD_REFERENCE, LATER, FormField, Shape, form_fields
from scripts.front_matter_file import Fields, file_text
from scripts.load.fences import split
from scripts.model.kinds import Kind
from scripts.templating import plain_markdown
from scripts.vocabulary import Vocabulary
from scripts.yaml_tree import NodePath

_WIDTH = 110


def blank_to_copy(kind: Kind, vocabulary: Vocabulary) -> str:
    """The blank that lies in the folder of a kind, with every field."""
    return _file(form_fields(kind, vocabulary), {}, is_to_copy=True)


def begun_file(kind: Kind, vocabulary: Vocabulary, known: Fields) -> str:
    """A new briefing with what is known; what else is required is left as "" to be filled in."""
    fields = [field for field in form_fields(kind, vocabulary) if field.name not in LATER]
    return _file(fields, known, is_to_copy=False)


def _file(fields: Sequence[FormField], known: Fields, *, is_to_copy: bool) -> str:
    lines = [line for field in fields for line in ("", *_entry(field, known))]
    return plain_markdown("derived/blank.md.j2", lines=Markup("\n".join(lines)), is_to_copy=is_to_copy)  # noqa: S704  our own schema's words and YAML


def _entry(field: FormField, known: Fields) -> Iterator[str]:
    """The field's hint, then the field: as known, to fill in, or commented out."""
    yield from _explained(field)
    if field.name in known:
        yield from _front({field.name: known[field.name]})
    else:
        yield from (line if field.required else f"# {line}" for line in _to_fill(field))


def _explained(field: FormField) -> list[str]:
    where = f" All ids: {FIELD_REFERENCE}#{field.vocabulary}" if field.vocabulary else ""
    told = f"{field.label}{'' if field.required else ' (optional)'}: {field.hint}{where}"
    return textwrap.wrap(
        told, _WIDTH, initial_indent="## ", subsequent_indent="##   ", break_long_words=False, break_on_hyphens=False
    )


def _to_fill(field: FormField) -> Iterator[str]:
    """The field with "" wherever something goes in."""
    match field.shape:
        case Shape.PARTS:
            yield f"{field.name}:"
            yield from _item(field.parts)
        case Shape.LINES | Shape.CHOICES:
            yield from _front({field.name: [""]})
        case Shape.BY_ID:
            yield from _front({field.name: {next(iter(field.options), "id"): ""}})
        case _:
            yield f"{field.name}: true" if field.schema["type"] == "boolean" else f'{field.name}: ""'


def _item(parts: Sequence[FormField]) -> Iterator[str]:
    """The fields of one item of a list; the first that is no comment gets the dash."""
    lines = [f"    {line}" for part in parts for line in _entry(part, {})]
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = f"  - {lines[first].lstrip()}"
    yield from lines


def _front(fields: Fields) -> list[str]:
    """Fields as lines of front matter."""
    return file_text(fields).removesuffix("---\n").split("\n")[1:-1]


def blanks_of(text: str, path: str) -> list[tuple[int, str]]:
    """The line and the name of everything that is left to fill in."""
    tree, _, _ = split(text, path)
    return [(tree.place(where).line, _in_words(where)) for where in _empty(tree.value, ())]


def _empty(value: object, where: NodePath) -> Iterator[NodePath]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _empty(part, (*where, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _empty(part, (*where, number))
    elif value == "":
        yield where


def _in_words(where: NodePath) -> str:
    """A path as people read it: the field's name, and within a list its number."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in where)
