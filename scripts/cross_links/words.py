"""The words of a text, as titles are compared by: whatever its apostrophes, dashes, spaces and capitals."""

import re
import unicodedata
from typing import NamedTuple

_PLAIN_SIGNS = str.maketrans({**dict.fromkeys("‘’‛ʼ`´′", "'"), **dict.fromkeys("“”„«»", '"')})
# 2018-19, 2018/2019 and 2018 to 2019 are one.
_YEARS = re.compile(r"\b(19|20)(\d\d) ?(?:to|[-–—/‑]) ?(?:19|20)?(\d\d)\b")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
# A line's end that is no more than a space: what follows begins no paragraph, item, heading or row.
_SAME_PARAGRAPH = re.compile(r" ?\n(?! ?(?:\n|[-*+>#|] |#{2}|\d+[.)] )) ?")
_WEB_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+")
# A word, or a sign that no title is read across.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|[&.!?;,\n]")


class Token(NamedTuple):
    """A word, or a sign that parts words, and where it stands."""

    text: str
    start: int
    end: int


def signs(text: str) -> str:
    """The text with one form of each quotation mark, apostrophe and letter."""
    return unicodedata.normalize("NFKC", text.translate(_PLAIN_SIGNS))


def plain(text: str) -> str:
    """The text with one form of each sign, space and span of years, each paragraph on one line, and no web address."""
    lines = _SAME_PARAGRAPH.sub(" ", _SPACES.sub(" ", _WEB_ADDRESS.sub("", signs(text))))
    return _YEARS.sub(r"\1\2 to \1\3", lines)


def tokens(text: str) -> list[Token]:
    """The words and parting signs of a plain text, in small letters and without apostrophes."""
    return [
        Token("and" if found.group() == "&" else found.group().casefold().replace("'", ""), *found.span())
        for found in _TOKEN.finditer(text)
    ]


def words(text: str) -> list[str]:
    """The words alone of a text with one form of each sign, as its tokens have them."""
    return [word.replace("'", "") for word in _WORD.findall(text.casefold())]
