"""The digest file that is made of what was understood."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from scripts.front_matter_file import Fields, Plain, file_text
from scripts.importing.findings import FoundReview
from scripts.load.placing import RESERVED_IDS
from scripts.model.dates import PartialDate
from scripts.new_briefing import proposed_name

_LONGEST = 70  # leaves room for a number behind it


def digest_file(
    reviews: Sequence[FoundReview],
    themes: Sequence[Iterable[str]],
    *,
    title: str,
    summary: str,
    month: PartialDate,
    added: datetime,
    ids: Mapping[str, str],
) -> str:
    """The file's text. A summary that the digest does not give stays empty, for a person to write.

    `themes` are those of each review. `ids` are those that titles have in the file already: an id never changes.
    """
    fields: Fields = {
        "title": title,
        "summary": summary,
        "published": Plain(str(month)),
        "added": Plain(added.isoformat()),
        "month": Plain(str(month)),
        "reviews": [
            _review(review, name, found)
            for review, name, found in zip(reviews, _ids(reviews, ids), themes, strict=True)
        ],
    }
    return file_text(fields)


def _review(review: FoundReview, name: str, themes: Iterable[str]) -> Fields:
    words = review.words
    fields: dict[str, object] = {
        "id": Plain(name),
        "title": words.title,
        "partnership": words.partnership,
        "year": words.year,
        "type": words.type,
        "summary": review.summary,
        "learning": list(review.learning),
        "recommendations": [
            {"to": each.to, "text": each.text} if each.to else each.text for each in review.recommendations
        ],
        "background": review.background,
        "model": review.model,
        "keywords": list(dict.fromkeys(review.keywords)),
        "report_url": review.report_url,
        "themes": [Plain(theme) for theme in themes],
    }
    # Unknown stays absent; only the summary must be there, and is left to a person.
    return {field: value for field, value in fields.items() if value or field == "summary"}


def _ids(reviews: Sequence[FoundReview], known: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for review in reviews:
        name = known.get(review.words.title) or proposed_name(review.words.title) or "review"
        name = f"review-{name}" if name in RESERVED_IDS else name
        twins = (f"{name[:_LONGEST]}-{number}" for number in range(2, len(reviews) + 2))
        found.append(name if name not in found else next(twin for twin in twins if twin not in found))
    return found
