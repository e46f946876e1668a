"""The type on a PDF's pages: lines with their place, size, weight and links."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from scripts.importing.document import Run
from scripts.importing.tidy import tidy
from scripts.importing.web_addresses import web_address

_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
# A sign alone that the font does not name is a bullet.
_UNKNOWN_SIGN = re.compile(r"^(?:\(cid:\d+\)|\x7f|\uf0b7)$")
_MARK = 0.75  # of the size of its line: the raised number of a footnote
_SMALL = 0.95  # of the usual size: the footnote itself
_SPACE = 0.12  # of the size: less does not part two words
_SAME_LINE = 3  # points
_LARGEST_DOT = 8  # points


Word = dict[str, Any]  # as pdfplumber gives it
Box = tuple[float, float, float, float]  # left, top, right, bottom
_SIDES = ("x0", "top", "x1", "bottom")


@dataclass(frozen=True)
class PdfLine:
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
    cell: Box | None = None  # of a table

    @property
    def text(self) -> str:
        """Its words, white space as single spaces."""
        return " ".join("".join(run.text for run in self.runs).split())


def page_lines(number: int, page: Any) -> Iterator[PdfLine]:  # noqa: ANN401  pdfplumber ships no types
    """A page's lines in reading order, cell by cell in ruled tables; `page` is pdfplumber's."""
    words = page.dedupe_chars().extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15)
    links, dots = page.hyperlinks, _drawn_bullets(page)
    usual = median(word["size"] for word in words) if words else 0
    marks = [word for word in words if word["text"].isdigit() and _is_raised(word, words)]
    in_notes = False
    for row, cell in _in_reading_order([word for word in words if word not in marks], page):
        size = Counter(round(word["size"], 1) for word in row for _ in word["text"]).most_common(1)[0][0]
        top, bottom, left = min(word["top"] for word in row), max(word["bottom"] for word in row), row[0]["x0"]
        in_notes = size < _SMALL * usual and (in_notes or any(_is_before(mark, row[0]) for mark in marks))
        has_dot = any(top <= y <= bottom and left - 3 * size <= x < left for x, y in dots)
        yield PdfLine(number, top, bottom, left, row[-1]["x1"], size, _runs(row, links), has_dot, in_notes, cell)


def _runs(row: Sequence[Word], links: Sequence[Word]) -> tuple[Run, ...]:
    """The words of a line with their weight and links; the space between two is told by their distance."""
    found = []
    for before, word in zip([None, *row], row, strict=False):
        gap = " " if before is not None and word["x0"] - before["x1"] > _SPACE * word["size"] else ""
        text = tidy(_UNKNOWN_SIGN.sub("•", word["text"])).replace("\n", " ")
        url = next((web_address(str(link.get("uri") or "")) for link in links if _holds(link, word)), "")
        found.append(Run(gap + text, bool(_BOLD.search(word["fontname"])), url))
    return tuple(found)


def _in_reading_order(words: Sequence[Word], page: Any) -> list[tuple[list[Word], Box | None]]:  # noqa: ANN401  pdfplumber ships no types
    """Lines of words from the top; those of a table's cell stay together, with the cell that they stand in."""
    cells = _cells(page)
    by_cell: dict[Box | None, list[Word]] = {}
    for word in words:
        middle = {"x0": word["x0"], "x1": word["x0"], "top": word["top"], "bottom": word["bottom"]}
        cell = next((cell for cell in cells if _holds(dict(zip(_SIDES, cell, strict=True)), middle)), None)
        by_cell.setdefault(cell, []).append(word)
    found = [
        ((cell[1], cell[0]) if cell else (row[0]["top"], row[0]["x0"]), row, cell)
        for cell, its_words in by_cell.items()
        for row in _rows(its_words)
    ]
    return [(row, cell) for _, row, cell in sorted(found, key=lambda each: each[0])]


def _cells(page: Any) -> list[Box]:  # noqa: ANN401  pdfplumber ships no types
    """The cells of the page's ruled tables that have several rows and columns."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.columns) > 1]
    return [cell for table in tables for cell in table.cells]


def _holds(box: Word, word: Word) -> bool:
    """Whether the middle of a word stands in a box."""
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box["x0"] <= x <= box["x1"] and box["top"] <= y <= box["bottom"])


def _is_raised(word: Word, words: Sequence[Word]) -> bool:
    """Whether a number is the mark of a footnote: small beside a larger word on its line."""
    return any(
        word["size"] < _MARK * other["size"] and other["top"] <= word["bottom"] and word["top"] <= other["bottom"]
        for other in words
    )


def _is_before(mark: Word, word: Word) -> bool:
    """Whether the mark of a footnote stands at the beginning of a word's line."""
    return bool(0 <= word["x0"] - mark["x1"] < word["size"] and abs(mark["top"] - word["top"]) < word["size"])


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one line, lines from the top, words from the left."""
    rows: list[list[Word]] = []
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
