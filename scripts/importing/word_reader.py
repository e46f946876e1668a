"""Word files (.docx) as lines: mammoth makes HTML of them, without headers, footers, comments and deleted text."""

import io
import zipfile

import mammoth
from lxml import etree

from scripts.importing.document import Document
from scripts.importing.faults import UnreadableError
from scripts.importing.html_reader import read_html

_DEEPEST = 6  # levels of headings
# A file whose text unpacks to more than this is none that a person wrote.
_LARGEST = 8 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh\np[style-name^='toc '] => p.toc:fresh"


def read_word(data: bytes) -> Document:
    """Read a .docx file. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts = [part for part in parts.infolist() if part.filename.endswith((".xml", ".rels"))]
            if not any(part.filename.startswith("word/") for part in texts):
                raise UnreadableError("This is an archive or another kind of Office file, not a Word file (.docx).")
            if sum(part.file_size for part in texts) > _LARGEST:
                raise UnreadableError("This Word file is too large to be read.")
            has_styles = "word/styles.xml" in parts.namelist()
            own = _own_styles(parts.read("word/styles.xml")) if has_styles else []
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map="\n".join((_STYLES, *own)),
            convert_image=mammoth.images.img_element(lambda _: {}),
            id_prefix="w",
        )
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("This Word file cannot be read; it may be damaged.") from error
    return read_html(result.value)


def _own_styles(xml: bytes) -> list[str]:
    """What a file's own paragraph styles look like: headings by their outline level, or bold."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = []
    for style in etree.fromstring(xml, parser).iter(f"{_W}style"):
        name, level = style.find(f"{_W}name"), style.find(f"{_W}pPr/{_W}outlineLvl")
        bold = style.find(f"{_W}rPr/{_W}b")
        title = str(name.get(f"{_W}val")) if name is not None else ""
        if style.get(f"{_W}type") != "paragraph" or not title or "'" in title or title.casefold().startswith("heading"):
            continue
        if level is not None and str(level.get(f"{_W}val")).isdigit() and int(str(level.get(f"{_W}val"))) < _DEEPEST:
            found.append(f"p[style-name='{title}'] => h{int(str(level.get(f'{_W}val'))) + 1}:fresh")
        elif bold is not None and bold.get(f"{_W}val") not in ("0", "false"):
            found.append(f"p[style-name='{title}'] => p:fresh > strong")
    return found
