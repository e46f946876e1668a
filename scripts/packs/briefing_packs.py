"""The packs of every briefing that still holds. What was withdrawn or superseded is not sent out any more."""

from collections.abc import Iterator

from scripts.bodies import absolute_body, shorter_bodies
from scripts.documents import Document, imprint
from scripts.documents.briefings import briefing_document
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.packs.pack import Pack
from scripts.routes import EMAIL, ONE_PAGE, REFLECTION, SLIDES, Route
from scripts.site import Site


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """One page, slides, email draft and reflection sheet of each."""
    for briefing in library.briefings:
        if briefing.is_current and not briefing.kind.is_note:
            yield from _packs(briefing, library, site)


def _packs(briefing: Briefing, library: Library, site: Site) -> Iterator[Pack]:
    def text(route: Route, body: str | None = None) -> Document:
        return briefing_document(route, briefing, library, site, body=body)

    def pack(route: Route, design: str, *versions: Document) -> Pack:
        return Pack(route.address(briefing.key), design, versions, imprint(site))

    # One page is for two sides at most: what does not fit of the body, section by section, stays on the site.
    bodies = shorter_bodies(absolute_body(briefing, site.root))
    yield pack(ONE_PAGE, "one-page", text(ONE_PAGE), *(text(ONE_PAGE, body) for body in bodies))
    yield pack(SLIDES, "slides", text(SLIDES))
    yield pack(EMAIL, "email", text(EMAIL))
    yield pack(REFLECTION, "reflection", text(REFLECTION))
