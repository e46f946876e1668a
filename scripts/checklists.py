"""What a person looks at before a briefing is sent, and another before it is accepted."""

_NOBODY = (
    "No name, exact date, place or other detail identifies a child, a family or a worker beyond the published title."
)
_TONE = "The tone is sober and kind, without blame or graphic detail."
_EVERY = (
    _NOBODY,
    "All of it is in our own words; quotations are short and marked as such.",
    "Every link opens without signing in and shows the document named.",
    "Dates are the document's own, as precise as it gives them.",
    "Nothing is guessed: what the source does not say is left out.",
    _TONE,
)
_FIGURES = "Every figure says what it counts, of how many, and for which time."
_OF_KIND = {
    "national-reviews": ("Every recommendation is here, with whom it is addressed to.", _FIGURES),
    "publications": (_FIGURES,),
    "digests": (
        "Every review of the source is here, with each of its learning points and recommendations.",
        "The suggested themes fit each review, and no other theme is missing.",
    ),
    "challenges": ("Who leads is a role or a team, not a person's name.",),
    "local-guidance": ("Whoever knew the old guidance sees what is different now.",),
    "good-practice": ("Those who do it agree that it is shared.",),
    "spotlights": ("What it leads to still holds.",),
    "updates": ("It says nothing that the quarter's lists, which are compiled, say already.",),
}


# What a person looks at before an answer to a challenge question is sent or accepted.
ANSWER_CHECKLIST = (
    _NOBODY,
    "The note says what was found or done, not only what is planned; where the answer goes back, it says why.",
    "Every address opens without signing in and shows what the note says.",
    "Nobody is named: a team or a post says enough.",
    _TONE,
)


def checklist(folder: str) -> tuple[str, ...]:
    """The checklist for a kind of briefing."""
    return _EVERY + _OF_KIND.get(folder, ())
