"""A challenge question answered: its file with one entry more, or why that cannot be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from scripts.answering.given import Answer, AnswerError
from scripts.answering.text import by_hand, with_answer
from scripts.ledger import Step, history
from scripts.load import Collection, LoadedFile, load
from scripts.model.answers import Update
from scripts.model.briefing import Briefing
from scripts.model.front_matter import Status
from scripts.model.kinds import Challenge
from scripts.new_briefing import with_file
from scripts.problems import Level, Problem
from scripts.rules import check
from scripts.sources import SourceTree

_BROKEN = "The file has to be mended before its question can be answered. See: briefings check {path}"
_REFUSED = "The answer cannot be taken.\n{problems}"
_WITHDRAWN = "This question was withdrawn on {day}. It is not answered any more."
_SUPERSEDED = "Another question has taken the place of this one. Answer that one: {successor}"
_TOO_EARLY = "The newest entry is of {day}, and a new one comes after it. Choose that day or a later one."
_AGAIN = "The newest entry says the very same already, so there is nothing to add."


@dataclass(frozen=True)
class Answered:
    """A question's file with an answer: its path and whole text, the step that it is, and what to think over in it."""

    path: str
    text: str
    step: Step
    warnings: tuple[Problem, ...]


def answered(tree: SourceTree, path: str, answer: Answer, today: date) -> Answered:
    """A question's file with an answer. Raises AnswerError where nothing may be changed."""
    before = load(tree)
    briefing, front = _question(_file(before, path))
    _refuse_what_is_out_of_order(front, answer.update)
    source = next(source for source in tree.briefings if source.path == path)
    text = with_answer(source.data.decode(), answer)
    after = load(with_file(tree, path, text.encode()))
    problems = _problems(after, path, today)
    if new := _errors(problems) - _errors(_problems(before, path, today)):
        raise AnswerError(_REFUSED.format(problems="\n".join(new)))
    expected = _with(front, answer)
    if _file(after, path).briefing != replace(briefing, front=expected):
        raise by_hand(answer.update)
    warnings = tuple(problem for problem in problems if problem.level is Level.WARNING)
    return Answered(path, text, history(expected)[-1], warnings)


def _file(collection: Collection, path: str) -> LoadedFile:
    return next(file for file in collection.files if file.placed.path == path)


def _question(file: LoadedFile) -> tuple[Briefing, Challenge]:
    """The question of a file, where it can be answered."""
    if file.briefing is None or not isinstance(file.briefing.front, Challenge):
        raise AnswerError(_BROKEN.format(path=file.placed.path))
    front = file.briefing.front
    if front.withdrawn_on:
        raise AnswerError(_WITHDRAWN.format(day=front.withdrawn_on.label))
    if front.status is Status.SUPERSEDED:
        raise AnswerError(_SUPERSEDED.format(successor=front.superseded_by))
    return file.briefing, front


def _refuse_what_is_out_of_order(front: Challenge, update: Update) -> None:
    steps = history(front)
    if steps and steps[-1].update == update:
        raise AnswerError(_AGAIN)
    if steps and update.date < steps[-1].update.date:
        raise AnswerError(_TOO_EARLY.format(day=steps[-1].update.date.label))


def _problems(collection: Collection, path: str, today: date) -> tuple[Problem, ...]:
    """The problems of this one file; an answer changes nothing in how files stand to each other."""
    own = tuple(problem for problem in collection.problems if problem.place.path == path)
    alone = replace(collection, files=(_file(collection, path),), problems=own)
    return tuple(problem for problem in check(alone, today) if problem.place.path == path)


def _errors(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(f"{problem.message} {problem.fix}" for problem in problems if problem.level is Level.ERROR)


def _with(front: Challenge, answer: Answer) -> Challenge:
    """What the file has to say with the answer: what it said before, and this."""
    said = {"status_of_answer": answer.update.status, "updates": (*front.updates, answer.update)}
    return front.model_copy(update=said | ({"next_review": answer.next_review} if answer.next_review else {}))
