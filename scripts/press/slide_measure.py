"""How much room a text takes on a slide, rather more than less: what runs over a slide's edge is not read."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

from PIL import ImageFont

from scripts.press.slide_plan import Line, Lines
from scripts.rich_text import Spans, plain

SMALLEST = 18
# In parts of the letters' size.
LEADING, GAP, SMALL_GAP = 1.2, 0.45, 0.2
BULLET_HANG, NUMBER_HANG, STEP = 1.0, 2.0, 1.2

# Which of our fonts knows the characters below a code point, and how tall their lines are.
_SCRIPTS = ((0x0590, "NotoSans", LEADING), (0x0600, "NotoSansHebrew", 1.5), (0x0780, "NotoSansArabic", 1.5))
_TALL = 1.5
_LATIN_AGAIN = range(0x1E00, 0x2300)
_FONTS = Path(__file__).parent.parent / "templates" / "press" / "fonts"
_UNITS = 1000
# Noto Sans runs wider than Arial but for these.
_CAPITAL, _SPACE, _AT_LEAST = 0.73, 0.28, {"I": 0.34, "W": 0.95, "@": 1.02}
_WORD = re.compile(r"\n|[^\S\n]+|\S+")


@dataclass(frozen=True)
class Room:
    """A box for text, in points. `slack` makes up for a font that we cannot measure."""

    width: float
    height: float
    slack: float = 1.0


def size_of(line: Line, size: int) -> int:
    """The size of a line's letters where the outermost have this size."""
    return max(SMALLEST, size - 4) if line.level > 1 else size


def gap(line: Line, size: int) -> float:
    """The space before a line, in points."""
    return size * (SMALL_GAP if line.stays else GAP)


def indents(line: Line) -> tuple[float, float]:
    """How far a line's text stands in, and how much of that its bullet or number takes; in parts of its size."""
    if not line.level:
        return 0.0, 0.0
    hang = NUMBER_HANG if line.in_numbered else BULLET_HANG
    return (line.level - 1) * STEP + hang, hang


def height(lines: Lines, size: int, room: Room) -> float:
    """How high lines stand, in points, the space before the first included."""
    return sum(_height(line, size, room) for line in lines)


def fits(lines: Lines, size: int, room: Room) -> bool:
    """Whether lines of this size stand within a room."""
    return height(lines, size, room) - (gap(lines[0], size) if lines else 0) <= room.height


def _height(line: Line, size: int, room: Room) -> float:
    own = size_of(line, size)
    width = room.width / own / room.slack - indents(line)[0]
    return gap(line, size) + rows(line.spans, width) * own * leading(plain(line.spans)) * room.slack


def rows(spans: Spans, ems: float) -> int:
    """How many rows a text takes in a width given in parts of its size."""
    # Wherever a word has to be broken, up to a letter's width of the row stays empty.
    whole_row = max(ems - 1, 1)
    count, used = 1, 0.0
    for text, width in _words(spans):
        if text == "\n":
            count, used = count + 1, 0.0
        elif text.isspace() or used + width <= ems:
            used += width
        elif width <= ems:
            count, used = count + 1, width
        else:
            # Some programs begin another row behind a link that takes several.
            count, used = count + ceil(width / whole_row) - (not used), ems
    return count


def _words(spans: Spans) -> list[tuple[str, float]]:
    """What stands on one row as far as it can, and its width. Some programs begin a link on a row of its own."""
    words: list[tuple[str, float]] = []
    goes_on = False
    for span in spans:
        for text in [span.text] if span.url else _WORD.findall(span.text):
            width = sum(_width(sign, span.strong) for sign in text)
            is_word = not text.isspace() and not span.url
            if is_word and goes_on:
                words[-1] = words[-1][0] + text, words[-1][1] + width
            else:
                words.append((text, width))
            goes_on = is_word
    return words


def widest(spans: Spans) -> tuple[float, float]:
    """The width of a text on one row and of its longest word, in parts of its size."""
    strong = any(span.strong for span in spans)
    words = [sum(_width(sign, strong) for sign in word) for word in plain(spans).split()]
    return sum(words) + _SPACE * len(words), max(words, default=0.0)


@cache
def leading(text: str) -> float:
    """The height of a row, in parts of its size."""
    return max((_script(sign)[1] for sign in set(text)), default=LEADING)


@cache
def _width(sign: str, strong: bool) -> float:
    if unicodedata.combining(sign):
        return 0.0
    font, _ = _script(sign)
    width = _font(font, strong).getlength(sign) / _UNITS if font else 1.0
    if sign.isspace():
        return max(width, _SPACE)
    return max(width, _AT_LEAST.get(sign, _CAPITAL if sign.isupper() else 0))


def _script(sign: str) -> tuple[str, float]:
    """The font that knows a character, none where no one does, and the height of its rows."""
    if ord(sign) in _LATIN_AGAIN:
        return _SCRIPTS[0][1:]
    return next(((font, tall) for end, font, tall in _SCRIPTS if ord(sign) < end), ("", _TALL))


@cache
def _font(name: str, strong: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"{name}-{'Bold' if strong else 'Regular'}.ttf", _UNITS)
