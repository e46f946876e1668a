"""The parts that briefings are made of."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from scripts.model.faults import reject
from scripts.model.fields import (
    AgeId,
    AnyDate,
    Day,
    Distinct,
    FigureValue,
    Listed,
    Slug,
    ThemeId,
    Url,
    Year,
)
from scripts.model.schema_marks import USUAL, OrText
from scripts.model.shares import is_percentage, is_share_in_words
from scripts.model.texts import Line, Name, Prose
from scripts.problems import Fault, Rule

NO_BASE = Rule(
    "percentage-without-base",
    "A percentage, or a share in words such as “a third”, says of whom: how many were counted.",
    "Add  base: who was counted and how many, for example “538 rapid reviews”.",
)


def _label(name: str, _: object) -> str:
    """A field's name as people read it, where it is not given one: `key_messages` is Key messages."""
    return name.replace("_", " ").capitalize()


def _in_words(model: type) -> str:
    """A part's name as people read it: `CaseReview` is Case review."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).capitalize()


class Part(BaseModel):
    """Base of everything read from front matter: frozen, and nothing unknown inside."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", field_title_generator=_label, model_title_generator=_in_words
    )


class Source(Part):
    """A document that the briefing rests on."""

    title: Name = Field(
        title="Title of the document", description="its own title", examples=["Annual report 2018 to 2019"]
    )
    url: Url | None = Field(
        None,
        title="Web address",
        description="the document's address, where one is known; it opens without signing in",
    )
    publisher: Name | None = Field(None, description="who published it", examples=["NSPCC"])
    published: AnyDate | None = Field(
        None,
        title="Date published",
        description="when it was published, as exactly as is known: the month or the year will do",
        examples=["2020-03"],
    )
    landing_url: Url | None = Field(
        None, title="Address of the page around it", description="the page that leads to the document"
    )

    @property
    def address(self) -> str | None:
        """The address to lead to: the document's own, else its landing page."""
        return self.url or self.landing_url


class Change(Part):
    """A material change after publication; it moves “updated” in the feeds."""

    date: Day = Field(description="the day of the change", examples=["2026-11-22"])
    note: Line = Field(title="What changed", description="what changed, in a sentence")


def _percentage_has_base(base: str | None, info: ValidationInfo) -> str | None:
    value, unit = str(info.data.get("value", "")), info.data.get("unit")
    if base is None and is_percentage(value, unit):
        raise reject(Fault(NO_BASE, "This percentage has no base."), field="value")
    if base is None and is_share_in_words(value, unit):
        raise reject(Fault(NO_BASE, "This share has no base."), field="value")
    return base


class Figure(Part):
    """A number with everything needed to read it rightly.

    `id` names one count for good, wherever it is quoted; `measure` names what is counted again in other periods.
    """

    value: FigureValue = Field(description="the number, or words like “almost a third”", examples=["27"])
    unit: Name | None = Field(None, description="%, children, reviews …", examples=["%"])
    label: Line = Field(title="What was counted", description="what was counted")
    base: Annotated[Line | None, AfterValidator(_percentage_has_base)] = Field(
        None,
        validate_default=True,
        title="Who was counted",
        description="who was counted and how many; required for a percentage",
        examples=["538 rapid reviews"],
    )
    period: Name | None = Field(None, description="the period counted", examples=["July 2018 to December 2019"])
    source: Line = Field(description="where the number stands: title of the source, with the place if known")
    id: Slug | None = Field(
        None,
        description="a lasting name of this one count; the same wherever it is quoted, and never another number's",
        examples=["domestic-abuse-2020"],
    )
    measure: Slug | None = Field(
        None,
        description="a name for what is counted, shared by the same count of other periods",
        examples=["domestic-abuse-share"],
    )

    @property
    def amount(self) -> str:
        """Value and unit as read: 27%, 80 reviews."""
        return f"{self.value}{'' if self.unit == '%' else ' '}{self.unit or ''}".strip()


class AddressedRecommendation(Part):
    """A recommendation of a national review, with its addressee."""

    to: Name = Field(title="For whom", description="who is asked to act")
    text: Prose = Field(title="Recommendation", description="what they are asked to do")


class Recommendation(Part):
    """A recommendation of a local review; its addressee may not be stated."""

    to: Name | None = Field(None, title="For whom", description="who is asked to act, where the review says so")
    text: Prose = Field(title="Recommendation", description="what is recommended")


class StageName(StrEnum):
    """The life of a national review."""

    ANNOUNCED = "announced"
    TERMS_OF_REFERENCE = "terms-of-reference"
    PUBLISHED = "published"
    GOVERNMENT_RESPONSE = "government-response"


class Stage(Part):
    """One step in a national review's life."""

    stage: StageName = Field(description="announced, terms-of-reference, published or government-response")
    date: AnyDate = Field(description="when, as exactly as is known", examples=["2020-07-16"])
    url: Url | None = Field(None, title="Web address", description="the letter, terms or response itself")


class CaseReview(Part):
    """One review of a digest."""

    id: Slug = Field(
        description="small letters, digits and hyphens; unique in the digest, never changed", examples=["child-a"]
    )
    title: Name = Field(description="the child, children or subject, as published", examples=["Child A"])
    partnership: Name | None = Field(
        None, description="as named; anonymous where the source says so; else left out", json_schema_extra=USUAL
    )
    year: Year | None = Field(
        None, description="the year in the review's own heading", examples=[2023], json_schema_extra=USUAL
    )
    type: Name | None = Field(
        None,
        title="Kind of review",
        description="the kind of review, in the source's words",
        examples=["Local child safeguarding practice review"],
        json_schema_extra=USUAL,
    )
    summary: Prose = Field(description="what happened, soberly, with nothing that identifies a child")
    learning: Listed[Line] = Field((), description="one learning theme an item", json_schema_extra=USUAL)
    recommendations: Listed[Annotated[Recommendation, OrText("text")]] = Field(
        (),
        description="one recommendation an item: its text alone, or with those whom it is for",
        json_schema_extra=USUAL,
    )
    background: Prose | None = Field(None, description="what was known before")
    model: Line | None = Field(None, title="Review model", description="the review model used")
    keywords: Distinct[Name] = Field((), description="the source's own keywords")
    report_url: Url | None = Field(
        None,
        title="Address of the report",
        description="the report's address, where one is known",
        json_schema_extra=USUAL,
    )
    themes: Distinct[ThemeId] = Field(
        (),
        description="what it is about, the most important first; ids from the vocabulary",
        json_schema_extra=USUAL,
    )
    ages: Distinct[AgeId] = Field(
        (), title="Age groups", description="the ages of the children; ids from the vocabulary"
    )
