"""What was understood of a digest, and what was not."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.importing.heading_words import HeadingWords


@dataclass(frozen=True)
class FoundRecommendation:
    """A recommendation; `to` is "" where the text names nobody."""

    text: str
    to: str = ""


@dataclass(frozen=True)
class FoundReview:
    """A review as its digest tells it; "" and () for what it does not say."""

    heading: str
    words: HeadingWords
    summary: str = ""
    background: str = ""
    learning: tuple[str, ...] = ()
    recommendations: tuple[FoundRecommendation, ...] = ()
    model: str = ""
    keywords: tuple[str, ...] = ()
    report_url: str = ""


class Why(StrEnum):
    """Why a text of the source stands in no field."""

    BEFORE = "before the first review"
    BETWEEN = "between or after the reviews"
    NOT_UNDERSTOOD = "not understood"
    SURROUNDING = "around the digest"
    ELSEWHERE = "in another part of the message"


@dataclass(frozen=True)
class LeftOver:
    """A text of the source that stands in no field; `review` is the heading it stood under."""

    text: str
    why: Why
    review: str = ""


@dataclass(frozen=True)
class FoundDigest:
    """A digest's reviews in order, and everything of its text that is in none of them."""

    reviews: tuple[FoundReview, ...]
    left_over: tuple[LeftOver, ...] = ()
    copies: tuple[str, ...] = ()  # headings of reviews that stood there twice, word for word
