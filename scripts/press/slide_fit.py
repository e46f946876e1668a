"""A text on as many slides as it takes: parted between items, else sentences, else words, else letters."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from scripts.press.slide_measure import Room, fits, gap, height
from scripts.press.slide_plan import Line, Lines
from scripts.rich_text import Spans, plain

# The places to part a text at, the best first; what follows a place begins with a letter.
_PARTS = (
    re.compile(r".+?(?:[.!?…؟。]['’”\")\]]*\s+|$)", re.DOTALL),
    re.compile(r"\S+\s*"),
    re.compile(r".", re.DOTALL),
)

# More slides than these are worse than smaller letters.
_FEW = 2

# Whether a room holds what stands between two places of a text.
Check = Callable[[int, int], bool]


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters, the largest first: for a text that fits one slide, and for one that takes several."""

    one_slide: tuple[int, ...]
    several: tuple[int, ...]


@dataclass(frozen=True)
class Filled:
    """The text of one slide, with the size of its letters."""

    lines: Lines = ()
    size: int = 0


NOTHING = Filled()


def fill(lines: Lines, room: Room, sizes: Sizes) -> tuple[Filled, ...]:
    """Slides that hold all of a text: one, in the largest letters that fit, or several that are about equally full."""
    for size in sizes.one_slide:
        if fits(lines, size, room):
            return (Filled(lines, size),)
    found: tuple[Filled, ...] = ()
    for size in sizes.several:
        found = tuple(Filled(_mended(page), size) for page in _pages(lines, size, room))
        if len(found) <= _FEW:
            break
    return found


def _pages(lines: Lines, size: int, room: Room) -> list[Lines]:
    # The space above a slide's first line is not used.
    whole = room.height + gap(lines[0], size)
    groups = [(group, height(group, size, room)) for group in _groups(lines, size, room)]
    pages = _greedy(groups, whole)
    highest = int(max(needed for _, needed in groups)) + 1
    limits = range(highest, max(highest, int(whole)) + 1)
    at = bisect_left(limits, True, key=lambda limit: len(_greedy(groups, limit)) <= len(pages))
    return _greedy(groups, limits[at]) if at < len(limits) else pages


def _greedy(groups: list[tuple[Lines, float]], limit: float) -> list[Lines]:
    pages: list[Lines] = []
    used = limit
    for group, needed in groups:
        if pages and used + needed <= limit:
            pages[-1] += group
            used += needed
        else:
            pages.append(group)
            used = needed
    return pages


def _groups(lines: Lines, size: int, room: Room) -> Iterator[Lines]:
    """What is not to be parted, each at most as high as a slide."""
    starts = [at for at, line in enumerate(lines) if at == 0 or not line.stays]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        group = lines[start:end]
        if fits(group, size, room):
            yield group
        else:
            yield from ((piece,) for line in group for piece in _pieces(line, size, room))


def _pieces(line: Line, size: int, room: Room) -> Iterator[Line]:
    """A line as it is, or in pieces of at most half a slide, so that slides can be filled evenly."""

    def within(room: Room) -> Check:
        return lambda start, end: fits((replace(line, spans=cut(line.spans, start, end)),), size, room)

    text = plain(line.spans)
    if within(room)(0, len(text)):
        yield line
        return
    half = replace(room, height=(room.height - gap(line, size)) / 2)
    for start, end in _parted(text, (0, len(text)), within(half), within(room)):
        piece = replace(line, spans=cut(line.spans, start, end))
        yield replace(piece, bullet=False, number=None, rest=True) if start else piece


def _parted(
    text: str, place: tuple[int, int], is_wanted: Check, is_possible: Check, depth: int = 0
) -> Iterator[tuple[int, int]]:
    """Pieces of a text, as long as is wanted; a part of it that is longer than is possible is parted more finely."""
    start, end = place[0], place[0]
    for part in _PARTS[depth].finditer(text, *place):
        if end > start and not is_wanted(start, part.end()):
            yield start, end
            start = end
        if depth + 1 < len(_PARTS) and not is_possible(*part.span()):
            yield from _parted(text, part.span(), is_possible, is_possible, depth + 1)
            start = part.end()
        end = part.end()
    if end > start:
        yield start, end


def _mended(page: Lines) -> Lines:
    """A slide's lines with the pieces of one paragraph put together again."""
    mended: list[Line] = []
    for line in page:
        if line.rest and mended:
            mended[-1] = replace(mended[-1], spans=_run_together(mended[-1].spans + line.spans))
        else:
            mended.append(line)
    return tuple(mended)


def _run_together(spans: Spans) -> Spans:
    joined = list(spans[:1])
    for span in spans[1:]:
        if replace(span, text="") == replace(joined[-1], text="") and "\n" not in (span.text, joined[-1].text):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def cut(spans: Spans, start: int, end: int) -> Spans:
    """The part of a text between two places."""
    found, at = [], 0
    for span in spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            found.append(replace(span, text=text))
        at += len(span.text)
    return tuple(found)
