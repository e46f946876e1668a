"""The Markdown renderer of a process: made once, for it takes longer than most texts."""

import json
from functools import cache

from scripts.documents import Document, Imprint
from scripts.markdown_text import BodyRenderer
from scripts.rich_text import Blocks


def text_of(document: Document, imprint: Imprint) -> Blocks:
    """A document's text with its structure, as the site's own extensions read it."""
    return document.blocks(renderer_of(imprint))


def renderer_of(imprint: Imprint) -> BodyRenderer:
    """The renderer with the site's own extensions."""
    return _renderer(imprint.extensions)


@cache
def _renderer(extensions: str) -> BodyRenderer:
    return BodyRenderer(json.loads(extensions))
