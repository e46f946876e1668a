"""An answer as somebody gives it, at a terminal or on a form, read into the model's own types."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from scripts.load.explain import explain
from scripts.model.answers import AnswerStatus, Update
from scripts.model.dates import PartialDate
from scripts.model.fields import Day
from scripts.problems import Place, named
from scripts.yaml_tree import Tree

_STATES = ", ".join(AnswerStatus)


class AnswerError(ValueError):
    """str() says why the answer cannot be taken, and what to do about it. It repeats no note."""


@dataclass(frozen=True)
class Answer:
    """A new entry for a question's history, and the day on which the answer is looked at again, where that is said."""

    update: Update
    next_review: PartialDate | None = None


class _Given(Update):
    next_review: Day | None = None


def given(status: str, note: str, evidence: Iterable[str], day: str | date, next_review: str | None) -> Answer:
    """The answer that these words give. Raises AnswerError with everything that is wrong with them."""
    fields: dict[str, object] = {
        "date": str(day),
        "status": _state(status),
        "note": note,
        "evidence": list(dict.fromkeys(url.strip() for url in evidence if url.strip())),
        "next_review": next_review,
    }
    try:
        found = _Given.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(_told(error)) from None
    entry = Update(**{name: getattr(found, name) for name in Update.model_fields})
    return Answer(entry, found.next_review)


def _state(text: str) -> AnswerStatus:
    """A state, however its words are put together: “In progress” is in-progress."""
    word = re.sub(r"[\W_]+", "-", text.strip().casefold()).strip("-")
    if word in {*AnswerStatus}:
        return AnswerStatus(word)
    near = difflib.get_close_matches(word, [*AnswerStatus], n=1)
    hint = f"Did you mean “{near[0]}”? " if near else ""
    raise AnswerError(f"{named(text.strip(), is_meant=bool(near))} is not a state. {hint}The states: {_STATES}.")


def _told(error: ValidationError) -> str:
    """Every fault with the name of its field."""
    names = [str(details["loc"][0]) for details in error.errors(include_url=False)]
    problems = explain(error, Tree(values={(): Place("")}), _Given)
    return "\n".join(
        f"{name.replace('_', ' ')}: {problem.message} {problem.fix}"
        for name, problem in zip(names, problems, strict=True)
    )
