"""The kinds of value that a field of a briefing may hold. Each refuses what a looser reader would take."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    WithJsonSchema,
)

from scripts.links import url_fault
from scripts.model.dates import BAD_DATE, DateError, PartialDate, parse_date, parse_instant, parse_month
from scripts.model.faults import (
    AMBIGUOUS,
    BAD_FLAG,
    BAD_ID,
    BAD_QUARTER,
    BAD_YEAR,
    EMPTY,
    NOT_A_LIST,
    TWICE,
    UNKNOWN_TERM,
    UNQUOTED_HASH,
    context,
    reject,
)
from scripts.model.schema_marks import OrOne, from_vocabulary, like
from scripts.model.texts import LOST_BEHIND_HASH, at_most, plain_text, scalar
from scripts.problems import Fault, named
from scripts.quarters import Quarter
from scripts.vocabulary import Terms
from scripts.yaml_tree import Scalar

T = TypeVar("T")


_DASHES = "Put a dash and a space before each item's first field, and two spaces before its others."


def _list(value: object) -> object:
    if value is None or isinstance(value, str | Mapping):
        if isinstance(value, str) and not value.strip():
            raise reject(Fault(EMPTY, "This list is empty."))
        if isinstance(value, Mapping):
            raise reject(Fault(NOT_A_LIST, "A list is wanted here; these are fields without a dash.", _DASHES))
        raise reject(Fault(NOT_A_LIST, "A list is wanted here."))
    return value


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) and value.strip() else value


def _no_twins(value: tuple[T, ...]) -> tuple[T, ...]:
    for position, item in enumerate(value):
        if item in value[:position]:
            raise reject(Fault(TWICE, "This item stands in the list already."), item=position)
    return value


def _slug(value: object) -> str:
    text = str(scalar(value)).strip()
    if not re.fullmatch(r"[a-z0-9-]{1,80}", text):
        raise reject(Fault(BAD_ID, "This id holds something else than small letters, digits and hyphens."))
    return text


def term_of(vocabulary_name: str, *, may_be_a_person: bool = False) -> BeforeValidator:
    """An id of a vocabulary. What may be somebody's name is repeated only if it is nearly one of its words."""
    rule = UNKNOWN_TERM[vocabulary_name]

    def check(value: object, info: ValidationInfo) -> str:
        text = str(scalar(value)).strip()
        terms: Terms = getattr(context(info).vocabulary, vocabulary_name.replace("-", "_"))
        # A vocabulary whose file is missing or broken is reported once, not at every word.
        if terms and text not in terms:
            nearest = terms.nearest(text)
            hint = f"Did you mean “{nearest}”?  " if nearest else ""
            shown = "This" if may_be_a_person and not nearest else named(text, is_meant=nearest is not None)
            raise reject(Fault(rule, f"{shown} is not one of our {terms.name.replace('-', ' ')}.", hint + rule.remedy))
        return text

    return BeforeValidator(check)


def _read(value: object, parse: Callable[[str], PartialDate]) -> PartialDate:
    try:
        return parse(str(value) if isinstance(value, PartialDate) else scalar(value))
    except DateError as error:
        raise reject(error.fault) from None


def _date(value: object) -> PartialDate:
    return _read(value, parse_date)


def _whole_date(value: object) -> PartialDate:
    found = _date(value)
    if not found.day:
        raise reject(Fault(BAD_DATE, "The day is missing."))
    return found


def _month(value: object) -> PartialDate:
    return _read(value, parse_month)


def _quarter(value: object) -> Quarter:
    text = str(scalar(value)).strip()
    if quarter := Quarter.named(text):
        return quarter
    meant = Quarter.meant(text)
    raise reject(Fault(BAD_QUARTER, "This is not a quarter.", f"If {meant} is meant, write that." if meant else ""))


def _instant(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        return parse_instant(scalar(value))
    except DateError as error:
        raise reject(error.fault) from None


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if scalar(value) not in ("true", "false"):
        raise reject(Fault(BAD_FLAG, "This field says true or false."))
    return value == "true"


def _year(value: object) -> int:
    text = str(scalar(value)).strip()
    if not re.fullmatch(r"(19|20)[0-9]{2}", text):
        raise reject(Fault(BAD_YEAR, "This is not a year."))
    return int(text)


def _figure_value(value: object) -> str:
    text = " ".join(scalar(value).split())
    if isinstance(value, Scalar) and value.reads_as not in ("str", "int", "float"):
        return plain_text(value)
    if re.match(r"0\d", text):
        raise reject(Fault(AMBIGUOUS, "A number does not begin with 0.", "Write it without the leading 0."))
    return text


def _url(value: object) -> str:
    address = str(scalar(value)).strip()
    if isinstance(value, Scalar) and value.comment:
        raise reject(Fault(UNQUOTED_HASH, LOST_BEHIND_HASH))
    if fault := url_fault(address):
        raise reject(fault)
    return address


_YEAR, _MONTH, _DAY = r"(19|20|21)\d{2}", r"-(0[1-9]|1[0-2])", r"-(0[1-9]|[12]\d|3[01])"


Slug = Annotated[str, BeforeValidator(_slug), like("[a-z0-9-]{1,80}")]
ThemeId = Annotated[str, term_of("themes"), from_vocabulary("themes")]
RoleId = Annotated[str, term_of("roles"), from_vocabulary("roles")]
AgeId = Annotated[str, term_of("ages"), from_vocabulary("ages")]
PublicationTypeId = Annotated[str, term_of("publication-types"), from_vocabulary("publication-types")]
Day = Annotated[PartialDate, BeforeValidator(_whole_date), like(_YEAR + _MONTH + _DAY, format="date")]
Month = Annotated[PartialDate, BeforeValidator(_month), like(_YEAR + _MONTH, **{"x-date": "month"})]
QuarterName = Annotated[Quarter, BeforeValidator(_quarter), like(f"{_YEAR}-q[1-4]", **{"x-date": "quarter"})]
AnyDate = Annotated[
    PartialDate,
    BeforeValidator(_date),
    # A year alone reads as a number in YAML.
    like(
        f"{_YEAR}({_MONTH}({_DAY})?)?",
        **{"x-date": "partial", "type": ["string", "integer"], "minimum": 1900, "maximum": 2199},
    ),
]
Instant = Annotated[datetime, BeforeValidator(_instant), WithJsonSchema({"type": "string", "format": "date-time"})]
Flag = Annotated[bool, BeforeValidator(_flag)]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2099})]
FigureValue = Annotated[
    str, BeforeValidator(_figure_value), at_most(60), WithJsonSchema({"type": ["string", "number"], "maxLength": 60})
]
Url = Annotated[
    str,
    BeforeValidator(_url),
    at_most(1000),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://", "maxLength": 1000}),
]


Listed = Annotated[tuple[T, ...], BeforeValidator(_list)]
Distinct = Annotated[
    tuple[T, ...], BeforeValidator(_list), AfterValidator(_no_twins), Field(json_schema_extra={"uniqueItems": True})
]
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_list), BeforeValidator(_one_or_more), OrOne()]
