"""The questions that are asked, in groups: each group with its address, and what is counted of it."""

from dataclasses import dataclass
from datetime import date

from scripts.ledger import Ledger, Question, Tally, by_lead, by_origin, by_state, by_theme, soonest_first
from scripts.library import Library
from scripts.model.answers import AnswerStatus
from scripts.model.briefing import Briefing
from scripts.vocabulary import Term
from scripts.wording import ANSWER_MEANINGS, answer_label

LEDGER = "ledger/"
TITLE = "Challenge ledger"
Questions = tuple[Question, ...]


@dataclass(frozen=True)
class Group:
    """Questions with something in common, soonest first.

    `address` is that of their list, `about` that of what they have in common, `kind` the kind of review it is.
    """

    label: str
    address: str
    questions: Questions
    tally: Tally
    note: str = ""
    about: str = ""
    kind: str = ""


@dataclass(frozen=True)
class View:
    """Groups of one sort. `own` names it, and is what all of a group have in common, so that no line need say it."""

    own: str
    title: str
    introduction: str
    groups: tuple[Group, ...]

    @property
    def address(self) -> str:
        """Where its list of groups lies."""
        return f"{LEDGER}{self.own}s/"


def views(ledger: Ledger, library: Library, today: date) -> tuple[View, ...]:
    """Every view, in the order in which the overview leads to them."""
    asked, words = ledger.current, library.vocabulary
    return (
        View(
            "lead",
            "Questions by lead",
            "Who leads which question. A lead is a team or a post.",
            tuple(_of_lead(*row, today) for row in by_lead(asked, words.leads)),
        ),
        View(
            "theme",
            "Questions by theme",
            "A question stands under each of its themes, so these numbers add up to more than there are questions.",
            tuple(_of_theme(*row, today) for row in by_theme(asked, words.themes)),
        ),
        View(
            "review",
            "Questions by review",
            "What the questions arise from: national reviews, then publications, each newest first.",
            tuple(_of_origin(*row, today) for row in by_origin(asked, library)),
        ),
        View(
            "state",
            "Questions by state",
            "How far the answers have come. An answer can go back; its history then says why.",
            tuple(_of_state(*row, today) for row in by_state(asked)),
        ),
    )


def overdue(ledger: Ledger, today: date) -> Group:
    """The questions that are past the day of their next look, those that wait longest first."""
    late = tuple(one for one in ledger.current if one.is_overdue(today))
    return _group("Past the day of their next look", "overdue", late, today)


def _group(label: str, place: str, questions: Questions, today: date, **more: str) -> Group:
    return Group(label, f"{LEDGER}{place}/", soonest_first(questions), Tally.of(questions, today), **more)


def _of_lead(lead: Term | None, questions: Questions, today: date) -> Group:
    if lead is None:
        # Outside leads/, where any name could be a lead's id.
        return _group("Nobody named yet", "without-a-lead", questions, today)
    return _group(lead.label, f"leads/{lead.id}", questions, today)


def _of_theme(theme: Term, questions: Questions, today: date) -> Group:
    return _group(theme.label, f"themes/{theme.id}", questions, today, about=f"themes/{theme.id}/")


def _of_origin(origin: Briefing, questions: Questions, today: date) -> Group:
    more = {"about": origin.address, "kind": origin.kind.plural}
    return _group(origin.title, f"reviews/{origin.key}", questions, today, **more)


def _of_state(state: AnswerStatus, questions: Questions, today: date) -> Group:
    return _group(answer_label(state), f"states/{state.value}", questions, today, note=ANSWER_MEANINGS[state])
