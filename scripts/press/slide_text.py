"""Writes lines of text into a box of a slide: real lists, real links, the language of every word."""

from collections.abc import Iterator

from lxml import etree
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from scripts.links import url_quote
from scripts.press.office_files import possible
from scripts.press.slide_measure import gap, indents, size_of
from scripts.press.slide_plan import Line, Lines
from scripts.press.slide_template import Pptx
from scripts.rich_text import Span, Spans, reads_right_to_left

# The size of speaker's notes where their master does not say otherwise.
_NOTES = 12
_DEEPEST = 8


def write(frame: Pptx, lines: Lines, size: int | None = None) -> None:
    """Put lines into an empty box; without a size, in the letters that the box has."""
    for number, line in enumerate(lines):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.level = min(max(line.level - 1, 0), _DEEPEST)
        # As measured, whatever the template would do.
        paragraph.line_spacing = 1.0
        paragraph.space_before = Pt(round(gap(line, size or _NOTES)) if number else 0)
        paragraph.space_after = Pt(0)
        if reads_right_to_left(line.spans):
            paragraph.alignment = PP_ALIGN.RIGHT
        _hang(paragraph, line, size_of(line, size) if size else _NOTES)
        write_spans(paragraph, line.spans, size_of(line, size) if size else None)


def write_spans(paragraph: Pptx, spans: Spans, size: int | None = None) -> None:
    """Put text into an empty paragraph."""
    if reads_right_to_left(spans):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    for span in _without_margins(spans):
        if span.text == "\n":
            paragraph.add_line_break()
            continue
        run = paragraph.add_run()
        run.text = possible(span.text)
        font = run.font
        font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        font.size = Pt(size) if size else None
        font.bold = True if span.strong else None
        font.italic = True if span.emphasis else None
        if span.url:
            run.hyperlink.address = url_quote(span.url)


def _hang(paragraph: Pptx, line: Line, size: int) -> None:
    """Where a line stands, and its bullet or number, said on the paragraph: templates differ, our measures do not."""
    indent, hang = indents(line)
    has_mark = line.bullet or line.number is not None
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(round(indent * size))))
    properties.set("indent", str(-Pt(round(hang * size)) if has_mark else 0))
    if line.number is not None:
        etree.SubElement(properties, qn("a:buFont"), typeface="+mj-lt")
        etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(max(line.number, 1)))
    elif line.bullet:
        etree.SubElement(properties, qn("a:buFont"), typeface="Arial")
        etree.SubElement(properties, qn("a:buChar"), char="•" if line.level % 2 else "–")
    else:
        etree.SubElement(properties, qn("a:buNone"))


def _without_margins(spans: Spans) -> Iterator[Span]:
    """A text's spans without the space that is left at its end where it was parted from what follows."""
    last = len(spans) - 1
    for number, span in enumerate(spans):
        text = span.text.rstrip(" ") if number == last else span.text
        if text:
            yield Span(text, span.strong, span.emphasis, span.code, span.url)
