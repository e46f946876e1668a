"""Words of a text, and the forms in which one word equals another: its number, and its stem."""

import functools
import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# What may stand between two words of one phrase: spaces or a hyphen, and quotation marks around either.
_PLAIN_GAP = re.compile(r"[\"']?(?: +|-)[\"']?")
_COMMA = re.compile(r", +")
# They may stand in any phrase: the voice of (the) child, missed (several) appointments.
_PASSED_OVER = {
    *("the", "a", "an", "his", "her", "their", "its", "our", "this", "these", "each", "every", "both", "many"),
    *("several", "some", "any", "all", "more", "various"),
}

# What word processors make of plain signs.
_PLAIN_SIGNS = str.maketrans("‘’“”‐‑", "''\"\"--")
_NEW_ITEM = re.compile(r"\n(?=[^\S\n]*[-•*\"A-Z0-9\n])")
_SPACE = re.compile(r"\s")

_IRREGULAR = {
    **dict.fromkeys(("children", "childrens", "childs"), "child"),
    **{"men": "man", "mens": "man", "women": "woman", "knives": "knife", "parental": "parent"},
}
_ENDINGS = ("ation", "ating", "ated", "ate", "ment", "ing", "ed", "ly")
_SHORTEST_STEM = 3
_SHORTEST_PLURAL_IN_IES = 5


class Word(NamedTuple):
    """A word and where it stands."""

    start: int
    end: int
    raw: str
    lower: str
    follows: bool  # on from the word before it, with nothing of weight between
    after_comma: bool


def flat(text: str) -> str:
    """A text of the same length with plain marks and spaces, in which a new paragraph or item ends a sentence."""
    return _SPACE.sub(" ", _NEW_ITEM.sub(".", text.translate(_PLAIN_SIGNS)))


def read(text: str) -> list[Word]:
    """The words of a flat text, but for those that may stand in any phrase."""
    words: list[Word] = []
    end, follows, after_comma = 0, False, False
    for found in _WORD.finditer(text):
        gap = (text, end, found.start())
        is_plain = bool(_PLAIN_GAP.fullmatch(*gap))
        is_after_word = bool(words) and words[-1].end == end
        follows = is_plain and (follows or is_after_word)
        after_comma = bool(_COMMA.fullmatch(*gap)) or (is_plain and after_comma and not is_after_word)
        end = found.end()
        lower = found.group().casefold()
        if lower not in _PASSED_OVER:
            words.append(Word(found.start(), end, found.group(), lower, follows, after_comma))
    return words


# Texts say the same words again and again.
@functools.lru_cache(maxsize=65_536)
def number(word: str) -> str:
    """A word in lower case without its possessive and plural: children's and childrens are child."""
    return _singular(word).removesuffix("e")


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its ending too: shared, sharing and share are one."""
    word = _singular(word)
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM:
            is_doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return (rest[:-1] if is_doubled else rest).removesuffix("e")
    return word.removesuffix("e")


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) >= _SHORTEST_PLURAL_IN_IES:
        return word.removesuffix("ies") + "y"
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")
