"""Slides as independent readers find them: python-pptx opens the bytes anew, LibreOffice draws them."""

import functools
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from scripts.documents import Document, Imprint, imprint
from scripts.library import Library
from scripts.load import load
from scripts.packs import Pack
from scripts.packs.briefing_packs import packs
from scripts.press.makers import make
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY, copy_project
from tests.hostile import BRIEFINGS, front_matter, write_terms

FURNITURE = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_NUMBER = re.compile(r" \(\d+ of \d+\)$")


@dataclass(frozen=True)
class Shown:
    """One slide as it was read back: `lines` are the paragraphs of what is not title, footer or number."""

    title: str
    lines: tuple[str, ...]
    notes: str

    @property
    def section(self) -> str:
        """The title without the number of a slide that goes on."""
        return _NUMBER.sub("", self.title)


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def content(slide: Any) -> list[Any]:
    """A slide's shapes that hold its content."""
    title = slide.shapes.title
    others = [shape for shape in slide.shapes if shape.shape_id != title.shape_id]
    return [shape for shape in others if shape.placeholder_format.type not in FURNITURE]


def shown(deck: Any) -> list[Shown]:
    """Every slide of an opened deck."""
    return [_shown(slide) for slide in deck.slides]


def _shown(slide: Any) -> Shown:
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    lines = (text for shape in content(slide) for text in _paragraphs(shape))
    return Shown(slide.shapes.title.text_frame.text, tuple(lines), notes)


def _paragraphs(shape: Any) -> Iterator[str]:
    if shape.has_table:
        yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
    else:
        yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)


def section(deck: Iterable[Shown], name: str) -> list[str]:
    """The lines of all slides that have this title, numbered or not."""
    return [line for slide in deck if slide.section == name for line in slide.lines]


@functools.cache
def slide_packs(root: Path) -> dict[str, Pack]:
    """The slides of every briefing below a root."""
    collection = load(read_tree(root))
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary)
    return {pack.key: pack for pack in packs(library, Site(collection.settings, TODAY)) if pack.ending == "pptx"}


@functools.cache
def real_deck(key: str) -> bytes:
    """The slides of one of this project's own briefings."""
    return make(slide_packs(ROOT)[key], ROOT)


@functools.cache
def real_slides(key: str) -> Any:
    """The same, opened; for looking at only."""
    return opened(real_deck(key))


@functools.cache
def house() -> Imprint:
    """This project's imprint."""
    settings = load(read_tree(ROOT)).settings
    assert settings
    return imprint(Site(settings, TODAY))


def made(markdown: str, title: str = "Made-up deck", root: Path = ROOT) -> bytes:
    """The slides of a text that is not a briefing's."""
    document = Document(
        "themes/made-up", title, "Made-up label", "https://briefings.example.org/", date(2026, 1, 31), markdown
    )
    return make(Pack("packs/themes/made-up.pptx", "slides", (document,), house()), root)


def hostile_project(root: Path) -> Path:
    """A project whose briefings, one of each kind, are full of text that tries to be something else."""
    copy_project(root, content=False)
    for name, data in BRIEFINGS.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(front_matter(data), "utf-8")
    write_terms(root)
    return root


def renderer() -> str | None:
    """LibreOffice, where it is installed with a font that has Arial's measures."""
    if not shutil.which("fc-match"):
        return None
    font = subprocess.run(["fc-match", "Arial", "family"], capture_output=True, text=True, check=False).stdout
    return shutil.which("soffice") if re.match(r"Arial|Liberation Sans|Arimo", font) else None


def drawn(decks: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """A PDF of each deck, drawn without the help of a program that makes letters smaller until they fit."""
    program = renderer()
    assert program
    for name, data in decks.items():
        with ZipFile(BytesIO(data)) as deck, ZipFile(folder / f"{name}.pptx", "w") as plain:
            for part in deck.namelist():
                plain.writestr(part, deck.read(part).replace(b"<a:normAutofit/>", b"<a:noAutofit/>"))
    files = [str(folder / f"{name}.pptx") for name in decks]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name in decks}
