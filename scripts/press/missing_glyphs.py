"""Characters that no font can show, told to somebody who is to mend the text: which one, and nothing else of it."""

import re
import unicodedata

_TYPST_SAYS = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class MissingGlyphError(Exception):
    """Some characters have no shape in any font."""

    def __init__(self, characters: str) -> None:
        named = " with ".join(f"U+{ord(sign):04X} ({unicodedata.name(sign, 'without a name')})" for sign in characters)
        super().__init__(
            f"The character {named} has no shape in our fonts, nor in those of this machine. "
            "Write it in other letters, or add a font that has it to scripts/templates/press/fonts."
        )


def without_glyph(message: str) -> str:
    """The characters that Typst could not show, if that is what its message says."""
    said = _TYPST_SAYS.search(message)
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), said[1]) if said else ""
