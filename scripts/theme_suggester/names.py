"""Names of bodies: a board or charity that has a theme in its name says who, not what."""

import re
from collections.abc import Iterator, Sequence

from scripts.theme_suggester.phrases import Match

_NAME = re.compile(r"\b[A-Z][\w'-]*(?: (?:(?:of|for|the|on|against|to) ){0,2}[A-Z][\w'-]*)+")
_BODY = re.compile(
    r"\b(?:Board|Partnership|Panel|Society|Charity|Foundation|Trust|Committee|Commission|Alliance|Forum|Network|Association|"
    r"Institute|College|Centre|University|Council|Conference|Team|Service|Services|Unit|Hub|Group|Subgroup)\b"
)


def outside_names(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches in a flat text that are not part of a body's name."""
    names = list(_names_of_bodies(text))
    kept, place = [], 0
    for match in matches:
        while place < len(names) and names[place][1] < match.end:
            place += 1
        is_in_name = place < len(names) and names[place][0] <= match.start
        if not is_in_name or _BODY.search(text, match.start, match.end):
            kept.append(match)
    return kept


def _names_of_bodies(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _NAME.finditer(text) if _BODY.search(found.group()))
