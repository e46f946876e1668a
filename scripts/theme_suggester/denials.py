"""Where a text says that something was not so: "no evidence of neglect", "neglect was not a feature".

What a text says was not noticed, shared or done still counts: "no professional recognised the neglect".
"""

import bisect
from collections.abc import Iterator, Sequence

from scripts.theme_suggester import denial_words as words
from scripts.theme_suggester.phrases import Match

# How far a denial is followed, in characters: longer than any clause that is meant to be read.
_REACH = 300
_REACH_BACK = 100


def undenied(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches that a flat text does not deny."""
    denied = {place for start in _beginnings(text, matches) for place in _reached(text, matches, start)}
    return [
        match
        for place, match in enumerate(matches)
        if place not in denied and not _is_denied_after(text[match.end : match.end + _REACH], match)
    ]


def _is_practice(match: Match) -> bool:
    return bool(match.stems & words.PRACTICE)


def _is_denied_after(after: str, match: Match) -> bool:
    if words.NO_TOPIC_AFTER.match(after):
        return True
    return not _is_practice(match) and bool(words.RULED_OUT_AFTER.match(after))


def _beginnings(text: str, matches: Sequence[Match]) -> Iterator[int]:
    """Where denials begin to hold: after a phrase like "no evidence of", and with what stands right after "no"."""
    yield from (found.end() for found in words.PHRASE_BEFORE.finditer(text))
    for match in matches:
        before = text[max(0, match.start - _REACH_BACK) : match.start]
        if not _is_practice(match) and words.WORD_BEFORE.search(before):
            yield match.start


def _reached(text: str, matches: Sequence[Match], start: int) -> Iterator[int]:
    """The places of the matches from a denial's beginning to the end of its clause."""
    first = bisect.bisect_left(matches, start, key=lambda match: match.start)
    if first == len(matches):
        return
    end = _clause_end(text, start, matches[first].end)
    for place in range(first, len(matches)):
        match = matches[place]
        if match.start >= end:
            return
        is_given = words.TAKEN_AS_GIVEN.search(text[max(0, match.start - len(" these ")) : match.start])
        if not is_given and not _is_practice(match):
            yield place


def _clause_end(text: str, start: int, first_end: int) -> int:
    """Where a denial ends: at the clause's end, or where a list turns into a clause of its own."""
    hard = words.HARD_END.search(text, start, start + _REACH)
    end = hard.start() if hard else min(len(text), start + _REACH)
    verb = words.VERB.search(text, first_end, end)
    verb_start = verb.start() if verb else end
    for soft in words.SOFT_END.finditer(text, first_end, max(first_end, end)):
        # After its verb a clause has ended; before it, a comma that no "or" follows begins another.
        if soft.group().lower().endswith("and"):
            goes_on = verb is None
        else:
            goes_on = bool(words.JOINT.search(text, soft.end(), verb_start))
        if not goes_on:
            return soft.start()
    return end
