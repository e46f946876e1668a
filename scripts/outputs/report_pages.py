"""The evidence of each year for a yearly report."""

from collections.abc import Iterator

from scripts.data.evidence_tables import evidence_table
from scripts.evidence import REPORT, Evidence, day_label, evidences
from scripts.ledger import STATES
from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.periods import APRIL
from scripts.routes import BOARD_PAPER, REPORT_ROUTES, REPORT_WORD
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.wording import answer_label

_INDEX = f"{REPORT}/"
_TITLE = "Evidence for the yearly report"
_CHALLENGES = ("Challenge questions", "challenges/")
_WORDS = {"answer_label": answer_label, "label_of": day_label, "states": STATES, "routes": REPORT_ROUTES}


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """challenges/report/, with a page for every period since the first question."""
    found = evidences(library, site.today)
    yield _index(found, site)
    for month in sorted({one.period.first_month for one in found}):
        kind = [one for one in found if one.period.first_month == month]
        for newer, one, older in zip((None, *kind), kind, (*kind[1:], None), strict=False):
            yield _page(one, (newer, older), site)


def _index(found: tuple[Evidence, ...], site: Site) -> Artifact:
    # The years from April to March hold every day once.
    years = [one for one in reversed(found) if one.period.first_month == APRIL]
    return page(
        "pages/report-index.md.j2",
        _INDEX,
        {
            "title": _TITLE,
            "description": "What this partnership asked itself, what it did and what shows that, year by year.",
            "layout": "report",
            "crumbs": crumbs(_INDEX, _CHALLENGES),
            "filters": {"kind": ["List"]},
        },
        evidences=found,
        asked=[question for one in years for question in one.asked],
        done=[done for one in years for done in one.done],
        files=(("Word", REPORT_WORD), ("Board paper", BOARD_PAPER)),
        tables=[evidence_table(one, site) for one in found],
        first=min((one.period.start for one in years), default=site.today),
        today=site.today,
        **_WORDS,
    )


def _page(evidence: Evidence, neighbours: tuple[Evidence | None, Evidence | None], site: Site) -> Artifact:
    return page(
        "pages/report.md.j2",
        evidence.address,
        {
            "title": f"{_TITLE}: {evidence.period.label}",
            "description": f"What was asked, done and embedded from {evidence.period.label}, and what is still open.",
            "layout": "report",
            # It repeats what the questions' own pages say.
            "search": False,
            "crumbs": crumbs(evidence.address, _CHALLENGES, (_TITLE, _INDEX)),
            "updated": evidence.recorded.isoformat(),
        },
        evidence=evidence,
        table=evidence_table(evidence, site),
        neighbours=neighbours,
        **_WORDS,
    )
