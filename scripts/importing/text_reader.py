"""Plain text and Markdown as lines: marks of headings, bullets, numbers, emphasis and links are understood in both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.importing.document import SOFT, Document, Line, Role, Run
from scripts.importing.surroundings import is_page_number
from scripts.importing.tidy import tidy
from scripts.importing.web_addresses import web_address

BULLET = re.compile(r"^(?:[•·▪▫◦‣●○■□➢➤►▶✓✔–—*+-]|[oO§](?=\s{2,}|\t))\s+(?=\S)")
NUMBER = re.compile(r"^\(?(\d{1,2})[.)]\s+(?=\S)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^(?:[-_*=~–—#]\s?){3,}$")
_TABLE_ROW = re.compile(r"^\|.*\|$")
_URL = re.compile(r"https?://[^\s<>\"”]+[^\s<>\"”.,;:!?)\]'’]")
_REFERENCE = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*[\"')])?$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SOFT_BREAK = "\n\v"  # the line behind it goes on with the one before, unless it begins something new
# Signs that only decorate a line: emoji and the like before a heading, a label or a link.
_DECORATION = re.compile(r"^(?:[^\w\s\x00-\x7f“”‘’–—…•·▪▫◦‣●○■□➢➤►▶✓✔§£€¿¡«»°→\u200d]\ufe0f?\s*)+(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_TITLE_LINES = 3
# Longer lines than this were not broken by whoever typed or sent them.
_WIDEST = 110
_SETEXT_LONGEST = 100

# One line's emphasis and links; emphasis marks alone, backslashes and entities stay what they are in plain text.
_INLINE = MarkdownIt("zero", {"html": False}).enable(
    ["emphasis", "link", "autolink", "escape", "entity", "balance_pairs", "fragments_join"]
)


def read_text(text: str, *, quoted: bool = True) -> Document:
    """Read pasted or mailed text, or Markdown. With `quoted`, marks of quotation before lines are taken off."""
    plain = _BREAK.sub(_SOFT_BREAK, _whole_addresses(tidy(text)))
    lines = _with_whole_titles([_unquoted(line) if quoted else line for line in plain.split("\n")])
    lines, references = _without_references(_without_front_matter(lines))
    running = _running_lines(lines)
    kept = [line for line in lines if line.strip() not in running]
    return Document(
        tuple(_lines(kept, references)), tuple(dict.fromkeys(line.strip() for line in lines if line.strip() in running))
    )


def _unquoted(line: str) -> str:
    return re.sub(r"^\s{0,3}(?:>\s?)+(?!\s*»)", "", line)


def _with_whole_titles(lines: Sequence[str]) -> list[str]:
    """The lines with each underlined title on one line: a long one is wrapped like any other text."""
    found: list[str] = []
    for line in lines:
        start = len(found)
        while start and found[start - 1].strip() and len(found) - start < _TITLE_LINES:
            start -= 1
        title = found[start:]
        is_whole = not start or not found[start - 1].strip()
        if (
            _UNDERLINE.fullmatch(line.strip())
            and len(title) > 1
            and is_whole
            and not _ends_sentence(title[-1].rstrip())
        ):
            found[start:] = [" ".join(part.strip() for part in title)]
        found.append(line)
    return found


def _whole_addresses(text: str) -> str:
    """Join an address in angle brackets that was broken over lines."""
    return re.sub(r"<(https?://[^<>]{1,4000})>", lambda match: f"<{''.join(match[1].split())}>", text)


def _without_front_matter(lines: list[str]) -> list[str]:
    """A Markdown file may begin with fields between lines of hyphens; they stay as lines without the hyphens."""
    if lines and lines[0].strip() == "---" and "---" in (line.strip() for line in lines[1:40]):
        end = [line.strip() for line in lines].index("---", 1)
        return [line for number, line in enumerate(lines) if number not in (0, end)]
    return lines


def _without_references(lines: Sequence[str]) -> tuple[list[str], dict[str, dict[str, str]]]:
    """Markdown's link targets that stand apart from their text, and the other lines."""
    found = {
        match[1].upper(): {"href": match[2], "title": ""}
        for line in lines
        if (match := _REFERENCE.match(line)) and "/" in match[2]
    }
    return [line for line in lines if not ((match := _REFERENCE.match(line)) and match[1].upper() in found)], found


def _running_lines(lines: Sequence[str]) -> frozenset[str]:
    """Headers and footers: lines beside the pages' breaks or numbers that come again."""
    stripped = [line.strip() for line in lines]
    breaks = [number for number, line in enumerate(lines) if "\f" in line or is_page_number(line.strip().strip("\f"))]
    if not breaks:
        return frozenset()
    beside: dict[str, int] = {}
    for number in breaks:
        near = [stripped[at] for at in range(max(0, number - 4), min(len(lines), number + 5)) if stripped[at]]
        for line in dict.fromkeys(near):
            beside[line] = beside.get(line, 0) + 1
    repeated = {line for line, times in beside.items() if stripped.count(line) > 1 and times > 1}
    return frozenset(repeated | {stripped[number] for number in breaks if is_page_number(stripped[number].strip("\f"))})


def _lines(lines: Sequence[str], references: dict[str, dict[str, str]]) -> Iterator[Line]:
    width = _width(lines)
    starts, in_list = True, False
    previous = ""
    for number, raw in enumerate(lines):
        is_soft = raw.startswith("\v")
        text = _unescaped(raw.replace("\f", "").replace("\v", "").expandtabs(4).rstrip())
        following = lines[number + 1].strip(" ") if number + 1 < len(lines) else ""
        if not text.strip() or _RULE.match(text.strip()):
            starts, in_list = True, False
            continue
        room = SOFT if following.startswith("\v") else width - len(text)
        goes_on = _is_dash_within(previous, text.strip(), width) or _is_number_within(previous, text.strip(), width)
        if not starts and not in_list and (is_soft or goes_on):
            yield Line(_runs(_DECORATION.sub("", text.strip()), references), starts=False, room=room)
        else:
            for line in _read_line(text, following, references):
                yield replace(line, starts=starts or line.starts, room=room)
                starts = line.role is Role.HEADING
                in_list = in_list or line.role is Role.ITEM
        previous = text


def _is_dash_within(previous: str, text: str, width: float) -> bool:
    """Whether a line that begins with a dash only goes on with the sentence of the full line before it."""
    if not re.match(r"[–—-]\s+[a-z]", text) or re.search(r"[.:;]$", previous):
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


def _width(lines: Sequence[str]) -> float:
    """Where lines were broken; without end where they were not.

    Told by the lines that others follow: a few longer ones, such as addresses, do not count.
    """
    lengths = sorted(
        len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip() and "://" not in line
    )
    width = lengths[int(len(lengths) * 0.9)] if lengths else inf
    return width if width <= _WIDEST else inf


def _read_line(raw: str, following: str, references: dict[str, dict[str, str]]) -> Iterator[Line]:
    text = _DECORATION.sub("", raw.strip())
    if match := _HEADING.match(text):
        yield Line(_runs(match[2], references), Role.HEADING, level=len(match[1]))
    elif re.fullmatch(r"={3,}|-{3,}", following) and not _ends_sentence(text) and len(text) <= _SETEXT_LONGEST:
        yield Line(_runs(text, references), Role.HEADING, level=1 if following.startswith("=") else 2)
    elif _TABLE_ROW.match(text):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", text.strip("|"))]
        yield from (Line(_runs(cell, references)) for cell in cells if cell and not re.fullmatch(r":?-+:?", cell))
    elif match := BULLET.match(text):
        yield Line(
            _runs(_DECORATION.sub("", text[match.end() :]), references), Role.ITEM, level=len(raw) - len(raw.lstrip())
        )
    elif match := NUMBER.match(re.sub(r"^(\*\*|__)(?=\(?\d)", "", text)):
        bold = text[:2] if text[:2] in ("**", "__") else ""
        yield Line(_runs(bold + text[len(bold) + match.end() :], references), number=int(match[1]))
    else:
        yield Line(_runs(text, references), starts=False)


def _ends_sentence(text: str) -> bool:
    return text.endswith((".", ";", ","))


def _runs(text: str, references: dict[str, dict[str, str]]) -> tuple[Run, ...]:
    """A line's text with its emphasis and links."""
    tokens = _INLINE.parseInline(text, {"references": references})
    return tuple(run for run in _from_tokens((tokens[0].children or []) if tokens else []) if run.text)


def _from_tokens(tokens: Sequence[Token]) -> Iterator[Run]:
    bold, url = 0, ""
    for token in tokens:
        match token.type:
            case "strong_open" | "em_open":
                bold += 1 if token.type == "strong_open" or token.markup == "*" else 0
            case "strong_close" | "em_close":
                bold -= 1 if token.type == "strong_close" or token.markup == "*" else 0
            case "link_open":
                url = web_address(str(token.attrGet("href") or ""))
            case "link_close":
                url = ""
            case _ if url:
                yield Run(token.content, bold > 0, url)
            case _:
                yield from _with_bare_addresses(token.content, bold=bold > 0)


def _with_bare_addresses(text: str, *, bold: bool) -> Iterator[Run]:
    end = 0
    for match in _URL.finditer(text):
        yield Run(text[end : match.start()], bold)
        yield Run(match.group(), bold, match.group())
        end = match.end()
    yield Run(text[end:], bold)
