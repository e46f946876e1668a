"""What can be wrong with a field's value, and how a fault travels through pydantic."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from scripts.problems import Fault, Rule
from scripts.vocabulary import Vocabulary

AMBIGUOUS = Rule(
    "ambiguous-value",
    "Text that another program would read as a number, a date, yes/no or nothing is in quotes.",
    "Put the text in double quotes.",
)
UNQUOTED_HASH = Rule(
    "unquoted-hash",
    "Text that contains # is in quotes; a comment stands on a line of its own.",
    "Put the whole text in double quotes, or move the comment to a line of its own.",
)
EMPTY = Rule("empty-value", "A field that stands in the file says something.", "Fill it in, or delete the line.")
NOT_TEXT = Rule(
    "not-text",
    "A text field holds one text.",
    "Take the dash away; a text that begins with [ or { goes in double quotes.",
)
TOO_LONG = Rule("too-long", "Texts and lists keep to their length.", "Shorten it; longer text belongs in the body.")
NOT_A_LIST = Rule(
    "not-a-list",
    "A list has each item on a line of its own behind a dash and a space.",
    "Write each item on a line of its own, a dash and a space before it:  - item",
)
TWICE = Rule("listed-twice", "An item stands once in a list.", "Delete one of the two.")
BAD_ID = Rule(
    "bad-id",
    "Ids are lower-case letters, digits and hyphens.",
    "Use only a to z, 0 to 9 and -, for example out-of-routine.",
)
UNKNOWN_ID = Rule("unknown-id", "An id that a briefing refers to exists.", "Write the file's name without .md.")
BAD_FLAG = Rule("bad-flag", "Yes/no fields say true or false.", "Write true or false, in small letters.")
BAD_QUARTER = Rule(
    "bad-quarter",
    "A quarter is written year, hyphen, q and its number, as 2026-q4; the first is January to March.",
    "Write it like 2026-q4.",
)
BAD_YEAR = Rule("bad-year", "A year has four digits.", "Write the year as four digits, for example 2023.")

UNKNOWN_TERM = {
    name: Rule(
        f"unknown-{singular}",
        f"Every {words} is in briefings/vocabulary/{name}.yml.",
        f"See all {plural} in docs/contributing/fields.md#{name}",
    )
    for name, singular, words, plural in (
        ("themes", "theme", "theme", "themes"),
        ("roles", "role", "role", "roles"),
        ("ages", "age", "age group", "age groups"),
        ("publication-types", "publication-type", "publication type", "publication types"),
        ("leads", "lead", "lead", "leads"),
    )
}
TERM_RULES = tuple(UNKNOWN_TERM.values())


@dataclass(frozen=True)
class Context:
    """What a value is checked against: the vocabulary, and every id of every folder."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)


def reject(fault: Fault, *, field: str = "", item: int | None = None) -> PydanticCustomError:
    """The error that carries a fault through pydantic; it can point at a sibling field or an item of its list."""
    return PydanticCustomError(
        "fault", "{message}", {"message": fault.message, "fault": fault, "field": field, "item": item}
    )


def context(info: ValidationInfo) -> Context:
    """The validation's context; an empty one when a model is made by hand."""
    return info.context if isinstance(info.context, Context) else Context()
