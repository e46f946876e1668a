"""What can be wrong with a file, said in words for the person who mends it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error stops publication; a warning is for a person to weigh."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """A rule that files keep to: its code, its plain statement, and how a breach is mended."""

    code: str
    statement: str
    remedy: str
    level: Level = Level.ERROR


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: path relative to the root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def moved(self, line: int, column: int = 1) -> "Place":
        """The same file at another line."""
        return Place(self.path, line, column)


@dataclass(frozen=True, order=True)
class Problem:
    """One breach of one rule. Sorts by file, line and column."""

    place: Place
    code: str
    level: Level
    message: str
    fix: str


@dataclass(frozen=True)
class Fault:
    """A breach whose place is not known yet; a remedy of its own replaces the rule's."""

    rule: Rule
    message: str
    fix: str = ""

    def at(self, place: Place) -> Problem:
        """The problem that this fault is at a place."""
        return Problem(place, self.rule.code, self.rule.level, self.message, self.fix or self.rule.remedy)


# The longest word of a file that a message repeats.
MAX_WORD = 40


def named(text: str, *, is_meant: bool = False) -> str:
    """A word as a message repeats it. What may be prose is not repeated: it could name a child.

    A few words may stand where they are known to mean one of ours.
    """
    is_short = len(text) <= MAX_WORD and len(text.split()) <= (4 if is_meant else 1)
    return f"“{text}”" if is_short else "This"


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any of the problems stops publication."""
    return any(problem.level is Level.ERROR for problem in problems)
