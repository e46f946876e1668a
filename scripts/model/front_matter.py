"""The fields that every kind of briefing has, and how they depend on each other."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import with_info_after_validator_function

from scripts.model.faults import TOO_LONG, reject
from scripts.model.fields import (
    AgeId,
    AnyDate,
    Day,
    Distinct,
    Flag,
    Instant,
    Listed,
    RoleId,
    ThemeId,
)
from scripts.model.parts import (
    Change,
    Part,
    Source,
)
from scripts.model.references import known_in, refers_to
from scripts.model.schema_marks import USUAL
from scripts.model.texts import Line, Name, Prose
from scripts.problems import Fault, Rule

T = TypeVar("T")
KEY_MESSAGES_MAX = 5
STATUS_FIELDS = Rule(
    "status-fields",
    "A superseded briefing names its successor; a withdrawn one says when and why; a current one has neither.",
    "superseded needs superseded_by; withdrawn needs withdrawn_on and reason.",
)
NO_THEME = Rule("no-theme", "A briefing has at least one theme.", "Add a theme from docs/contributing/fields.md#themes")


class Status(StrEnum):
    """Whether a briefing still holds."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


def _short(messages: tuple[str, ...]) -> tuple[str, ...]:
    if len(messages) > KEY_MESSAGES_MAX:
        raise reject(
            Fault(
                TOO_LONG,
                f"There are {len(messages)} key messages; at most {KEY_MESSAGES_MAX} are read.",
                f"Keep the {KEY_MESSAGES_MAX} that matter most; the others belong in the body.",
            ),
            item=KEY_MESSAGES_MAX,
        )
    return messages


def some(rule: Rule, message: str) -> AfterValidator:
    """A list with at least one item."""

    def check(items: tuple[T, ...]) -> tuple[T, ...]:
        if not items:
            raise reject(Fault(rule, message))
        return items

    return AfterValidator(check)


@dataclass(frozen=True)
class _OnlyWhen:
    """The field stands exactly when the briefing has this status."""

    status: Status

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  pydantic's own signature
        """Check the value after the field's own schema."""
        return with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The field's own schema, and when it stands."""
        return handler(core) | {"x-only-when": {"status": self.status.value}}

    def _check(self, value: T | None, info: ValidationInfo) -> T | None:
        if "status" not in info.data:  # misspelt, and reported as that
            return value
        wanted = info.data["status"] is self.status
        name = info.field_name
        if wanted and value is None:
            fix = f"Add  {name}:  All fields: docs/contributing/fields.md"
            raise reject(Fault(STATUS_FIELDS, f"A {self.status} briefing needs {name}.", fix), field="status")
        if value is not None and not wanted:
            fix = f"Write  status: {self.status} , or delete this line."
            raise reject(Fault(STATUS_FIELDS, f"Only a {self.status} briefing has {name}.", fix))
        return value


Themes = Annotated[
    Distinct[ThemeId], some(NO_THEME, "This briefing has no theme."), Field(json_schema_extra={"minItems": 1})
]


class FrontMatter(Part):
    """The fields that every kind of briefing has."""

    title: Name = Field(description="the title as published", examples=["Out of Routine"])
    summary: Prose = Field(description="what it is and what it is about, in two or three sentences")
    published: AnyDate = Field(
        title="Date published",
        description="the date of the document itself, as exactly as is known: the month or the year will do",
        examples=["2024-01-31"],
    )
    added: Instant = Field(
        title="Added to this site",
        description="the instant when it was first put on this site; no two files share one, and it never changes",
        examples=["2026-11-22T09:30:00+00:00"],
    )
    themes: Themes = Field(description="what it is about, the most important first; ids from the vocabulary")
    ages: Distinct[AgeId] = Field(
        (), title="Age groups", description="the ages of the children it is about; ids from the vocabulary"
    )
    key_messages: Annotated[Listed[Line], AfterValidator(_short)] = Field(
        (),
        description=f"what a practitioner should remember, one message an item; at most {KEY_MESSAGES_MAX}",
        json_schema_extra=USUAL | {"maxItems": KEY_MESSAGES_MAX},
    )
    for_roles: dict[RoleId, Prose] = Field(
        {}, title="What it means for each role", description="for a role: what to notice, ask, record or share"
    )
    discussion: Listed[Line] = Field(
        (), title="Questions for discussion", description="questions for supervision or a team meeting, one an item"
    )
    sources: Listed[Source] = Field((), description="the documents it rests on", json_schema_extra=USUAL)
    review_by: Day | None = Field(
        None,
        title="Look at it again by",
        description="the day by which somebody checks that it still holds",
        examples=["2027-11-22"],
    )
    changes: Listed[Change] = Field(
        (), description="what readers of the older text should know about; not corrections of typing errors"
    )
    status: Status = Field(Status.CURRENT, description="whether it still holds: current, superseded or withdrawn")
    superseded_by: Annotated[Annotated[str, known_in(), refers_to()] | None, _OnlyWhen(Status.SUPERSEDED)] = Field(
        None, validate_default=True, description="id of the briefing that takes its place"
    )
    withdrawn_on: Annotated[Day | None, _OnlyWhen(Status.WITHDRAWN)] = Field(
        None, validate_default=True, description="the day it was withdrawn", examples=["2026-11-22"]
    )
    reason: Annotated[Line | None, _OnlyWhen(Status.WITHDRAWN)] = Field(
        None,
        validate_default=True,
        title="Reason for withdrawal",
        description="why it was withdrawn; nothing confidential",
    )
    draft: Flag = Field(False, description="true while it is not ready: it is checked, but kept off the published site")

    @property
    def all_themes(self) -> tuple[str, ...]:
        """Every theme that it is tagged with, in order, parts included."""
        return self.themes

    @property
    def all_ages(self) -> tuple[str, ...]:
        """Every age group that it is tagged with, parts included."""
        return self.ages
