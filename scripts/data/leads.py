"""Who answers challenge questions, told apart by name, each with an address of their own."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from scripts.grouping import grouped
from scripts.library import Library
from scripts.load.placing import RESERVED_IDS
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge

_LONGEST = 60


@dataclass(frozen=True)
class Lead:
    """Somebody who answers, as their first question names them; `id` is their name in addresses."""

    id: str
    name: str
    challenges: tuple[Briefing, ...]


def leads(library: Library) -> tuple[Lead, ...]:
    """Everybody who answers a published question, by name.

    Whose question was added first is given an address first: a lead who joins later changes nobody else's.
    """
    published = sorted(
        (briefing for briefing in library.of_kind("challenges") if not briefing.front.draft),
        key=lambda briefing: briefing.front.added,
    )
    named = [(b.front.lead, b) for b in published if isinstance(b.front, Challenge) and b.front.lead]
    taken = set(RESERVED_IDS)
    found = []
    for rows in grouped((_one_person(name), (name, briefing)) for name, briefing in named).values():
        name = rows[0][0]
        free = next(each for each in _ids(name) if each not in taken)
        taken.add(free)
        found.append(Lead(free, name, tuple(briefing for _, briefing in rows)))
    return tuple(sorted(found, key=lambda lead: (lead.name.casefold(), lead.id)))


def _one_person(name: str) -> str:
    """What two spellings of one name have in common: they differ in capitals, or in how an accent is stored."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _ids(name: str) -> Iterator[str]:
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or "lead"
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
