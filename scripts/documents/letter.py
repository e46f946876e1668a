"""A document as a letter: its title and text, and what every letter of the partnership says around them."""

from dataclasses import dataclass

from markupsafe import Markup

from scripts.documents import Document, Imprint
from scripts.markdown_text import BodyRenderer
from scripts.rich_text import Blocks, Heading, Rule, Span, blocks
from scripts.templating import document_markdown


@dataclass(frozen=True)
class Letter:
    """The parts of a letter in order; a design may set each apart."""

    title: Heading
    text: Blocks
    worried: Blocks
    small_print: Blocks

    @property
    def blocks(self) -> Blocks:
        """The whole letter, with a line across between its parts."""
        return (self.title, *self.text, Rule(), *self.worried, Rule(), *self.small_print)


def letter(document: Document, imprint: Imprint, renderer: BodyRenderer) -> Letter:
    """A document's letter, in a partnership's name."""

    def part(name: str) -> Blocks:
        text = Markup(document.markdown)  # noqa: S704  a document's text is Markdown already
        values = {"document": document, "imprint": imprint, "text": text}
        return blocks(renderer.raw(document_markdown(f"packs/letter/{name}.md.j2", root=imprint.site_url, **values)))

    title = Heading(1, (Span(document.title),))
    return Letter(title, part("text"), part("worried"), part("small-print"))
