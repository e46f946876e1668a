"""The ledger's pages: the board's overview, and its questions by lead, theme, review and state."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.site import Artifact, Site


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """None yet."""
    yield from ()
