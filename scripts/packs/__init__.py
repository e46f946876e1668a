"""Files to take away: which there are, and what text each holds. `press` makes them."""

from collections.abc import Callable, Iterable, Iterator

from scripts.library import Library
from scripts.packs import briefing_packs, report_packs, role_packs, theme_packs, update_packs
from scripts.packs.pack import Pack
from scripts.site import Site

__all__ = ["Pack", "all_packs"]

PackList = Callable[[Library, Site], Iterable[Pack]]

PACK_LISTS: tuple[PackList, ...] = (
    briefing_packs.packs,
    role_packs.packs,
    theme_packs.packs,
    update_packs.packs,
    report_packs.packs,
)


def all_packs(library: Library, site: Site) -> Iterator[Pack]:
    """Every pack of the site."""
    for packs in PACK_LISTS:
        yield from packs(library, site)
