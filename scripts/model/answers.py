"""The answer to a challenge question: how far it has come, and the entries of its history."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from scripts.model.faults import EMPTY, reject
from scripts.model.fields import Day, OneOrMore, Url
from scripts.model.parts import Part
from scripts.model.texts import Prose
from scripts.problems import Fault
from scripts.yaml_tree import Scalar


class AnswerStatus(StrEnum):
    """How far a local answer to a challenge question has come."""

    NOT_STARTED = "not-started"
    CONSIDERING = "considering"
    IN_PROGRESS = "in-progress"
    EMBEDDED = "embedded"


def _says_something(note: object) -> object:
    is_lost = isinstance(note, Scalar) and note.comment  # behind a #, and reported as that
    if note is None or (isinstance(note, str) and not note.strip() and not is_lost):
        raise reject(Fault(EMPTY, "This entry has no note.", "Say in a sentence or two what was found or done."))
    return note


class Update(Part):
    """A dated entry in the history of a challenge question's answer."""

    date: Day = Field(description="the day of the entry", examples=["2026-11-22"])
    status: AnswerStatus = Field(description="not-started, considering, in-progress or embedded")
    note: Annotated[Prose, BeforeValidator(_says_something)] = Field(description="what was found or done")
    evidence: OneOrMore[Url] = Field((), description="web addresses of documents that show it")
