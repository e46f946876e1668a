"""Every recommendation of every review that still holds, as a register."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from scripts.addressees import NOT_NAMED, PARTNERSHIP, Addressee, addressee_id
from scripts.grouping import grouped
from scripts.library import CASE_REVIEW_LABEL, DigestReview, Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import NationalReview


class YearOf(StrEnum):
    """What a recommendation's year is the year of."""

    PUBLICATION = "year of publication"
    REVIEW = "year of the review"
    DIGEST = "year of the digest"


@dataclass(frozen=True)
class Origin:
    """The review that recommendations come from. Their themes and their year are its own."""

    key: str
    address: str
    title: str
    label: str
    partnership: str | None
    year: int
    year_of: YearOf
    themes: tuple[str, ...]

    @property
    def about(self) -> str:
        """What kind of review it is, whose and of when, in a line."""
        year = f"{self.year} ({self.year_of})" if self.year_of is YearOf.DIGEST else str(self.year)
        whose = "Published anonymously" if self.partnership == "anonymous" else self.partnership
        return " · ".join(part for part in (self.label, whose, year) if part)


@dataclass(frozen=True)
class Recommended:
    """One recommendation, word for word; `number` is its place in its review, from 1."""

    number: int
    text: str
    to: str | None
    addressee: Addressee
    origin: Origin

    @property
    def reference(self) -> str:
        """Its lasting name."""
        return f"{self.origin.key}#{self.number}"


@dataclass(frozen=True)
class Register:
    """All recommendations, the newest year first; `reviews` is how many reviews were looked through."""

    rows: tuple[Recommended, ...]
    reviews: int

    @cached_property
    def by_addressee(self) -> Mapping[Addressee, tuple[Recommended, ...]]:
        """Those for each addressee, by its name as readers see it."""
        found = grouped((row.addressee, row) for row in self.rows)
        return dict(sorted(found.items(), key=lambda item: (item[0].label.casefold(), item[0].id)))

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Recommended, ...]]:
        """Those of the reviews on each theme."""
        return grouped((theme, row) for row in self.rows for theme in row.origin.themes)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Recommended, ...]]:
        """Those of each year, the newest first."""
        return grouped((row.origin.year, row) for row in self.rows)

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """The reviews that they come from, each once."""
        return tuple(dict.fromkeys(row.origin for row in self.rows))

    @property
    def without_addressee(self) -> int:
        """How many name nobody."""
        return len(self.by_addressee.get(NOT_NAMED, ()))


def register(library: Library) -> Register:
    """The register of the reviews that still hold."""
    national = [briefing for briefing in library.of_kind("national-reviews") if briefing.is_current]
    case_reviews = [found for found in library.case_reviews if found.digest.is_current]
    rows = [row for found in (*map(_of_national, national), *map(_of_case_review, case_reviews)) for row in found]
    labels = _labels(rows)
    named = (replace(row, addressee=labels[row.addressee.id]) for row in rows)
    newest_first = sorted(named, key=lambda row: -row.origin.year)
    return Register(tuple(newest_first), len(national) + len(case_reviews))


def _of_national(briefing: Briefing) -> Iterator[Recommended]:
    front = briefing.front
    year = front.published.year
    origin = Origin(
        briefing.key,
        briefing.address,
        front.title,
        briefing.kind.label,
        None,
        year,
        YearOf.PUBLICATION,
        front.all_themes,
    )
    for number, asked in enumerate(front.recommendations if isinstance(front, NationalReview) else (), start=1):
        yield _recommended(number, asked.text, asked.to, origin)


def _of_case_review(found: DigestReview) -> Iterator[Recommended]:
    review = found.review
    origin = Origin(
        found.address.rstrip("/"),
        found.address,
        review.title,
        CASE_REVIEW_LABEL,
        review.partnership,
        found.year,
        YearOf.REVIEW if review.year else YearOf.DIGEST,
        review.themes,
    )
    for number, asked in enumerate(review.recommendations, start=1):
        yield _recommended(number, asked.text, asked.to, origin)


def _recommended(number: int, text: str, to: str | None, origin: Origin) -> Recommended:
    """A recommendation whose addressee has no other label yet than what is written here."""
    name = addressee_id(to, origin.partnership)
    return Recommended(number, text, to, Addressee(name, to or ""), origin)


def _labels(rows: list[Recommended]) -> Mapping[str, Addressee]:
    """Each addressee as it is written most often; of spellings that are equally frequent the first in the alphabet."""
    spellings = grouped((row.addressee.id, row.addressee.label) for row in rows)
    usual = {
        name: min(Counter(found).items(), key=lambda item: (-item[1], item[0]))[0] for name, found in spellings.items()
    }
    fixed = {addressee.id: addressee for addressee in (NOT_NAMED, PARTNERSHIP)}
    return {name: Addressee(name, label) for name, label in usual.items()} | fixed
