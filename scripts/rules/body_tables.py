"""A rule about tables: Markdown drops a row's surplus cells without a word."""

import re
from collections.abc import Iterator

from scripts.problems import Fault, Place, Problem, Rule

TABLE_CELLS = Rule(
    "table-cells",
    "Every row of a table has as many cells as its heading, or fewer.",
    "Make them as many; a | that belongs to the text is written \\|, and %7C in an address.",
)

_CELL = r"\s*:?-+:?\s*"
_RULE = re.compile(rf"(?=.*\|)\|?{_CELL}(\|{_CELL})*\|?")


def table_problems(text: str, start: Place) -> Iterator[Problem]:
    """Every row of every table that has too many cells; `text` is the body without code."""
    above, columns = "", 0
    for number, whole in enumerate(text.split("\n"), start.line):
        line = whole.strip("> \t")
        if not line:
            columns = 0
        elif not columns and "|" in above and _RULE.fullmatch(line):
            heading, below = _cells(above), _cells(line)
            columns = max(heading, below)
            if heading != below:
                message = "This line has more or fewer cells than the heading above it, so no table would show."
                yield Fault(TABLE_CELLS, message).at(start.moved(number))
        elif columns and _cells(line) > columns:
            message = "This row has more cells than the table's heading; the last would be lost."
            yield Fault(TABLE_CELLS, message).at(start.moved(number))
        above = line


def _cells(row: str) -> int:
    """How many cells a row has; a bar at its beginning or end divides nothing, nor does one behind a backslash."""
    bars = len(re.findall(r"(?<!\\)\|", row))
    return bars + 1 - row.startswith("|") - (len(row) > 1 and bool(re.search(r"(?<!\\)\|$", row)))
