"""What is new for each role, for lead officers to pass on. It follows from the content, never from the clock."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.activity import Event, Happening, by_quarter
from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, Digest
from scripts.model.parts import Change, Source
from scripts.quarters import Quarter
from scripts.vocabulary import Term

# What comes first where there is much: national reviews, what happened lately, what is different here, then the rest.
IMPORTANCE = (
    *("national-reviews", "digests", "local-guidance", "publications"),
    *("spotlights", "challenges", "good-practice"),
)
# As many messages as somebody passes on in a minute.
FIRST = 6

# Words as long as this tell what a sentence is about.
_TELLING = 6


@dataclass(frozen=True)
class Item:
    """What one briefing says to a role in a quarter."""

    briefing: Briefing
    role: str
    quarter: Quarter

    @property
    def message(self) -> str:
        """What it means for the role."""
        return self.briefing.front.for_roles[self.role]

    @property
    def address(self) -> str:
        """The place on the briefing's page where the message stands, relative to the site's root."""
        return f"{self.briefing.address}#for-{self.role}"

    @property
    def date_label(self) -> str:
        """When the thing itself was published; a digest's month."""
        front = self.briefing.front
        return (front.month if isinstance(front, Digest) else front.published).label

    @property
    def source(self) -> Source | None:
        """The first document that the briefing rests on."""
        return next(iter(self.briefing.front.sources), None)

    @property
    def question(self) -> str:
        """The question to raise: a challenge's own, else that for discussion which shares most words with the message.

        The first of several that share as many; empty where there is none.
        """
        front = self.briefing.front
        if isinstance(front, Challenge):
            return " ".join(front.question.split())
        meant = _telling_words(self.message)
        return max(front.discussion, key=lambda question: len(meant & _telling_words(question)), default="")

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was materially changed in the quarter."""
        return tuple(one for one in self.briefing.front.changes if Quarter.of(one.date.start) == self.quarter)


@dataclass(frozen=True)
class Cascade:
    """What was added or changed for a role in the newest quarter that has something for it, what matters most first."""

    role: Term
    quarter: Quarter
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """The name of what is made of it: roles/id."""
        return f"roles/{self.role.id}"

    @property
    def updated(self) -> date:
        """The day of the last material change in it."""
        return max(item.briefing.updated for item in self.items).date()


def cascades(library: Library) -> Mapping[str, Cascade]:
    """The cascade of each role that has one, by the role's id. What no longer holds is not passed on."""
    found: dict[str, Cascade] = {}
    for quarter, happened in by_quarter(library).items():
        for role, keys in _spoken_to(happened).items():
            if role not in found:
                newest_first = (briefing for briefing in library.by_role[role] if briefing.key in keys)
                items = tuple(Item(briefing, role, quarter) for briefing in sorted(newest_first, key=_rank))
                found[role] = Cascade(library.vocabulary.roles[role], quarter, items)
    return found


def _spoken_to(happened: Iterable[Happening]) -> Mapping[str, tuple[str, ...]]:
    """The keys of what was added or changed for each role."""
    return grouped(
        (role, one.briefing.key)
        for one in happened
        if one.event in (Event.ADDED, Event.CHANGED) and one.briefing.is_current
        for role in one.briefing.front.for_roles
    )


def _rank(briefing: Briefing) -> int:
    folder = briefing.kind.folder
    return IMPORTANCE.index(folder) if folder in IMPORTANCE else len(IMPORTANCE)


def _telling_words(text: str) -> frozenset[str]:
    """The longer words of a text, without the endings that a plural or a tense gives them."""
    return frozenset(word[:_TELLING].casefold() for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _TELLING)
