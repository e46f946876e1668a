"""GitHub's issue form for an answer to a challenge question. `scripts.from_issue` reads it back by its labels."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.checklists import ANSWER_CHECKLIST
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
from scripts.derive.form_fields import FormField, form_fields
from scripts.model.answers import AnswerStatus
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.sharing import ANSWER_FORM
from scripts.templating import plain_markdown
from scripts.vocabulary import Vocabulary
from scripts.wording import answer_label

ANSWER_LABEL = "Answer to a challenge question"


@dataclass(frozen=True)
class AnswerForm:
    """What the form asks for; the elements' ids, by which it is filled in beforehand, are the fields' names."""

    question: str
    status: FormField
    note: FormField
    evidence: FormField
    next_review: FormField

    @property
    def states(self) -> tuple[AnswerStatus, ...]:
        """The states that can be chosen."""
        return tuple(AnswerStatus)

    @property
    def has_checklist(self) -> bool:
        """Whether boxes stand below it."""
        return True

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands above each answer, in order."""
        fields = (self.status, self.note, self.evidence, self.next_review)
        return (KIND_LABEL, self.question, *(field.label for field in fields))


def answer_form() -> AnswerForm:
    """What an answer consists of, as the model has it."""
    fields = {field.name: field for field in form_fields(KIND_BY_FOLDER["challenges"], Vocabulary())}
    parts = {part.name: part for part in fields["updates"].parts}
    return AnswerForm("Question", parts["status"], parts["note"], parts["evidence"], fields["next_review"])


def answer_form_files() -> Mapping[str, str]:
    """The text of the form, by its path."""
    form = answer_form()
    head = {
        "name": "Answer a challenge question",
        "description": "How far we have come with a question that we ask ourselves, and what shows it.",
        "title": f"{ANSWER_LABEL}: ",
    }
    body = [
        which_form(ANSWER_LABEL),
        introduction(plain_markdown("derived/answer-form.md.j2")),
        _question(form.question),
        _status(form),
        *map(element, (form.note, form.evidence, form.next_review)),
        boxes(ANSWER_CHECKLIST),
    ]
    return {f"{FOLDER}/{ANSWER_FORM}": form_file(head, body)}


def _question(label: str) -> Element:
    told = "The question's name, as it stands at the end of its page's address; the whole address will do."
    return asked("input", "question", {"label": label, "description": told}, required=True)


def _status(form: AnswerForm) -> Element:
    told = "How far the answer has come. It may go back: then say why in the note."
    options = [answer_label(state) for state in form.states]
    attributes = {"label": form.status.label, "description": told, "options": options}
    return asked("dropdown", form.status.name, attributes, required=True)
