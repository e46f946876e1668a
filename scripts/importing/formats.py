"""Which reader reads what: by the file's first bytes, else by its name."""

import re
from pathlib import PurePath

from scripts.importing.document import Document
from scripts.importing.faults import UnreadableError
from scripts.importing.html_reader import read_html
from scripts.importing.mail_reader import read_mail
from scripts.importing.pdf_reader import read_pdf
from scripts.importing.text_reader import read_text
from scripts.importing.word_reader import read_word

LARGEST = 25 * 1024 * 1024
_SAVE_AS = "Open it, save it as a Word file (.docx), and import that."
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", f"This is an old Word or Outlook file. {_SAVE_AS} An Outlook message can be saved as text."),
    (b"{\\rtf", f"This is a rich text file (RTF). {_SAVE_AS}"),
    *(
        (magic, "This is a picture; its text cannot be read.")
        for magic in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
    ),
)
_MAIL_NAMES = (
    r"(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+|"
    r"Content-Type|Thread-Topic|Cc|Reply-To)"
)
_MAIL = re.compile(
    rf"(?:From .+\n)?{_MAIL_NAMES}:[^\n]*\n(?:(?:[ \t][^\n]*|[\w-]+:[^\n]*)\n)*?(?:MIME-Version|Content-Type|"
    rf"Message-ID|Received):",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:From .+\n)?[\w-]+:[^\n]*\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|div|article|main|section|"
    r"h[1-6]|p|ul|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_documents(data: bytes, name: str) -> tuple[Document, ...]:
    """The documents that a file holds: one, or for a mail message its text and what is attached.

    Raises UnreadableError with what to do instead.
    """
    if not data.strip():
        raise UnreadableError("This file is empty.")
    if len(data) > LARGEST:
        raise UnreadableError(f"This file has more than {LARGEST // 1024 // 1024} MB; a digest is smaller.")
    for magic, message in _OTHERS:
        if data.startswith(magic):
            raise UnreadableError(message)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return (read_pdf(data),)
    if data.startswith(b"PK\x03\x04"):
        return (read_word(data),)
    text = decoded(data)
    ending = PurePath(name).suffix.casefold()
    begins_like_mail = _HEADER if ending == ".eml" else _MAIL
    if ending != ".md" and begins_like_mail.match(text.replace("\r\n", "\n").lstrip()):
        return read_mail(data.lstrip(), read_documents, _read_part)
    if _HTML.match(text) or (ending in (".html", ".htm", ".xhtml") and _TAG.search(text)):
        return (read_html(text),)
    return (read_text(text),)


def _read_part(text: str, kind: str) -> Document:
    return read_html(text) if kind == "text/html" else read_text(text)


def decoded(data: bytes) -> str:
    """A text file's text: UTF-8, UTF-16, what a page declares, else as older Windows programs save."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:2]:
        return data.decode("utf-16-be" if data.startswith(b"\0") else "utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").casefold() if declared else ""
    # What calls itself ISO 8859-1 is Windows' own set as often as not; browsers read it so too.
    for encoding in ("cp1252" if name in ("", "iso-8859-1", "latin1", "us-ascii") else name, "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
