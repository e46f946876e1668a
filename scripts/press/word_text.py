"""Writes lines of text into a Word document: styles, links, and from right to left what runs so.

Styles and links go by the names that they have in the file: python-docx would look each up among all, line by line.
"""

import hashlib

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from scripts.links import url_quote
from scripts.press.office_files import possible
from scripts.press.word_template import Element
from scripts.rich_text import Span, Spans, reads_right_to_left


def add_line(file: Docx, spans: Spans, style: str) -> Paragraph:
    """A paragraph of a style at the document's end."""
    line = file.add_paragraph()
    set_style(line, style)
    write_spans(line, spans)
    return line


def set_style(part: Paragraph | Run, style: str) -> None:
    """Give a paragraph or a run a style, by its name without spaces."""
    part._element.style = style


def write_spans(line: Paragraph, spans: Spans) -> None:
    """Put text into an empty paragraph."""
    right_to_left = reads_right_to_left(spans)
    if right_to_left:
        properties: Element = line._p.get_or_add_pPr()
        properties.append(OxmlElement("w:bidi"))
    for span in spans:
        run = _add_run(line, span)
        if right_to_left:
            run.font.rtl = True


def _add_run(line: Paragraph, span: Span) -> Run:
    run = line.add_run()
    if span.text == "\n":
        run.add_break()
        return run
    run.text = possible(span.text)
    run.bold = True if span.strong else None
    run.italic = True if span.emphasis else None
    if span.url:
        set_style(run, "Hyperlink")
        link: Element = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), _relation(line, url_quote(span.url)))
        line._p.append(link)
        link.append(run._r)
    elif span.code:
        set_style(run, "CodeWithin")
    return run


def _relation(line: Paragraph, url: str) -> str:
    relations = line.part.rels
    name = f"link-{hashlib.sha256(url.encode()).hexdigest()[:16]}"
    if name not in relations:
        relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, name, is_external=True)
    return name
