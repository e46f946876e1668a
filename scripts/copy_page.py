"""The page from which an email can be copied, since not every mail program opens a draft."""

import sys

from scripts.documents import Document, imprint
from scripts.documents.block_markup import block_markup
from scripts.documents.letter import letter
from scripts.documents.plain_text import plain_text
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page


def copy_page(
    document: Document, site: Site, *, address: str, draft: str, way: tuple[tuple[str, str], ...] = ()
) -> Artifact:
    """The page at `address` with a document's letter as its draft has it; `draft` is that file's address.

    `way` leads from the home page to this one: (title, address) of each step.
    """
    whole = letter(document, imprint(site), site.renderer)
    return page(
        "pages/copy.md.j2",
        address,
        {
            "title": f"Email: {document.title}",
            "description": f"The text of an email about {document.title}, to be copied into your own mail program.",
            "layout": "copy",
            "search": False,
            "crumbs": crumbs(address, *way),
        },
        document=document,
        draft=draft,
        email=block_markup(whole.blocks, below=1),
        # Whoever pastes it wraps the lines anew.
        plain=plain_text(whole.blocks, sys.maxsize),
    )
