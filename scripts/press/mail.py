"""A mail as a draft: the mail program opens it ready to be addressed and sent."""

import hashlib
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from scripts.documents.letter import letter
from scripts.documents.plain_text import plain_text
from scripts.packs import Pack
from scripts.press.mail_html import mail_html
from scripts.press.renderers import renderer_of

_WIDTH = 72


def mail(pack: Pack, root: Path) -> bytes:
    """The pack's letter as an RFC 5322 message, as plain text and as HTML.

    Whoever sends it completes it: nobody is named as sender or addressee, and neither date nor id is made up.
    """
    (document,) = pack.versions
    whole = letter(document, pack.imprint, renderer_of(pack.imprint))
    text = plain_text(whole.blocks, _WIDTH)
    html = mail_html(document.title, whole, pack.imprint)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook's sign for a draft; others ignore it
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    # Quoted-printable writes no "=_", so that no line of the parts can be taken for the boundary.
    message.set_boundary(f"=_{hashlib.sha256((text + html).encode()).hexdigest()[:40]}")
    return _subject(document.title) + message.as_bytes()


def _subject(title: str) -> bytes:
    """The header of a title; EmailMessage would read words in it that look encoded, and publish something else."""
    line = " ".join(title.split())
    is_plain = line.isascii() and "=?" not in line and len(line) <= _WIDTH - len("Subject: ")
    header = line if is_plain else Header(line, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {header}\r\n".encode("ascii")
