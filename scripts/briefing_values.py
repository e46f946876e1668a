"""What templates need to know of a briefing beside its own fields, on the site's pages and in its packs alike."""

from markupsafe import Markup

from scripts.grouping import by_addressee, by_base
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, Digest, LocalGuidance, NationalReview, Publication
from scripts.reading_time import message_words, minutes, whole_words
from scripts.routes import BRIEFING_ROUTES
from scripts.unsaid import unstated
from scripts.wording import answer_label, stage_label


def briefing_values(briefing: Briefing, body: str, library: Library) -> dict[str, object]:
    """The values for a briefing's template, with its body's Markdown as it is to be printed there."""
    front = briefing.front
    return {
        "briefing": briefing,
        "front": front,
        "body": Markup(body),  # noqa: S704  a body with anything active in it does not load
        "meta_line": meta_line(briefing, library),
        "vocabulary": library.vocabulary,
        "challenges": library.challenges_from.get(briefing.key, ()),
        "guidance": library.guidance_from.get(briefing.key, ()),
        "successor": library.by_key.get(front.superseded_by or ""),
        "recommendations": by_addressee(front.recommendations) if isinstance(front, NationalReview) else (),
        "figure_groups": by_base(front.figures) if isinstance(front, NationalReview | Publication) else (),
        "reviews": library.reviews_of[briefing.id] if isinstance(front, Digest) else (),
        "unstated": (
            unstated(front.reviews, library.vocabulary.particulars)
            if isinstance(front, Digest) and briefing.is_current
            else ()
        ),
        "origin": library.by_key.get(front.arises_from or "") if isinstance(front, Challenge | LocalGuidance) else None,
        "minutes": {
            "message": minutes(message_words(briefing)),
            "whole": minutes(whole) if (whole := whole_words(briefing)) > message_words(briefing) else 0,
        },
        "routes": BRIEFING_ROUTES,
        "answer_label": answer_label,
        "stage_label": stage_label,
    }


def meta_line(briefing: Briefing, library: Library) -> str:
    """Its type and publisher where it has them, and its date."""
    front = briefing.front
    parts: tuple[str | None, ...] = ()
    if isinstance(front, Publication):
        parts = (library.vocabulary.publication_types[front.type].label, front.publisher)
    return " · ".join(part for part in (*parts, front.published.label) if part)
