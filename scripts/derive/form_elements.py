"""What GitHub's issue forms are made of: the elements that ask for a field, and the form's file."""

from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from scripts.derive.form_fields import FormField, Shape

FOLDER = ".github/ISSUE_TEMPLATE"
KIND_LABEL = "Kind of briefing"
CHECKLIST_LABEL = "Before you send this"
BAR = " | "

Element = dict[str, Any]


def form_file(head: Element, body: Sequence[Element]) -> str:
    """The text of a form's file."""
    text = yaml.dump(head | {"body": [*body]}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return f"# Written by `briefings derive` from the model; do not edit it by hand.\n{text}"


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as it reads."""


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text_node)


def which_form(label: str) -> Element:
    """The first element of every form, by which the form is known."""
    told = "Leave this as it is: it says which form this was."
    attributes = {"label": KIND_LABEL, "description": told, "options": [label], "default": 0}
    return asked("dropdown", "kind", attributes, required=True)


def introduction(text: str) -> Element:
    """What is said before anything is asked."""
    return {"type": "markdown", "attributes": {"value": text}}


def shown(option: str, label: str) -> str:
    """A choice as the form shows it; the id stands in it, so that it is read back without doubt."""
    return option if option == label else f"{label} ({option})"


def element(field: FormField) -> Element:
    """The field as GitHub asks for it."""
    attributes: Element = {"label": field.label, "description": _told(field)}
    match field.shape:
        case Shape.CHOICE | Shape.CHOICES:
            several = {"multiple": True} if field.shape is Shape.CHOICES and not field.is_single else {}
            options = [shown(option, label) for option, label in field.options.items()]
            return asked("dropdown", field.name, attributes | several | {"options": options}, required=field.required)
        case Shape.LINE:
            return asked("input", field.name, attributes | _placeholder(field), required=field.required)
        case _:
            return asked("textarea", field.name, attributes, required=field.required)


def asked(type_: str, id_: str, attributes: Element, *, required: bool) -> Element:
    """An element that asks for something."""
    return {"type": type_, "id": id_, "attributes": attributes, "validations": {"required": required}}


def _placeholder(field: FormField) -> Element:
    return {"placeholder": str(field.schema["examples"][0])} if field.schema.get("examples") else {}


def _told(field: FormField) -> str:
    hint = _sentence(field.hint)
    match field.shape:
        case Shape.LINES:
            return f"{hint} One a line."
        case Shape.BY_ID:
            return f"{hint} One a line, as `role: text`. Roles: {', '.join(field.options)}."
        case Shape.PARTS:
            return (
                f"{hint} One a line, with bars between its parts:\n`{BAR.join(part.label for part in field.parts)}`\n"
                + (
                    "\n".join(
                        f"- {part.label}{'' if part.required else ' (may be empty)'}: {part.hint}"
                        for part in field.parts
                    )
                )
            )
        case _:
            return hint


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def boxes(items: Iterable[str]) -> Element:
    """The checklist, whose boxes have to be ticked."""
    options = [{"label": label, "required": True} for label in items]
    return {"type": "checkboxes", "id": "checklist", "attributes": {"label": CHECKLIST_LABEL, "options": options}}
