"""What PyYAML's errors mean for the person who wrote the line."""

import re

import yaml

from scripts.problems import Fault, Place, Problem, Rule

SYNTAX = Rule(
    "yaml-syntax",
    "Front matter is YAML: `name: value` lines, lists with a dash, longer text in double quotes.",
    "Put the whole text in double quotes.",
)
UNQUOTED_COLON = Rule(
    "unquoted-colon",
    "Text that contains a colon and a space is in quotes.",
    'Put the whole text in double quotes, like  title: "Neglect: what we learned".',
)
OPEN_QUOTE = Rule(
    "open-quote",
    "A quotation mark that opens a text is closed at its end.",
    'Close the quotes at the end of the text; write \\" for a double quote within it.',
)
ANCHOR = Rule(
    "anchor",
    "YAML anchors, aliases and tags (&, * and ! before a text) are not used.",
    "If the sign belongs to the text, put the whole text in double quotes; otherwise write the value out.",
)

BACKSLASH = Fault(SYNTAX, "A backslash in double quotes has a special meaning.", "Write \\\\ for it.")
_OUTDENT = "Begin it in the same column as the fields or items that it belongs to."


def syntax_problem(error: yaml.MarkedYAMLError, before: yaml.Event | None, lines: list[str], start: Place) -> Problem:
    """The problem that a parser's error is, at the line where it can be mended; `before` is what was read last."""
    mark = error.problem_mark or error.context_mark
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    if before is not None and before.end_mark and _follows(before, row, lines[row][:column]):
        return _trailing(before).at(_place(before.start_mark or mark, start))
    context = error.context_mark or mark
    begun = lines[min(context.line, len(lines) - 1)] if context else ""
    fault, at_context = _fault(error.problem or "", error.context or "", lines[row], column, begun)
    return fault.at(_place(error.context_mark if at_context and error.context_mark else mark, start, row))


def _place(mark: "yaml.error.Mark | yaml._yaml.Mark | None", start: Place, last: int | None = None) -> Place:
    line = mark.line if mark else 0
    return start.moved(start.line + (line if last is None else min(line, last)), (mark.column if mark else 0) + 1)


def _follows(before: yaml.Event, row: int, left: str) -> bool:
    """Whether something stands behind a quoted text or a bracketed list on the same line, where nothing may."""
    end = before.end_mark
    is_closed = isinstance(before, yaml.SequenceEndEvent | yaml.MappingEndEvent) and left.rstrip().endswith(("]", "}"))
    is_quoted = isinstance(before, yaml.ScalarEvent) and before.style in ("'", '"')
    return end is not None and end.line == row and (is_closed or is_quoted) and end.column <= len(left)


def _trailing(before: yaml.Event) -> Fault:
    if not isinstance(before, yaml.ScalarEvent):
        return Fault(SYNTAX, "A text that begins with [ or { reads as a list, and something stands behind its end.")
    begin, end = before.start_mark, before.end_mark
    if begin and end and begin.line < end.line:
        return Fault(OPEN_QUOTE, "The quotation mark that opens this text is not closed on its line.")
    return Fault(
        OPEN_QUOTE,
        "The text goes on behind its closing quotation mark.",
        'Put the whole text in double quotes; write \\" for a double quote within it.',
    )


def _fault(problem: str, context: str, line: str, column: int, begun: str) -> tuple[Fault, bool]:
    """What is wrong, and whether it began on the line `begun` where the parser's context began."""
    if "mapping values are not allowed" in problem:
        return _second_colon(line, column), False
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem or "invalid Unicode" in problem:
            return BACKSLASH, False
        return Fault(OPEN_QUOTE, "The quotation mark that opens this text is never closed."), True
    if "block scalar" in context:
        return Fault(SYNTAX, "A text behind > or | begins on the next line.", _NEXT_LINE), False
    if any(word in context for word in ("alias", "anchor", "tag", "directive")) or "tag" in problem:
        return Fault(ANCHOR, "Text that begins with *, & or ! reads as a YAML reference."), False
    if "cannot start any token" in problem:
        return Fault(SYNTAX, "Text that begins with this sign must be in quotes."), False
    if "could not find expected ':'" in problem:
        return Fault(*_nameless(begun)), True
    if "sequence entries are not allowed" in problem:
        return Fault(SYNTAX, "Text that begins with a dash and a space reads as an item of a list."), False
    if "flow" in context:
        return Fault(SYNTAX, "This begins with [ or {, which opens a list, and the list has no end.", _CLOSE), True
    if line[column : column + 1] == ":" and not line[:column].strip(" -"):
        return Fault(SYNTAX, "The name before the colon is missing.", "Write the field's name before the colon."), False
    return Fault(SYNTAX, "This line does not begin in the same column as its neighbours.", _OUTDENT), False


_NEXT_LINE = "Move it there, two spaces in; if the sign belongs to the text, put the whole text in double quotes."
_CLOSE = "Close the list with ] or }; if it is a text, put the whole text in double quotes."


def _second_colon(line: str, column: int) -> Fault:
    if re.fullmatch(r" +[\w-]+ *", line[:column]):
        return Fault(SYNTAX, "This line is indented, so it reads as part of the line above.", _OUTDENT)
    return Fault(UNQUOTED_COLON, "This text contains a colon and is not in quotes, so it reads as two fields.")


def _nameless(line: str) -> tuple[Rule, str, str]:
    if re.match(r"\s*(- +)?[\w-]+:\S", line):
        return SYNTAX, "There is no space behind the colon.", "Put a space behind the colon."
    return (
        SYNTAX,
        "This line is no field (name: value), no item of a list and no indented part of the line above.",
        "Put the field's name and a colon before it; indent it if it continues a text; "
        "put a line --- above it if the body begins here.",
    )
