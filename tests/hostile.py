"""Briefings of every kind in which every text tries to be something else than text. All of it is made up."""

from pathlib import Path
from typing import Any

import yaml

HOSTILE = (
    "<script>alert(1)</script> & | [x](y) *a* _b_ `c` {{ d }} {% e %} # f ~g~ \"h\" 'i' \\ j 1. k + l – ::: ![]() "
    "<https://x> www.example.org a@b.example"
)
SHORT = "<b>&| *a* _b_ `c` {{d}} [x](y)"
# What means something only at the beginning of a line.
BEGINNINGS = ("", "- ", "+ ", "* ", "# ", "1. ", "2) ", "> ", "| a | ", "    ", ": ", "=== ", "--- ", "!!! x ", "[a]: ")
THEME, ROLE, LEAD = "hostile-theme", "hostile-role", "hostile-lead"


def said(where: str) -> str:
    """The hostile text, told apart by where it stands."""
    return f"{where} {HOSTILE}"


def lines(where: str) -> list[str]:
    """One hostile text for each way to begin a line."""
    return [f"{beginning}{where}{number} {HOSTILE}" for number, beginning in enumerate(BEGINNINGS)]


def front_matter(data: dict[str, Any]) -> str:
    """A briefing's file that holds exactly this."""
    return "---\n" + yaml.safe_dump(data, default_style='"', allow_unicode=True, sort_keys=False) + "---\n"


def _common(kind: str, minute: int) -> dict[str, Any]:
    return {
        "title": said(f"{kind}-title"),
        "summary": f"{said(f'{kind}-summary')}\n\n# {said(f'{kind}-summary-2')}",
        "published": "2024-01",
        "added": f"2026-11-22T09:{minute:02}:00+00:00",
        "themes": [THEME],
        "ages": ["under-1"],
        "key_messages": lines(f"{kind}-message")[:5],
        "for_roles": {ROLE: said(f"{kind}-role"), "gp": f"- {said(f'{kind}-gp')}\n\n1. {said(f'{kind}-gp-2')}"},
        "discussion": lines(f"{kind}-discussion"),
        "sources": [
            {"title": said(f"{kind}-source"), "publisher": said(f"{kind}-publisher"), "published": "2023"},
            {"title": f"# {said(f'{kind}-linked')}", "url": "https://www.example.org/a_b_(c)*d*?e=f&g=h"},
            {"title": said(f"{kind}-landed"), "landing_url": "https://www.example.org/landing"},
        ],
        "changes": [{"date": "2026-11-22", "note": said(f"{kind}-change")}],
        "review_by": "2027-01-31",
    }


def _figures(kind: str) -> list[dict[str, str]]:
    names = ("label", "base", "period", "source")
    return [{"value": SHORT, "unit": f"1. {SHORT}", **{name: said(f"{kind}-figure-{name}") for name in names}}]


_NATIONAL = {
    "stages": [{"stage": "announced", "date": "2020-01-16", "url": "https://www.example.org/letter_*_"}],
    "review_question": f"> {said('question')}",
    "lines_of_enquiry": lines("enquiry"),
    "not_covered": lines("not-covered"),
    "recommendations": [{"to": said("to"), "text": text} for text in lines("recommendation")],
    "figures": _figures("national"),
}
_PUBLICATION = {"type": "annual-report", "publisher": said("publisher"), "figures": _figures("publication")}
_CHALLENGE = {
    "question": f"* {said('question')}",
    "arises_from": "hostile-review",
    "lead": LEAD,
    "status_of_answer": "considering",
    "updates": [
        {"date": "2026-11-21", "status": "considering", "note": text, "evidence": ["https://www.example.org/_a_*b*"]}
        for text in lines("note")
    ],
    "next_review": "2027-02-28",
}
_GUIDANCE = {
    "arises_from": "hostile-review",
    "what_changed": lines("changed"),
    "document_url": "https://www.example.org/guidance_(a)",
}


def review(name: str, **texts: Any) -> dict[str, Any]:
    """One case review of a digest."""
    return {"id": name, "themes": [THEME], "ages": ["under-1"], **texts}


_REVIEW = review(
    "hostile",
    title=f"# {said('review-title')}",
    partnership=said("partnership"),
    year="2023",
    type=said("review-type"),
    summary=f"- {said('review-summary')}\n\n| {said('review-summary-2')}",
    learning=lines("learning"),
    recommendations=[said("open"), {"to": f"1. {said('review-to')}", "text": said("asked")}],
    background=f"> {said('background')}",
    model=f"+ {said('model')}",
    keywords=lines("keyword"),
    report_url="https://www.example.org/report_*_",
)

BRIEFINGS: dict[str, dict[str, Any]] = {
    "national-reviews/hostile-review": _common("national", 1) | _NATIONAL,
    "publications/hostile-publication": _common("publication", 2) | _PUBLICATION,
    "digests/2024-01": _common("digest", 3) | {"month": "2024-01", "reviews": [_REVIEW]},
    "challenges/hostile-challenge": _common("challenge", 4) | _CHALLENGE,
    "local-guidance/hostile-guidance": _common("guidance", 5) | _GUIDANCE,
    "good-practice/hostile-practice": _common("practice", 6),
    "spotlights/hostile-spotlight": _common("spotlight", 7),
    "updates/2026-q4": _common("update", 8) | {"quarter": "2026-q4"},
}
TERM: dict[str, Any] = {
    "label": HOSTILE[:100].strip(),
    "synonyms": [HOSTILE[20:119]],
    "abbreviations": ["<b>"],
    "description": HOSTILE,
}


def write_terms(root: Path) -> None:
    """Put the hostile words into a project's vocabularies."""
    for name, term_id in (("themes", THEME), ("roles", ROLE), ("leads", LEAD)):
        with (root / "briefings" / "vocabulary" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write("\n" + yaml.safe_dump([{"id": term_id, **TERM}], default_style='"', allow_unicode=True))
