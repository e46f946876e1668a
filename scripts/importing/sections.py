"""A text divided at its headings, and which of its sections are reviews."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.importing.document import Block, Role
from scripts.importing.heading_words import heading_words
from scripts.importing.headings import has_heading_words, may_be_heading, names_the_list
from scripts.importing.label_words import Part
from scripts.importing.labels import label_at
from scripts.importing.list_parts import owner_line
from scripts.importing.tidy import letters

_LEAST_LETTERS = 12  # of a heading that can be told by its beginning


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it until the next one."""

    heading: Block | None
    content: tuple[Block, ...]

    @property
    def has_labels(self) -> bool:
        """Whether a label stands in it, as in every review."""
        return any(has_label(block) for block in self.content)


def has_label(block: Block) -> bool:
    """Whether a block begins with a label."""
    return label_at(block.text, bold=block.bold_start) is not None


def _is_label_alone(block: Block) -> bool:
    """Whether a block is a label whose content is yet to come."""
    found = label_at(block.text, bold=block.bold_start)
    return found is not None and found.part is not Part.REPORT and found.end >= len(block.text)


def _is_heading_here(text: Sequence[Block], number: int) -> bool:
    """Whether a block is a heading by its words; an item of a list only where no other item follows."""
    block = text[number]
    is_last = number + 1 == len(text) or text[number + 1].role is not Role.ITEM
    return is_heading(block) or (block.role is Role.ITEM and is_last and has_heading_words(block.text))


def is_heading(block: Block) -> bool:
    """Whether a block's words make it a review's heading."""
    return (block.role is not Role.ITEM or block.is_bold) and has_heading_words(block.text)


def sections_of(text: Sequence[Block]) -> list[Section]:
    """The text divided at everything that may be a review's heading."""
    heading: Block | None = None
    content: list[Block] = []
    sections: list[Section] = []
    part: Part | None = None
    for number, block in enumerate(text):
        label = label_at(block.text, bold=block.bold_start)
        part = label.part if label else part
        is_owner = part is Part.RECOMMENDATIONS and bool(owner_line(block))
        is_marked_up = block.role is Role.HEADING or block.is_bold
        is_awaited = number > 0 and _is_label_alone(text[number - 1]) and not is_marked_up
        is_marked = may_be_heading(block) and not is_owner and not _is_list_item(block, text, number)
        if (_is_heading_here(text, number) and not is_awaited) or is_marked:
            sections.append(Section(heading, tuple(content)))
            heading, content, part = block, [], None
        elif block.role is Role.HEADING and not has_label(block):
            # A heading of the list or of a group in it ends the review before it.
            sections.append(Section(heading, tuple(content)))
            heading, content = None, [block]
        else:
            content.append(block)
    return [*sections, Section(heading, tuple(content))]


def _is_list_item(block: Block, text: Sequence[Block], number: int) -> bool:
    """Whether a short numbered line is one of several in a row."""
    if block.number is None or block.is_bold or block.role is Role.HEADING:
        return False
    beside = (*text[max(0, number - 1) : number], *text[number + 1 : number + 2])
    return any(near.number is not None and abs(near.number - block.number) == 1 for near in beside)


def reviews_of(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections that are reviews; others are given without heading, as text outside any review."""
    level = _level(sections)
    headings = [letters(section.heading.text) if section.heading else "" for section in sections]
    titles = [letters(heading_words(section.heading.text).title) if section.heading else "" for section in sections]
    pending: Section | None = None
    for number, section in enumerate(sections):
        later = headings[number + 1 :], titles[number + 1 :]
        is_listed = not section.has_labels and _is_announced(headings[number], titles[number], *later)
        if _is_review(section, level, sections[max(0, number - 1) : number + 2]) and not is_listed:
            if pending is not None:
                yield pending
            pending = section
        elif pending is not None and _goes_on(section, pending, level):
            pending = Section(pending.heading, (*pending.content, *_all(section)))
        else:
            if pending is not None:
                yield pending
                pending = None
            yield Section(None, _all(section))
    if pending is not None:
        yield pending


def _all(section: Section) -> tuple[Block, ...]:
    return ((section.heading,) if section.heading else ()) + section.content


def _level(sections: Sequence[Section]) -> int | None:
    """The level of the headings that are reviews by their words; None where they have none."""
    levels = [
        section.heading.level
        for section in sections
        if section.heading
        and section.heading.role is Role.HEADING
        and has_heading_words(section.heading.text)
        and section.content
    ]
    return max(set(levels), key=levels.count) if levels else None


def _is_review(section: Section, level: int | None, around: Sequence[Section]) -> bool:
    if section.heading is None:
        return False
    if not section.content:
        # A heading with nothing under it is a review among reviews; several in a row are a table of contents.
        return has_heading_words(section.heading.text) and all(near is section or near.has_labels for near in around)
    if has_heading_words(section.heading.text):
        return True
    is_deeper = level is not None and section.heading.role is Role.HEADING and section.heading.level > level
    return section.has_labels and not is_deeper


def _is_announced(heading: str, title: str, headings: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether a heading only announces one that comes later: a line of a table of contents, perhaps with its page."""
    if title and title in titles:
        return True
    is_long = len(heading) >= _LEAST_LETTERS
    return is_long and any(other.startswith(heading) or (other and heading.startswith(other)) for other in headings)


def _goes_on(section: Section, before: Section, level: int | None) -> bool:
    """Whether a section that is no review is a part of the review before it: a deeper heading with its text."""
    heading = section.heading
    if heading is None or before.heading is None or names_the_list(heading.text):
        return False
    return heading.role is Role.HEADING and level is not None and heading.level > level
