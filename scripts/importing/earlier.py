"""What a digest file that is there already keeps for ever, whatever is imported into it: its instant and its ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scripts.load import LoadedFile
from scripts.model.dates import DateError, parse_instant


@dataclass(frozen=True)
class Earlier:
    """When the digest was added, where it says so rightly, and the id of each review's title."""

    added: datetime | None = None
    ids: Mapping[str, str] = field(default_factory=dict)


def earlier(file: LoadedFile | None) -> Earlier:
    """Read what a loaded digest file keeps; a broken file keeps what can be read of it."""
    front = file.tree.value if file and isinstance(file.tree.value, Mapping) else {}
    reviews = front.get("reviews")
    named = [review for review in reviews if isinstance(review, Mapping)] if isinstance(reviews, list) else []
    ids = {str(review["title"]): str(review["id"]) for review in named if "title" in review and "id" in review}
    try:
        return Earlier(parse_instant(str(front.get("added"))), ids)
    except DateError:
        return Earlier(None, ids)
