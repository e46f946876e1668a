"""The documents of a briefing: the same facts in the wording of each route."""

from scripts.bodies import absolute_body
from scripts.briefing_values import briefing_values
from scripts.documents import Document, document
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.routes import ONE_PAGE, SLIDES, Route
from scripts.site import Site


def briefing_document(
    route: Route, briefing: Briefing, library: Library, site: Site, *, body: str | None = None
) -> Document:
    """A briefing's document for a route; `body`, where it is given, takes the place of its whole text."""
    whole = absolute_body(briefing, site.root)
    values = briefing_values(briefing, whole if body is None else body, library)
    # A page shows what was withdrawn, and says so; a document asks nobody any more to answer or to follow it.
    values |= {
        "challenges": tuple(one for one in library.challenges_from.get(briefing.key, ()) if one.is_current),
        "guidance": tuple(one for one in library.guidance_from.get(briefing.key, ()) if one.is_current),
    }
    return document(
        route.template,
        site,
        key=briefing.key,
        title=route.title.format(title=briefing.title),
        label=f"{briefing.kind.label} · {values['meta_line']}",
        updated=briefing.updated.date(),
        take_away=(ONE_PAGE, SLIDES),
        is_whole=body in (None, whole),
        **values,
    )
