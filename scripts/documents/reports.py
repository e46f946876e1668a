"""The documents of a period's evidence: the whole of it for a yearly report, and one page for a board."""

from scripts.documents import Document, document
from scripts.evidence import Evidence, day_label
from scripts.ledger import STATES
from scripts.routes import BOARD_PAPER, REPORT_WORD, Route
from scripts.sharing import ANSWER_PROMPTS
from scripts.site import Site
from scripts.wording import answer_label


def report_document(evidence: Evidence, site: Site) -> Document:
    """Everything that a period's evidence holds."""
    return _document(REPORT_WORD, "Evidence for the yearly report", evidence, site, 0)


def board_paper(evidence: Evidence, site: Site, *, most: int) -> Document:
    """The page for a board, with so many items in each of its lists."""
    return _document(BOARD_PAPER, "Board paper", evidence, site, most)


def _document(route: Route, name: str, evidence: Evidence, site: Site, most: int) -> Document:
    return document(
        route.template,
        site,
        key=evidence.key,
        title=f"Challenge questions, {evidence.period.label}",
        label=f"{name} · as it stood on {day_label(evidence.until)}",
        updated=evidence.recorded,
        evidence=evidence,
        states=STATES,
        answer_label=answer_label,
        label_of=day_label,
        most=most,
        prompts=[prompt for prompt, _ in ANSWER_PROMPTS],
    )
