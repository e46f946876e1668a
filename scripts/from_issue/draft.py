"""The briefing that an issue asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from scripts.checklists import checklist
from scripts.derive.issue_forms import IssueForm, issue_form
from scripts.from_issue.event import Issue
from scripts.from_issue.form_text import answers, kind_of
from scripts.from_issue.proposal import Proposal
from scripts.from_issue.refusal import RefusedError
from scripts.from_issue.values import fields_of
from scripts.front_matter_file import Plain, file_text
from scripts.importing import ImportFaultError, import_digest
from scripts.load import Collection
from scripts.model.dates import DateError, PartialDate, parse_month
from scripts.model.kinds import Kind, NewsUpdate
from scripts.new_briefing import name_fault, next_instant, path_of, proposed_name
from scripts.quarters import Quarter
from scripts.wording import lower_first

_ATTACHMENT = re.compile(
    r"""!?\[[^\]\n]*\]\(\s*(?=https://(?:github\.com/|[\w-]+\.githubusercontent\.com/))[^)\s]*\)"""
    r"""|<img\s[^>]*>"""
    r"""|https://github\.com/(?:user-attachments|[\w.-]+/[\w.-]+/files)/\S+"""
)
_ONLY_ATTACHED = (
    "The form holds an attached file and no text, and an attached file is not read. "
    "Open the file, copy all of its text, and paste it into the form in place of the attachment."
)
_NO_TEXT = "The form holds no text of a digest. Paste all that you received below its last heading."
_NO_REVIEW = (
    "No review was found in the pasted text. Each review begins with its heading on a line of its own, such as "
    "“2025 – Anonymous – Child A”; below it stand what happened, “Learning themes include: …” and "
    "“Recommendations include: …”. Paste the whole text with its headings."
)
_NO_MONTH = "The month is not written as year and month. Write it like this: 2024-01."
_NO_QUARTER = "The quarter is not written as year and quarter. Write it like this: 2026-q4."
_NO_NAME = "A name for the file is made of the title, and this title gives none. Write a title with some plain letters."


@dataclass(frozen=True)
class Draft:
    """A briefing's file before it is anywhere; where it was imported, `report` says how, as Markdown."""

    kind: Kind
    id: str
    text: str
    report: str = ""

    @property
    def path(self) -> str:
        """Where it belongs, from the root."""
        return path_of(self.kind, self.id)

    @property
    def proposal(self) -> Proposal:
        """What the pull request proposes."""
        return Proposal(
            path=self.path,
            text=self.text,
            name=f"{self.kind.folder}-{self.id}",
            title=f"{self.kind.label}: {self.id}",
            subject=f"Add {lower_first(self.kind.label)}: {self.id}",
            checklist=checklist(self.kind.folder),
            report=self.report,
        )


def draft(issue: Issue, collection: Collection, now: datetime) -> Draft:
    """The briefing that an issue's form holds. Raises RefusedError."""
    form = issue_form(kind_of(issue.body), collection.vocabulary)
    found = answers(issue.body, form)
    added = next_instant(collection, now)
    if form.is_digest:
        return _digest(form, found[form.fields[0].label], found[form.text_label], collection, added)
    fields = fields_of(form, found)
    name = _free(form, _name(form.kind, fields), collection)
    order = list(form.kind.model.model_fields)
    fields["added"] = Plain(added.isoformat())
    ordered = dict(sorted(fields.items(), key=lambda item: order.index(item[0])))
    return Draft(form.kind, name, file_text(ordered, found[form.text_label]))


def _digest(form: IssueForm, month: str, text: str, collection: Collection, added: datetime) -> Draft:
    when = _month(month)
    name = _free(form, str(when), collection)
    if not text:
        raise RefusedError(_NO_TEXT)
    if not _ATTACHMENT.sub("", text).strip():
        raise RefusedError(_ONLY_ATTACHED)
    try:
        imported = import_digest(text.encode(), "issue.md", when, added, collection.vocabulary)
    except ImportFaultError:
        raise RefusedError(_NO_REVIEW) from None
    return Draft(form.kind, name, imported.text, imported.report)


def _name(kind: Kind, fields: Mapping[str, object]) -> str:
    """The name of a file: its quarter, where it is named by one, else made of the title."""
    if kind.model is not NewsUpdate:
        return proposed_name(str(fields.get("title", "")))
    quarter = Quarter.named(str(fields.get("quarter", "")))
    if quarter is None:
        raise RefusedError(_NO_QUARTER)
    return str(quarter)


def _month(text: str) -> PartialDate:
    try:
        return parse_month(text)
    except DateError:
        raise RefusedError(_NO_MONTH) from None


def _free(form: IssueForm, name: str, collection: Collection) -> str:
    """The name, where a new file can have it."""
    if not name:
        raise RefusedError(_NO_NAME)
    if fault := name_fault(form.kind, name, collection):
        raise RefusedError(fault)
    return name
