"""The facilitator's pack of every theme that there is enough to teach on: slides with a script, and a handout."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.documents import Document, document, imprint
from scripts.library import Library
from scripts.packs.pack import Pack
from scripts.routes import FACILITATOR_SLIDES, HANDOUT, REFLECTION, Route
from scripts.site import Site
from scripts.teaching import Teaching, teachings
from scripts.wording import answer_label

# Minutes, as a facilitator plans them. Discussion takes what the others leave of 50, and at least a quarter of an hour.
OPENING = 5
PART = 10
CLOSING = 10
_DISCUSSION = 15
_ALL = 50


@dataclass(frozen=True)
class Timing:
    """The minutes of a session's parts; 0 for a part that it does not have."""

    messages: int
    learning: int
    challenges: int
    opening: int = OPENING
    closing: int = CLOSING

    @property
    def discussion(self) -> int:
        """The heart of the session."""
        return max(_DISCUSSION, _ALL - self._others)

    @property
    def all(self) -> int:
        """The whole session, between 45 minutes and an hour."""
        return self._others + self.discussion

    @property
    def _others(self) -> int:
        return self.opening + self.messages + self.learning + self.challenges + self.closing


def timing(teaching: Teaching) -> Timing:
    """How long each part of a session takes."""
    parts = (teaching.messages, teaching.learning, teaching.challenges)
    return Timing(*(PART if part else 0 for part in parts))


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """Slides and handout of each theme."""
    for teaching in teachings(library).values():
        slides = _document(FACILITATOR_SLIDES, "facilitator's pack", teaching, site)
        # Two sides at most: where everything does not fit, the partnership's own questions stay on the site.
        handouts = tuple(_document(HANDOUT, "handout", teaching, site, whole=whole) for whole in (True, False))
        yield Pack(FACILITATOR_SLIDES.address(teaching.key), "slides", (slides,), imprint(site))
        yield Pack(HANDOUT.address(teaching.key), "one-page", handouts, imprint(site))


def _document(route: Route, label: str, teaching: Teaching, site: Site, *, whole: bool = True) -> Document:
    minutes = timing(teaching)
    return document(
        route.template,
        site,
        key=teaching.key,
        title=f"{teaching.theme.label}: {label}",
        label=f"Learning together · {minutes.all} minutes",
        updated=teaching.updated,
        teaching=teaching,
        minutes=minutes,
        handout=HANDOUT,
        reflection=REFLECTION,
        answer_label=answer_label,
        whole=whole,
    )
