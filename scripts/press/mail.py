"""A mail as a draft: the mail program opens it ready to be addressed and sent."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from scripts.packs import Pack
from scripts.press.renderers import text_of
from scripts.rich_text import plain


def mail(pack: Pack, root: Path) -> bytes:
    """The pack's text as an RFC 5322 message."""
    (document,) = pack.versions
    message = EmailMessage(policy=SMTP)
    message["Subject"] = document.title
    message["X-Unsent"] = "1"
    text = "\n\n".join(plain(block.spans) for block in text_of(document, pack.imprint) if hasattr(block, "spans"))
    message.set_content(text)
    return message.as_bytes()
