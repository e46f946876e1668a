"""A feed's entry: one briefing with its full text, independent of the feed's format."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from scripts.bodies import absolute_body
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Digest, NationalReview
from scripts.site import Site
from scripts.templating import markup
from scripts.wording import answer_label, stage_label


@dataclass(frozen=True)
class FeedEntry:
    """What all three formats say of a briefing."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]


def entry_id(key: str, site: Site) -> str:
    """A `tag:` URI (RFC 4151) of the immutable kind/id: never of an address or a title, which may change."""
    return f"tag:{site.partnership.feed_authority}:{key}"


def feed_entry(briefing: Briefing, library: Library, site: Site) -> FeedEntry:
    """The entry of a briefing. It is dated by `added`, the day it was put on this site."""
    front = briefing.front
    return FeedEntry(
        id=entry_id(briefing.key, site),
        url=site.root + briefing.address,
        title=briefing.title,
        summary=front.summary,
        html=_html(briefing, library, site),
        published=front.added,
        updated=briefing.updated,
        categories=(briefing.kind.label, *(library.vocabulary.themes[theme].label for theme in front.all_themes)),
    )


def _html(briefing: Briefing, library: Library, site: Site) -> str:
    front = briefing.front
    body = absolute_body(briefing, site.root)
    reviews = front.reviews if isinstance(front, Digest) else ()
    addresses = [entry.address for entry in library.reviews_of.get(briefing.id, ())] if reviews else []
    return markup(
        "feeds/entry.html.j2",
        briefing=briefing,
        front=front,
        label=briefing.kind.label,
        body=Markup(site.renderer.html(body)),  # noqa: S704  sanitised
        reviews=list(zip(reviews, addresses, strict=True)),
        recommendations=front.recommendations if isinstance(front, NationalReview) else (),
        origin=library.by_key.get(getattr(front, "arises_from", None) or ""),
        successor=library.by_key.get(front.superseded_by or ""),
        vocabulary=library.vocabulary,
        site=site,
        answer_label=answer_label,
        stage_label=stage_label,
    )
