"""Blocks as HTML: only what blocks can say, never anything of a text's own."""

import unicodedata

from markupsafe import Markup

from scripts.plain_text import linked_runs
from scripts.rich_text import Blocks, Spans, plain
from scripts.templating import markup


def block_markup(blocks: Blocks, *, below: int = 0) -> Markup:
    """The HTML of blocks, without styles, its headings that many ranks lower."""
    values = {"linked_runs": linked_runs, "reads_right_to_left": reads_right_to_left}
    return Markup(markup("packs/blocks.html.j2", blocks=blocks, below=below, **values))  # noqa: S704  the template escapes


def reads_right_to_left(spans: Spans) -> bool:
    """Whether the first letter is of a script written from right to left. Mail programs never find out."""
    kinds = (unicodedata.bidirectional(sign) for sign in plain(spans))
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
