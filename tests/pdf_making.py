"""Made-up documents, pressed into PDFs in the imprint of this project."""

from datetime import date

from scripts.documents import Document, Imprint, imprint
from scripts.packs import Pack
from scripts.press.makers import make
from tests.conftest import ROOT
from tests.reading import site_of

IMPRINT = imprint(site_of(ROOT))
# 20 mm, in points and rounded down.
MARGIN = 56


def document(markdown: str, title: str = "Made-up title") -> Document:
    return Document(
        "publications/made-up", title, "Made-up label", "https://www.example.org/", date(2026, 1, 2), markdown
    )


def pressed(markdown: str, design: str = "one-page", title: str = "Made-up title", by: Imprint = IMPRINT) -> bytes:
    # A reflection sheet has something to write on.
    written_on = "Made-up lead.\n\n---\n\n" if design == "reflection" else ""
    return make(Pack("packs/made-up.pdf", design, (document(written_on + markdown, title),), by), ROOT)
