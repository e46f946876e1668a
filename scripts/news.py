"""What each quarter's News Update holds: what was added, answered, changed and withdrawn, with or without a note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scripts.activity import Event, Happening, happenings
from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS, Entry, Library, newest_first
from scripts.model.answers import Update
from scripts.model.briefing import Briefing
from scripts.model.kinds import KINDS, Challenge, LocalGuidance, NewsUpdate
from scripts.model.parts import Change
from scripts.quarters import Quarter
from scripts.vocabulary import Term

UPDATES = "updates"
# In a longer list titles stand alone.
LONG = 6
# A longer list stops there, or is told in numbers: a whole archive may come in one quarter.
MOST = 40


@dataclass(frozen=True)
class Answer:
    """How far the answer to a challenge question had come by the end of a quarter in which it moved."""

    challenge: Briefing
    update: Update


@dataclass(frozen=True)
class Changed:
    """A briefing with what was materially changed in it in a quarter."""

    briefing: Briefing
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class News:
    """What one quarter brought. What no longer holds stands under `gone` alone, with what to read instead.

    `added` is by folder, whether or not there is any. The digests in it bring `reviews`, by the first theme of each,
    the largest groups first; the challenge questions in it are `opened`, under what they arise from.
    """

    most: ClassVar[int] = MOST

    quarter: Quarter
    note: Briefing | None
    updated: date
    added: Mapping[str, tuple[Briefing, ...]]
    reviews: tuple[tuple[Term | None, tuple[Entry, ...]], ...]
    opened: tuple[tuple[Briefing, tuple[Briefing, ...]], ...]
    answered: tuple[Answer, ...]
    changed_guidance: tuple[Changed, ...]
    changed: tuple[Changed, ...]
    gone: tuple[tuple[Briefing, Briefing | None], ...]

    @property
    def key(self) -> str:
        """The name of what is made of it: updates/2026-q4."""
        return f"{UPDATES}/{self.quarter}"

    @property
    def address(self) -> str:
        """Its page's address, relative to the site's root."""
        return f"{self.key}/"

    @property
    def name(self) -> str:
        """What it is called where nobody gave it a title."""
        return f"News Update: {self.quarter.label}"

    @property
    def title(self) -> str:
        """The title of its note, else its name."""
        return self.note.title if self.note else self.name

    @property
    def case_reviews(self) -> int:
        """How many case reviews the digests brought."""
        return sum(len(entries) for _, entries in self.reviews)

    @property
    def long(self) -> frozenset[str]:
        """The folders that brought so much that titles have to say enough."""
        sizes = {folder: len(briefings) for folder, briefings in self.added.items()} | {CASE_REVIEWS: self.case_reviews}
        return frozenset(folder for folder, size in sizes.items() if size > LONG)


def all_news(library: Library) -> tuple[News, ...]:
    """The news of every quarter that has any, or a note, newest first."""
    notes = {note.front.quarter: note for note in library.of_kind(UPDATES) if isinstance(note.front, NewsUpdate)}
    happened = grouped(
        (Quarter.of(happening.day), happening)
        for happening in happenings(library)
        # An update is not news in its own list, nor is its note in the list of the quarter in which it was written.
        if not happening.briefing.kind.is_note
    )
    quarters = sorted({*happened, *notes}, reverse=True)
    return tuple(_news(quarter, notes.get(quarter), happened.get(quarter, ()), library) for quarter in quarters)


def _news(quarter: Quarter, note: Briefing | None, happened: tuple[Happening, ...], library: Library) -> News:
    touched = newest_first({happening.briefing.key: happening.briefing for happening in happened}.values())
    current = [briefing for briefing in touched if briefing.is_current]
    came = {happening.briefing.key for happening in happened if happening.event is Event.ADDED}
    by_folder = grouped((briefing.kind.folder, briefing) for briefing in current if briefing.key in came)
    added = {kind.folder: by_folder.get(kind.folder, ()) for kind in KINDS}
    changed = [Changed(briefing, changes) for briefing in current if (changes := _changes(briefing, quarter))]
    return News(
        quarter=quarter,
        note=note,
        updated=max([*(happening.day for happening in happened), *([note.updated.date()] if note else [])]),
        added=added,
        reviews=_by_theme(added["digests"], library),
        opened=_by_origin(added["challenges"], library),
        answered=tuple(answer for briefing in current for answer in _answers(briefing, quarter)),
        changed_guidance=tuple(one for one in changed if isinstance(one.briefing.front, LocalGuidance)),
        changed=tuple(one for one in changed if not isinstance(one.briefing.front, LocalGuidance)),
        gone=tuple(
            (briefing, library.by_key.get(briefing.front.superseded_by or ""))
            for briefing in touched
            if not briefing.is_current
        ),
    )


def _changes(briefing: Briefing, quarter: Quarter) -> tuple[Change, ...]:
    changes = (change for change in briefing.front.changes if Quarter.of(change.date.start) == quarter)
    return tuple(sorted(changes, key=lambda change: change.date))


def _answers(briefing: Briefing, quarter: Quarter) -> list[Answer]:
    """Where the answer stood after its last update of the quarter; nothing where it did not move."""
    updates = briefing.front.updates if isinstance(briefing.front, Challenge) else ()
    moved = sorted((one for one in updates if Quarter.of(one.date.start) == quarter), key=lambda one: one.date)
    return [Answer(briefing, moved[-1])] if moved else []


def _by_theme(digests: Iterable[Briefing], library: Library) -> tuple[tuple[Term | None, tuple[Entry, ...]], ...]:
    """The digests' reviews, each once, under its first theme; those without any stand last."""
    entries = (entry for digest in digests for entry in library.reviews_of[digest.id])
    groups = grouped((next(iter(entry.themes), ""), entry) for entry in entries)
    themes = library.vocabulary.themes
    by_size = sorted(groups, key=lambda theme: (not theme, -len(groups[theme]), theme))
    return tuple((themes[theme] if theme else None, groups[theme]) for theme in by_size)


def _by_origin(challenges: Iterable[Briefing], library: Library) -> tuple[tuple[Briefing, tuple[Briefing, ...]], ...]:
    """Challenge questions under what they arise from, the newest first."""
    origins = grouped(
        (challenge.front.arises_from, challenge) for challenge in challenges if isinstance(challenge.front, Challenge)
    )
    return tuple((origin, origins[origin.key]) for origin in newest_first(library.by_key[key] for key in origins))
