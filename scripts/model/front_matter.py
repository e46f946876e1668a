"""The fields that every kind of briefing has, and how they depend on each other."""

from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema

from scripts.model.faults import TOO_LONG, UNKNOWN_ID, context, reject
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
from scripts.model.texts import Line, Name, Prose, scalar
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


def known_in(*folders: str) -> BeforeValidator:
    """An id that exists in one of the folders, or `folder/id` where two folders share it."""

    def check(value: object, info: ValidationInfo) -> str:
        text = scalar(value).strip().removesuffix(".md")
        ids = context(info).ids
        folder, _, name = text.rpartition("/")
        every = folders or tuple(ids)
        searched = [candidate for candidate in every if folder in (candidate, "")]
        found = [candidate for candidate in searched if name in ids.get(candidate, ())]
        if len(found) == 1:
            return f"{found[0]}/{name}"
        if found:
            raise reject(
                Fault(UNKNOWN_ID, "Two folders hold this id.", f"Write {found[0]}/{name} or {found[1]}/{name}.")
            )
        raise reject(_unknown_id(name, every, ids))

    return BeforeValidator(check)


def refers_to(*folders: str) -> WithJsonSchema:
    """What the schema says of such an id: the folders whose files it may name; none, for every folder."""
    return WithJsonSchema({"type": "string", "minLength": 1, "x-refers-to": list(folders)})


def _unknown_id(name: str, folders: tuple[str, ...], ids: Mapping[str, frozenset[str]]) -> Fault:
    wanted = " or ".join(folders)
    elsewhere = next((folder for folder, names in ids.items() if name in names), None)
    if elsewhere in folders:
        return Fault(UNKNOWN_ID, "This is more than a file's name.", f"Write {name} or {elsewhere}/{name}.")
    if elsewhere:
        return Fault(UNKNOWN_ID, f"This is a file of {elsewhere}; one of {wanted} is wanted.")
    near = get_close_matches(name, sorted({each for folder in folders for each in ids.get(folder, ())}), n=1)
    hint = f"Did you mean “{near[0]}”?  " if near else ""
    return Fault(UNKNOWN_ID, f"No file of this name is in {wanted}.", hint + UNKNOWN_ID.remedy)


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


def _only_when(status: Status) -> AfterValidator:
    """The field stands exactly when the status asks for it."""

    def check(value: T | None, info: ValidationInfo) -> T | None:
        if "status" not in info.data:  # misspelt, and reported as that
            return value
        wanted = info.data["status"] is status
        name = info.field_name
        if wanted and value is None:
            fix = f"Add  {name}:  All fields: docs/contributing/fields.md"
            raise reject(Fault(STATUS_FIELDS, f"A {status} briefing needs {name}.", fix), field="status")
        if value is not None and not wanted:
            fix = f"Write  status: {status} , or delete this line."
            raise reject(Fault(STATUS_FIELDS, f"Only a {status} briefing has {name}.", fix))
        return value

    return AfterValidator(check)


Themes = Annotated[
    Distinct[ThemeId], some(NO_THEME, "This briefing has no theme."), Field(json_schema_extra={"minItems": 1})
]


class FrontMatter(Part):
    """The fields that every kind of briefing has."""

    title: Name = Field(description="the title as published", examples=["Out of Routine"])
    summary: Prose = Field(description="what it is, in two or three sentences")
    published: AnyDate = Field(description="date of the thing itself, as exactly as is known", examples=["2024-01-31"])
    added: Instant = Field(
        description="when it was first put on this site; unique in the collection, never changed",
        examples=["2026-11-22T09:30:00+00:00"],
    )
    themes: Themes = Field(description="theme ids from the vocabulary")
    ages: Distinct[AgeId] = Field((), description="age ids from the vocabulary")
    key_messages: Annotated[Listed[Line], AfterValidator(_short)] = Field(
        (),
        description=f"what a practitioner should remember; at most {KEY_MESSAGES_MAX}",
        json_schema_extra={"maxItems": KEY_MESSAGES_MAX},
    )
    for_roles: dict[RoleId, Prose] = Field({}, description="role id: what it means for you")
    discussion: Listed[Line] = Field((), description="questions for supervision or a team meeting")
    sources: Listed[Source] = Field((), description="the documents it rests on")
    review_by: Day | None = Field(None, description="when somebody looks at it again")
    changes: Listed[Change] = Field((), description="material changes since it was added")
    status: Status = Field(Status.CURRENT, description="current, superseded or withdrawn")
    superseded_by: Annotated[Annotated[str, known_in(), refers_to()] | None, _only_when(Status.SUPERSEDED)] = Field(
        None, validate_default=True, description="id of the briefing that takes its place"
    )
    withdrawn_on: Annotated[Day | None, _only_when(Status.WITHDRAWN)] = Field(
        None, validate_default=True, description="the day it was withdrawn"
    )
    reason: Annotated[Line | None, _only_when(Status.WITHDRAWN)] = Field(
        None, validate_default=True, description="why it was withdrawn"
    )
    draft: Flag = Field(False, description="true keeps it off the published site")

    @property
    def all_themes(self) -> tuple[str, ...]:
        """Every theme that it is tagged with, in order, parts included."""
        return self.themes

    @property
    def all_ages(self) -> tuple[str, ...]:
        """Every age group that it is tagged with, parts included."""
        return self.ages
