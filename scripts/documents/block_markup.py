"""Blocks as HTML: only what blocks can say, never anything of a text's own."""

from markupsafe import Markup

from scripts.documents.plain_text import linked_runs
from scripts.rich_text import Blocks, reads_right_to_left
from scripts.templating import markup


def block_markup(blocks: Blocks, *, below: int = 0) -> Markup:
    """The HTML of blocks, without styles, its headings that many ranks lower."""
    # Mail programs never find out by themselves in which direction a text runs.
    values = {"linked_runs": linked_runs, "reads_right_to_left": reads_right_to_left}
    return Markup(markup("packs/blocks.html.j2", blocks=blocks, below=below, **values))  # noqa: S704  the template escapes
