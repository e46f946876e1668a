"""A small collection in which several quarters speak to several roles. All of it is made up."""

from typing import Any

from tests.made_up import briefing, publication

ROLE, LABEL = "health-visitor", "Health visitors"
QUARTER = "October to December 2026"
# In the order in which they are passed on: by kind, in a kind the newest published first.
FULL = ("Newer review", "Older review", "September cases", "Local paper", "Changed guidance", "New guidance")
MORE = ("One theme", "Made-up practice")
EARLIER = ("Summer guidance", "Superseded: Old guidance")
SOURCE = {"title": "Made-up report", "publisher": "Made-up panel", "published": "2026-08-31"}
ADDRESS = "https://www.example.org/made-up-report"


def message(title: str, role: str = ROLE) -> str:
    """What a briefing means for a role."""
    return f"Here {role} reads of {title.lower()}."


def question(title: str) -> str:
    """What a briefing asks first."""
    return f"What is our {title.lower()}?"


def fields(title: str, added: str, published: str, *roles: str, **more: Any) -> dict[str, Any]:
    """The fields of a briefing for roles; for health visitors, where none are named."""
    return {
        "title": title,
        "added": added,
        "published": published,
        "for_roles": {role: message(title, role) for role in roles or (ROLE,)},
        "discussion": [question(title), "Something else?"],
        "sources": [SOURCE | {"url": ADDRESS}, {"title": "Second report"}],
        **more,
    }


REVIEWS = [{"id": "child-a", "title": "Made-up child", "summary": "Made up."}]
FILES: dict[str, str | bytes] = {
    f"briefings/{name}.md": text
    for name, text in {
        # The newest published was added first, so that the order is not that of adding.
        "national-reviews/newer": briefing(**fields("Newer review", "2026-10-05T09:00:00Z", "2026-09-30")),
        "national-reviews/older": briefing(**fields("Older review", "2026-12-31T23:59:59Z", "2020-01")),
        "digests/2026-09": briefing(
            **fields("September cases", "2026-10-06T09:00:00Z", "2026-10-02", sources=[SOURCE]),
            month="2026-09",
            reviews=REVIEWS,
        ),
        "local-guidance/paper": briefing(**fields("Local paper", "2026-10-07T09:00:00Z", "2026-10")),
        "publications/changed": publication(
            **fields("Changed guidance", "2026-07-01T09:00:00Z", "2026-06"),
            changes=[
                {"date": "2026-08-15", "note": "The summer's change."},
                {"date": "2026-11-02", "note": "A step was added."},
            ],
        ),
        "publications/new": publication(
            **fields("New guidance", "2026-10-01T00:00:00Z", "2026-05", sources=[], discussion=[])
        ),
        "publications/summer": publication(**fields("Summer guidance", "2026-10-01T00:30:00+01:00", "2026-06")),
        "publications/old": publication(
            **fields("Old guidance", "2026-10-08T09:00:00Z", "2026-06", ROLE, "paediatrician"),
            status="superseded",
            superseded_by="new",
        ),
        "spotlights/theme": briefing(**fields("One theme", "2026-10-09T09:00:00Z", "2026-10")),
        "good-practice/practice": briefing(**fields("Made-up practice", "2026-10-10T09:00:00Z", "2026-10")),
        "challenges/question": briefing(
            **fields("Made-up challenge", "2026-10-11T09:00:00Z", "2026-10", "gp"),
            question="How do we know\nthat it works?",
            arises_from="newer",
            status_of_answer="not-started",
        ),
        "good-practice/midwives": briefing(**fields("For midwives", "2026-04-11T09:00:00Z", "2026-04", "midwife")),
        "good-practice/both": briefing(**fields("For both", "2026-07-11T09:00:00Z", "2026-07", "midwife")),
    }.items()
}
