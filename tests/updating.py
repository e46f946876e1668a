"""A small collection whose happenings lie in several quarters. All of it is made up."""

from typing import Any

from tests.made_up import briefing, publication

NOTE = "briefings/updates/2025-q1.md"


def review(name: str, title: str, *themes: str) -> dict[str, Any]:
    """A case review of a digest."""
    return {"id": name, "title": title, "summary": f"What happened to {title}. More of it.", "themes": list(themes)}


def question(number: int, title: str, added: str, *updates: tuple[str, str, str], **more: Any) -> str:
    """A challenge question of the made-up review, with the dated history of its answer."""
    return briefing(
        number,
        title=title,
        added=added,
        question=f"{title}?",
        arises_from="review",
        status_of_answer=updates[-1][1] if updates else "not-started",
        updates=[{"date": date, "status": status, "note": note} for date, status, note in updates],
        **more,
    )


def note(**more: Any) -> str:
    """The note to the first quarter of 2025, written in the second."""
    return briefing(
        0,
        "Words of the editor.",
        **(
            {
                "title": "What the winter brought",
                "summary": "A made-up note to the winter.",
                "added": "2025-04-03T09:00:00+00:00",
                "key_messages": ["Read one review."],
                "discussion": ["What will you try?"],
                "quarter": "2025-q1",
                "themes": [],
            }
            | more
        ),
    )


_LAST_MINUTE, _FIRST_MINUTE = "2024-12-31T23:59:00+00:00", "2025-01-01T00:00:00+00:00"

FILES: dict[str, str | bytes] = {
    # The year ends between these two.
    "briefings/national-reviews/review.md": briefing(
        title="Old year review", added=_LAST_MINUTE, summary="The first sentence. The second one."
    ),
    "briefings/publications/report.md": publication(
        title="New year report",
        added=_FIRST_MINUTE,
        # In the quarter after the one in which it came.
        changes=[{"date": "2025-05-04", "note": "Its second part was added."}],
    ),
    "briefings/digests/2025-01.md": briefing(
        title="January cases",
        added="2025-02-01T09:00:00+00:00",
        month="2025-01",
        reviews=[
            review("a", "Child A", "neglect", "poverty"),
            review("b", "Child B", "poverty", "neglect"),
            review("c", "Child C", "poverty"),
            review("d", "Child D"),
        ],
    ),
    "briefings/challenges/fathers.md": question(
        1,
        "Do we know fathers",
        "2025-02-02T09:00:00+00:00",
        ("2025-02-20", "considering", "We have begun. Then more."),
        ("2025-03-31", "in-progress", "Half of us ask. The others will."),
        ("2025-04-01", "embedded", "All of us ask. It is checked yearly."),
    ),
    "briefings/challenges/sleep.md": question(2, "Do we ask about sleep", "2025-02-03T09:00:00+00:00"),
    "briefings/local-guidance/paper.md": briefing(
        title="Bruising paper",
        added="2025-03-01T09:00:00+00:00",
        changes=[{"date": "2025-06-30", "note": "The telephone number is new."}],
    ),
    "briefings/good-practice/tea.md": briefing(title="Tea first", added="2025-03-02T09:00:00+00:00"),
    "briefings/good-practice/wrong.md": briefing(
        title="Wrong tool",
        added="2025-03-03T09:00:00+00:00",
        status="withdrawn",
        withdrawn_on="2025-05-05",
        reason="It was found to mislead.",
    ),
    "briefings/good-practice/older.md": briefing(
        title="Older way", added="2025-03-04T09:00:00+00:00", status="superseded", superseded_by="tea"
    ),
    "briefings/spotlights/neglect.md": briefing(title="Neglect in focus", added="2025-03-05T09:00:00+00:00"),
    # Nothing happened from July to September 2025.
    "briefings/publications/late.md": publication(title="Autumn report", added="2025-10-01T00:00:00+00:00"),
}
