"""The yearly reports as Word documents, and the board papers."""

from collections.abc import Iterator

from scripts.documents import imprint
from scripts.documents.reports import board_paper, report_document
from scripts.evidence import evidences
from scripts.library import Library
from scripts.packs.pack import Pack
from scripts.routes import BOARD_PAPER, REPORT_WORD
from scripts.site import Site

# How many items each list of a board paper may hold, from version to version; without any, counts alone say it.
MOST = (12, 10, 8, 6, 5, 4, 3, 2, 1, 0)


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """Report and board paper of each period."""
    for evidence in evidences(library, site.today):
        yield Pack(REPORT_WORD.address(evidence.key), "report", (report_document(evidence, site),), imprint(site))
        papers = tuple(board_paper(evidence, site, most=most) for most in MOST)
        # Boards read one side.
        yield Pack(BOARD_PAPER.address(evidence.key), "one-page", papers, imprint(site), most_pages=1)
