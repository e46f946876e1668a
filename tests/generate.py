"""A generator of realistic, made-up case reviews, for benchmarks and for tests that need many."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.load.vocabulary_files import load_vocabulary
from scripts.sources import read_tree

REVIEWS_A_MONTH = 12
FIRST_YEAR = 2004
# Whom made-up recommendations ask.
ADDRESSEES = 400
_SUBJECTS = ("Child", "Baby", "Family", "Young person", "Siblings")
_TYPES = (
    "Local child safeguarding practice review",
    "Serious case review",
    "Thematic review",
    "Child safeguarding practice review",
)
_OPENINGS = (
    "Serious injury of an infant in the family home.",
    "Death of a young person known to several services.",
    "Long-term neglect of a group of siblings.",
    "Harm to an adolescent outside the home.",
)
_SENTENCES = (
    "The family had moved between areas, and records followed slowly.",
    "Several services knew parts of the history, but nobody held all of it.",
    "Appointments were missed and the reasons were not explored.",
    "The father was not part of the assessments.",
    "School staff had raised concerns more than once.",
    "Plans were drawn up without the views of the wider family.",
)
_LEARNING = (
    "seeing each child alone and recording what daily life is like for them",
    "including fathers and partners in every assessment and plan",
    "sharing information early, and saying why it is shared",
    "using the escalation policy when agencies disagree",
    "asking about injuries in infants who do not move on their own",
    "looking at patterns over time rather than at single events",
    "supervision that makes room for doubt and for a second opinion",
)
_RECOMMENDATIONS = (
    "Audit how the neglect strategy is used and report the findings to the partnership.",
    "Make sure that every agency knows how and when to escalate.",
    "Review the pre-birth pathway with maternity and early help services.",
    "Train staff to talk with fathers about safety and support.",
)


def months(number: int) -> Iterator[str]:
    """As many consecutive months, as 2004-01."""
    for index in range(number):
        yield f"{FIRST_YEAR + index // 12}-{index % 12 + 1:02}"


def digest(month: str, reviews: int, themes: Sequence[str], ages: Sequence[str], minute: int) -> str:
    """A digest file of made-up reviews; the same for the same arguments."""
    choose = random.Random(month)  # noqa: S311  made-up text, no secret
    front = {
        "title": f"Made-up digest {month}",
        "summary": "Made-up case reviews, for measuring only.",
        "published": month,
        "added": f"2026-01-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00+00:00",
        "month": month,
        "reviews": [_review(choose, number, themes, ages) for number in range(reviews)],
    }
    # JSON is YAML; every text is in double quotes.
    lines = "\n".join(f"{key}: {json.dumps(value, indent=1)}" for key, value in front.items() if key != "month")
    return f"---\nmonth: {month}\n{lines}\n---\n"


def _review(choose: random.Random, number: int, themes: Sequence[str], ages: Sequence[str]) -> dict[str, object]:
    # 3,000 reviews recommend 10,000 things.
    recommended = choose.sample(_RECOMMENDATIONS, 3 + (number % 3 == 0))
    return {
        "id": f"review-{number + 1}",
        "title": f"{choose.choice(_SUBJECTS)} {chr(65 + number % 26)}{choose.randrange(100, 999)}",
        "partnership": choose.choice(["anonymous", "Made-up Safeguarding Children Partnership"]),
        "type": choose.choice(_TYPES),
        "summary": " ".join([choose.choice(_OPENINGS), *choose.sample(_SENTENCES, 4)]),
        "learning": choose.sample(_LEARNING, 5),
        "recommendations": [
            {"to": f"Made-up team {choose.randrange(ADDRESSEES)}", "text": text} for text in recommended
        ],
        "themes": choose.sample(list(themes), 4),
        "ages": [choose.choice(list(ages))],
    }


def write_reviews(root: Path, number: int) -> None:
    """Write digests with `number` reviews in all into a project's briefings/digests/."""
    vocabulary, _ = load_vocabulary(read_tree(root).briefings)
    folder = root / "briefings" / "digests"
    folder.mkdir(parents=True, exist_ok=True)
    full, rest = divmod(number, REVIEWS_A_MONTH)
    sizes = [REVIEWS_A_MONTH] * full + [rest] * bool(rest)
    for minute, (month, size) in enumerate(zip(months(len(sizes)), sizes, strict=True)):
        text = digest(month, size, list(vocabulary.themes), list(vocabulary.ages), minute)
        (folder / f"{month}.md").write_text(text, "utf-8")
