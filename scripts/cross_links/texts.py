"""What a briefing or a case review says in sentences of its own: not its title, its sources or its figures."""

from collections.abc import Iterator
from html import unescape

from scripts.markdown_text import with_links, without_code
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, LocalGuidance, NationalReview
from scripts.model.parts import CaseReview


def briefing_texts(briefing: Briefing) -> tuple[str, ...]:
    """The texts of a briefing; those of a digest's reviews are theirs."""
    front = briefing.front
    common = (front.summary, *front.key_messages, *front.for_roles.values(), *front.discussion)
    changes = (change.note for change in front.changes)
    return (*common, *_own_texts(briefing), _without_addresses(briefing.body), *changes)


def review_texts(review: CaseReview) -> tuple[str, ...]:
    """The texts of a case review."""
    recommended = (recommendation.text for recommendation in review.recommendations)
    return (review.summary, review.background or "", *review.learning, *recommended)


def _own_texts(briefing: Briefing) -> Iterator[str]:
    """What only this kind of briefing has."""
    match briefing.front:
        case NationalReview() as front:
            yield front.review_question or ""
            yield from (*front.lines_of_enquiry, *front.not_covered)
            yield from (recommendation.text for recommendation in front.recommendations)
        case Challenge() as front:
            yield front.question
            yield from (update.note for update in front.updates)
        case LocalGuidance() as front:
            yield from front.what_changed


def _without_addresses(body: str) -> str:
    """The Markdown as it is read: an address is not read, nor is code; the marks of links and emphasis stay."""
    return unescape(with_links(without_code(body), lambda _: ""))
