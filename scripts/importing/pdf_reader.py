"""PDF files with a text layer as lines: type size and weight tell headings, the place on the page tells paragraphs."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pdfplumber.pdf import PDF

from scripts.importing.document import Document, Line, Role, Run
from scripts.importing.faults import UnreadableError
from scripts.importing.surroundings import is_page_number
from scripts.importing.text_reader import BULLET, NUMBER
from scripts.importing.tidy import tidy
from scripts.importing.web_addresses import web_address

_MOST_PAGES = 200
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_MARGIN = 0.12  # of a page's height, above and below, where headers and footers stand
_LARGER = 1.12  # times the size of the text: a heading
_NEW_PARAGRAPH = 1.3  # times the usual distance of lines
_MARK = 0.75  # of the size of its line: the raised number of a footnote
_SMALL = 0.95  # of the usual size: the footnote itself
_SAME_LINE = 3  # points
_LARGEST_DOT = 8  # points


@dataclass(frozen=True)
class _PdfLine:
    """A line of type: where it stands, how large, and what it says."""

    page: int
    top: float
    bottom: float
    left: float
    right: float
    size: float
    runs: tuple[Run, ...]
    is_item: bool = False
    is_note: bool = False

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


def read_pdf(data: bytes) -> Document:
    """Read a PDF with a text layer. Raises UnreadableError."""
    try:
        with PDF(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise UnreadableError(f"This PDF has more than {_MOST_PAGES} pages; a digest has a few.")
            pages = [(page.height, list(_page_lines(number, page))) for number, page in enumerate(pdf.pages)]
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


def _page_lines(number: int, page: Any) -> Iterator[_PdfLine]:  # noqa: ANN401  pdfplumber ships no types
    words = page.dedupe_chars().extract_words(
        keep_blank_chars=False,
        use_text_flow=False,
        extra_attrs=["fontname", "size"],
        x_tolerance_ratio=0.15,
        split_at_punctuation=False,
    )
    links = [
        (link["x0"], link["top"], link["x1"], link["bottom"], web_address(str(link.get("uri") or "")))
        for link in page.hyperlinks
    ]
    dots = _drawn_bullets(page)
    usual = median(word["size"] for word in words) if words else 0
    marks = [word for word in words if word["text"].isdigit() and _is_raised(word, words)]
    in_notes = False
    for row in _rows([word for word in words if word not in marks]):
        runs: list[Run] = []
        for before, word in zip([None, *row], row, strict=False):
            gap = " " if before is not None and word["x0"] - before["x1"] > 0.12 * word["size"] else ""
            middle_x, middle_y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
            url = next(
                (url for x0, top, x1, bottom, url in links if x0 <= middle_x <= x1 and top <= middle_y <= bottom), ""
            )
            runs.append(Run(gap + tidy(word["text"]).replace("\n", " "), bool(_BOLD.search(word["fontname"])), url))
        top, bottom = min(word["top"] for word in row), max(word["bottom"] for word in row)
        size = Counter(round(word["size"], 1) for word in row for _ in word["text"]).most_common(1)[0][0]
        left = row[0]["x0"]
        in_notes = size < _SMALL * usual and (in_notes or any(_is_before(mark, row[0]) for mark in marks))
        has_dot = any(top <= y <= bottom and left - 3 * size <= x < left for x, y in dots)
        yield _PdfLine(number, top, bottom, left, row[-1]["x1"], size, tuple(runs), has_dot, in_notes)


def _is_raised(word: dict[str, Any], words: Sequence[dict[str, Any]]) -> bool:
    """Whether a number is the mark of a footnote: small beside a larger word on its line."""
    return any(
        word["size"] < _MARK * other["size"] and other["top"] <= word["bottom"] and word["top"] <= other["bottom"]
        for other in words
    )


def _is_before(mark: dict[str, Any], word: dict[str, Any]) -> bool:
    """Whether the mark of a footnote stands at the beginning of a word's line."""
    return bool(0 <= word["x0"] - mark["x1"] < word["size"] and abs(mark["top"] - word["top"]) < word["size"])


def _rows(words: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words that stand on one line, lines from the top, words from the left."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) <= _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _drawn_bullets(page: Any) -> list[tuple[float, float]]:  # noqa: ANN401  pdfplumber ships no types
    """The middles of small filled shapes: bullets that a browser draws."""
    shapes = [*page.curves, *page.rects]
    small = [shape for shape in shapes if _is_dot(shape["width"], shape["height"])]
    return [((shape["x0"] + shape["x1"]) / 2, (shape["top"] + shape["bottom"]) / 2) for shape in small]


def _is_dot(width: float, height: float) -> bool:
    return 1 < width < _LARGEST_DOT and abs(width - height) < 1


def _running(pages: Sequence[tuple[float, list[_PdfLine]]]) -> frozenset[_PdfLine]:
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


def _as_lines(lines: Sequence[_PdfLine]) -> Iterator[Line]:
    if not lines:
        return
    size = Counter({line.size: 0 for line in lines})
    for line in lines:
        size[line.size] += len(line.text)
    body = size.most_common(1)[0][0]
    right = sorted(line.right for line in lines)[int(len(lines) * 0.95) - 1 if len(lines) > 1 else 0]
    usual = _usual_distance(lines)
    sizes = sorted({line.size for line in lines if line.size >= _LARGER * body}, reverse=True)
    previous: _PdfLine | None = None
    for line in lines:
        is_heading = line.size >= _LARGER * body
        goes_on = (
            previous is not None
            and is_heading
            and line.size == previous.size
            and line.top - previous.top < 2 * line.size
        )
        starts = previous is None or _is_apart(previous, line, usual)
        letter = (line.right - line.left) / max(len(line.text), 1)
        read = _read(line, starts=starts, room=(right - line.right) / max(letter, 1))
        if is_heading:
            level = sizes.index(line.size) + 1
            yield Line(
                read.runs,
                Role.PLAIN if goes_on else Role.HEADING,
                level,
                read.number,
                starts=not goes_on,
                room=read.room,
            )
        else:
            yield read
        previous = line


def _usual_distance(lines: Sequence[_PdfLine]) -> float:
    """How far apart lines of one paragraph stand, in sizes of their type."""
    distances = [
        (after.top - before.top) / after.size
        for before, after in pairwise(lines)
        if after.page == before.page and after.size == before.size and 0 < after.top - before.top < 3 * after.size
    ]
    return median(distances) if distances else 1.2


def _is_apart(before: _PdfLine, after: _PdfLine, usual: float) -> bool:
    if after.page != before.page:
        return after.text[:1].isupper() and bool(re.search(r"[.!?:][\"”’')]*$", before.text))
    return (after.top - before.top) / after.size > _NEW_PARAGRAPH * usual or after.top <= before.top


def _read(line: _PdfLine, *, starts: bool, room: float) -> Line:
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
