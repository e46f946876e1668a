"""PDF files with a text layer as lines: type size and weight tell headings, the place on the page tells paragraphs."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pdfplumber.pdf import PDF

from scripts.importing.document import Document, Line, Role, Run
from scripts.importing.faults import UnreadableError
from scripts.importing.pdf_type import PdfLine, page_lines
from scripts.importing.surroundings import is_page_number
from scripts.importing.text_reader import BULLET, NUMBER

_MOST_PAGES = 200
_MARGIN = 0.12  # of a page's height, above and below, where headers and footers stand
_LARGER = 1.12  # times the size of the text: a heading
_NEW_PARAGRAPH = 1.3  # times the usual distance of lines


def read_pdf(data: bytes) -> Document:
    """Read a PDF with a text layer. Raises UnreadableError."""
    try:
        with PDF(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise UnreadableError(f"This PDF has more than {_MOST_PAGES} pages; a digest has a few.")
            pages = [(page.height, list(page_lines(number, page))) for number, page in enumerate(pdf.pages)]
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("This PDF cannot be read; it may be damaged or protected by a password.") from error
    lines = [line for _, page in pages for line in page]
    if not lines:
        raise UnreadableError(
            "This PDF holds pictures of pages, and no text. "
            "Ask for the Word file or the message, or type the text from it."
        )
    running = _running(pages) | {line for line in lines if line.is_note}
    kept = [line for line in lines if line not in running]
    return Document(tuple(_as_lines(kept)), tuple(dict.fromkeys(line.text for line in lines if line in running)))


def _running(pages: Sequence[tuple[float, list[PdfLine]]]) -> frozenset[PdfLine]:
    """Headers and footers: lines at the pages' edges that come again but for their numbers, and page numbers."""
    edges = [
        line
        for height, page in pages
        for line in page
        if line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
    ]
    times = Counter((_without_digits(line.text), page) for page, line in {(line.page, line) for line in edges})
    on_pages = Counter(text for text, _ in times)
    return frozenset(
        line
        for line in edges
        if is_page_number(line.text) or (len(pages) > 1 and on_pages[_without_digits(line.text)] > 1)
    )


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _as_lines(lines: Sequence[PdfLine]) -> Iterator[Line]:
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=lambda size: sizes[size], default=0)
    larger = sorted((size for size in sizes if size >= _LARGER * body), reverse=True)
    free = sorted(line.right for line in lines if line.cell is None) or [0]
    margin = free[max(0, int(len(free) * 0.95) - 1)]
    usual = _usual_distance(lines)
    for before, line in zip([None, *lines], lines, strict=False):
        starts = before is None or before.cell != line.cell or _is_apart(before, line, usual)
        letter = max((line.right - line.left) / max(len(line.text), 1), 1)
        read = _read(line, starts=starts, room=((line.cell[2] if line.cell else margin) - line.right) / letter)
        yield _heading(read, larger.index(line.size) + 1, before, line) if line.size in larger else read


def _heading(read: Line, level: int, before: PdfLine | None, line: PdfLine) -> Line:
    """A line in larger type: a heading, or the next line of one."""
    goes_on = before is not None and line.size == before.size and line.top - before.top < 2 * line.size
    return replace(read, role=Role.PLAIN if goes_on else Role.HEADING, level=level, starts=not goes_on)


def _usual_distance(lines: Sequence[PdfLine]) -> float:
    """How far apart lines of one paragraph stand, in sizes of their type."""
    distances = [
        (after.top - before.top) / after.size
        for before, after in pairwise(lines)
        if after.page == before.page and after.size == before.size and 0 < after.top - before.top < 3 * after.size
    ]
    return median(distances) if distances else 1.2


def _is_apart(before: PdfLine, after: PdfLine, usual: float) -> bool:
    if after.page != before.page:
        return after.text[:1].isupper() and bool(re.search(r"[.!?:][\"”’')]*$", before.text))
    return (after.top - before.top) / after.size > _NEW_PARAGRAPH * usual or after.top <= before.top


def _read(line: PdfLine, *, starts: bool, room: float) -> Line:
    text = line.text
    bullet, number = BULLET.match(text), NUMBER.match(text)
    if bullet or line.is_item:
        return Line(_from(line.runs, bullet.end() if bullet else 0), Role.ITEM, room=room)
    if number:
        return Line(_from(line.runs, number.end()), number=int(number[1]), starts=True, room=room)
    return Line(line.runs, starts=starts, room=room)


def _from(runs: tuple[Run, ...], offset: int) -> tuple[Run, ...]:
    """The runs from an offset of their text."""
    kept: list[Run] = []
    for run in runs:
        if offset >= len(run.text):
            offset -= len(run.text)
            continue
        kept.append(Run(run.text[offset:], run.bold, run.url))
        offset = 0
    return tuple(kept)
