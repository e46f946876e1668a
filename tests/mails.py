"""Email drafts, made and read again by the standard library's parser."""

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html

from scripts.documents import Document, Imprint, imprint
from scripts.library import Library
from scripts.load import load
from scripts.packs import Pack
from scripts.packs.briefing_packs import packs
from scripts.press.mail import mail
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import ROOT, TODAY


def site_of(root: Path) -> Site:
    """The settings of a project."""
    settings = load(read_tree(root)).settings
    assert settings
    return Site(settings, TODAY)


def drafts(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """The email draft of every briefing that has one, by its key."""
    for pack in packs(library, site):
        if pack.ending == "eml":
            yield pack.key, mail(pack, ROOT)


def draft_of(markdown: str, title: str = "Made-up title") -> bytes:
    """The draft of a document that holds exactly this."""
    document = Document(
        key="roles/made-up",
        title=title,
        label="Made-up label",
        url="https://briefings.example.org/roles/made-up/",
        updated=date(2026, 11, 22),
        markdown=markdown,
    )
    return mail(Pack("packs/roles/made-up.eml", "email", (document,), _imprint()), ROOT)


@cache
def _imprint() -> Imprint:
    return imprint(site_of(ROOT))


def read(data: bytes) -> EmailMessage:
    """The message as today's policy reads it."""
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def text_of(message: EmailMessage) -> str:
    """The plain text."""
    return _part(message, "plain")


def source_of(message: EmailMessage) -> str:
    """The HTML as it stands there."""
    return _part(message, "html")


def html_of(message: EmailMessage) -> Any:
    """The HTML, parsed."""
    return lxml.html.document_fromstring(source_of(message))


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def addresses_in(text: str) -> list[str]:
    """The web addresses that a plain text writes out, in order."""
    return re.findall(r"<(https?://[^\s<>]+)>", text)
