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
    (b"\x89PNG", "This is a picture; its text cannot be read."),
    (b"\xff\xd8\xff", "This is a picture; its text cannot be read."),
    (b"GIF8", "This is a picture; its text cannot be read."),
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
    if ending == ".eml" or (
        ending not in (".md", ".html", ".htm") and _MAIL.match(text.replace("\r\n", "\n").lstrip())
    ):
        return read_mail(data.lstrip(), read_documents, _read_part)
    if ending in (".html", ".htm", ".xhtml") or _HTML.match(text):
        return (read_html(text),)
    return (read_text(text),)


def _read_part(text: str, kind: str) -> Document:
    return read_html(text) if kind == "text/html" else read_text(text)


def decoded(data: bytes) -> str:
    """A text file's text: UTF-8, UTF-16 with its mark, what a page declares, else as older Windows programs save."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    for encoding in (declared[1].decode("ascii") if declared else "", "cp1252"):
        try:
            return data.decode(encoding or "cp1252")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
