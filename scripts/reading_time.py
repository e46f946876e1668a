"""How long a briefing takes to read: one minute for the message, seven for the whole, the rest is the source."""

import re
from collections.abc import Iterable, Iterator
from math import ceil

from scripts.markdown_text import with_links
from scripts.model.briefing import Briefing
from scripts.model.front_matter import FrontMatter
from scripts.model.kinds import Challenge, LocalGuidance, NationalReview, Publication

# An unhurried adult reads non-fiction at about this pace, and so does a tired one on a phone.
WORDS_A_MINUTE = 200
ONE_MINUTE = WORDS_A_MINUTE
SEVEN_MINUTES = 7 * WORDS_A_MINUTE

_WORD = re.compile(r"[^\W_]+(?:[’'.,/&-][^\W_]+)*")


def message_words(briefing: Briefing) -> int:
    """The words of the message: summary (a challenge's question) and key messages."""
    return _count(_message(briefing.front))


def whole_words(briefing: Briefing) -> int:
    """The words of the whole: the message, what it rests on, what it means for practice, what to ask.

    What belongs to the source is not counted: documents, lines of enquiry, stages; nor a digest's reviews, which have
    pages of their own.
    """
    return _count((*_message(briefing.front), *_rest(briefing)))


def minutes(words: int) -> int:
    """Whole minutes, at least one."""
    return max(1, ceil(words / WORDS_A_MINUTE))


def _message(front: FrontMatter) -> tuple[str, ...]:
    question = (front.question,) if isinstance(front, Challenge) else ()
    return (*question, front.summary, *front.key_messages)


def _rest(briefing: Briefing) -> Iterator[str]:
    front = briefing.front
    # An address is followed, not read.
    yield with_links(briefing.body, lambda _: "")
    yield from front.for_roles.values()
    yield from front.discussion
    if isinstance(front, NationalReview):
        yield from (recommendation.text for recommendation in front.recommendations)
    if isinstance(front, NationalReview | Publication):
        yield from (f"{figure.amount} {figure.label} {figure.base or ''}" for figure in front.figures)
    if isinstance(front, LocalGuidance):
        yield from front.what_changed
    if isinstance(front, Challenge):
        yield from (update.note for update in front.updates)


def _count(texts: Iterable[str]) -> int:
    return sum(len(_WORD.findall(text)) for text in texts)
