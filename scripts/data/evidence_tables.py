"""The table of each period's evidence: every entry, and every question without one."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.activity import Happening
from scripts.data import DATA
from scripts.data.csv_files import Column, Table
from scripts.data.tables import joined
from scripts.evidence import Evidence, evidences
from scripts.ledger import Question, Step
from scripts.library import Library
from scripts.site import Site
from scripts.wording import answer_label


@dataclass(frozen=True)
class EvidenceRow:
    """An entry of a question, or the question alone; `end` is how it ceased to be asked, if it did."""

    question: Question
    step: Step | None
    end: Happening | None


def evidence_table(evidence: Evidence, site: Site) -> Table[EvidenceRow]:
    """One row for each entry of a period, and one for each question that has none in it."""

    def entry(read: Column[Step]) -> Column[EvidenceRow]:
        return Column(read.name, f"{read.meaning}; empty without one", lambda row: row.step and read.read(row.step))

    columns: tuple[Column[EvidenceRow], ...] = (
        Column("Period", "the year that it is about, as 2026 or 2026-27", lambda _: evidence.period),
        Column("Title", "the question in a few words", lambda row: row.question.front.title),
        Column("Question", "what the partnership asks itself", lambda row: row.question.front.question),
        Column("Asked", "when, as exactly as is known", lambda row: row.question.front.published),
        Column(
            "Arises from", "the review or publication that it comes from", lambda row: row.question.origin.front.title
        ),
        Column("Lead", "who leads today", lambda row: row.question.lead and row.question.lead.label),
        entry(Column("Day", "the day of the entry", lambda step: step.day)),
        entry(Column("From", "the state that the entry found", lambda step: answer_label(step.before))),
        entry(Column("To", "the state that it brought", lambda step: answer_label(step.update.status))),
        entry(Column("Went back", "yes where the entry brought an earlier state", lambda step: _yes(step.is_back))),
        entry(Column("Note", "what was found or done", lambda step: step.update.note)),
        entry(Column("Evidence", "the web addresses that show it", lambda step: joined(step.update.evidence))),
        Column(
            "Counted on",
            "the last day that counts: the period's last, or today's while it runs",
            lambda _: evidence.until,
        ),
        Column(
            "State then",
            "how far the answer had come on that day",
            lambda row: answer_label(evidence.state(row.question)),
        ),
        Column(
            "State now", "how far it has come when this file was made", lambda row: answer_label(row.question.state)
        ),
        Column(
            "Next look",
            "the day, as set now, on which it is looked at again",
            lambda row: row.question.front.next_review,
        ),
        Column(
            "No longer asked since",
            "the day on which it was withdrawn or replaced",
            lambda row: row.end and row.end.day,
        ),
        Column(
            "Reason", "why it was withdrawn, or the question that took its place", lambda row: row.end and row.end.note
        ),
        Column("Page", "the address of its page on this site", lambda row: site.root + row.question.briefing.address),
    )
    return Table(
        f"{DATA}challenge-report-{evidence.period}.csv",
        f"Challenge questions: {evidence.period.label}",
        "One row for each dated entry of the period, oldest first, then one for each other question that was asked.",
        columns,
        tuple(_rows(evidence)),
    )


def evidence_tables(library: Library, site: Site) -> tuple[Table[EvidenceRow], ...]:
    """The tables of all periods, the newest first."""
    return tuple(evidence_table(evidence, site) for evidence in evidences(library, site.today))


def _rows(evidence: Evidence) -> Iterator[EvidenceRow]:
    for one in evidence.done:
        yield EvidenceRow(one.question, one.step, one.end)
    answered = {one.question.briefing.key for one in evidence.done}
    for question in (*evidence.questions, *(one.question for one in evidence.gone)):
        if question.briefing.key not in answered:
            yield EvidenceRow(question, None, evidence.ends.get(question.briefing.key))


def _yes(is_so: bool) -> str:
    return "yes" if is_so else ""
