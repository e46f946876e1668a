"""Mail messages (.eml) as documents: the text that one reads, messages forwarded as attachments, and attached files."""

import email
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default

from scripts.importing.document import Document
from scripts.importing.faults import UnreadableError
from scripts.importing.tidy import tidy

Reader = Callable[[bytes, str], tuple[Document, ...]]
_HEADERS = ("Subject",)


def read_mail(data: bytes, read_attachment: Reader, read_part: Callable[[str, str], Document]) -> tuple[Document, ...]:
    """Every document that a message holds: its text, the same of messages within it, and what is attached.

    `read_part` reads a text by its type (text/html or text/plain); of a text sent in two types the HTML comes first.
    """
    message = email.message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("This is not a mail message.")
    documents = tuple(_documents(message, read_attachment, read_part))
    if not documents:
        raise UnreadableError("This message holds no text and no document. Ask for the list to be sent again.")
    return documents


def _documents(
    message: EmailMessage, read_attachment: Reader, read_part: Callable[[str, str], Document]
) -> Iterator[Document]:
    subject = tuple(tidy(str(message[name] or "")).strip() for name in _HEADERS)
    for part in _leaves(message):
        kind, name = part.get_content_type(), part.get_filename() or ""
        if kind in ("text/plain", "text/html") and not part.is_attachment():
            found = read_part(_text(part), kind)
            yield Document(found.lines, (*subject, *found.left_out))
        elif name or part.is_attachment():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                try:
                    yield from read_attachment(content, name)
                except UnreadableError:
                    yield Document((), (f"An attachment that cannot be read: {tidy(name)}",))


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something themselves; of alternatives the richest first."""
    if not message.is_multipart():
        yield message
        return
    parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
    if message.get_content_type() == "multipart/alternative":
        parts.reverse()
    for part in parts:
        yield from _leaves(part)


def _text(part: EmailMessage) -> str:
    # What calls itself ISO 8859-1 is Windows' own set as often as not; browsers read it so too.
    if (part.get_content_charset() or "").casefold() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        part.set_param("charset", "cp1252")
    try:
        content = part.get_content()
    except (LookupError, UnicodeError, KeyError, ValueError):
        payload = part.get_payload(decode=True)
        content = payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
    text = content if isinstance(content, str) else ""
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _unflowed(text: str) -> str:
    """Lines that a mail program broke softly, joined (RFC 3676)."""
    return re.sub(r"(?<!^--) \n(?=[^\n>])", " ", text, flags=re.MULTILINE)
