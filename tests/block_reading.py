"""What blocks say, read apart from the program that makes documents of them."""

from collections.abc import Iterator

from scripts.rich_text import Block, Code, Heading, Listing, Paragraph, Quote, Table, plain


def spoken(block: Block) -> Iterator[str]:
    """A block's texts, in order."""
    match block:
        case Paragraph(spans) | Heading(_, spans):
            yield plain(spans)
        case Code(text):
            yield text
        case Quote(blocks):
            yield from (text for inner in blocks for text in spoken(inner))
        case Listing(items):
            yield from (text for item in items for inner in item for text in spoken(inner))
        case Table(header, rows):
            yield from (plain(cell) for row in (header, *rows) for cell in row)
