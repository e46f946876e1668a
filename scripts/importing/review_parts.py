"""The parts of one review: what stands under its heading, put into fields by its labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scripts.importing.document import Block, Role
from scripts.importing.findings import FoundReview
from scripts.importing.heading_words import HeadingWords, heading_words
from scripts.importing.label_words import Part
from scripts.importing.labels import Label, is_report_line, label_at
from scripts.importing.list_parts import is_item, items, owner_line, recommendations
from scripts.importing.owners import names_in
from scripts.importing.web_addresses import unwrapped

_LINK_LINE = 200  # characters of a line that holds little more than a link
_FACTS = (Part.PARTNERSHIP, Part.TYPE)
_NO_NAMES = frozenset(("Child", "Baby", "Family", "Children", "Twins", "Siblings"))


@dataclass(frozen=True)
class _Labelled:
    """A label and the blocks that belong to it."""

    label: Label
    blocks: tuple[Block, ...]
    stands_alone: bool

    def of(self, part: Part) -> tuple[Block, ...]:
        """Its blocks where it announces that part, else none."""
        return self.blocks if self.label.part is part else ()


def read_review(heading: Block, content: Sequence[Block]) -> tuple[FoundReview, tuple[str, ...]]:
    """The review, and every text under its heading that is in none of its fields."""
    prose, parts, rest = _gathered(content)

    def blocks(part: Part) -> list[Block]:
        return [block for each in parts for block in each.of(part)]

    words = _with_facts(heading_words(heading.text), parts)
    names = names_in(f"of {words.partnership}", f"of {heading.text}", *(block.text for block in content)) - _NO_NAMES
    links = tuple(dict.fromkeys([*(url for block in blocks(Part.REPORT) for url in block.urls), *heading.urls]))
    urls = [address for link in links if (address := unwrapped(link))]
    review = FoundReview(
        heading.text,
        words,
        summary=_paragraphs([*prose, *blocks(Part.SUMMARY)]),
        background=_paragraphs(blocks(Part.BACKGROUND)),
        learning=_lists(parts, Part.KEY_ISSUES) + _lists(parts, Part.LEARNING),
        recommendations=tuple(
            found
            for each in parts
            if each.label.part is Part.RECOMMENDATIONS
            for found in recommendations(each.blocks, each.label.to, names)
        ),
        model=" ".join(block.text for block in blocks(Part.MODEL)),
        keywords=_keywords(blocks(Part.KEYWORDS)),
        report_url=urls[0] if urls else "",
    )
    return review, (*rest, *_unsaid(review, parts), *_unused_links(links, content))


def _unused_links(of_reports: Sequence[str], content: Sequence[Block]) -> Iterator[str]:
    """Where links lead that are no report's address: further reports, hidden addresses, links within the text."""
    real = [address for link in of_reports if (address := unwrapped(link))]
    yield from real[1:]
    yield from (link for link in of_reports if unwrapped(link) is None)
    within = ((url, block.text) for block in content for url in block.urls if url not in of_reports)
    yield from dict.fromkeys(unwrapped(url) or url for url, text in within if url not in text)


def _unsaid(review: FoundReview, parts: Sequence[_Labelled]) -> Iterator[str]:
    """The texts under labels that are not wholly in the review's fields: nothing is lost silently."""
    recommended = [words for each in review.recommendations for words in (each.to, each.text)]
    facts = (review.heading, review.words.title, review.words.type, review.words.partnership)
    said = _words_of(" ".join((*facts, review.summary, review.background, review.model, *review.learning)))
    said |= _words_of(" ".join((*recommended, *review.keywords)))
    for each in parts:
        for block in each.blocks:
            is_understood = each.label.part is Part.REPORT and is_report_line(block.text)
            if not is_understood and not _words_of(block.text) <= said:
                yield block.text


def _words_of(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if word != "and"}


def _gathered(content: Sequence[Block]) -> tuple[list[Block], list[_Labelled], list[str]]:
    """The prose before the first label, each label with its blocks, and the texts that belong to neither."""
    prose: list[Block] = []
    parts: list[_Labelled] = []
    rest: list[str] = []
    for block in content:
        label = _label(block)
        if label is not None:
            _, behind = block.cut(label.end)
            whole = label.part is Part.REPORT
            own = (block,) if whole else (behind,) if behind.text else ()
            parts.append(_Labelled(label, own, stands_alone=not behind.text))
            rest += [behind.text] if whole and behind.text else []
        elif all(each.label.part in _FACTS for each in parts):
            prose.append(block)
        elif _goes_on(block, parts[-1]):
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, block))
        else:
            rest.append(_words(block))
    return prose, parts, rest


def _label(block: Block) -> Label | None:
    """The label that a block begins with. An item begins with one only if it is bold, or leads to the report."""
    label = label_at(block.text, bold=block.bold_start)
    if label is None or block.role is not Role.ITEM or block.bold_start:
        return label
    return label if label.part is Part.REPORT and block.urls else None


def _goes_on(block: Block, part: _Labelled) -> bool:
    """Whether a block belongs to the part before it."""
    kind, before = part.label.part, part.blocks
    if kind is Part.REPORT:
        return bool(block.urls) and len(block.text) < _LINK_LINE
    if kind in _FACTS:
        return False
    if not before or is_item(block) or kind in (Part.SUMMARY, Part.BACKGROUND):
        return True
    if block.follows or owner_line(block) or before[-1].text.endswith(":"):
        return True
    # After a label on a line of its own come paragraphs or items; a paragraph behind items is something else.
    return part.stands_alone and not any(map(is_item, before))


def _lists(parts: Sequence[_Labelled], kind: Part) -> tuple[str, ...]:
    return tuple(item for each in parts for item in items(each.of(kind)))


def _words(block: Block) -> str:
    """A paragraph's text, with the number that it began with."""
    return f"{block.number}. {block.text}" if block.number is not None and block.role is not Role.ITEM else block.text


def _paragraphs(blocks: Sequence[Block]) -> str:
    return "\n\n".join(map(_words, blocks))


def _keywords(blocks: Sequence[Block]) -> tuple[str, ...]:
    text = "; ".join(block.text for block in blocks)
    sign = ";" if ";" in text.rstrip("; ") else r"[,>|]"
    words = (word.strip(" .") for word in re.split(rf"\s*{sign}\s*", text))
    return tuple(dict.fromkeys(word for word in words if word))


def _with_facts(words: HeadingWords, parts: Sequence[_Labelled]) -> HeadingWords:
    """The heading's facts, with those that lines of their own add where the heading is silent."""
    for each in parts:
        value = " ".join(block.text for block in each.blocks).strip().rstrip(".")
        if value and each.label.part is Part.PARTNERSHIP and not words.partnership:
            words = replace(words, partnership=heading_words(f"Child A ({value}, 2000)").partnership or value)
        elif value and each.label.part is Part.TYPE and not words.type:
            words = replace(words, type=value)
    return words
