"""Reviews counted from the files alone, with none of our own code: what pages are compared with."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Counted:
    """A review that counts."""

    address: str
    year: int
    is_national: bool
    themes: frozenset[str]


def counted(root: Path) -> list[Counted]:
    """Every national review and case review below a root that still holds."""
    nationals = [
        Counted(f"national-reviews/{name}/", int(str(front["published"])[:4]), True, frozenset(front["themes"]))
        for name, front in _current(root, "national-reviews").items()
    ]
    cases = [
        Counted(
            f"case-reviews/{name}/{review['id']}/",
            review.get("year") or int(str(front["published"])[:4]),
            False,
            frozenset(review.get("themes") or ()),
        )
        for name, front in _current(root, "digests").items()
        for review in front["reviews"]
    ]
    return nationals + cases


def themes(root: Path) -> dict[str, str]:
    """The label of each theme, by its id."""
    terms = yaml.safe_load((root / "briefings/vocabulary/themes.yml").read_text("utf-8"))
    return {term["id"]: term["label"] for term in terms}


def naming(reviews: list[Counted], theme: str) -> list[Counted]:
    """Those that name a theme."""
    return [review for review in reviews if theme in review.themes]


def together(reviews: list[Counted]) -> Counter[frozenset[str]]:
    """How many reviews name two themes at once."""
    return Counter(frozenset(pair) for review in reviews for pair in combinations(review.themes, 2))


def _current(root: Path, folder: str) -> dict[str, dict[str, Any]]:
    fronts = {
        path.stem: yaml.safe_load(path.read_text("utf-8-sig").split("\n---")[0].removeprefix("---"))
        for path in sorted((root / "briefings" / folder).glob("*.md"))
        if not path.name.startswith("_")
    }
    return {
        name: front
        for name, front in fronts.items()
        if front.get("status", "current") == "current" and not front.get("draft")
    }
