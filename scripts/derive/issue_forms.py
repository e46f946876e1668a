"""GitHub's issue forms, one for each kind: how somebody publishes without knowing git.

What a form asks is read back by `scripts.from_issue`, by the labels that stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.checklists import checklist
from scripts.derive.form_fields import LATER, FormField, Shape, form_fields
from scripts.model.kinds import KINDS, Digest, Kind
from scripts.templating import plain_markdown
from scripts.vocabulary import Vocabulary
from scripts.wording import lower_first

FOLDER = ".github/ISSUE_TEMPLATE"
KIND_LABEL = "Kind of briefing"
CHECKLIST_LABEL = "Before you send this"
BAR = " | "
_NOT_ASKED = LATER | {"added", "draft"}

Element = dict[str, Any]


@dataclass(frozen=True)
class IssueForm:
    """The form of a kind: the fields it asks for, and the label of the text that comes last."""

    kind: Kind
    fields: tuple[FormField, ...]
    text_label: str

    @property
    def is_digest(self) -> bool:
        """Whether the text is a pasted digest, of which everything else is made."""
        return self.kind.model is Digest

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands above each answer, in order, from the kind to the text."""
        return (KIND_LABEL, *(field.label for field in self.fields), self.text_label)


def issue_form(kind: Kind, vocabulary: Vocabulary) -> IssueForm:
    """What the form of a kind asks for."""
    fields = form_fields(kind, vocabulary)
    if kind.model is Digest:
        return IssueForm(kind, tuple(field for field in fields if field.name == "month"), "Text of the digest")
    return IssueForm(kind, tuple(field for field in fields if field.name not in _NOT_ASKED), "Text of the page")


def issue_form_files(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The text of every form, by its path."""
    return {f"{FOLDER}/{_name(kind)}.yml": _file(issue_form(kind, vocabulary)) for kind in KINDS}


def shown(option: str, label: str) -> str:
    """A choice as the form shows it; the id stands in it, so that it is read back without doubt."""
    return option if option == label else f"{label} ({option})"


def _name(kind: Kind) -> str:
    return "publish-a-months-digest" if kind.model is Digest else f"new-{kind.folder}"


def _file(form: IssueForm) -> str:
    head = {
        "name": "Publish a month's digest" if form.is_digest else f"New briefing: {lower_first(form.kind.label)}",
        "description": (form.kind.model.__doc__ or "").split("\n")[0],
        "title": f"{form.kind.label}: ",
    }
    body = [_kind(form.kind), _introduction(form), *map(_element, form.fields), _text(form), *_checklist(form)]
    text = yaml.dump(head | {"body": body}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return f"# Written by `briefings derive` from the model; do not edit it by hand.\n{text}"


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as it reads."""


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text_node)


def _kind(kind: Kind) -> Element:
    told = "Leave this as it is: it says which form this was."
    attributes = {"label": KIND_LABEL, "description": told, "options": [kind.label], "default": 0}
    return _asked("dropdown", "kind", attributes, required=True)


def _introduction(form: IssueForm) -> Element:
    text = plain_markdown("derived/issue-form.md.j2", is_digest=form.is_digest)
    return {"type": "markdown", "attributes": {"value": text}}


def _element(field: FormField) -> Element:
    """The field as GitHub asks for it."""
    attributes: Element = {"label": field.label, "description": _told(field)}
    match field.shape:
        case Shape.CHOICE | Shape.CHOICES:
            several = {"multiple": True} if field.shape is Shape.CHOICES and not field.is_single else {}
            options = [shown(option, label) for option, label in field.options.items()]
            return _asked("dropdown", field.name, attributes | several | {"options": options}, required=field.required)
        case Shape.LINE:
            return _asked("input", field.name, attributes | _placeholder(field), required=field.required)
        case _:
            return _asked("textarea", field.name, attributes, required=field.required)


def _asked(type_: str, id_: str, attributes: Element, *, required: bool) -> Element:
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


def _text(form: IssueForm) -> Element:
    told = (
        "Copy everything that you received, and paste it here. An attached file is not read: paste its text."
        if form.is_digest
        else "Short paragraphs under headings that begin with ##. Do not repeat what stands in a field above."
    )
    return _asked("textarea", "text", {"label": form.text_label, "description": told}, required=form.is_digest)


def _checklist(form: IssueForm) -> list[Element]:
    """None for a digest: what was pasted is made into a briefing first, and a person reads that."""
    if form.is_digest:
        return []
    options = [{"label": label, "required": True} for label in checklist(form.kind.folder)]
    return [{"type": "checkboxes", "id": "checklist", "attributes": {"label": CHECKLIST_LABEL, "options": options}}]
