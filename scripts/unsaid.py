"""What the summaries of case reviews do not mention: ethnicity, the father or a male carer, and other particulars.

A particular is mentioned where one of its words in the vocabulary `particulars` stands in the text, denied or not, but
not within the name of a body. Whatever is not mentioned is not stated, and never guessed from anything else. It says
something of the text that is held here: not of the review, of which there may be a full report, and not of the family.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scripts.model.parts import CaseReview
from scripts.theme_suggester.names import outside_names
from scripts.theme_suggester.phrases import Phrases, compiled, matches
from scripts.theme_suggester.words import flat
from scripts.vocabulary import Term, Terms

# What looks like a particular's word and means something else. The suggester's own list does not hold here: it passes
# over “father”, which makes no theme of a text but is a mention.
_LOOK_ALIKES = frozenset(
    tuple(phrase.split())
    for phrase in (
        *("race against time", "arms race", "racing", "raced", "asian countries"),
        *("black country", "black eye", "black eyes", "black market", "black mould", "black friday", "black box"),
        *("relative to", "relative poverty", "relative calm", "relative stability"),
        *("young man", "young men", "group of men", "gang of men", "older men"),
        *("blind eye", "blind spot", "blind spots", "deaf to", "deaf ear", "deaf ears"),
        *("blind cord", "blind cords", "window blind", "window blinds", "double blind"),
        *("disabled smoke", "disabled alarm", "disabled fire", "disabled camera", "disabled cameras"),
    )
)


@dataclass(frozen=True)
class Unstated:
    """In how many of some summaries a particular is not stated."""

    particular: Term
    count: int
    of: int


def text_of(review: CaseReview) -> str:
    """All that is held here of a review in words, its title aside."""
    recommendations = (recommendation.text for recommendation in review.recommendations)
    parts = (review.summary, review.background or "", *review.learning, *recommendations, *review.keywords)
    # So that no phrase runs from one into the next.
    return "\n\n".join(parts)


def unsaid(review: CaseReview, particulars: Terms) -> tuple[Term, ...]:
    """The particulars that a review's text does not mention, in their order."""
    if not particulars:
        return ()
    said = mentioned(text_of(review), tuple(particulars.values()))
    return tuple(term for term in particulars.values() if term.id not in said)


def unstated(reviews: Iterable[CaseReview], particulars: Terms) -> tuple[Unstated, ...]:
    """For each particular, how many of the summaries do not state it; nothing of no reviews."""
    missing = [unsaid(review, particulars) for review in reviews]
    if not missing:
        return ()
    return tuple(Unstated(term, sum(term in terms for terms in missing), len(missing)) for term in particulars.values())


# A review's own page and its digest's ask for the same.
@functools.lru_cache(maxsize=16_384)
def mentioned(text: str, particulars: tuple[Term, ...]) -> frozenset[str]:
    """The ids of the particulars that a text mentions."""
    plain = flat(text)
    found = outside_names(plain, matches(plain, _phrases(particulars)))
    return frozenset(match.theme for match in found)


def _phrases(particulars: tuple[Term, ...]) -> Phrases:
    return replace(compiled(particulars), look_alikes=_LOOK_ALIKES)
