"""CSV files (RFC 4180) that Excel opens as they are meant: as text, each cell where it belongs, nothing computed."""

import csv
import io
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# A spreadsheet computes what begins with one of these; some take their wide and small forms for the same.
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫−"
# Where a cell begins; for a program that separates or quotes in another way, within our cells as well.
_BEGINS = re.compile(rf"""((?:^|[;,|"'])\s*)(?=[{re.escape(SIGNS)}])""")
# Excel holds 32,767 characters a cell, and spills what is longer into the next row.
LONGEST = 32_000


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column, declared once: its heading, what it means, and how it is read from whatever a row is made of."""

    name: str
    meaning: str
    read: Callable[[T], object]


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table: where its file lies below the site's root, what it holds, its columns, and what its rows are made of."""

    path: str
    title: str
    about: str
    columns: tuple[Column[T], ...]
    rows: Sequence[T]

    @property
    def data(self) -> bytes:
        """The file."""
        cells = ([column.read(row) for column in self.columns] for row in self.rows)
        return csv_file([column.name for column in self.columns], cells)


def csv_file(headings: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it, every cell in quotes, lines ending as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([cell(value) for value in row] for row in (headings, *rows))
    return text.getvalue().encode("utf-8-sig")


def cell(value: object) -> str:
    """A value as the text of a cell: one line, empty for None, with an apostrophe before what would be computed.

    An apostrophe directly before one of the signs is always an added one, so that taking it away gives the text back.
    """
    line = " ".join(str("" if value is None else value).split())
    safe = _BEGINS.sub(r"\1'", line)
    return safe if len(safe) <= LONGEST else textwrap.shorten(safe, LONGEST, placeholder=" … (cut)")
