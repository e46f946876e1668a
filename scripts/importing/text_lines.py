"""A text's lines as their writer meant them: without a mail's quotation marks, page headers, breaks within titles."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from scripts.importing.inline_text import References
from scripts.importing.surroundings import is_page_number
from scripts.importing.tidy import tidy

SOFT_BREAK = "\v"  # begins a line that goes on with the one before, unless it begins something new
UNDERLINE = re.compile(r"={3,}|-{3,}")
_REFERENCE = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*[\"')])?$")
BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
TABLE_ROW = re.compile(r"^\|.*\|$")
_TITLE_LINES = 3
# Longer lines than this were not broken by whoever typed or sent them.
_WIDEST = 110
# Shorter ones are labels, names and the like on lines of their own.
_NARROWEST = 40


def clean_lines(text: str) -> tuple[list[str], References, tuple[str, ...]]:
    """The lines, the link targets that stood apart, and the headers and footers that came again on every page."""
    plain = "\n".join(map(_with_breaks, _whole_addresses(tidy(text)).split("\n")))
    lines = _with_whole_titles([_unquoted(line) for line in plain.split("\n")])
    lines, references = _without_references(_without_front_matter(lines))
    running = _running_lines(lines)
    kept = [line for line in lines if line.strip() not in running]
    return kept, references, tuple(dict.fromkeys(line.strip() for line in lines if line.strip() in running))


def width_of(lines: Sequence[str]) -> float:
    """Where lines were broken; without end where they were not.

    Told by the lines that others follow: a few longer ones, such as addresses, do not count.
    """
    lengths = sorted(
        len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip() and "://" not in line
    )
    width = lengths[int(len(lengths) * 0.9)] if lengths else inf
    return width if _NARROWEST <= width <= _WIDEST else inf


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do, and titles do not."""
    return text.endswith((".", ";", ","))


def _with_breaks(line: str) -> str:
    """A line with its mark-up's line breaks made; a row of a table keeps them for its cells."""
    return line if TABLE_ROW.match(line.strip()) else BREAK.sub(f"\n{SOFT_BREAK}", line)


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
        if UNDERLINE.fullmatch(line.strip()) and len(title) > 1 and is_whole and not ends_sentence(title[-1].rstrip()):
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
