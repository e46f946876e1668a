"""A deck's slides as they will be: each in its layout, with as much text as fits, under a title of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from scripts.press.slide_fit import NOTHING, Filled, Sizes, fill
from scripts.press.slide_measure import Room, fits
from scripts.press.slide_plan import Line, Lines, Slide, lines
from scripts.press.slide_tables import Grid, grids
from scripts.press.slide_template import Layout, Template
from scripts.rich_text import Block, Paragraph, Span, Table

# In points. A room reads 24; a few lines more are worth letters a little smaller, a second slide is worth more.
_TEXT = Sizes((32, 28, 24, 20), several=(24, 20))
_OPENING = Sizes((24, 20, 18), several=(18,))
_OPENING_TITLES = (44, 40, 36, 32, 28, 24, 20, 18)
_TITLES = (32, 28, 24, 20, 18)
# A title must have room for what tells it from others.
_LONGEST_NUMBER = " (88 of 88)"


@dataclass(frozen=True)
class Page:
    """One slide to be made; where it has a grid, that is its content."""

    layout: Layout
    title: str
    text: Filled = NOTHING
    grid: Grid | None = None
    notes: Lines = ()
    opens: bool = False


def pages(slides: tuple[Slide, ...], template: Template) -> tuple[Page, ...]:
    """The pages of a deck: its first slide opens it, its last closes it, one without text is a heading between."""
    last = len(slides) - 1
    found: list[Page] = []
    for number, slide in enumerate(slides):
        if number == 0 or not slide.shown:
            layout = template.opening
        else:
            layout = template.closing if number == last else template.content
        found += _pages(slide, layout, template)
    return tuple(_told_apart(found))


def _pages(slide: Slide, layout: Layout, template: Template) -> Iterator[Page]:
    title, text = _title(slide, (layout, template.content))
    notes = lines(slide.notes)
    contents = tuple(_contents(text, layout, template)) or ((layout, NOTHING),)
    for place, content in contents:
        page = Page(place, title, notes=notes, opens=place is template.opening)
        yield replace(page, grid=content) if isinstance(content, Grid) else replace(page, text=content)
        notes = ()


def _contents(blocks: Iterable[Block], layout: Layout, template: Template) -> Iterator[tuple[Layout, Filled | Grid]]:
    for are_tables, group in groupby(blocks, lambda block: isinstance(block, Table)):
        if not are_tables:
            yield from _texts(lines(tuple(group)), layout, template)
            continue
        for table in group:
            assert isinstance(table, Table)  # noqa: S101  they were grouped as such
            parts = grids(table, template.content.text)
            yield from ((template.content, part) for part in parts)
            if not parts:
                yield from _texts(lines((table,)), template.content, template)


def _texts(text: Lines, layout: Layout, template: Template) -> Iterator[tuple[Layout, Filled]]:
    filled = fill(text, layout.text, _OPENING if layout is template.opening else _TEXT)
    if len(filled) == 1 or layout is template.content:
        yield from ((layout, one) for one in filled)
    elif layout is template.opening:
        yield layout, filled[0]
        rest = tuple(line for one in filled[1:] for line in one.lines)
        yield from _texts(rest, template.content, template)
    else:
        yield from _texts(text, template.content, template)


def _title(slide: Slide, layouts: tuple[Layout, ...]) -> tuple[str, tuple[Block, ...]]:
    """A slide's title and text. A title too long for its box is shortened there, and stands in full in the text."""
    title = slide.title
    while not all(_title_fits(title + _LONGEST_NUMBER, layout.title, _TITLES[-1]) for layout in layouts):
        title = title[: -len(title) // 10 or -1].rstrip(" …") + "…"
    if title == slide.title:
        return title, slide.shown
    return title, (Paragraph((Span(slide.title, strong=True),)), *slide.shown)


def title_size(page: Page) -> int:
    """The largest letters in which a page's title fits its box."""
    sizes = _OPENING_TITLES if page.opens else _TITLES
    return next((size for size in sizes if _title_fits(page.title, page.layout.title, size)), sizes[-1])


def _title_fits(title: str, room: Room, size: int) -> bool:
    return fits((Line((Span(title, strong=True),)),), size, room)


def _told_apart(found: list[Page]) -> Iterator[Page]:
    """No two pages with one title: those after the first say which of how many they are."""
    number_of = Counter(page.title for page in found)
    seen: Counter[str] = Counter()
    for page in found:
        seen[page.title] += 1
        number = seen[page.title]
        title = f"{page.title} ({number} of {number_of[page.title]})" if number > 1 else page.title
        yield replace(page, title=title)
