"""Makes the PowerPoint file of a deck: the same bytes from run to run and from machine to machine."""

from datetime import datetime, time
from io import BytesIO

from lxml import etree
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER as BOX
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import TablePlaceholder
from pptx.util import Emu, Pt

from scripts.documents import Document, Imprint
from scripts.press.fingerprints import OWN_SLIDES
from scripts.press.office_files import LONGEST_PROPERTY, timeless
from scripts.press.slide_measure import Room, fits
from scripts.press.slide_pages import Page, title_size
from scripts.press.slide_plan import Line
from scripts.press.slide_tables import Grid
from scripts.press.slide_template import Pptx, Template, TemplateError, placeholders
from scripts.press.slide_text import write, write_spans
from scripts.rich_text import Span

# PowerPoint's “Light Style 1 – Accent 1”: dark letters on a light ground in whatever colours a template has.
_TABLE_STYLE = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
# Fields want a name of this form; it need not differ from one to the next.
_NUMBER_FIELD = {"id": "{5C3D3F5E-1B6A-4E0B-9C57-8A1E0F2D7B41}", "type": "slidenum"}
_FOOTER_SIZE = 12


def deck_file(pages: tuple[Page, ...], template: Template, document: Document, imprint: Imprint) -> bytes:
    """A PowerPoint file with these pages. Raises TemplateError."""
    presentation = template.presentation
    for page in pages:
        _add(page, presentation, imprint)
    about = presentation.core_properties
    about.title = document.title[:LONGEST_PROPERTY]
    about.author = about.last_modified_by = imprint.partnership[:LONGEST_PROPERTY]
    about.created = about.modified = datetime.combine(document.updated, time())
    about.language = "en-GB"
    about.revision = 1
    file = BytesIO()
    presentation.save(file)
    return timeless(file)


def _add(page: Page, presentation: Pptx, imprint: Imprint) -> None:
    slide = presentation.slides.add_slide(page.layout.layout)
    title, (box,) = placeholders(slide.placeholders)
    # Screen readers read in this order, whatever order the layout has.
    title.element.getparent().insert(2, title.element)
    write_spans(title.text_frame.paragraphs[0], (Span(page.title),), title_size(page))
    if page.grid:
        _set_table(page, page.grid, box, slide)
    elif page.text.lines:
        write(box.text_frame, page.text.lines, page.text.size)
    else:
        box.element.getparent().remove(box.element)
    _furnish(slide, page, imprint)
    if page.notes:
        write(_notes(slide), page.notes)


def _notes(slide: Pptx) -> Pptx:
    """The box for the speaker's notes. Raises TemplateError."""
    notes = slide.notes_slide.notes_text_frame
    if notes is None:
        raise TemplateError(
            f"{OWN_SLIDES} has no place for the speaker's notes. "
            "In PowerPoint: View, Notes Master, Master Layout, tick Notes; save."
        )
    return notes


def _set_table(page: Page, grid: Grid, box: Pptx, slide: Pptx) -> None:
    place: Pptx = TablePlaceholder(box.element, slide.shapes)
    frame = place.insert_table(len(grid.rows), len(grid.widths))
    frame.element.nvGraphicFramePr.cNvPr.set("descr", f"Table: {page.title}")
    table = frame.table
    frame.element.find(f".//{qn('a:tableStyleId')}").text = _TABLE_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(width)
    for row, height, cells in zip(table.rows, grid.heights, grid.rows, strict=True):
        row.height = Pt(height)
        for cell, spans in zip(row.cells, cells, strict=True):
            write_spans(cell.text_frame.paragraphs[0], spans, grid.size)
    frame.width, frame.height = Pt(sum(grid.widths)), Pt(sum(grid.heights))


def _furnish(slide: Pptx, page: Page, imprint: Imprint) -> None:
    """The partnership's name and the slide's number at its foot, where the layout has places for them."""
    for place in page.layout.layout.placeholders:
        kind = place.placeholder_format.type
        if kind not in (BOX.FOOTER, BOX.SLIDE_NUMBER):
            continue
        slide.shapes.clone_placeholder(place)
        paragraph = slide.shapes[-1].text_frame.paragraphs[0]
        if kind == BOX.FOOTER:
            write_spans(paragraph, (Span(_shortened(imprint.partnership, Emu(place.width).pt)),))
        else:
            field = etree.SubElement(paragraph._p, qn("a:fld"), _NUMBER_FIELD)
            etree.SubElement(field, qn("a:rPr"), lang=MSO_LANGUAGE_ID.to_xml(MSO_LANGUAGE_ID.ENGLISH_UK))
            etree.SubElement(field, qn("a:t")).text = "‹#›"


def _shortened(name: str, width: float) -> str:
    """A name that fits one row; it stands in full on the first slide."""
    short = name
    while len(short) > 1 and not fits((Line((Span(short),)),), _FOOTER_SIZE, Room(width, _FOOTER_SIZE * 2)):
        short = short.rstrip("…")[:-1].rstrip() + "…"
    return short
