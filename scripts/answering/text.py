"""An answer put into the text of a question's file. What it does not change stays byte for byte."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import accumulate

import yaml

from scripts.answering.given import Answer, AnswerError
from scripts.front_matter_file import Plain, file_text
from scripts.load.fences import closing_fence
from scripts.model.answers import Update
from scripts.problems import Place, Problem

_BY_HAND = (
    "This file is written in a way that no program can change safely. Open it, put this below the last entry of its "
    "updates, and make its status_of_answer the same:\n{entry}"
)


class UnchangeableError(AnswerError):
    """str() holds the entry, for somebody to put it in by hand."""


def with_answer(text: str, answer: Answer) -> str:
    """The file's text with one entry more, and with the state and the next review that it brings.

    Raises UnchangeableError where the text has no front matter to put it into.
    """
    front = _Front(text)
    if "status_of_answer" not in front.fields:
        raise by_hand(answer.update)
    for start, end, new in sorted(_edits(front, answer), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def by_hand(update: Update) -> UnchangeableError:
    """What to say where a program cannot put an entry in."""
    return UnchangeableError(_BY_HAND.format(entry="\n".join(_entry_lines(update))))


@dataclass(frozen=True)
class _Field:
    """A field of the front matter, and the column in which its name stands."""

    column: int
    value: yaml.Node


class _Front:
    """The fields of a file's front matter, and where in the whole text everything stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = list(StringIO(text, newline=""))  # line ends as they are
        self.starts = [0, *accumulate(map(len, self.lines))]
        plain = [line.strip("\ufeff\r\n") for line in self.lines]
        end = closing_fence(plain, Place(""))
        node = None if isinstance(end, Problem) else yaml.compose("\n".join(plain[1:end]), Loader=yaml.CSafeLoader)
        # Fields in brackets are no lines that another could be put below.
        pairs = node.value if isinstance(node, yaml.MappingNode) and not node.flow_style else []
        self.fields = {name.value: _Field(name.start_mark.column, value) for name, value in pairs}

    def start(self, node: yaml.Node) -> int:
        """Where a value begins."""
        return self._offset(node.start_mark)

    def end(self, node: yaml.Node) -> int:
        """Where the last sign of a value stands, and ends."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(node, yaml.MappingNode) else last
        return len(self.text[: self._offset(node.end_mark)].rstrip())

    def below(self, node: yaml.Node) -> int:
        """Where the line after a value begins."""
        return self.starts[bisect_left(self.starts, self.end(node))]

    def line_end(self, offset: int) -> str:
        """How the line above ends."""
        line = self.lines[bisect_left(self.starts, offset) - 1]
        return line[len(line.rstrip("\r\n")) :]

    def _offset(self, mark: yaml.Mark) -> int:
        return self.starts[mark.line + 1] + mark.column


_Edit = tuple[int, int, str]  # from here, to there, is replaced by this


def _edits(front: _Front, answer: Answer) -> Iterator[_Edit]:
    state = front.fields["status_of_answer"]
    yield front.start(state.value), front.end(state.value), answer.update.status.value
    updates = front.fields.get("updates")
    if updates and _is_in_brackets(updates.value) and updates.value.value:
        end = front.end(updates.value.value[-1])
        yield end, end, f", {json.dumps(_entry(answer.update), ensure_ascii=False)}"
    yield from _new_lines(front, answer, updates, state)


def _new_lines(front: _Front, answer: Answer, updates: _Field | None, state: _Field) -> Iterator[_Edit]:
    """What goes in below the updates, or below the state where there are none."""
    lines: list[str] = []
    above = updates or state
    if updates is None:
        lines += _moved(["updates:", *_entry_lines(answer.update)], state.column)
    elif not _is_in_brackets(updates.value):
        lines += _moved(_entry_lines(answer.update), updates.value.start_mark.column - _INDENT)
    elif not updates.value.value:
        # The empty brackets go, with the space before them.
        yield len(front.text[: front.start(updates.value)].rstrip()), front.end(updates.value), ""
        lines += _moved(_entry_lines(answer.update), updates.column)
    if answer.next_review:
        review = front.fields.get("next_review")
        if review:
            yield front.start(review.value), front.end(review.value), str(answer.next_review)
        else:
            lines += _moved([f"next_review: {answer.next_review}"], state.column)
    below = front.below(above.value)
    yield below, below, "".join(f"{line}{front.line_end(below)}" for line in lines)


def _is_in_brackets(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _moved(lines: Sequence[str], columns: int) -> list[str]:
    """The lines further to the right, or to the left; empty ones stay empty."""
    return [" " * columns + line if columns >= 0 else line[-columns:] for line in lines]


_INDENT = 2  # of a list's dashes, as the project's own files have them


def _entry_lines(update: Update) -> list[str]:
    """The entry as an item of a list, in the project's own way of writing."""
    return file_text({"updates": [_entry(update)]}).split("\n")[2:-2]


def _entry(update: Update) -> dict[str, object]:
    fields = {"date": Plain(str(update.date)), "status": Plain(update.status), "note": update.note}
    return {**fields, "evidence": [*map(Plain, update.evidence)]} if update.evidence else {**fields}
