"""The documents of a briefing: the same facts in the wording of each route."""

from scripts.bodies import absolute_body
from scripts.briefing_values import briefing_values
from scripts.documents import Document, document
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.routes import Route
from scripts.site import Site


def briefing_document(
    route: Route, briefing: Briefing, library: Library, site: Site, *, whole: bool = True
) -> Document:
    """A briefing's document for a route; where it is not to be whole, without the text of its body."""
    body = absolute_body(briefing, site.root) if whole else ""
    values = briefing_values(briefing, body, library)
    return document(
        route.template,
        site,
        key=briefing.key,
        title=briefing.title,
        label=f"{briefing.kind.label} · {values['meta_line']}",
        updated=briefing.updated.date(),
        **values,
    )
