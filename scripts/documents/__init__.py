"""Documents that leave the site: their text in Markdown from a template, and whose name stands on them."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.markdown_text import BodyRenderer
from scripts.rich_text import Blocks, blocks
from scripts.settings import Contact
from scripts.site import Site
from scripts.templating import document_markdown
from scripts.wording import LICENCE, LICENCE_URL


@dataclass(frozen=True)
class Imprint:
    """What every document says of its publisher; and the Markdown extensions, as JSON, with which it is read."""

    partnership: str
    notice: str
    site_name: str
    site_url: str
    email: str
    primary: str
    accent: str
    worried: tuple[Contact, ...]
    extensions: str
    licence: str = LICENCE
    licence_url: str = LICENCE_URL


def imprint(site: Site) -> Imprint:
    """The imprint of a site's documents."""
    partnership = site.partnership
    return Imprint(
        partnership=partnership.name,
        notice=partnership.notice or "",
        site_name=site.settings.site_name,
        site_url=site.root,
        email=partnership.email or "",
        primary=partnership.colours.primary,
        accent=partnership.colours.accent,
        worried=partnership.worried,
        extensions=json.dumps(site.settings.markdown_extensions),
    )


@dataclass(frozen=True)
class Document:
    """A text for one purpose. `key` names what it is about: kind/id.

    `updated` is the day of its last material change; a file's own date is taken from it, never from the clock.
    """

    key: str
    title: str
    label: str
    url: str
    updated: date
    markdown: str

    def blocks(self, renderer: BodyRenderer) -> Blocks:
        """The text with its structure."""
        return blocks(renderer.raw(self.markdown))


def document(
    template: str,
    site: Site,
    *,
    key: str,
    title: str,
    label: str,
    updated: date,
    **values: Any,  # noqa: ANN401  a template's values are of any type
) -> Document:
    """A document from a template; addresses in it are absolute, for it is read far from the site."""
    markdown = document_markdown(template, root=site.root, title=title, label=label, **values)
    return Document(key=key, title=title, label=label, url=f"{site.root}{key}/", updated=updated, markdown=markdown)
