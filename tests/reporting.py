"""Made-up questions whose days lie at the ends of years, and an independent count of any period from the files."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from scripts.evidence import Evidence, evidences
from tests.conftest import TODAY
from tests.ledgers import STATES, as_day, library_and_site, step
from tests.made_up import briefing, publication

AUDIT = "https://www.example.org/audit?year=2025&part=1"
HELD = "It held for a year.\n\nThen two teams changed."


def asked(number: int, origin: str, *steps: dict[str, Any], **fields: Any) -> str:
    """A question's file; its state is that of the last of its steps."""
    status = steps[-1]["status"] if steps else "not-started"
    own = {"question": f"Made-up question {number}?", "arises_from": origin, "status_of_answer": status}
    return briefing(number, **(own | {"updates": list(steps)} | fields))


# Asked or answered on the last day of a year and on the first of the next, in both kinds of years.
FILES = {
    "national-reviews/first": briefing(1, title="First review: a made-up one"),
    "publications/paper": publication(2, title="Made-up paper"),
    "challenges/sleep": asked(
        11,
        "first",
        step("2025-03-31", "considering", "The last day."),
        step("2025-04-01", "in-progress", "The first day."),
        step("2025-12-31", "embedded", "All teams do it.", evidence=[AUDIT, "https://www.example.org/tool"]),
        step("2026-01-01", "in-progress", HELD),
        title="Safer sleep",
        published="2024-12-31",
        lead="police",
        next_review="2026-11-21",
    ),
    "challenges/fathers": asked(12, "first", title="Fathers", published="2025-04", next_review="2026-11-22"),
    "challenges/cars": asked(
        13, "paper", step("2025-04-01", "embedded", "Done at once."), title="Cars", published="2025"
    ),
    "challenges/gone": asked(
        14,
        "paper",
        step("2025-06-01", "considering", "Begun."),
        title="Gone question",
        published="2025-03-31",
        status="withdrawn",
        withdrawn_on="2026-03-31",
        reason="Asked twice.",
    ),
    "challenges/old": asked(
        15,
        "paper",
        title="Old question",
        published="2025-01",
        added="2025-06-01T09:00:00+00:00",
        status="superseded",
        superseded_by="fathers",
    ),
    "challenges/today": asked(16, "paper", title="Newest question", published="2026-11-22"),
    "challenges/unready": asked(17, "paper", title="Draft question", published="2020", draft=True),
}
PERIODS = ("2026-27", "2026", "2025-26", "2025", "2024-25", "2024")


def periods_of(root: Path) -> dict[str, Evidence]:
    """The evidence of each period, the newest first, by its name."""
    library, site = library_and_site(root)
    return {str(one.period): one for one in evidences(library, site.today)}


@dataclass(frozen=True)
class Counted:
    """What a reader counts for a period who knows nothing but the files."""

    asked_still: frozenset[str]
    asked_newly: frozenset[str]
    answered: frozenset[str]
    never: frozenset[str]
    states: dict[str, str]
    entries: int
    back: int
    gone: frozenset[str]


def count(root: Path, name: str) -> Counted:
    """A period's numbers, from the files as a plain YAML reader sees them."""
    start, end = days_of(name)
    until = min(end, TODAY)
    known = {front["id"]: front for front in _questions(root) if first_day(front["published"]) <= until}
    ends = {key: _end(front, root) for key, front in known.items()}
    entries = {key: _entries(front) for key, front in known.items()}
    still = {key for key in known if ends[key] > until}

    def within(day: date) -> bool:
        return start <= day <= until

    def state(key: str) -> str:
        return str(([("", "not-started"), *(one for one in entries[key] if one[0] <= until)])[-1][1])

    return Counted(
        asked_still=frozenset(still),
        asked_newly=frozenset(key for key in still if within(first_day(known[key]["published"]))),
        answered=frozenset(key for key in still if any(within(day) for day, _ in entries[key])),
        never=frozenset(key for key in still if not any(day <= until for day, _ in entries[key])),
        states={key: state(key) for key in still},
        entries=sum(within(day) for every in entries.values() for day, _ in every),
        back=sum(_steps_back(every, start, until) for every in entries.values()),
        gone=frozenset(key for key in known if within(ends[key])),
    )


def days_of(name: str) -> tuple[date, date]:
    """The first and the last day of the period of a name."""
    year = int(name[:4])
    return (date(year, 4, 1), date(year + 1, 3, 31)) if "-" in name else (date(year, 1, 1), date(year, 12, 31))


def first_day(written: object) -> date:
    """The first day that a date, a month or a year can mean."""
    parts = [int(part) for part in str(written).split("-")]
    return date(*[*parts, 1, 1][:3])


def _questions(root: Path) -> Iterator[dict[str, Any]]:
    for path in (root / "briefings" / "challenges").glob("[!_]*.md"):
        front = yaml.safe_load(path.read_text("utf-8").split("---\n", 2)[1])
        if not front.get("draft"):
            yield front | {"id": path.stem}


def _entries(front: dict[str, Any]) -> list[tuple[date, str]]:
    return sorted(((as_day(one["date"]), one["status"]) for one in front.get("updates", ())), key=lambda one: one[0])


def _steps_back(entries: list[tuple[date, str]], start: date, until: date) -> int:
    places = [0, *(STATES.index(state) for _, state in entries)]
    pairs = zip(entries, places[1:], places, strict=False)
    return sum(start <= day <= until and after < before for (day, _), after, before in pairs)


def _end(front: dict[str, Any], root: Path) -> date:
    if front.get("status") == "withdrawn":
        return as_day(front["withdrawn_on"])
    if front.get("status") == "superseded":
        successor = next(one for one in _questions(root) if one["id"] == front["superseded_by"])
        return date.fromisoformat(max(front["added"], successor["added"])[:10])
    return date.max


def scattered(number: int, note: str = "Made-up note.") -> dict[str, str]:
    """Questions by chance, always the same: asked, answered and withdrawn on days near the ends of years."""
    chance = random.Random(7)  # noqa: S311  no secret
    ends = [date(year, month, 1) + timedelta(days=by) for year in (2024, 2025) for month in (1, 4) for by in (-1, 0, 1)]
    files = {"national-reviews/first": briefing(1, title="First review"), "publications/paper": publication(2)}
    for each in range(number):
        days = sorted(chance.sample(ends, chance.randint(1, 5)))
        published = chance.choice([str(days[0]), str(days[0])[:7], str(days[0])[:4]])
        steps = [step(str(day), chance.choice(STATES), f"{each} {note}") for day in days[1:]]
        gone = chance.random() < 0.2
        files[f"challenges/q{each:04}"] = asked(
            each + 10,
            chance.choice(["first", "paper"]),
            *steps,
            title=f"Question {each} about something that every team in this area meets sooner or later",
            published=published,
            **({"status": "withdrawn", "withdrawn_on": "2026-04-01", "reason": "Made-up reason."} if gone else {}),
        )
    return files
