"""Documents for Word, to be taken over into reports and papers of one's own."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from docx.document import Document as Docx

from scripts.documents import Document, Imprint
from scripts.documents.letter import letter
from scripts.packs import Pack
from scripts.press.office_files import LONGEST_PROPERTY, possible, timeless
from scripts.press.renderers import renderer_of
from scripts.press.word_blocks import lines, write
from scripts.press.word_template import empty
from scripts.press.word_text import add_line


def word(pack: Pack, _: Path) -> bytes:
    """The pack's text as a Word file."""
    (document,) = pack.versions
    file = empty(document, pack.imprint)
    _write(document, pack.imprint, file)
    _describe(file, document, pack.imprint)
    made = BytesIO()
    file.save(made)
    return timeless(made)


def _write(document: Document, imprint: Imprint, file: Docx) -> None:
    """What every letter of the partnership has, in its order."""
    parts = letter(document, imprint, renderer_of(imprint))
    about, *text = parts.text
    add_line(file, parts.title.spans, "Title")
    write((about,), file, "Subtitle")
    write(tuple(text), file)
    heading, *contacts = lines(parts.worried)
    add_line(file, heading, "WorriedHeading")
    for contact in contacts:
        last = add_line(file, contact, "Worried")
    # The box stays in one piece, but not with what follows it.
    last.paragraph_format.keep_with_next = False
    write(parts.small_print, file, "SmallPrint")


def _describe(file: Docx, document: Document, imprint: Imprint) -> None:
    about = file.core_properties
    about.title = possible(document.title)[:LONGEST_PROPERTY]
    about.author = about.last_modified_by = possible(imprint.partnership)[:LONGEST_PROPERTY]
    about.subject = possible(document.label)[:LONGEST_PROPERTY]
    about.comments = about.keywords = ""
    about.created = about.modified = datetime.combine(document.updated, time())
    about.language = "en-GB"
    about.revision = 1
