"""Tables that name what their cells hold: a row a review under column headings, or a label beside each content."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scripts.importing.document import Line, Role, Run
from scripts.importing.labels import label_at

Cell = Sequence[Line]
_TITLE = re.compile(
    r"(?:(?:case|practice|local|the|name of|title of)\s+)*(?:review|title|name|case|child|"
    r"child(?:ren)? concerned|publication|report|subject)(?:\s+(?:title|name|heading))?",
    re.IGNORECASE,
)
_PARTNERSHIP = re.compile(
    r"(?:local |safeguarding |commissioning |responsible |publishing )*(?:partnership|area|board|"
    r"local authority|authority|lscp|lscb|region|body|organisation|publisher|published by|commissioned by)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:publication |review )?(?:year|date)(?: (?:of publication|published))?", re.IGNORECASE)
_KIND = re.compile(r"(?:review )?type(?: of review)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:no\.?|number|#|ref(?:erence)?\.?|)", re.IGNORECASE)
_LINK = re.compile(
    r"(?:(?:report|read|web)?\s*(?:link|url|more)|read (?:the )?(?:report|review|more|in full)|report|download|"
    r"source)s?",
    re.IGNORECASE,
)


def as_lines(rows: Sequence[Sequence[Cell]]) -> list[Line] | None:
    """The lines of a table in the order in which a digest is read; None where its cells name nothing."""
    filled = [row for row in rows if any(cell for cell in row)]
    for number, row in enumerate(filled[:3]):
        names = [_words(cell) for cell in row]
        if len(names) > 1 and sum(map(_is_column, names)) > 1 and any(map(_TITLE.fullmatch, names)):
            before = [line for early in filled[:number] for cell in early for line in cell]
            return before + [line for later in filled[number + 1 :] for line in _review(names, later)]
    if any(_names_the_title(row) for row in filled):
        return [line for row in filled for line in _labelled(row)]
    return None


def _words(cell: Cell) -> str:
    return " ".join(line.text for line in cell).strip(" :")


def _is_column(name: str) -> bool:
    patterns = (_TITLE, _PARTNERSHIP, _YEAR, _KIND, _LINK)
    return label_at(name) is not None or any(pattern.fullmatch(name) for pattern in patterns)


def _review(names: Sequence[str], row: Sequence[Cell]) -> list[Line]:
    """One row as a review: its heading of title, kind, partnership and year, then each other cell behind its label."""
    if [_words(cell).casefold() for cell in row] == [name.casefold() for name in names]:
        return []  # the heading row once more, on a new page
    title: list[Line] = []
    kind, beside = "", []
    rest: list[Line] = []
    for name, cell in zip(names, row, strict=False):
        words = _words(cell)
        if not words:
            continue
        if not title and _TITLE.fullmatch(name):
            title = list(cell)
        elif _PARTNERSHIP.fullmatch(name) or _YEAR.fullmatch(name):
            beside.append(words)
        elif _KIND.fullmatch(name):
            kind = f"{words}: "
        elif _LINK.fullmatch(name):
            rest += [replace(line, runs=(Run("Other resources: "), *line.runs)) for line in cell]
        elif not _NUMBER.fullmatch(name):
            rest += [Line((Run(f"{name}:", bold=True),)), *cell]
    rest += [line for cell in row[len(names) :] for line in cell]
    heading = _heading(title, kind, beside)
    return heading + rest


def _heading(title: list[Line], kind: str, beside: list[str]) -> list[Line]:
    if not title:
        return []
    first, *others = title
    bracket = f" ({', '.join(beside)})" if beside else ""
    runs = (Run(kind), *first.runs, Run(bracket))
    return [Line(tuple(run for run in runs if run.text), Role.HEADING, level=2), *others]


def _names_the_title(row: Sequence[Cell]) -> bool:
    """Whether a row is the word “Title” and a title."""
    return len(row) == len(("label", "content")) and _TITLE.fullmatch(_words(row[0])) is not None


def _labelled(row: Sequence[Cell]) -> list[Line]:
    """A row of label and content; the content beside “Title” is the heading."""
    if _names_the_title(row) and row[1]:
        return _heading(list(row[1]), "", [])
    lines: list[Line] = []
    for cell in row:
        lines += cell
    return lines
