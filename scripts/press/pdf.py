"""PDF by Typst: tagged for screen readers (PDF/UA-1), which Typst refuses to write where it would not hold."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst
from PIL import ImageFont
from pypdfium2 import PdfDocument

from scripts.colours import on_white
from scripts.documents import Document, Imprint
from scripts.model.dates import PartialDate
from scripts.packs import Pack
from scripts.press.missing_glyphs import in_words, without_glyph
from scripts.press.renderers import text_of

# In points. Letters a little smaller are less of a loss than a text left out.
_SIZES = (9.5, 9.0)
_DESIGNS = Path(__file__).parent.parent / "templates" / "press"
_FONTS = _DESIGNS / "fonts"


def pdf(pack: Pack, root: Path) -> bytes:
    """The first of a pack's versions that fits its pages, else its last: long, but nothing is lost."""
    whole, *shorter = pack.versions
    made = _in_fitting_letters(pack, whole)
    if _fits(made, pack) or not shorter:
        return made
    first = bisect_left(shorter, True, key=lambda version: _fits(_in_fitting_letters(pack, version), pack))
    return _in_fitting_letters(pack, shorter[min(first, len(shorter) - 1)])


def _in_fitting_letters(pack: Pack, version: Document) -> bytes:
    """The version in the larger letters, unless the smaller ones save a page."""
    larger = _typeset(pack.design, _facts(version, pack.imprint, _SIZES[0]), version.updated)
    if _pages(larger) == 1:
        return larger
    smaller = _typeset(pack.design, _facts(version, pack.imprint, _SIZES[1]), version.updated)
    return smaller if _pages(smaller) < _pages(larger) else larger


def _fits(made: bytes, pack: Pack) -> bool:
    return _pages(made) <= pack.most_pages


def _pages(made: bytes) -> int:
    return len(PdfDocument(made))


def _facts(document: Document, imprint: Imprint, size: float) -> dict[str, Any]:
    """What a design is told, as JSON holds it."""
    updated = document.updated
    return {
        "title": document.title,
        "label": document.label,
        "url": document.url,
        "updated": PartialDate(updated.year, updated.month, updated.day).label,
        "blocks": _stepped([asdict(block) for block in text_of(document, imprint)]),
        "imprint": asdict(imprint) | {"worried": [contact.model_dump() for contact in imprint.worried]},
        "colours": {"primary": on_white(imprint.primary), "accent": on_white(imprint.accent)},
        "families": _families(),
        "size": size,
    }


def _stepped(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks with no step left out between headings, as PDF/UA asks; the first level is the title's."""
    above = 1
    for heading in _headings(blocks):
        above = heading["level"] = min(max(heading["level"], 2), above + 1)
    return blocks


def _headings(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["type"] == "heading":
            yield block
        for inner in (block.get("blocks", ()), *block.get("items", ())):
            yield from _headings(inner)


def _typeset(design: str, facts: dict[str, Any], day: date) -> bytes:
    """The design with these facts; what no font of ours or of the machine can show stands there in words."""
    # The text travels as JSON, never as Typst's own language: no sign in it can mean anything.
    text = json.dumps(facts, ensure_ascii=False)
    try:
        return _compiled(design, text, day, of_the_machine=False)
    except typst.TypstError as error:
        if not without_glyph(str(error)):
            raise
    while True:
        try:
            return _compiled(design, text, day, of_the_machine=True)
        except typst.TypstError as error:
            missing = without_glyph(str(error))
            if not missing or missing not in text:
                raise
            text = text.replace(missing, in_words(missing))


def _compiled(design: str, facts: str, day: date, *, of_the_machine: bool) -> bytes:
    compiler = typst.Compiler(
        _DESIGNS / f"{design}.typ",
        root=_DESIGNS,
        font_paths=_fonts(of_the_machine=of_the_machine),
        sys_inputs={"facts": facts},
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=datetime.combine(day, time(), UTC))
    assert isinstance(made, bytes)  # noqa: S101  a PDF is one file
    return made


@cache
def _fonts(*, of_the_machine: bool) -> typst.Fonts:
    """Ours and Typst's; the machine's own, which look otherwise elsewhere, only for a sign that those lack."""
    return typst.Fonts(include_system_fonts=of_the_machine, include_embedded_fonts=True, font_paths=[_FONTS])


@cache
def _families() -> tuple[str, ...]:
    """The families of our fonts, in the order of their files: Latin letters first."""
    names = (ImageFont.truetype(file).getname()[0] for file in sorted(_FONTS.glob("*.ttf")))
    return tuple(dict.fromkeys(name for name in names if name))
