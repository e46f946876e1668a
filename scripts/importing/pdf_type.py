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
_MARK = 0.75  # of the size of its line: the raised number of a footnote
_SMALL = 0.95  # of the usual size: the footnote itself
_SAME_LINE = 3  # points
_LARGEST_DOT = 8  # points


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

    @property
    def text(self) -> str:
        """Its words, white space as single spaces."""
        return " ".join("".join(run.text for run in self.runs).split())


def page_lines(number: int, page: Any) -> Iterator[PdfLine]:  # noqa: ANN401  pdfplumber ships no types
    """A page's lines from the top; `page` is pdfplumber's."""
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
        yield PdfLine(number, top, bottom, left, row[-1]["x1"], size, tuple(runs), has_dot, in_notes)


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
