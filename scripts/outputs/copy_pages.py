"""The text of an email to copy, for every briefing that still holds."""

from collections.abc import Iterator

from scripts.copy_page import copy_page
from scripts.documents.briefings import briefing_document
from scripts.library import Library
from scripts.routes import COPY, EMAIL
from scripts.site import Artifact, Site


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page below each briefing's own, as long as the briefing is sent out."""
    for briefing in library.briefings:
        if briefing.is_current and not briefing.kind.is_note:
            yield copy_page(
                briefing_document(EMAIL, briefing, library, site),
                site,
                address=COPY.address(briefing.key),
                draft=EMAIL.address(briefing.key),
                way=((briefing.kind.plural, f"{briefing.kind.folder}/"), (briefing.title, briefing.address)),
            )
