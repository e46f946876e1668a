"""What a PDF says to a screen reader and to the eye, read by programs that had no part in making it."""

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pypdf import PdfReader
from pypdfium2 import PdfDocument, raw

# Its size in points.
A4 = (595.28, 841.89)
# Nearer to the edge no printer prints.
_PRINTER = 18
# What pdfium puts for a hyphen at a line's end.
_HYPHENS = str.maketrans("\x02\ufffe", "--")


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree: its name as every reader knows it, and what lies in it, in reading order."""

    name: str
    parts: "tuple[Tag | str, ...]" = ()

    @property
    def text(self) -> str:
        """Its whole text."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def tags(self) -> "list[Tag]":
        """The elements that lie directly in it."""
        return [part for part in self.parts if isinstance(part, Tag)]

    def named(self, *names: str) -> "list[Tag]":
        """The elements of these names within, at any depth, in reading order."""
        return [tag for tag in self.all() if tag.name in names]

    def all(self) -> "Iterator[Tag]":
        """It and every element within, in reading order."""
        yield self
        for tag in self.tags:
            yield from tag.all()


@dataclass(frozen=True)
class Run:
    """A piece of text on a page: its mark, by which the structure tree finds it, and its left and right in points."""

    text: str
    page: int
    mark: int
    left: float
    right: float


def squeezed(text: str) -> str:
    """A text without its spaces and line breaks, which a page sets anew."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def runs(data: bytes) -> list[Run]:
    """Every piece of text, page by page, as pdfium reads it."""
    return [run for number, page in enumerate(PdfDocument(data)) for run in _runs_of(page, number)]


def _runs_of(page: Any, number: int) -> Iterator[Run]:
    text_page = page.get_textpage()
    for piece in page.get_objects():
        if piece.type == raw.FPDF_PAGEOBJ_TEXT:
            size = raw.FPDFTextObj_GetText(piece.raw, text_page.raw, None, 0)
            letters = (ctypes.c_ushort * (size // 2))()
            raw.FPDFTextObj_GetText(piece.raw, text_page.raw, letters, size)
            text = bytes(letters).decode("utf-16-le").rstrip("\0").translate(_HYPHENS)
            left, _, right, _ = piece.get_bounds()
            yield Run(text, number, raw.FPDFPageObj_GetMarkedContentID(piece.raw), left, right)


def structure(data: bytes, pieces: Iterable[Run]) -> Tag:
    """The structure tree, which pypdf finds, with the text that it leads to."""
    reader = PdfReader(BytesIO(data))
    root = _catalogue(reader)["/StructTreeRoot"]
    roles = {str(name): str(role) for name, role in root.get("/RoleMap", {}).items()}
    pages = (page.indirect_reference for page in reader.pages)
    numbers = {page.idnum: number for number, page in enumerate(pages) if page}
    texts: dict[tuple[int, int], str] = defaultdict(str)
    for run in pieces:
        texts[run.page, run.mark] += run.text

    def parts(element: Any, page: int) -> Iterator[Tag | str]:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            part = kid.get_object()
            if isinstance(part, int):
                yield texts[page, part]
                continue
            place = numbers[part.raw_get("/Pg").idnum] if "/Pg" in part else page
            if part.get("/Type") == "/MCR":
                yield texts[place, part["/MCID"]]
            elif "/S" in part:
                yield Tag(roles.get(part["/S"], part["/S"]).removeprefix("/"), tuple(parts(part, place)))

    return Tag("Root", tuple(parts(root, -1)))


def _catalogue(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def facts(data: bytes) -> dict[str, Any]:
    """What the file says of itself."""
    reader = PdfReader(BytesIO(data))
    catalogue = _catalogue(reader)
    return {
        "title": reader.metadata and reader.metadata.title,
        "author": reader.metadata and reader.metadata.author,
        "date": reader.metadata and reader.metadata.modification_date,
        "language": catalogue["/Lang"],
        "tagged": catalogue["/MarkInfo"]["/Marked"],
        "title is shown": catalogue["/ViewerPreferences"]["/DisplayDocTitle"],
        "standard": "<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_data().decode(),
        "pages": len(reader.pages),
    }


def links(data: bytes) -> list[str]:
    """Where the links lead, page by page."""
    found: Any = (note.get_object() for page in PdfReader(BytesIO(data)).pages for note in page.get("/Annots", ()))
    return [str(link["/A"]["/URI"]) for link in found if "/A" in link]


def shown(data: bytes) -> str:
    """The text as it is copied from the pages, footers included."""
    pages = (page.get_textpage().get_text_range() for page in PdfDocument(data))
    return "\n".join(pages).translate(_HYPHENS)


def beyond(data: bytes, margin: float) -> list[str]:
    """The signs that stand nearer to a page's side than the margin, in points, or off the page, as pdfplumber sees."""
    with pdfplumber.open(BytesIO(data)) as document:
        return [char["text"] for page in document.pages for char in page.chars if not _is_inside(char, margin)]


def _is_inside(char: Any, margin: float) -> bool:
    across = margin <= char["x0"] and char["x1"] <= A4[0] - margin
    return not char["text"].strip() or (across and char["top"] >= 0 and char["bottom"] <= A4[1] - _PRINTER)


def colours(data: bytes) -> tuple[set[Any], set[Any]]:
    """The colours of letters and of filled areas, as pdfplumber sees them."""
    with pdfplumber.open(BytesIO(data)) as document:
        letters = {char["non_stroking_color"] for page in document.pages for char in page.chars}
        areas = {area["non_stroking_color"] for page in document.pages for area in page.rects if area["fill"]}
    return letters, areas
