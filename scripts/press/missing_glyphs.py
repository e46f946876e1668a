"""Characters that no font can show: they are named in words, so that nothing is lost and no build stops for them."""

import re
import unicodedata

_TYPST_SAYS = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def without_glyph(message: str) -> str:
    """The characters that Typst could not show, if that is what its message says."""
    said = _TYPST_SAYS.search(message)
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), said[1]) if said else ""


def in_words(characters: str) -> str:
    """What the characters are called in Unicode, in square brackets: [baby]."""
    # Marks and joiners only say how the character before them looks.
    seen = [sign for sign in characters if unicodedata.category(sign)[0] not in "MC"] or [*characters]
    return f"[{', '.join(unicodedata.name(sign, '').lower() or f'U+{ord(sign):04X}' for sign in seen)}]"
