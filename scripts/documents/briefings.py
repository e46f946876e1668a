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
    return document(
        route.template,
        site,
        key=briefing.key,
        title=briefing.title,
        label=f"{briefing.kind.label} · {values['meta_line']}",
        updated=briefing.updated.date(),
        take_away=(ONE_PAGE, SLIDES),
        is_whole=body in (None, whole),
        **values,
    )
