"""Slides for a staff briefing, in a partnership's own design or ours."""

from io import BytesIO
from pathlib import Path

from pptx import Presentation

from scripts.packs import Pack


def slides(pack: Pack, root: Path) -> bytes:
    """The pack's text as a PowerPoint file."""
    (document,) = pack.versions
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = document.title
    file = BytesIO()
    deck.save(file)
    return file.getvalue()
