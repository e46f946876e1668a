"""Tables of a Word document: columns as wide as their texts ask for, header rows repeated, rows kept in one piece."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Docx
from docx.oxml.parser import OxmlElement
from docx.shared import Twips
from docx.table import _Row

from scripts.press.word_template import WIDTH
from scripts.press.word_text import set_style, write_spans
from scripts.rich_text import Spans, Table, plain

# A longer row may take a page by itself: it has to be parted, or it would leave half a page empty before it.
_LONG = 600
# The longest word should not have to break, within reason.
_WORD = range(3, 12)
# So that a column of long texts gets more of the width than one of short ones, but not in proportion.
_POWER, _WIDEST = 0.6, 24.0


def add_table(table: Table, file: Docx) -> None:
    """A table at the document's end."""
    texts = (table.header, *table.rows)
    made = file.add_table(len(texts), len(table.header), style="House Table")
    made.autofit = False
    shares = [_share([plain(row[column]) for row in texts]) for column in range(len(table.header))]
    widths = [Twips(int(WIDTH * share / sum(shares))) for share in shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row, cells in zip(made.rows, texts, strict=True):
        _fill(row, cells, widths)
    _mark(made.rows[0], "w:tblHeader")


def _fill(row: _Row, texts: Sequence[Spans], widths: Sequence[Twips]) -> None:
    for cell, spans, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        (line,) = cell.paragraphs
        set_style(line, "TableText")
        write_spans(line, spans)
    if max((len(plain(spans)) for spans in texts), default=0) <= _LONG:
        _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    properties: Any = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(name))


def _share(texts: Sequence[str]) -> float:
    """A column's share of the width."""
    longest = max(map(len, texts))
    word = max((len(word) for text in texts for word in text.split()), default=0)
    least = min(max(word, _WORD.start), _WORD.stop) * 0.85
    return min(max(float(longest**_POWER), least), _WIDEST)
