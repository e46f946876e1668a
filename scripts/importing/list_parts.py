"""The blocks under a label as a list: bullets, or running text taken apart; and whom each item addresses."""

import re
from collections.abc import Iterator, Sequence

from scripts.importing.document import Block, Role
from scripts.importing.findings import FoundRecommendation
from scripts.importing.lists import finished, split_items
from scripts.importing.owners import is_owner, owner_prefix

_MARK = re.compile(
    r"^(?:recommendation|learning point|action|finding|lesson|theme)\s+\d{1,2}(?:\.\d{1,2})?\s*[:.–—-]\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+|^\d{1,2}\.\s+")
_LEAD_IN = re.compile(r"^(?:recommendations?\s+)?(?:are (?:also )?made )?(?:for|to)\s+", re.IGNORECASE)


def items(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The items of a list, verbatim."""
    return tuple(item for _, group in _groups(blocks, is_addressed=False) for item in group)


def recommendations(blocks: Sequence[Block], to: str, names: frozenset[str]) -> tuple[FoundRecommendation, ...]:
    """The recommendations of a list. An owner, of the lead-in or named before a colon, holds until the next.

    `names` are the names of places and bodies that the review speaks of.
    """
    found = []
    owner = to
    for heading, group in _groups(blocks, is_addressed=True):
        owner = heading or owner
        for item in group:
            prefix = owner_prefix(item, names)
            owner, text = prefix or (owner, item)
            if text:
                found.append(FoundRecommendation(text, owner))
    return tuple(found)


def is_item(block: Block) -> bool:
    """Whether a block is marked as an item of a list."""
    return block.role is Role.ITEM or block.number is not None


def owner_line(block: Block) -> str:
    """Whom a line of its own addresses: “For the police:”, or an owner in bold; "" where it is something else."""
    words = block.text.strip().removesuffix(":").strip()
    is_marked = block.text.rstrip().endswith(":") or block.is_bold or block.role is Role.HEADING
    name = _LEAD_IN.sub("", words)
    return name if is_marked and is_owner(name[:1].upper() + name[1:]) else ""


def _groups(blocks: Sequence[Block], *, is_addressed: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The items under each line that names an owner; "" before the first."""
    has_bullets = sum(map(is_item, blocks)) > 1
    owner, pieces = "", list[str]()
    for block in blocks:
        if is_addressed and (name := owner_line(block)):
            yield owner, _unmarked(finished(pieces))
            owner, pieces = name, []
        elif has_bullets and is_item(block):
            pieces.append(block.text)
        else:
            pieces += _running(block.text, is_addressed=is_addressed)
    yield owner, _unmarked(finished(pieces))


def _running(text: str, *, is_addressed: bool) -> list[str]:
    """The items of running text; where it names owners in mid-text, each owner begins an item."""
    starts = [0]
    if is_addressed:
        starts += [match.end() for match in re.finditer(r"[.;]\s+", text) if owner_prefix(text[match.end() :])]
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return [item for start, end in spans for item in split_items(text[start:end])]


def _unmarked(found: tuple[str, ...]) -> tuple[str, ...]:
    """Items without “Recommendation 3:” or “(3)” before them."""
    if len(found) > 1 and all(map(_NUMBER.match, found)):
        found = tuple(_NUMBER.sub("", item) for item in found)
    return tuple(_MARK.sub("", item) for item in found)
