"""Lists written as running text, taken apart: at semicolons, else at the ends of sentences."""

import re

from scripts.importing.word_lists import listed

_ABBREVIATIONS = frozenset(
    listed(
        "e.g i.e etc dr mr mrs ms st no nos vs approx prof cf al para paras p pp fig ed dept incl inc viz "
        "jan feb aug sept oct nov dec"
    )
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


def split_items(text: str) -> tuple[str, ...]:
    """The items of a list in running text, verbatim, without what only divides them."""
    pieces = _at_semicolons(text)
    return finished(pieces if len(pieces) > 1 else sentences(text))


def finished(pieces: list[str]) -> tuple[str, ...]:
    """Items without the marks between them: the closing full stop or semicolon, the last one's leading “and ”."""
    items = [_without_end(" ".join(piece.split())) for piece in pieces]
    items = [item for item in items if item]
    if len(items) > 1 and re.match(r"and(?:\s|$)", items[-1]):
        items[-1] = items[-1][3:].strip()
    return tuple(item for item in items if any(character.isalnum() for character in item))


def _without_end(item: str) -> str:
    item = re.sub(r"[;,]\s*and$", ";", item.strip())
    return item if item.endswith("...") else re.sub(r"\s*[;.]$", "", item).strip()


def _at_semicolons(text: str) -> list[str]:
    inside = _bracketed(text)
    cuts = [offset for offset, character in enumerate(text) if character == ";" and not inside[offset]]
    return [text[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)]


def _bracketed(text: str) -> list[bool]:
    """For each character, whether it stands between brackets that both are there."""
    inside = [0] * (len(text) + 1)
    opened: list[tuple[str, int]] = []
    for offset, character in enumerate(text):
        if character in "([":
            opened.append((character, offset))
        elif character in ")]" and opened and opened[-1][0] == {")": "(", "]": "["}[character]:
            _, start = opened.pop()
            inside[start] += 1
            inside[offset] -= 1
    depth, found = 0, []
    for change in inside[:-1]:
        depth += change
        found.append(depth > 0)
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text. An abbreviation or a number ends none, nor does what stands in brackets."""
    inside = _bracketed(text)
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        word = re.split(r"[\s(“\"‘']", text[start : match.start()])[-1].casefold()
        if inside[match.start()] or (text[match.start()] == "." and word in _ABBREVIATIONS):
            continue
        found.append(text[start : match.end()])
        start = match.end()
    return [*found, text[start:]]
