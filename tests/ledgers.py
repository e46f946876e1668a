"""Made-up ledgers, and an independent count of any: by a plain YAML reader, from the files alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from scripts.library import Library
from scripts.load import load
from scripts.outputs import briefing_pages, kind_indexes, ledger_pages
from scripts.report import as_text
from scripts.rules import check
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY
from tests.made_up import briefing, publication

STATES = ("not-started", "considering", "in-progress", "embedded")
# A lead whose every word tries to be something else than text.
HOSTILE_LEAD = "<b>&| *Team* _x_ `c` {{d}} [x](y) www.example.org"


def step(day: str, status: str, note: str = "Made-up note.", **more: Any) -> dict[str, Any]:
    """An entry of a history."""
    return {"date": day, "status": status, "note": note, **more}


def asked(number: int, origin: str, *steps: dict[str, Any], **fields: Any) -> str:
    """A question's file; its state is that of the last of its steps."""
    status = steps[-1]["status"] if steps else "not-started"
    own = {"question": f"Made-up question {number}?", "arises_from": origin, "status_of_answer": status}
    if steps:
        own["updates"] = list(steps)
    return briefing(number, title=f"Question {number}", **(own | fields))


WITHDRAWN = {"status": "withdrawn", "withdrawn_on": "2026-01-31", "reason": "Made-up reason."}
EVIDENCE = "https://www.example.org/evidence"
WENT_BACK = (
    step("2025-06-01", "considering"),
    step("2025-09-01", "in-progress", evidence=[EVIDENCE]),
    step("2026-01-15", "embedded"),
    step("2026-09-30", "considering", "Made-up reason to look again."),
)
# A ledger with something of everything, as it stands on TODAY, 22 November 2026.
LIVELY = {
    "national-reviews/first": briefing(1, title="First review"),
    "national-reviews/unasked": briefing(2, title="Unasked review", published="2025-03"),
    "national-reviews/gone": briefing(3, title="Gone review", published="2024-01", **WITHDRAWN),
    "national-reviews/gone-and-unasked": briefing(4, title="Forgotten review", **WITHDRAWN),
    "publications/paper": publication(5, title="Made-up paper"),
    "publications/unasked-paper": publication(6, title="Unasked paper"),
    "challenges/back": asked(
        11, "first", *WENT_BACK, lead="police", next_review="2026-11-01", themes=["neglect", "poverty"]
    ),
    "challenges/due-today": asked(12, "first", step("2025-07-01", "in-progress"), lead="odd", next_review="2026-11-22"),
    "challenges/late": asked(13, "first", step("2025-07-01", "embedded"), lead="odd", next_review="2025-11-22"),
    "challenges/silent": asked(14, "first"),
    "challenges/yesterday": asked(15, "paper", lead="police", next_review="2026-11-21", themes=["poverty"]),
    "challenges/of-a-gone-review": asked(16, "gone", step("2025-08-01", "considering"), next_review="2027-03-31"),
    "challenges/withdrawn": asked(17, "paper", lead="police", next_review="2025-12-31", **WITHDRAWN),
    "challenges/unready": asked(18, "paper", draft=True),
}
LEADS = [{"id": "odd", "label": HOSTILE_LEAD}]


def long_ledger(number: int) -> dict[str, str]:
    """A ledger of many questions, one in four of which is past its day."""
    return {
        "national-reviews/first": briefing(1, title="First review"),
        **{
            f"challenges/q{each:04}": asked(
                each + 10,
                "first",
                step("2025-07-01", STATES[each % 4]),
                lead=("police", "education")[each % 2],
                next_review=f"20{26 if each % 4 == 0 else 27}-10-{each % 28 + 1:02}",
            )
            for each in range(number)
        },
    }


def write(root: Path, files: dict[str, str]) -> Path:
    """Put the files, and the lead of odd words, into a project."""
    for name, text in files.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    with (root / "briefings" / "vocabulary" / "leads.yml").open("a", encoding="utf-8") as file:
        file.write("\n" + yaml.safe_dump(LEADS, default_style='"', allow_unicode=True))
    return root


def library_and_site(root: Path) -> tuple[Library, Site]:
    """A project's library, free of problems."""
    collection = load(read_tree(root))
    problems = as_text(check(collection, TODAY))
    assert not problems, problems
    assert collection.settings
    return Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, TODAY)


def ledger_files(root: Path) -> dict[str, str]:
    """The ledger's pages, and those of its questions, by address."""
    library, site = library_and_site(root)
    outputs = (ledger_pages, briefing_pages, kind_indexes)
    made = (artifact for output in outputs for artifact in output.compile(library, site))
    return {artifact.path.removesuffix("index.md"): artifact.data.decode() for artifact in made}


def plain_questions(root: Path) -> Iterator[dict[str, Any]]:
    """The front matter of each question that is still asked, as a plain YAML reader sees it."""
    for path in sorted((root / "briefings" / "challenges").glob("[!_]*.md")):
        front = yaml.safe_load(path.read_text("utf-8-sig").split("---\n", 2)[1])
        if not front.get("draft") and front.get("status", "current") == "current":
            yield front | {"id": path.stem}


def counted(questions: Iterable[dict[str, Any]]) -> tuple[int, ...]:
    """Their numbers as a row of the matrix: each state, all, past the day, never answered."""
    listed = list(questions)
    states = Counter(front["status_of_answer"] for front in listed)
    late = [front for front in listed if "next_review" in front and as_day(front["next_review"]) < TODAY]
    silent = [front for front in listed if not front.get("updates")]
    return (*(states[state] for state in STATES), len(listed), len(late), len(silent))


def as_day(value: object) -> date:
    """A day of a file, in quotes or not."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))
