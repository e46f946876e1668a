"""The partnership's colours, dark enough to be read, as a stylesheet that the shell reads."""

from collections.abc import Iterator

from scripts.colours import on_white
from scripts.library import Library
from scripts.site import Artifact, Site
from scripts.templating import markup


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """assets/briefings/brand.css."""
    colours = site.partnership.colours
    text = markup("brand.css.j2", primary=on_white(colours.primary), accent=on_white(colours.accent))
    yield Artifact("assets/briefings/brand.css", text.encode())
