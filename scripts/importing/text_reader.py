"""Plain text and Markdown as lines: headings, bullets, numbers and tables are understood in both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.importing.document import SOFT, Document, Line, Role
from scripts.importing.inline_text import References, runs_of
from scripts.importing.tables import as_lines
from scripts.importing.text_lines import BREAK, SOFT_BREAK, TABLE_ROW, UNDERLINE, clean_lines, ends_sentence, width_of

BULLET = re.compile(r"^(?:[•·▪▫◦‣●○■□➢➤►▶✓✔–—*+-]|[oO§](?=\s{2,}|\t)|\(?(?:[a-h]|[ivx]{1,4})\))\s+(?=\S)")
NUMBER = re.compile(r"^\(?(\d{1,2})\s?[.)](?:\s+(?=\S)|(?=[^\s\d.)]))")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^(?:[-_*=~–—#]\s?){3,}$")
_TABLE_RULE = re.compile(r":?-+:?")
# Signs that only decorate a line: emoji and the like before a heading, a label or a link.
_DECORATION = re.compile(r"^(?:[^\w\s\x00-\x7f“”‘’–—…•·▪▫◦‣●○■□➢➤►▶✓✔§£€¿¡«»°→\u200d]\ufe0f?\s*)+(?=\S)")
_LONGEST_TITLE = 250


def read_text(text: str) -> Document:
    """Read pasted or mailed text, or Markdown."""
    lines, references, running = clean_lines(text)
    return Document(tuple(_lines(lines, references)), running)


def _lines(lines: Sequence[str], references: References) -> Iterator[Line]:
    width = width_of(lines)
    starts, in_list = True, False
    previous = ""
    table: list[str] = []
    for number, raw in enumerate(lines):
        is_soft = raw.startswith(SOFT_BREAK)
        text = _unescaped(raw.replace("\f", "").replace(SOFT_BREAK, "").expandtabs(4).rstrip())
        following = lines[number + 1].strip(" ") if number + 1 < len(lines) else ""
        if TABLE_ROW.match(text.strip()):
            table.append(text.strip())
            if not TABLE_ROW.match(following):
                yield from _table(table, references)
                starts, in_list, table = True, False, []
            continue
        if not text.strip() or _RULE.match(text.strip()):
            starts, in_list = True, False
            continue
        room = SOFT if following.startswith(SOFT_BREAK) else width - len(text)
        goes_on = _is_dash_within(previous, text.strip(), width) or _is_number_within(previous, text.strip(), width)
        if not starts and not in_list and (is_soft or goes_on):
            yield Line(runs_of(_DECORATION.sub("", text.strip()), references), starts=False, room=room)
        else:
            line = _read_line(text, following, references)
            yield replace(line, starts=starts or line.starts, room=room)
            starts = line.role is Role.HEADING
            in_list = in_list or line.role is Role.ITEM or line.number is not None
        previous = text


def _is_dash_within(previous: str, text: str, width: float) -> bool:
    """Whether a line that begins with a dash or a letter only goes on with the sentence of the full line before it."""
    if not re.match(r"(?:[–—-]|\(?[a-z]{1,4}\))\s+[a-z]", text) or re.search(r"[.:;]$", previous):
        return False
    return width - len(previous) <= len(text.split(maxsplit=2)[1]) + 2


def _is_number_within(previous: str, text: str, width: float) -> bool:
    """Whether a line that begins with a number only goes on with the sentence of the full line before it."""
    if not NUMBER.match(text) or re.search(r"[.:;!?]$", previous):
        return False
    return width - len(previous) <= len(text.split(maxsplit=1)[0]) + 1


def _unescaped(line: str) -> str:
    """A line without the backslash that Markdown puts before a number's full stop."""
    return re.sub(r"^(\W*\d{1,2})\\(?=[.)])", r"\1", line)


def _read_line(raw: str, following: str, references: References) -> Line:
    text = _DECORATION.sub("", raw.strip())
    if match := _HEADING.match(text):
        return Line(runs_of(match[2], references), Role.HEADING, level=len(match[1]))
    if UNDERLINE.fullmatch(following) and not ends_sentence(text) and len(text) <= _LONGEST_TITLE:
        return Line(runs_of(text, references), Role.HEADING, level=1 if following.startswith("=") else 2)
    if match := BULLET.match(text):
        return Line(runs_of(_DECORATION.sub("", text[match.end() :]), references), Role.ITEM)
    bold = text[:2] if re.match(r"(?:\*\*|__)\(?\d", text) else ""
    if match := NUMBER.match(text.removeprefix(bold)):
        return Line(runs_of(bold + text[len(bold) + match.end() :], references), number=int(match[1]))
    return Line(runs_of(text, references), starts=False)


def _table(rows: Sequence[str], references: References) -> list[Line]:
    """The lines of a Markdown table: of reviews and their parts where its cells are named, else cell by cell."""
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row[1:-1])] for row in rows]
    texts = [row for row in cells if not all(_TABLE_RULE.fullmatch(cell) for cell in row)]
    lines = [[_cell(cell, references) for cell in row] for row in texts]
    return as_lines(lines) or [line for row in lines for cell in row for line in cell]


def _cell(text: str, references: References) -> list[Line]:
    return [replace(_read_line(part, "", references), starts=True) for part in BREAK.split(text) if part.strip()]
