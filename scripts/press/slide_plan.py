"""A deck's text divided into slides, and what a slide says into lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from scripts.rich_text import Block, Blocks, Code, Heading, Listing, Paragraph, Quote, Rule, Span, Spans, Table, plain


@dataclass(frozen=True)
class Slide:
    """One slide as its text has it: what everybody sees, and what only the speaker does."""

    title: str
    shown: Blocks = ()
    notes: Blocks = ()


@dataclass(frozen=True)
class Line:
    """A paragraph on a slide. `level` is its depth in lists; an item's first paragraph has its bullet or number.

    One that `stays` is parted from the line before only where one slide cannot hold both; the `rest` of a paragraph
    is what another slide had no room for.
    """

    spans: Spans
    level: int = 0
    in_numbered: bool = False
    bullet: bool = False
    number: int | None = None
    stays: bool = False
    rest: bool = False


Lines = tuple[Line, ...]


def divided(blocks: Blocks, title: str) -> tuple[Slide, ...]:
    """The slides of a text: each begins with a heading of level 1; text before the first is under the given title."""
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((plain(block.spans) or title, []))
        elif found:
            found[-1][1].append(block)
        else:
            found.append((title, [block]))
    return tuple(_slide(title, tuple(content)) for title, content in found)


def _slide(title: str, content: Blocks) -> Slide:
    """What stands before the first line across the page is shown; what follows is the speaker's."""
    end = next((at for at, block in enumerate(content) if isinstance(block, Rule)), len(content))
    return Slide(title, content[:end], content[end + 1 :])


def lines(blocks: Blocks) -> Lines:
    """What blocks say, line by line; a table's rows name their columns."""
    return tuple(_together(line for block in blocks for line in _lines(block, Line(()))))


def _together(found: Iterable[Line]) -> Iterator[Line]:
    """Lines with what a heading or a colon announces kept beside it."""
    announced = False
    for line in found:
        yield replace(line, stays=True) if announced else line
        text = plain(line.spans)
        announced = text.endswith(":") or (line.level == 0 and all(span.strong for span in line.spans))


def _lines(block: Block, place: Line) -> Iterator[Line]:
    match block:
        case Paragraph(spans):
            yield replace(place, spans=spans)
        case Heading(_, spans):
            yield replace(place, spans=tuple(replace(span, strong=True) for span in spans))
        case Listing(items, ordered, start):
            inside = replace(place, level=place.level + 1, in_numbered=ordered)
            for number, item in enumerate(items, start):
                yield from _item(item, inside, number)
        case Table(header, rows):
            for row in rows:
                pairs = (_named(name, cell) for name, cell in zip(header, row, strict=True) if cell)
                yield from _item((Paragraph(tuple(_joined(pairs))),), replace(place, level=place.level + 1), 0)
        case Quote(inner):
            for line in chain.from_iterable(_lines(one, replace(place, level=place.level + 1)) for one in inner):
                yield replace(line, spans=tuple(replace(span, emphasis=True) for span in line.spans))
        case Code(text):
            yield from (replace(place, spans=(Span(row, code=True),)) for row in text.split("\n") if row.strip())


def _item(item: Blocks, place: Line, number: int) -> Iterator[Line]:
    first, *rest = chain.from_iterable(_lines(block, place) for block in item or (Paragraph(()),))
    if first.level > place.level:
        yield first
    elif place.in_numbered:
        yield replace(first, number=number)
    else:
        yield replace(first, bullet=True)
    yield from (replace(line, stays=True) for line in rest)


def _named(name: Spans, cell: Spans) -> Spans:
    return (*(replace(span, strong=True) for span in name), Span(": ", strong=True), *cell)


def _joined(pairs: Iterable[Spans]) -> Iterator[Span]:
    for number, pair in enumerate(pairs):
        yield from (Span("; "), *pair) if number else pair
