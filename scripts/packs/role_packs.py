"""The packs of every role that something is new for: what a lead officer forwards, and what hangs on the wall."""

from collections.abc import Iterator

from scripts.cascade import cascades
from scripts.documents import imprint
from scripts.documents.roles import role_brief, role_email
from scripts.library import Library
from scripts.packs.pack import Pack
from scripts.routes import EMAIL, ONE_PAGE
from scripts.site import Site

# Where long messages take more than two sides, fewer stand there in full.
FEWER = 3


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """Email draft and one page of each."""
    for cascade in cascades(library).values():
        brief = (role_brief(cascade, site), role_brief(cascade, site, first=FEWER))
        yield Pack(EMAIL.address(cascade.key), "email", (role_email(cascade, site),), imprint(site))
        yield Pack(ONE_PAGE.address(cascade.key), "one-page", brief, imprint(site))
