"""The texts that a field of a briefing may hold: what a looser reader would take for something else is refused."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from scripts.model.faults import AMBIGUOUS, EMPTY, NOT_TEXT, TOO_LONG, UNQUOTED_HASH, reject
from scripts.problems import Fault
from scripts.yaml_errors import UNQUOTED_COLON
from scripts.yaml_tree import Scalar


def scalar(value: object) -> str:
    """One value as the file spells it. Raises what `reject` gives, for pydantic."""
    if isinstance(value, Scalar) and not value.strip() and value.comment:
        raise reject(Fault(UNQUOTED_HASH, LOST_BEHIND_HASH))
    if value is None or (isinstance(value, str) and not value.strip()):
        raise reject(Fault(EMPTY, "This field is empty."))
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        raise reject(Fault(UNQUOTED_COLON, "One text is wanted here; its colon makes it read as a field with a value."))
    if isinstance(value, Sequence):
        raise reject(Fault(NOT_TEXT, "One text is wanted here; this reads as a list."))
    return str(value)


def plain_text(value: object) -> str:
    """A text that no program takes for anything else. Raises what `reject` gives, for pydantic."""
    text = scalar(value)
    if isinstance(text, Scalar):
        if text.reads_as != "str":
            raise reject(Fault(AMBIGUOUS, f"“{text[:20]}” without quotes reads as {_READS[text.reads_as]}."))
        if text.comment:
            raise reject(Fault(UNQUOTED_HASH, LOST_BEHIND_HASH))
    return str(text)


LOST_BEHIND_HASH = "Everything behind the # in this text would be lost."
_READS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "null": "nothing",
    "timestamp": "a date",
    "merge": "a YAML sign",
    "value": "a YAML sign",
}


def one_line(value: object) -> str:
    """A text on one line, spaces as one. Raises what `reject` gives, for pydantic."""
    return " ".join(plain_text(value).split())


def _paragraphs(value: object) -> str:
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", plain_text(value).strip()))


def at_most(limit: int) -> AfterValidator:
    """A text of at most so many characters."""

    def check(value: str) -> str:
        if len(value) > limit:
            raise reject(Fault(TOO_LONG, f"This text has {len(value)} characters; at most {limit} fit."))
        return value

    return AfterValidator(check)


# What the schema says of a text: how long it may be, and whether it is one line or several paragraphs.
def _described(limit: int, *, paragraphs: bool = False) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": limit} | ({"x-paragraphs": True} if paragraphs else {})
    )


Name = Annotated[str, BeforeValidator(one_line), at_most(200), _described(200)]
Line = Annotated[str, BeforeValidator(one_line), at_most(1000), _described(1000)]
Prose = Annotated[str, BeforeValidator(_paragraphs), at_most(6000), _described(6000, paragraphs=True)]
