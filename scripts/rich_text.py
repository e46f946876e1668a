"""Text with structure: rendered Markdown as frozen blocks and spans, for documents that are not web pages.

Only what is named here comes through: whatever else a text holds, no document can carry it.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import lxml.html


@dataclass(frozen=True)
class Span:
    """A run of text in one style; with `url` it is a link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    url: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    spans: Spans
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest."""

    level: int
    spans: Spans
    type: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Listing:
    """A list; each item is blocks, so that lists can lie in lists. `start` counts for numbered ones."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1
    type: Literal["list"] = "list"


@dataclass(frozen=True)
class Table:
    """A table with one row of headers; every row has as many cells as the first."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    type: Literal["table"] = "table"


@dataclass(frozen=True)
class Quote:
    """Somebody else's words, or a note set apart."""

    blocks: tuple["Block", ...]
    type: Literal["quote"] = "quote"


@dataclass(frozen=True)
class Code:
    """Text in which every space and line break counts."""

    text: str
    type: Literal["code"] = "code"


@dataclass(frozen=True)
class Rule:
    """A line across the page."""

    type: Literal["rule"] = "rule"


Block = Paragraph | Heading | Listing | Table | Quote | Code | Rule
Blocks = tuple[Block, ...]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {*_HEADINGS, "p", "ul", "ol", "table", "blockquote", "div", "pre", "hr"}


def blocks(html: str) -> Blocks:
    """The blocks of rendered Markdown, in order; addresses as they stand there."""
    return tuple(_blocks(lxml.html.fragment_fromstring(html, create_parent="div")))


def plain(spans: Iterable[Span]) -> str:
    """The text of spans without its styles."""
    return "".join(span.text for span in spans)


def reads_right_to_left(spans: Iterable[Span]) -> bool:
    """Whether the first letter is of a script written from right to left. Few programs find that out by themselves."""
    kinds = (unicodedata.bidirectional(sign) for sign in plain(spans))
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _blocks(element: Any) -> Iterator[Block]:  # noqa: ANN401  an lxml element
    """What an element holds; text that lies loose beside blocks is a paragraph of its own."""
    loose = [_run(Span(""), element.text)]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraph(loose)
            yield from _block(child)
            loose = []
        elif isinstance(child.tag, str):
            loose += _inline(child, Span(""))
        loose.append(_run(Span(""), child.tail))
    yield from _paragraph(loose)


def _paragraph(spans: Iterable[Span]) -> Iterator[Block]:
    if text := _tidy(spans):
        yield Paragraph(text)


def _block(element: Any) -> Iterator[Block]:  # noqa: ANN401  an lxml element
    tag = element.tag
    if tag in _HEADINGS:
        yield Heading(_HEADINGS[tag], _spans(element))
    elif tag == "p":
        yield from _paragraph(_inside(element, Span("")))
    elif tag in ("ul", "ol"):
        items = tuple(tuple(_blocks(item)) for item in element.iterchildren("li"))
        yield Listing(items, tag == "ol", int(element.get("start", 1)))
    elif tag == "table":
        header, *rows = (tuple(_spans(cell) for cell in row.iter("th", "td")) for row in element.iter("tr"))
        yield Table(header, tuple(rows))
    elif tag == "pre":
        yield Code(element.text_content().strip("\n"))
    elif tag == "hr":
        yield Rule()
    else:
        yield Quote(tuple(_blocks(element)))


def _spans(element: Any) -> Spans:  # noqa: ANN401  an lxml element
    return _tidy(_inside(element, Span("")))


def _inline(element: Any, style: Span) -> Iterator[Span]:  # noqa: ANN401  an lxml element
    if element.tag == "br":
        yield replace(style, text="\n")
        return
    if element.tag == "a":
        style = replace(style, url=element.get("href", ""))
    strong, emphasis = element.tag == "strong", element.tag == "em"
    yield from _inside(
        element,
        replace(
            style,
            strong=style.strong or strong,
            emphasis=style.emphasis or emphasis,
            code=style.code or element.tag == "code",
        ),
    )


def _inside(element: Any, style: Span) -> Iterator[Span]:  # noqa: ANN401  an lxml element
    yield _run(style, element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield from _inline(child, style)
        yield _run(style, child.tail)


def _run(style: Span, text: str | None) -> Span:
    # A line break of the source is a space; only `br` breaks a line.
    return replace(style, text=(text or "").replace("\n", " "))


def _tidy(spans: Iterable[Span]) -> Spans:
    """Spans with each break and run of spaces as one space, none at the ends; the breaks of `br` stay."""
    tidy: list[Span] = []
    for span in spans:
        if span.text == "\n":
            tidy.append(span)
            continue
        text = " ".join(f"|{span.text}|".split())[1:-1]
        after_space = not tidy or tidy[-1].text.endswith((" ", "\n"))
        text = text.lstrip(" ") if after_space else text
        if text and tidy and replace(tidy[-1], text="") == replace(span, text="") and tidy[-1].text != "\n":
            tidy[-1] = replace(span, text=tidy[-1].text + text)
        elif text:
            tidy.append(replace(span, text=text))
    while tidy and not tidy[-1].text.rstrip():
        tidy.pop()
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip())
    return tuple(tidy)
