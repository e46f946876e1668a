"""The partnership's colours, as a stylesheet that the shell reads."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.site import Artifact, Site
from scripts.templating import markup


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """assets/briefings/brand.css."""
    text = markup("brand.css.j2", colours=site.partnership.colours)
    yield Artifact("assets/briefings/brand.css", text.encode())
