"""What lists say of questions: on each line what tells them apart, above them what they have in common."""

from dataclasses import dataclass
from datetime import date

from scripts.ledger import STATES, Question, Tally
from scripts.wording import answer_label, lower_first


@dataclass(frozen=True)
class Shown:
    """The facts that stand on each line of a list; what is the same for all its questions is said once, above them."""

    state: bool = True
    lead: bool = True
    answer: bool = True
    day: bool = True


def shown_of(tally: Tally, own: str) -> Shown:
    """The facts that tell questions apart, where `own` is what they have in common."""
    return Shown(
        state=own != "state" and sum(number > 0 for number in tally.states) > 1,
        lead=own != "lead" and tally.led > 0,
        answer=tally.unanswered < tally.total,
        day=tally.dated > 0,
    )


def facts(question: Question, shown: Shown, today: date) -> str:
    """How far its answer has come, who leads it, when it was last answered, and when it is looked at again."""
    return " · ".join(
        fact
        for fact, is_shown in (
            (_state(question), shown.state),
            (question.lead.label if question.lead else "Nobody leads it yet", shown.lead),
            (_last_answer(question), shown.answer),
            (_next_look(question, today), shown.day),
        )
        if is_shown
    )


def counted(tally: Tally) -> str:
    """How many questions there are, and what is open about them."""
    parts = (
        _number(tally.total, "question"),
        f"{tally.overdue} past the day of a next look" if tally.overdue else "",
        f"{tally.unanswered} never answered" if tally.unanswered else "",
    )
    return " · ".join(part for part in parts if part)


def in_common(tally: Tally, shown: Shown, own: str) -> str:
    """What holds for every question of a list, in sentences; what `own` says already is left out."""
    is_one = tally.total == 1
    (state, *_) = (state for state, number in zip(STATES, tally.states, strict=True) if number)
    sentences = (
        (f"{'It is' if is_one else 'All are'} {lower_first(answer_label(state))}.", not shown.state and own != "state"),
        (f"Nobody is named yet to lead {'it' if is_one else 'any of them'}.", not shown.lead and own != "lead"),
        (f"No day is set for {'its' if is_one else 'a'} next look.", not shown.day),
        ("What is looked at again soonest stands first.", shown.day and not is_one),
    )
    return " ".join(sentence for sentence, holds in sentences if holds)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"


def _state(question: Question) -> str:
    label = answer_label(question.state)
    last = question.last
    return f"{label} (went back from {lower_first(answer_label(last.before))})" if last and last.is_back else label


def _last_answer(question: Question) -> str:
    return f"Last answer {question.last.update.date.label}" if question.last else "Never answered yet"


def _next_look(question: Question, today: date) -> str:
    due = question.front.next_review
    if due is None:
        return "No day set for a next look"
    if late := question.days_overdue(today):
        return f"Next look was due {due.label}, {_number(late, 'day')} ago"
    return f"Next look {due.label}"
