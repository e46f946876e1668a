"""Lines joined to blocks: wrapped lines, page breaks and hyphenated line ends are undone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scripts.importing.document import SOFT, Block, Line, Role
from scripts.importing.headings import has_heading_words
from scripts.importing.joining import joined
from scripts.importing.label_words import Part
from scripts.importing.labels import label_at, labels_within
from scripts.importing.names import BODY
from scripts.importing.surroundings import begins_message, is_closing

_MID_SENTENCE = re.compile(
    r"(?:,|\b(?:and|or|of|the|a|an|to|with|in|for|by|at|on|from|including|who|which|that|their|his|her|is|was|"
    r"were|are|be|as|between|into|about))$",
    re.IGNORECASE,
)
_LEAST_GAPS = 6  # of so many lines one begins anew
_ENDED = re.compile(r"[.!?…:][\"”’')\]]*$")


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that lines make. Nothing is lost: every word of every line stands in a block."""
    words = Counter(re.findall(r"[\w’'-]+", " ".join(line.text.casefold() for line in lines)))
    # Where empty lines divide a text, a line directly under another belongs to it.
    has_gaps = _LEAST_GAPS * sum(line.starts for line in lines) >= len(lines)
    found = [_join(group, words, follows=has_gaps and not group[0].starts) for group in _groups(lines)]
    whole = [_join(group, words, follows=group[0].follows) for group in _over_gaps(found)]
    return tuple(part for block in whole for part in _at_labels(block) if part.text)


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that belong to one block by the mark-up and by where they end."""
    group: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        if group and not _goes_on(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the group before it."""
    previous = group[-1]
    if line.starts or line.role is not Role.PLAIN or line.number is not None:
        return False
    if group[0].role is Role.HEADING:
        return line.level > 0
    if previous.is_bold != line.is_bold:
        return False
    if len(group) == 1 and _is_whole_name(previous) and line.text[:1].isupper():
        return False
    wraps = previous.room <= len(line.text.split(maxsplit=1)[0])
    if _begins_anew(line) and not (wraps and previous.room > SOFT and _is_cut_short(previous.text)):
        return False
    if wraps:
        return True
    return _is_cut_short(previous.text) and line.text[:1].islower() and not _is_whole_label(group, line)


def _begins_anew(line: Line) -> bool:
    found = label_at(line.text, bold=Block(line.runs).bold_start)
    if is_closing(line.text) or begins_message(line.text):
        return True
    return (found is not None and line.text[:1].isupper()) or has_heading_words(line.text)


def _is_whole_name(line: Line) -> bool:
    """Whether a line says who commissioned a review, and ends with the name of a body."""
    found = label_at(line.text)
    return found is not None and found.part is Part.PARTNERSHIP and BODY.search(line.text.split()[-1]) is not None


def _is_whole_label(group: Sequence[Line], line: Line) -> bool:
    """Whether a line is a label, and does not go on as one in the next: “Learning themes”, but not before “include”."""
    first = label_at(group[0].text)
    is_whole = len(group) == 1 and first is not None and first.end >= len(group[0].text)
    return is_whole and label_at(f"{group[0].text} {line.text}") is None


def _is_cut_short(text: str) -> bool:
    return not _ENDED.search(text[-20:])


def _join(group: Sequence[Line | Block], words: Counter[str], *, follows: bool) -> Block:
    first = group[0]
    return Block(joined((each.runs for each in group), words), first.role, first.level, first.number, follows)


def _over_gaps(found: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that a page break or a stray empty line cut in mid-sentence, together."""
    pending: list[Block] = []
    for block in found:
        if pending and not _is_continuation(pending, block):
            yield pending
            pending = []
        pending.append(block)
    if pending:
        yield pending


def _is_continuation(pending: Sequence[Block], after: Block) -> bool:
    first, before = pending[0], pending[-1]
    if after.role is not Role.PLAIN or after.number is not None or before.role is Role.HEADING:
        return False
    text, following = before.text, after.text
    if before.is_bold or after.is_bold or not _is_cut_short(text) or has_heading_words(following):
        return False
    here = label_at(text, bold=before.bold_start) if before is first else None
    if here and (here.end >= len(text) or here.part in (Part.REPORT, Part.PARTNERSHIP, Part.TYPE)):
        return False
    if label_at(following, bold=after.bold_start) and following[:1].isupper():
        return False
    if has_heading_words(text) and not following[:1].islower():
        return False
    if before.role is Role.ITEM and text.endswith((";", "; and")):
        return False
    return (
        following[:1].islower()
        or following[:1] in "(,;–"
        or bool(_MID_SENTENCE.search(text[-20:]))
        or bool(re.search(r"\w[-‐]$", text[-5:]))
    )


def _at_labels(block: Block) -> Iterator[Block]:
    """A paragraph that holds several labelled parts, divided before each."""
    cuts = [] if block.role is Role.HEADING else list(labels_within(block.text))
    rest = block
    for start, cut in pairwise([0, *cuts]):
        first, rest = rest.cut(cut - start)
        text = first.text
        # What divides parts on one line is part of neither: “Keywords: neglect > Model: …”.
        yield first.cut(len(text.rstrip(" >»|•·")))[0] if text.endswith(tuple(">»|•·")) else first
    yield rest
