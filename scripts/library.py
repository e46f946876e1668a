"""The whole collection, arranged for whoever looks something up in it. Computed once, then only read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from scripts.grouping import grouped
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.model.kinds import Challenge, Digest, LocalGuidance
from scripts.model.parts import CaseReview
from scripts.vocabulary import Vocabulary

# What is followed at a page's foot: enough to go on reading, short enough for a phone.
MORE_THEMES = 2
MORE_ENTRIES = 3
CASE_REVIEWS = "case-reviews"
CASE_REVIEW_LABEL = "Case review"


@dataclass(frozen=True)
class DigestReview:
    """A case review with the digest that it came in."""

    digest: Briefing
    review: CaseReview

    @property
    def address(self) -> str:
        """Its page's address, relative to the site's root."""
        return f"{CASE_REVIEWS}/{self.digest.id}/{self.review.id}/"

    @property
    def year(self) -> int:
        """The year that it counts for: its own where it gives one, else its digest's."""
        return self.review.year or self.digest.front.published.year


@dataclass(frozen=True)
class Entry:
    """What a list shows of a briefing or a case review."""

    address: str
    title: str
    label: str
    folder: str
    date: PartialDate
    summary: str
    themes: tuple[str, ...]
    is_current: bool = True


def _entry(briefing: Briefing) -> Entry:
    front = briefing.front
    return Entry(
        address=briefing.address,
        title=briefing.title,
        label=briefing.kind.label,
        folder=briefing.kind.folder,
        date=front.published,
        summary=front.summary,
        themes=front.all_themes,
        is_current=briefing.is_current,
    )


def _review_entry(found: DigestReview) -> Entry:
    return Entry(
        address=found.address,
        title=found.review.title,
        label=CASE_REVIEW_LABEL,
        folder=CASE_REVIEWS,
        date=found.digest.front.published,
        summary=found.review.summary,
        themes=found.review.themes,
        is_current=found.digest.is_current,
    )


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """By the date of the thing itself, then by that of adding."""
    return tuple(sorted(briefings, key=lambda b: (b.front.published, b.front.added), reverse=True))


@dataclass(frozen=True)
class Library:
    """Briefings newest first, by the date of the thing itself; with every way to look them up."""

    briefings: tuple[Briefing, ...]
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @staticmethod
    def of(briefings: Iterable[Briefing], vocabulary: Vocabulary, *, drafts: bool = False) -> "Library":
        """The library of a collection; drafts only where they are asked for."""
        return Library(newest_first(b for b in briefings if drafts or not b.front.draft), vocabulary)

    @cached_property
    def by_key(self) -> Mapping[str, Briefing]:
        """Every briefing by kind/id."""
        return {briefing.key: briefing for briefing in self.briefings}

    @cached_property
    def _by_folder(self) -> Mapping[str, tuple[Briefing, ...]]:
        return grouped((briefing.kind.folder, briefing) for briefing in self.briefings)

    def of_kind(self, folder: str) -> tuple[Briefing, ...]:
        """The briefings of one kind, newest first."""
        return self._by_folder.get(folder, ())

    @cached_property
    def case_reviews(self) -> tuple[DigestReview, ...]:
        """Every case review, newest digest first, in the digest's order."""
        return tuple(
            DigestReview(digest, review)
            for digest in self.of_kind("digests")
            if isinstance(digest.front, Digest)
            for review in digest.front.reviews
        )

    @cached_property
    def reviews_of(self) -> Mapping[str, tuple[Entry, ...]]:
        """The case reviews of each digest, by the digest's id, in its order."""
        return grouped((found.digest.id, _review_entry(found)) for found in self.case_reviews)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that lists can show: briefings, then case reviews, each newest first."""
        reviews = (entry for entries in self.reviews_of.values() for entry in entries)
        return (*map(_entry, self.briefings), *reviews)

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Entry, ...]]:
        """What is tagged with each theme, what still holds first. Digests and updates are found by what they list."""
        current_first = sorted(self.entries, key=lambda entry: not entry.is_current)
        listed = (entry for entry in current_first if entry.folder not in ("digests", "updates"))
        return grouped((theme, entry) for entry in listed for theme in entry.themes)

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Briefing, ...]]:
        """The briefings that speak to each role, newest first."""
        return grouped((role, briefing) for briefing in self.briefings for role in briefing.front.for_roles)

    @cached_property
    def challenges_from(self) -> Mapping[str, tuple[Briefing, ...]]:
        """The challenge questions that arise from each review or publication, in the order of adding."""
        rows = [(b.front.arises_from, b) for b in self.briefings if isinstance(b.front, Challenge)]
        return grouped(sorted(rows, key=lambda row: row[1].front.added))

    @cached_property
    def guidance_from(self) -> Mapping[str, tuple[Briefing, ...]]:
        """The local guidance that each review or publication brought about."""
        return grouped(
            (b.front.arises_from, b)
            for b in self.briefings
            if isinstance(b.front, LocalGuidance) and b.front.arises_from
        )

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Entry | None, Entry | None]]:
        """The newer and the older entry of the same kind, by address."""
        found: dict[str, tuple[Entry | None, Entry | None]] = {}
        for entries in grouped((entry.folder, entry) for entry in self.entries).values():
            for newer, entry, older in zip((None, *entries), entries, (*entries[1:], None), strict=False):
                found[entry.address] = (newer, older)
        return found

    def more_on(self, address: str, themes: Sequence[str]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """For a page's first themes, a few other entries that still hold, one of each kind before a second of any."""
        return tuple(
            (theme, tuple(entry for entry in self._spread[theme] if entry.address != address)[:MORE_ENTRIES])
            for theme in themes[:MORE_THEMES]
        )

    @cached_property
    def _spread(self) -> Mapping[str, tuple[Entry, ...]]:
        """Per theme the first few entries, kinds taking turns; short, so that a page's cost does not grow."""
        spread: dict[str, tuple[Entry, ...]] = {}
        for theme, entries in self.by_theme.items():
            by_kind = [kind[:4] for kind in grouped((e.folder, e) for e in entries if e.is_current).values()]
            turns = [
                (turn, position, entry) for position, kind in enumerate(by_kind) for turn, entry in enumerate(kind)
            ]
            spread[theme] = tuple(entry for _, _, entry in sorted(turns, key=lambda row: row[:2])[:12])
        return defaultdict(tuple, spread)

    @cached_property
    def first_added(self) -> datetime:
        """When the collection began; an empty one has always been there."""
        return min((briefing.front.added for briefing in self.briefings), default=datetime.fromtimestamp(0, UTC))

    @cached_property
    def newest_update(self) -> datetime:
        """The instant of the last material change in the collection."""
        return max((briefing.updated for briefing in self.briefings), default=self.first_added)
