"""The yearly reports as Word documents, and the board papers."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.packs.pack import Pack
from scripts.site import Site


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """None yet."""
    yield from ()
