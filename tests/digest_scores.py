"""How much of a sample digest is understood: each field of each review against what a person read in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.importing import Imported, import_digest
from scripts.importing.findings import FoundReview, Why
from scripts.importing.statements import stated_count, stated_months
from scripts.load import load
from scripts.model.dates import PartialDate
from scripts.sources import read_tree
from scripts.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.parent for path in (ROOT / "tests" / "digests").glob("*/expected.yml"))
MONTH = PartialDate(2024, 1)
ADDED = datetime(2026, 11, 22, 12, tzinfo=UTC)


@cache
def vocabulary() -> Vocabulary:
    return load(read_tree(ROOT)).vocabulary


@cache
def imported(sample: Path) -> Imported:
    source = next(sample.glob("source.*"))
    return import_digest(source.read_bytes(), source.name, MONTH, ADDED, vocabulary())


@cache
def expected(sample: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((sample / "expected.yml").read_text("utf-8"))
    return content


def fields(review: FoundReview) -> dict[str, Any]:
    """A review in the form of an expected one, with what is absent left out."""
    words = review.words
    recommendations = [({"to": each.to} if each.to else {}) | {"text": each.text} for each in review.recommendations]
    found = {
        "title": words.title,
        "type": words.type,
        "partnership": words.partnership,
        "year": words.year,
        "summary": review.summary,
        "background": review.background,
        "model": review.model,
        "keywords": list(review.keywords),
        "report_url": review.report_url,
        "learning": list(review.learning),
        "recommendations": recommendations,
    }
    return {name: value for name, value in found.items() if value}


_HEADING = ("title", "type", "partnership", "year", "report_url")
NAMES = (*_HEADING, "summary", "background", "model", "keywords", "learning", "recommendations")


@dataclass(frozen=True)
class Difference:
    """A field that was not read as a person reads it."""

    place: str
    found: object
    expected: object


def differences(sample: Path) -> Iterator[Difference]:
    found, wanted = imported(sample).digest.reviews, expected(sample)["reviews"]
    if len(found) != len(wanted):
        yield Difference("number of reviews", len(found), len(wanted))
    for number, review in enumerate(wanted):
        known = fields(found[number]) if number < len(found) else {}
        for name in NAMES:
            value = review.get(name) or None
            value = value.strip() if isinstance(value, str) else value
            if known.get(name) != value:
                yield Difference(f"{review['title']}: {name}", known.get(name), value)


def stated(sample: Path) -> tuple[int | None, str | None]:
    """The number of reviews and the month that the text around the reviews states."""
    around = [each.text for each in imported(sample).digest.left_over if each.why is not Why.NOT_UNDERSTOOD]
    months = stated_months(around)
    return stated_count(around), str(months[0]) if months else None


def score(sample: Path) -> tuple[int, int]:
    """How many fields were read rightly, of how many."""
    total = len(expected(sample)["reviews"]) * len(NAMES)
    return max(0, total - sum(1 for _ in differences(sample))), total
