"""The kinds of briefing. A folder's name decides the kind; everything else about a kind stands here."""

import inspect
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field

from scripts.model.answers import AnswerStatus, Update
from scripts.model.faults import reject
from scripts.model.fields import (
    Day,
    Distinct,
    Listed,
    Month,
    OneOrMore,
    PublicationTypeId,
    QuarterName,
    ThemeId,
    Url,
)
from scripts.model.front_matter import FrontMatter, Themes, some
from scripts.model.leads import LeadId
from scripts.model.parts import AddressedRecommendation, CaseReview, Figure, Stage
from scripts.model.references import known_in, refers_to
from scripts.model.texts import Line, Name, Prose
from scripts.problems import Fault, Rule

ONE_THEME = Rule(
    "one-theme", "A spotlight is about one theme.", "Keep one theme; write another spotlight for the other."
)
NO_REVIEWS = Rule("no-reviews", "A digest has at least one review.", "Add the month's reviews.")

ReviewOrPublication = Annotated[
    str, known_in("national-reviews", "publications"), refers_to("national-reviews", "publications")
]


def _only_one(themes: tuple[str, ...]) -> tuple[str, ...]:
    if len(themes) > 1:
        raise reject(Fault(ONE_THEME, "This spotlight has more than one theme."), item=1)
    return themes


class NationalReview(FrontMatter):
    """A national review of the Child Safeguarding Practice Review Panel."""

    stages: Listed[Stage] = Field((), description="the steps of its life, from announcement to government response")
    review_question: Prose | None = Field(None, description="the question it set out to answer")
    lines_of_enquiry: Listed[Line] = Field((), description="what it asked, one line an item")
    not_covered: OneOrMore[Prose] = Field((), description="what it left out, and why")
    recommendations: Listed[AddressedRecommendation] = Field((), description="its recommendations, by addressee")
    figures: Listed[Figure] = Field((), description="its figures")


class Publication(FrontMatter):
    """Anything else that a national body published: annual reports, briefings, guidance, analyses."""

    type: PublicationTypeId = Field(
        title="Type of publication", description="what kind of document it is; an id from the vocabulary"
    )
    publisher: Name | None = Field(
        None, description="who published it", examples=["Child Safeguarding Practice Review Panel"]
    )
    figures: Listed[Figure] = Field((), description="its figures")


class Digest(FrontMatter):
    """A month's case reviews from the NSPCC repository."""

    themes: Distinct[ThemeId] = Field((), description="themes of the whole month; each review carries its own")
    month: Month = Field(description="the month, as in the file's name", examples=["2024-01"])
    reviews: Annotated[Listed[CaseReview], some(NO_REVIEWS, "This digest has no review.")] = Field(
        description="the month's case reviews", json_schema_extra={"minItems": 1}
    )

    @property
    def all_themes(self) -> tuple[str, ...]:
        """Its own themes and those of its reviews, each once."""
        return tuple(dict.fromkeys(self.themes + tuple(t for review in self.reviews for t in review.themes)))

    @property
    def all_ages(self) -> tuple[str, ...]:
        """Its own age groups and those of its reviews, each once."""
        return tuple(dict.fromkeys(self.ages + tuple(a for review in self.reviews for a in review.ages)))


class Challenge(FrontMatter):
    """A question that the partnership asks itself about a national message."""

    question: Prose = Field(description="what the partnership asks itself")
    arises_from: ReviewOrPublication = Field(description="the national review or publication it comes from (its id)")
    lead: LeadId | None = Field(
        None, description="who answers locally: one team or post, no person's name; an id from the vocabulary"
    )
    status_of_answer: AnswerStatus = Field(
        description="how far the local answer has come: not-started, considering, in-progress or embedded"
    )
    updates: Listed[Update] = Field((), description="the answer's dated history")
    next_review: Day | None = Field(
        None, description="the day on which the answer is looked at again", examples=["2027-03-31"]
    )


class LocalGuidance(FrontMatter):
    """Guidance of the partnership itself, and what changed in it."""

    arises_from: ReviewOrPublication | None = Field(
        None, description="the national review or publication that brought the change about (its id)"
    )
    what_changed: Listed[Line] = Field((), description="the changes, one an item")
    document_url: Url | None = Field(
        None, title="Address of the guidance", description="where the guidance itself can be read"
    )


class GoodPractice(FrontMatter):
    """Something that works, worth sharing."""


class Spotlight(FrontMatter):
    """An editorial introduction to one theme."""

    themes: Annotated[Themes, AfterValidator(_only_one)] = Field(
        description="the theme it introduces", json_schema_extra={"minItems": 1, "maxItems": 1}
    )


class NewsUpdate(FrontMatter):
    """An editorial note to a quarter's News Update, which is compiled with or without one."""

    themes: Distinct[ThemeId] = Field((), description="themes that the note is about, if it is about any")
    quarter: QuarterName = Field(
        description="the quarter, as in the file's name; q1 is January to March", examples=["2026-q4"]
    )


@dataclass(frozen=True)
class Kind:
    """A kind of briefing: its folder (and address), its model, and what readers call it.

    `named_by` is the field that gives a file its name, where the name is not chosen freely. A note (`is_note`) has no
    page or packs of its own: it goes into those that are made of other files, with or without it.
    """

    folder: str
    model: type[FrontMatter]
    label: str
    plural: str
    named_by: str = ""
    is_note: bool = False

    @property
    def about(self) -> str:
        """What belongs into it, in a sentence."""
        return inspect.cleandoc(self.model.__doc__ or "").split("\n")[0]


KINDS = (
    Kind("national-reviews", NationalReview, "National review", "National reviews"),
    Kind("publications", Publication, "Publication", "Publications"),
    Kind("digests", Digest, "Monthly digest", "Monthly digests", named_by="month"),
    Kind("challenges", Challenge, "Challenge question", "Challenge questions"),
    Kind("local-guidance", LocalGuidance, "Local guidance", "Local guidance"),
    Kind("good-practice", GoodPractice, "Good practice", "Good practice"),
    Kind("spotlights", Spotlight, "Spotlight", "Spotlights"),
    Kind("updates", NewsUpdate, "News Update", "News Updates", named_by="quarter", is_note=True),
)
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}
