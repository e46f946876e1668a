"""Tables as tables, where they can be read from the back of a room; rows go on on a next slide."""

from dataclasses import dataclass

from scripts.press.slide_measure import LEADING, SMALLEST, Room, rows, widest
from scripts.rich_text import Span, Spans, Table

# In points: what PowerPoint leaves free in a cell.
MARGIN_ACROSS, MARGIN_DOWN = 14.4, 7.2


@dataclass(frozen=True)
class Grid:
    """The part of a table that one slide holds: the header, some rows, and widths and heights in points."""

    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: int = SMALLEST


def grids(table: Table, room: Room) -> tuple[Grid, ...]:
    """The table on as many slides as it takes; none where its words are too long for its columns or a row too high."""
    header = tuple(tuple(_strong(span) for span in cell) for cell in table.header)
    everything = (header, *table.rows)
    widths = _widths(everything, room)
    if not widths:
        return ()
    first, *heights = (_height(row, widths, room) for row in everything)
    if first + max(heights, default=0) > room.height:
        return ()
    found: list[Grid] = []
    for row, height in zip(table.rows, heights, strict=True):
        if found and sum(found[-1].heights) + height <= room.height:
            last = found[-1]
            found[-1] = Grid((*last.rows, row), widths, (*last.heights, height))
        else:
            found.append(Grid((header, row), widths, (first, height)))
    return tuple(found)


def _strong(span: Span) -> Span:
    return Span(span.text, strong=True, url=span.url)


def _widths(everything: tuple[tuple[Spans, ...], ...], room: Room) -> tuple[float, ...]:
    """Every column wide enough for its longest word; what is left goes to those with the longest texts."""
    one = SMALLEST * room.slack
    measured = [[widest(cell) for cell in column] for column in zip(*everything, strict=True)]
    # A little more than the word, for a row is not filled to its last point.
    least = [max(word for _, word in column) * one + one / 2 + MARGIN_ACROSS for column in measured]
    wanted = [max(text for text, _ in column) * one + one / 2 + MARGIN_ACROSS for column in measured]
    spare = room.width - sum(least)
    if spare < 0:
        return ()
    more = [max(want - enough, 0) for want, enough in zip(wanted, least, strict=True)]
    share = spare / sum(more) if sum(more) else 0
    return tuple(enough + extra * share for enough, extra in zip(least, more, strict=True))


def _height(row: tuple[Spans, ...], widths: tuple[float, ...], room: Room) -> float:
    most = max(
        rows(cell, (width - MARGIN_ACROSS) / SMALLEST / room.slack) for cell, width in zip(row, widths, strict=True)
    )
    return most * SMALLEST * LEADING * room.slack + MARGIN_DOWN
