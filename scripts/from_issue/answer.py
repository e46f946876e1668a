"""The answer to a challenge question that an issue gives."""

from datetime import date
from pathlib import PurePosixPath

from scripts.answering import Answered, answered
from scripts.answering.given import AnswerError, given
from scripts.answering.text import UnchangeableError
from scripts.answering.which import question_path
from scripts.checklists import ANSWER_CHECKLIST
from scripts.derive.answer_form import ANSWER_LABEL, answer_form
from scripts.from_issue.event import Issue
from scripts.from_issue.form_text import answers, form_of
from scripts.from_issue.proposal import Proposal
from scripts.from_issue.refusal import RefusedError
from scripts.from_issue.values import lines
from scripts.load import load
from scripts.sources import SourceTree
from scripts.templating import comment
from scripts.wording import answer_label

_NO_STATUS = "The status is none of those that the form offers. Open a new issue and choose one there."
_ATTACHED = (
    "An attached file cannot be read by everybody. Put it where it opens without signing in, and write its address "
    "alone on a line under “Evidence”."
)
_UNCHANGEABLE = "The question's file cannot be changed by a program. Tell whoever looks after the repository."


def is_answer(issue: Issue) -> bool:
    """Whether the issue was written with the form for answers."""
    return form_of(issue.body) == ANSWER_LABEL


def proposed_answer(issue: Issue, tree: SourceTree, today: date) -> Proposal:
    """The question's file with the answer, dated by today. Raises RefusedError."""
    form = answer_form()
    found = answers(issue.body, form)
    status, note, evidence, next_review = (
        found[field.label] for field in (form.status, form.note, form.evidence, form.next_review)
    )
    if status not in {answer_label(state) for state in form.states}:
        raise RefusedError(_NO_STATUS)
    addresses = [line for _, line in lines(evidence)]
    if any("](" in address for address in addresses):
        raise RefusedError(_ATTACHED)
    try:
        path = question_path(found[form.question], load(tree))
        made = answered(tree, path, given(status, note, addresses, today, next_review or None), today)
    except UnchangeableError:
        raise RefusedError(_UNCHANGEABLE) from None
    except AnswerError as error:
        raise RefusedError(str(error)) from None
    return _proposal(made)


def _proposal(made: Answered) -> Proposal:
    question = PurePosixPath(made.path).stem
    before, after = answer_label(made.step.before), answer_label(made.step.update.status)
    return Proposal(
        path=made.path,
        text=made.text,
        name=f"answer-{question}",
        title=f"Answer: {question}",
        subject=f"Answer challenge question: {question}",
        checklist=ANSWER_CHECKLIST,
        report=comment("from_issue/answer.md.j2", before=before, after=after, is_back=made.step.is_back),
        is_answer=True,
    )
