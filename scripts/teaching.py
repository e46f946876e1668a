"""What a session on a theme can be taught from: few messages, points and questions, each from a named place.

Nothing is added to what reviews and publications say; and what no longer holds is not taught.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scripts.grouping import grouped
from scripts.library import CASE_REVIEW_LABEL, DigestReview, Library
from scripts.model.briefing import Briefing
from scripts.model.front_matter import FrontMatter
from scripts.toolkit import Naming, briefings_on, is_about, naming
from scripts.vocabulary import Term

# As much as an hour has room for.
MESSAGES = 5
POINTS = 8
QUESTIONS = 5
CHALLENGES = 5
FURTHER = 4
# Case reviews come by the thousand; the newest on a theme are enough to learn from.
_RECENT = 20


@dataclass(frozen=True)
class Origin:
    """Where something comes from; a case review's briefing is its digest."""

    title: str
    label: str
    address: str
    themes: tuple[str, ...]
    briefing: Briefing


@dataclass(frozen=True)
class Said:
    """What one origin says."""

    origin: Origin
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Teaching:
    """What there is to teach on a theme: messages, learning of case reviews, questions; and where to read on."""

    theme: Term
    messages: tuple[Said, ...]
    learning: tuple[Said, ...]
    questions: tuple[Said, ...]
    challenges: tuple[Briefing, ...]
    further: tuple[Origin, ...]

    @property
    def key(self) -> str:
        """The name of what is made of it: themes/id."""
        return f"themes/{self.theme.id}"

    @property
    def origins(self) -> tuple[Origin, ...]:
        """All that it rests on and leads to, each once."""
        said = [one.origin for one in (*self.messages, *self.learning, *self.questions)]
        return tuple({origin.address: origin for origin in (*said, *self.further)}.values())

    @property
    def reflections(self) -> tuple[Briefing, ...]:
        """The briefings whose reflection sheets participants are sent: those of the messages, else of the learning."""
        said = [one.origin.briefing for one in self.messages or self.learning]
        return tuple({briefing.key: briefing for briefing in said}.values())

    @property
    def updated(self) -> date:
        """The day of the newest change in anything that it uses."""
        used = (*(origin.briefing for origin in self.origins), *self.challenges)
        return max(briefing.updated for briefing in used).date()


def teachings(library: Library) -> Mapping[str, Teaching]:
    """What can be taught on each theme; a theme on which nothing says enough is not there."""
    reviews = grouped((theme, f) for f in library.case_reviews if f.digest.is_current for theme in f.review.themes)
    found = (_teaching(theme, reviews.get(theme.id, ()), library) for theme in library.vocabulary.themes.values())
    return {teaching.theme.id: teaching for teaching in found if teaching}


def _teaching(theme: Term, reviews: Sequence[DigestReview], library: Library) -> Teaching | None:
    named = naming(library)
    spotlights = briefings_on(theme, library, "spotlights")
    documents = _best_first(theme, briefings_on(theme, library, "national-reviews", "publications"), named)
    challenges = _best_first(theme, briefings_on(theme, library, "challenges"), named)

    def chosen(most: int, lines_of: Callable[[FrontMatter], tuple[str, ...]]) -> tuple[Said, ...]:
        # A Spotlight is the editor's choice of what matters; without one, the reviews and publications speak in turns.
        for spotlight in spotlights[:1]:
            if lines := lines_of(spotlight.front)[:most]:
                return (Said(_origin(spotlight), lines),)
        return _in_turns(theme, most, [(_origin(one), lines_of(one.front)) for one in documents], named)

    messages = chosen(MESSAGES, lambda front: front.key_messages)
    recent = [(_review_origin(one), one.review.learning) for one in reviews[:_RECENT]]
    learning = _in_turns(theme, POINTS, recent, named)
    # Without either there is nothing to teach: questions alone would discuss what nobody has said.
    if not messages and not learning:
        return None
    return Teaching(
        theme=theme,
        messages=messages,
        learning=learning,
        questions=chosen(QUESTIONS, lambda front: front.discussion),
        challenges=tuple(challenges[:CHALLENGES]),
        further=tuple(map(_origin, (*spotlights[:1], *documents[:FURTHER]))),
    )


def _best_first(theme: Term, briefings: Iterable[Briefing], named: Naming) -> list[Briefing]:
    """First those that are about the theme; else as they stand."""
    return sorted(briefings, key=lambda one: not is_about(theme, one.front.title, one.front.themes, named))


def _origin(briefing: Briefing) -> Origin:
    front = briefing.front
    label = f"{briefing.kind.label}, {front.published.label}"
    return Origin(front.title, label, briefing.address, front.themes, briefing)


def _review_origin(found: DigestReview) -> Origin:
    review, digest = found.review, found.digest
    named = review.partnership if review.partnership != "anonymous" else None
    title = ", ".join(filter(None, (review.title, named)))
    label = f"{CASE_REVIEW_LABEL}, {digest.front.published.label}"
    return Origin(title, label, found.address, review.themes, digest)


def _in_turns(
    theme: Term, most: int, rows: Sequence[tuple[Origin, tuple[str, ...]]], named: Naming
) -> tuple[Said, ...]:
    """At most so many texts, none twice; those that name the theme, and each origin's first before any one's second.

    Where those that name it are not even half of `most`, others fill up to that, from what is about the theme.
    """
    ranked = sorted(
        (not by_name, turn, place, text)
        for place, (origin, texts) in enumerate(rows)
        for turn, text in enumerate(texts)
        if (by_name := theme.id in named[text]) or is_about(theme, origin.title, origin.themes, named)
    )
    naming_it = {text for is_other, _, _, text in ranked if not is_other}
    room = min(most, max((most + 1) // 2, len(naming_it)))
    first = {text: place for _, _, place, text in reversed(ranked)}
    kept = list(dict.fromkeys(text for *_, text in ranked))[:room]
    said = (Said(origin, tuple(t for t in kept if first[t] == place)) for place, (origin, _) in enumerate(rows))
    return tuple(one for one in said if one.texts)
