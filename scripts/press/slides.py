"""Slides for a staff briefing, in a partnership's own template or ours."""

from dataclasses import replace
from pathlib import Path

from scripts.documents import Document, Imprint
from scripts.model.dates import PartialDate
from scripts.packs import Pack
from scripts.press.renderers import text_of
from scripts.press.slide_deck import deck_file
from scripts.press.slide_pages import pages
from scripts.press.slide_plan import Slide, divided
from scripts.press.slide_template import template
from scripts.rich_text import Paragraph, Span
from scripts.templating import plain_markdown


def slides(pack: Pack, root: Path) -> bytes:
    """The pack's text as a PowerPoint file. Raises TemplateError."""
    (document,) = pack.versions
    place = template(root, pack.imprint)
    return deck_file(pages(_deck(document, pack.imprint), place), place, document, pack.imprint)


def _deck(document: Document, imprint: Imprint) -> tuple[Slide, ...]:
    """The document's slides between those with which every deck opens and closes."""
    opening, closing = divided(text_of(_frame(document, imprint), imprint), document.title)
    own = divided(text_of(document, imprint), document.title)
    if own[:1] and own[0].title == opening.title:
        first, *rest = own
    else:
        first, rest = Slide(document.title, (Paragraph((Span(document.label),)),)), list(own)
    opening = Slide(opening.title, first.shown + opening.shown, first.notes + opening.notes)
    return (opening, *rest, closing)


def _frame(document: Document, imprint: Imprint) -> Document:
    updated = PartialDate(document.updated.year, document.updated.month, document.updated.day).label
    return replace(
        document, markdown=plain_markdown("press/slides.md.j2", document=document, imprint=imprint, updated=updated)
    )
