"""Which question is meant by the name that somebody gives."""

import difflib
import re

from scripts.answering.given import AnswerError
from scripts.load import Collection
from scripts.load.placing import Placed
from scripts.model.kinds import KIND_BY_FOLDER, Challenge
from scripts.new_briefing import path_of

_KIND = next(kind for kind in KIND_BY_FOLDER.values() if kind.model is Challenge)
_NONE = "There is no challenge question of this name. {hint}Name it as its file is named, without .md."
_OTHER = "{name} is no challenge question; it lies in {folder}. {hint}"


def question_path(name: str, collection: Collection) -> str:
    """The path of a question's file from its id, challenges/id, its path or its page's address. Raises AnswerError."""
    parts = [part for part in re.split(r"[/\\]+", name.strip()) if part]
    word = parts[-1].removesuffix(".md") if parts else ""
    folder = parts[-2] if len(parts) > 1 else ""
    questions = [file.placed.id for file in collection.files if file.placed.kind is _KIND]
    if word in questions and folder in ("", _KIND.folder):
        return path_of(_KIND, word)
    elsewhere = [file.placed for file in collection.files if file.placed.id == word and file.placed.kind is not _KIND]
    if elsewhere:
        raise AnswerError(
            _OTHER.format(name=word, folder=elsewhere[0].kind.folder, hint=_asked(elsewhere[0], collection))
        )
    near = difflib.get_close_matches(word.casefold().replace(" ", "-"), questions, n=3)
    raise AnswerError(_NONE.format(hint=f"Did you mean {' or '.join(near)}? " if near else ""))


def _asked(placed: Placed, collection: Collection) -> str:
    """The questions that arise from a briefing."""
    arising = [
        briefing.id
        for briefing in collection.briefings
        if isinstance(briefing.front, Challenge) and briefing.front.arises_from == f"{placed.kind.folder}/{placed.id}"
    ]
    return f"Its questions: {', '.join(sorted(arising))}." if arising else "No question arises from it."
