"""Blocks as plain text that reads well by itself: addresses written out, headings underlined, bullets as dashes."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, repeat

from scripts.rich_text import Block, Blocks, Code, Heading, Listing, Paragraph, Quote, Rule, Spans, Table, plain

_RULE = "-" * 40
_UNDERLINES = {1: "="}


def linked_runs(spans: Spans) -> tuple[tuple[str, Spans], ...]:
    """The spans as (address, spans), those of one link together; the address is empty where there is none."""
    return tuple((url, tuple(run)) for url, run in groupby(spans, key=lambda span: span.url))


def plain_text(blocks: Blocks, width: int) -> str:
    """The text, its lines wrapped at the width where a word allows it; a blank line between blocks."""
    return "\n\n".join("\n".join(_lines(block, width)) for block in blocks) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _wrapped(_words(block.spans), width)
        case Heading():
            lines = list(_wrapped(_words(block.spans), width))
            yield from lines
            yield _UNDERLINES.get(block.level, "-") * max(map(len, lines), default=0)
        case Listing():
            yield from _listing(block, width)
        case Table():
            yield from _table(block, width)
        case Quote():
            yield from (f"> {line}".rstrip() for line in plain_text(block.blocks, width - 2).splitlines())
        case Code():
            yield from (f"    {line}" for line in block.text.splitlines())
        case Rule():
            yield _RULE


def _words(spans: Spans) -> str:
    return "".join(_linked(plain(run), url) for url, run in linked_runs(spans))


def _linked(text: str, url: str) -> str:
    """A link's text with its address, unless the text says it already."""
    said = url in text or url.removeprefix("mailto:") == text.strip()
    called = url.startswith("tel:") and url.removeprefix("tel:") in re.sub(r"\s", "", text)
    return text if not url or said or called else f"{text.rstrip()} <{url}>"


def _wrapped(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(line, max(width, 20), break_long_words=False, break_on_hyphens=False) or [""]


def _listing(block: Listing, width: int) -> Iterator[str]:
    # Items of several paragraphs stand apart; a list of single lines stays close.
    is_loose = any(len(item) > 1 for item in block.items)
    for number, item in enumerate(block.items, block.start):
        if is_loose and number > block.start:
            yield ""
        yield from _item(f"{number}. " if block.ordered else "- ", item, width)


def _item(mark: str, item: Blocks, width: int) -> Iterator[str]:
    text = plain_text(item, width - len(mark)) if item else ""
    yield from _hung(mark, text.splitlines() or [""])


def _table(block: Table, width: int) -> Iterator[str]:
    """Each row as an item whose lines name their column: columns side by side would need a type of one width."""
    for row in block.rows:
        cells = (_cell(head, cell) for head, cell in zip(block.header, row, strict=True) if cell)
        for mark, cell in zip(chain(["- "], repeat("  ")), cells, strict=False):
            yield from _hung(mark, _wrapped(cell, width - len(mark)))


def _cell(head: Spans, cell: Spans) -> str:
    return ": ".join(filter(None, (_words(head), _words(cell))))


def _hung(mark: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines behind a mark, those after the first below its text."""
    for before, line in zip(chain([mark], repeat(" " * len(mark))), lines, strict=False):
        yield (before + line).rstrip()
