"""Text as it comes out of other programs, made plain: no unseen characters, bullets as bullets."""

import unicodedata

# Bullets of Word's symbol fonts, which Unicode does not know.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•", "\uf0a8": "•", "\uf02d": "-"}
SOFT_HYPHEN = "\u00ad"


def tidy(text: str) -> str:
    """The text with \\n as its only control character, and without characters that cannot be seen.

    Soft hyphens stay: only whoever joins lines knows whether one stood at a line's end.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and text.isprintable() else "".join(map(_plain, text))


def without_soft_hyphens(text: str) -> str:
    """The text as it is read when no line ends in it."""
    return text.replace(SOFT_HYPHEN, "")


def letters(text: str) -> str:
    """A text's letters and digits alone, in one case: what stays the same however it is set."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _plain(character: str) -> str:
    if character in "\n\f" or " " <= character <= "~" or character == SOFT_HYPHEN:
        return character
    if character in _SYMBOLS:
        return _SYMBOLS[character]
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Zl" | "Zp":
            return "\n"
        case "Cc" | "Zs" | "Cs" | "Cn":
            return " "
        case _:
            return character
