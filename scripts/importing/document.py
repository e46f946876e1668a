"""What every reader gives: a document as lines, and as the blocks that the lines make."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from math import inf

# The room on a line that only mark-up broke: the next goes on with it, unless it begins something.
SOFT = -inf


class Role(Enum):
    """What a line or a block is by its mark-up alone."""

    HEADING = auto()
    PLAIN = auto()
    ITEM = auto()


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner. `url` is where it leads, "" for nowhere."""

    text: str
    bold: bool = False
    url: str = ""


@dataclass(frozen=True)
class _Worded:
    """Something that is read: its runs of text in order."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words, white space as single spaces."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def is_bold(self) -> bool:
        """Whether everything that can be read in it is bold."""
        said = [run for run in self.runs if any(character.isalnum() for character in run.text)]
        return bool(said) and all(run.bold for run in said)


@dataclass(frozen=True)
class Line(_Worded):
    """One line as it stands in the source."""

    role: Role = Role.PLAIN
    level: int = 0  # of a heading, from 1
    number: int | None = None  # of a numbered line
    starts: bool = True  # something new begins here by the mark-up, or after an empty line
    room: float = inf  # how many characters more would have fitted behind it


@dataclass(frozen=True)
class Block(_Worded):
    """A heading, a paragraph or an item of a list, its lines joined."""

    role: Role = Role.PLAIN
    level: int = 0
    number: int | None = None
    follows: bool = False  # its first line stood directly under the line before it

    @property
    def bold_start(self) -> str:
        """The bold words that it begins with; "" where it begins otherwise."""
        words = ""
        for run in self.runs:
            if not run.bold and run.text.strip():
                break
            words += run.text
        return " ".join(words.split())

    @property
    def urls(self) -> tuple[str, ...]:
        """Where it leads to, in order, each once."""
        return tuple(dict.fromkeys(run.url for run in self.runs if run.url))

    def cut(self, offset: int) -> tuple["Block", "Block"]:
        """The block before and from an offset of its text."""
        text = self.text
        first, second = _cut_runs(self.runs, text[:offset], text[offset:])
        return replace(self, runs=first), Block(second)


@dataclass(frozen=True)
class Document:
    """A readable document. `left_out` is what its format marks as no part of the text: menus, banners, page headers."""

    lines: tuple[Line, ...]
    left_out: tuple[str, ...] = field(default=())


def _cut_runs(runs: tuple[Run, ...], before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Divide runs where the words `before` have been read; `after` is what follows them."""
    wanted = len("".join(before.split()))
    first: list[Run] = []
    rest = list(runs)
    while rest and wanted > 0:
        run = rest.pop(0)
        size = len("".join(run.text.split()))
        if size <= wanted:
            first.append(run)
            wanted -= size
            continue
        position = _position(run.text, wanted)
        first.append(replace(run, text=run.text[:position]))
        rest.insert(0, replace(run, text=run.text[position:]))
        wanted = 0
    return tuple(first), tuple(rest)


def _position(text: str, letters: int) -> int:
    """The offset behind so many characters that are no white space."""
    for offset, character in enumerate(text):
        if letters == 0:
            return offset
        letters -= not character.isspace()
    return len(text)
