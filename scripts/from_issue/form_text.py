"""An issue's text divided into the answers of its form.

GitHub writes each answer below `### Label`, and `_No response_` where there is none. Answers may hold such
headings themselves, so the text is divided only at the form's own labels, in their order, each once.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Protocol

from scripts.derive.form_elements import CHECKLIST_LABEL, KIND_LABEL
from scripts.from_issue.refusal import RefusedError
from scripts.model.kinds import KINDS, Kind

NO_ANSWER = "_No response_"
_NOT_A_FORM = (
    "This issue was not written with one of the forms for briefings, or a heading of the form was changed. "
    "Open a new issue and choose the form for your kind of briefing."
)


class Form(Protocol):
    """What a form's text is divided by: the label above each answer, in order; and whether boxes stand below them."""

    @property
    def labels(self) -> tuple[str, ...]: ...  # noqa: D102

    @property
    def has_checklist(self) -> bool: ...  # noqa: D102


def form_of(text: str) -> str:
    """What the form's first element says that it is for; empty where there is none."""
    match = re.match(rf"\s*### {re.escape(KIND_LABEL)}[ \t]*\n+(.+)", text)
    return match[1].strip() if match else ""


def kind_of(text: str) -> Kind:
    """The kind that the form was for. Raises RefusedError."""
    label = form_of(text)
    for kind in KINDS:
        if kind.label == label:
            return kind
    raise RefusedError(_NOT_A_FORM)


def answers(text: str, form: Form) -> Mapping[str, str]:
    """What stands below each label; empty where nothing was answered. Raises RefusedError."""
    text = _without_checklist(text) if form.has_checklist else text
    headings = []
    position = 0
    for label in form.labels:
        heading = _heading(label).search(text, position)
        if heading is None:
            raise RefusedError(_NOT_A_FORM)
        headings.append(heading)
        position = heading.end()
    found = {}
    for label, (here, there) in zip(form.labels, pairwise(headings), strict=False):
        found[label] = _answer(text[here.end() : there.start()])
        if _heading(label).search(found[label]):
            raise RefusedError(f"The heading “{label}” stands twice, so its answer has no clear end. Change one.")
    # Whatever headings stand in it, everything behind the last label belongs to the text.
    return found | {form.labels[-1]: _answer(text[position:])}


def _heading(label: str) -> re.Pattern[str]:
    return re.compile(rf"^### {re.escape(label)}[ \t]*$", re.MULTILINE)


def _answer(text: str) -> str:
    answer = text.strip("\n ")
    return "" if answer == NO_ANSWER else answer


def _without_checklist(text: str) -> str:
    """The text up to the form's last heading, where only ticks stand below it."""
    before, heading, ticks = text.rpartition(f"\n### {CHECKLIST_LABEL}\n")
    is_checklist = heading and all(line.startswith("- [") for line in ticks.split("\n") if line.strip())
    return before if is_checklist else text
