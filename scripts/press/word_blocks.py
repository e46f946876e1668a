"""Writes blocks into a Word document, each in a style that Word knows by name."""

from collections.abc import Iterator
from itertools import chain

from docx.document import Document as Docx
from docx.text.paragraph import Paragraph as Line

from scripts.press.word_tables import add_table
from scripts.press.word_template import Element
from scripts.press.word_text import add_line
from scripts.rich_text import Blocks, Code, Heading, Listing, Paragraph, Quote, Rule, Span, Spans, Table

# Word's own styles for lists reach so deep, its headings as far as ours.
_DEEPEST = 3
_LOWEST = 5


def write(blocks: Blocks, file: Docx, style: str = "Normal", depth: int = 1) -> None:
    """Put blocks at the document's end; headings are a level higher than in the text, for the title has its own."""
    for block in blocks:
        match block:
            case Heading():
                add_line(file, block.spans, f"Heading{min(max(block.level - 1, 1), _LOWEST)}")
            case Paragraph():
                add_line(file, block.spans, style)
            case Listing():
                _list(block, file, depth)
            case Table():
                add_table(block, file)
                # Two tables without a line between them would become one.
                add_line(file, (), "AfterTable")
            case Quote():
                write(block.blocks, file, "Quote", depth)
            case Code():
                _code(block, file)
            case Rule():
                add_line(file, (), "Line")


def lines(blocks: Blocks) -> Iterator[Spans]:
    """The text of headings, paragraphs and lists, line by line."""
    for block in blocks:
        if isinstance(block, Listing):
            yield from chain.from_iterable(map(lines, block.items))
        elif isinstance(block, Heading | Paragraph):
            yield block.spans


def _list(block: Listing, file: Docx, depth: int) -> None:
    level = str(min(depth, _DEEPEST)) if depth > 1 else ""
    style = f"ListNumber{level}" if block.ordered else f"ListBullet{level}"
    number = _numbering(file, style, block.start) if block.ordered else None
    for item in block.items:
        first = item[0] if item and isinstance(item[0], Paragraph) else None
        line = add_line(file, first.spans if first else (), style)
        if number is not None:
            _count(line, number)
        write(item[1:] if first else item, file, f"ListContinue{level}", depth + 1)


def _numbering(file: Docx, style: str, start: int) -> int:
    """The name of a count of its own: without it, all numbered lists of a document are one."""
    properties: Element = file.styles.element.get_by_id(style).pPr
    numbers: Element = file.part.numbering_part.element
    of_style = numbers.num_having_numId(properties.numPr.numId.val)
    own = numbers.add_num(of_style.abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(own.numId)


def _count(line: Line, number: int) -> None:
    properties: Element = line._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = number


def _code(block: Code, file: Docx) -> None:
    first, *rest = block.text.split("\n")
    broken = (span for text in rest for span in (Span("\n"), Span(text)))
    add_line(file, (Span(first), *broken), "Code")
