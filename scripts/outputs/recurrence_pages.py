"""All themes over time."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.site import Artifact, Site


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """None yet."""
    yield from ()
