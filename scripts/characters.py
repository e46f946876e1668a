"""Characters that a reader cannot see, and that change or hide what a text says."""

import re
import unicodedata
from collections.abc import Iterator

from scripts.problems import Fault, Rule

INVISIBLE = Rule(
    "invisible-character",
    "Text holds no control, text-direction, zero-width or private-use characters.",
    "Delete the character; if it came from Word, a PDF or a web page, type the word again.",
)
TAB = Rule("tab", "Lines are indented with spaces, never with tabs.", "Replace the tab by spaces.")
LOST = Rule(
    "lost-character",
    "No character was lost when the text was copied.",
    "Compare with the source and type the missing character.",
)

# The commonest offenders in words; their Unicode name stands beside it.
_KIND = {
    "Cc": "a control",
    "Cf": "an invisible",
    "Co": "a private-use",
    "Zl": "a line-separator",
    "Zp": "a line-separator",
}
_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
# The last two code points of every plane; XML cannot hold them.
_NONCHARACTER = 0xFFFE
_SUSPECT = re.compile(r"[^\n -~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ud7ff]")
# What YAML or HTML cannot hold, or takes for the end of a line.
_UNPARSEABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def character_faults(text: str) -> Iterator[tuple[Fault, int]]:
    """Every unwanted character of a text, each with its offset."""
    for match in _SUSPECT.finditer(text):
        if (fault := _fault(match.group())) is not None:
            yield fault, match.start()


def parseable(text: str) -> str:
    """The text with a space for each character that no parser takes: each is reported as what it is, once."""
    return _UNPARSEABLE.sub(" ", text)


def _fault(character: str) -> Fault | None:
    if character == "\t":
        return Fault(TAB, "There is a tab here.")
    if character == "\ufffd":
        return Fault(LOST, "A character was lost here when the text was copied (it shows as �).")
    kind = _KIND.get(unicodedata.category(character))
    if unicodedata.bidirectional(character) in _DIRECTIONS:
        kind = "a text-direction"
    if kind is None and ord(character) & _NONCHARACTER == _NONCHARACTER:
        kind = "an unusable"
    if kind is None:
        return None
    name = ", ".join(filter(None, [f"U+{ord(character):04X}", unicodedata.name(character, "")]))
    return Fault(INVISIBLE, f"There is {kind} character here ({name}).")
