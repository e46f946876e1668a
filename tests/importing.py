"""Small digests written out in tests, and what the importer makes of them."""

from scripts.importing import Imported, import_digest
from scripts.importing.findings import FoundReview
from tests.digest_scores import ADDED, MONTH, vocabulary


def imported(text: str | bytes, name: str = "digest.txt") -> Imported:
    """What the importer makes of a file with this content."""
    return import_digest(text.encode() if isinstance(text, str) else text, name, MONTH, ADDED, vocabulary())


def reviews(text: str | bytes, name: str = "digest.txt") -> tuple[FoundReview, ...]:
    """The reviews found in it."""
    return imported(text, name).digest.reviews


def review(content: str, heading: str = "2024 – Anonymous – Child A") -> FoundReview:
    """The one review of a digest that has this under its heading."""
    (found,) = reviews(f"{heading}\n\n{content}\n")
    return found
