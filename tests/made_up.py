"""Made-up briefing files for small projects, and what the compiler makes of them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scripts.library import Library
from scripts.load import load
from scripts.outputs import compile_all
from scripts.report import as_text
from scripts.rules import check
from scripts.site import Site
from scripts.sources import read_tree

START = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
THEME, ROLE = "neglect", "school-staff"


def briefing(number: int = 0, body: str = "Made-up text.", **fields: object) -> str:
    """A briefing's file with what every kind needs; `number` gives it an instant of its own."""
    front: dict[str, object] = {
        "title": f"Made-up title {number}",
        "summary": "A made-up summary.",
        "published": "2025-02",
        "added": (START + timedelta(minutes=number)).isoformat(),
        "themes": [THEME],
    }
    # JSON is YAML; every text is in double quotes.
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in (front | fields).items())
    return f"---\n{''.join(lines)}---\n{body}\n"


def publication(number: int = 0, body: str = "Made-up text.", **fields: object) -> str:
    """A publication's file."""
    return briefing(number, body, **({"type": "guidance"} | fields))


def compiled(root: Path) -> dict[str, bytes]:
    """Every artifact of a project that has no problem, by path, as it would be staged."""
    collection = load(read_tree(root))
    today = START.date() + timedelta(days=365)
    problems = as_text(check(collection, today))
    assert not problems, problems
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary)
    return {artifact.path: artifact.data for artifact in compile_all(library, Site(collection.settings, today))}
