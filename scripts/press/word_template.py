"""An empty Word document in the partnership's colours: A4, British English, real styles, numbered pages."""

from typing import Any

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from scripts.colours import on_white
from scripts.documents import Document, Imprint
from scripts.templating import markup

# A4 with margins of 20 mm, in twentieths of a point.
WIDTH = round(Mm(170).twips)
_LANGUAGE = "en-GB"
# The version of Word whose ways a document follows; else it opens in a “compatibility mode”.
_WORD = "15"

_NEEDLESS = ("/stylesWithEffects", "/thumbnail", "/customXml")

# An element of python-docx' tree, which has no types.
Element = Any


def empty(document: Document, imprint: Imprint) -> Docx:
    """A document with everything but its text."""
    file = docx.Document()
    _leave_out(file)
    _set_styles(file, imprint)
    _set_page(file)
    _set_edges(file, document.title, imprint)
    _set_language(file.settings.element)
    return file


def _leave_out(file: Docx) -> None:
    """Without what python-docx' template brings and nobody needs: other styles of tables, and itself in a picture."""
    for relations in (file.part.rels, file.part.package.rels):
        for name in [name for name, one in relations.items() if one.reltype.endswith(_NEEDLESS)]:
            del relations[name]
    styles: Element = file.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)


def _set_styles(file: Docx, imprint: Imprint) -> None:
    """Ours in the place of python-docx' own of the same name."""
    primary, accent = (on_white(colour).removeprefix("#") for colour in (imprint.primary, imprint.accent))
    styles: Element = file.styles.element
    known = {_name(style): style for style in styles}
    for style in _parsed("press/word-styles.xml.j2", primary=primary, accent=accent, width=WIDTH):
        if _name(style) in known:
            styles.replace(known[_name(style)], style)
        else:
            styles.append(style)


def _name(style: Element) -> str:
    return str(style.get(qn("w:styleId"), style.tag))


def _set_page(file: Docx) -> None:
    (section,) = file.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(28), Mm(22)
    section.header_distance = section.footer_distance = Mm(10)


def _set_edges(file: Docx, title: str, imprint: Imprint) -> None:
    (section,) = file.sections
    head, foot = _parsed("press/word-edges.xml.j2", title=title, imprint=imprint)
    for edge, line in ((section.header, head), (section.footer, foot)):
        (blank,) = edge.paragraphs
        blank._p.getparent().replace(blank._p, line)


def _set_language(settings: Element) -> None:
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), _LANGUAGE)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)


def _parsed(template: str, **values: object) -> list[Element]:
    return list(parse_xml(markup(template, **values)))
