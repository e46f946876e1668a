"""The page that leads to everything that shows what was done and what is known, with its numbers of today."""

from collections.abc import Iterator

from scripts.evidence import REPORT
from scripts.figures import FIGURES, counts
from scripts.ledger import STATES, Ledger, Tally
from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.recommendations import register
from scripts.recurrence import FEW, recurrences
from scripts.site import Artifact, Site
from scripts.situations import ADDRESS as SIMILAR
from scripts.templating import page
from scripts.wording import answer_label

ADDRESS = "evidence/"


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """evidence/."""
    counted = recurrences(library)
    yield page(
        "pages/evidence.md.j2",
        ADDRESS,
        {
            "title": "Evidence",
            "description": "What was done about what reviews found, and what the reviews on this site say together.",
            "layout": "index",
            "crumbs": crumbs(ADDRESS),
            "filters": {"kind": ["List"]},
        },
        tally=Tally.of(Ledger.of(library).current, site.today),
        states=STATES,
        answer_label=answer_label,
        register=register(library),
        counted=counted,
        named=sum(bool(found.all.named) for found in counted.by_theme),
        few=FEW,
        figures=counts(library),
        report=f"{REPORT}/",
        figures_page=FIGURES,
        # Without words to read situations by there is no such page.
        similar=SIMILAR if library.vocabulary.harms or library.vocabulary.circumstances else "",
    )
