"""Markdown becomes blocks and spans that every format is made of; nothing of it is lost, and nothing comes alive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.markdown_text import BodyRenderer, literal
from scripts.rich_text import (
    Blocks,
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    blocks,
)
from scripts.settings import Extensions
from tests.block_reading import spoken

EXTENSIONS: Extensions = ("admonition", "attr_list", "md_in_html", "sane_lists", "pymdownx.betterem")
RENDERER = BodyRenderer(EXTENSIONS)


def read(markdown: str) -> Blocks:
    return blocks(RENDERER.raw(markdown))


def paragraph(*spans: str | Span) -> Paragraph:
    return Paragraph(tuple(Span(span) if isinstance(span, str) else span for span in spans))


A, B = paragraph("a"), paragraph("b")
CASES: dict[str, tuple[str, Blocks]] = {
    "nothing": ("", ()),
    "paragraphs": ("a\n\nb", (A, B)),
    "a line of the source is no line of the text": ("a\nb", (paragraph("a b"),)),
    "nor is it between two styles": (
        "**a**\n*b*",
        (paragraph(Span("a", strong=True), " ", Span("b", emphasis=True)),),
    ),
    "a line broken by hand": ("a  \nb", (paragraph("a", "\n", "b"),)),
    "styles": (
        "a **b** *c* ***d*** `e`",
        (
            paragraph(
                "a ",
                Span("b", strong=True),
                " ",
                Span("c", emphasis=True),
                " ",
                Span("d", strong=True, emphasis=True),
                " ",
                Span("e", code=True),
            ),
        ),
    ),
    "a link keeps its styles": (
        "[a **b**](https://www.example.org/)",
        (
            paragraph(
                Span("a ", url="https://www.example.org/"), Span("b", strong=True, url="https://www.example.org/")
            ),
        ),
    ),
    "headings": ("## a\n\n###### b", (Heading(2, (Span("a"),)), Heading(6, (Span("b"),)))),
    "a list": ("- a\n- b", (Listing(((A,), (B,))),)),
    "a list that starts later": ("3. a\n4. b", (Listing(((A,), (B,)), ordered=True, start=3),)),
    "a list in a list": ("- a\n    - b", (Listing(((A, Listing(((B,),))),)),)),
    "an item with two paragraphs": ("- a\n\n    b", (Listing(((A, B),)),)),
    "an empty item": ("- \n- a", (Listing(((), (A,))),)),
    "a rule in an item": ("1. a\n\n    ---", (Listing(((A, Rule()),), ordered=True),)),
    "a table with an empty cell": (
        "| a | b |\n| --- | --- |\n| | b |",
        (Table(((Span("a"),), (Span("b"),)), (((), (Span("b"),)),)),),
    ),
    "a quote": ("> a\n>\n> - b", (Quote((A, Listing(((B,),)))),)),
    "a note": ('!!! note "a"\n    b', (Quote((A, B)),)),
    "code keeps its spaces": ("```\na  b\n  c\n```", (Code("a  b\n  c"),)),
    "a rule": ("a\n\n---\n\nb", (A, Rule(), B)),
    "signs": ("&lt;b&gt; &amp;amp; &#35;", (paragraph("<b> &amp; #"),)),
    "a comment is no text": ("<!-- a -->\n\nb <!-- c -->", (paragraph("b"),)),
}


@pytest.mark.parametrize(("markdown", "wanted"), CASES.values(), ids=CASES)
def test_markdown_becomes_blocks(markdown: str, wanted: Blocks) -> None:
    assert read(markdown) == wanted


# Whatever a briefing may hold: control and invisible characters do not load (scripts/characters.py).
LINES = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60)
# Where a text, marked T, may stand; and what is read there.
PLACES = {
    "T": ["T"],
    "## T": ["T"],
    "- T": ["T"],
    "1. T": ["T"],
    "> T": ["T"],
    "x **T** y": ["x T y"],
    "x [T](https://www.example.org/) y": ["x T y"],
    "| T |\n| --- |\n| T |": ["T", "T"],
}


@given(LINES.map(lambda text: " ".join(text.split())).filter(bool), st.sampled_from(sorted(PLACES)))
def test_a_text_comes_out_as_it_is_wherever_it_stands(line: str, place: str) -> None:
    found = [text for block in read(place.replace("T", literal(line))) for text in spoken(block)]
    assert found == [text.replace("T", line) for text in PLACES[place]]
