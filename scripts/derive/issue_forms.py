"""GitHub's issue forms, one for each kind: how somebody publishes without knowing git.

What a form asks is read back by `scripts.from_issue`, by the labels that stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.checklists import checklist
from scripts.derive.form_elements import (
    FOLDER,
    KIND_LABEL,
    Element,
    asked,
    boxes,
    element,
    form_file,
    introduction,
    which_form,
)
from scripts.derive.form_fields import LATER, FormField, form_fields
from scripts.model.kinds import KINDS, Digest, Kind
from scripts.templating import plain_markdown
from scripts.vocabulary import Vocabulary
from scripts.wording import lower_first

_NOT_ASKED = LATER | {"added", "draft"}


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
    def has_checklist(self) -> bool:
        """Whether boxes stand below it. Not for a digest: it is made into a briefing first, and a person reads that."""
        return not self.is_digest

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


def _name(kind: Kind) -> str:
    return "publish-a-months-digest" if kind.model is Digest else f"new-{kind.folder}"


def _file(form: IssueForm) -> str:
    head = {
        "name": "Publish a month's digest" if form.is_digest else f"New briefing: {lower_first(form.kind.label)}",
        "description": (form.kind.model.__doc__ or "").split("\n")[0],
        "title": f"{form.kind.label}: ",
    }
    told = introduction(plain_markdown("derived/issue-form.md.j2", is_digest=form.is_digest))
    ticks = [boxes(checklist(form.kind.folder))] if form.has_checklist else []
    return form_file(head, [which_form(form.kind.label), told, *map(element, form.fields), _text(form), *ticks])


def _text(form: IssueForm) -> Element:
    told = (
        "Copy everything that you received, and paste it here. An attached file is not read: paste its text."
        if form.is_digest
        else "Short paragraphs under headings that begin with ##. Do not repeat what stands in a field above."
    )
    return asked("textarea", "text", {"label": form.text_label, "description": told}, required=form.is_digest)
