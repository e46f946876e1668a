"""Rules about an answer's history beside what it was before: it only grows, at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass

from pydantic import ValidationError

from scripts.grouping import grouped
from scripts.load import Collection, LoadedFile
from scripts.model.answers import Update
from scripts.model.kinds import Challenge
from scripts.problems import Fault, Level, Place, Problem, Rule

_IF_CONFIDENTIAL = "If it must not stay, because it could identify somebody, ask whoever looks after the repository."
_WITHDRAW = "A question that is no longer asked is withdrawn: status, withdrawn_on, reason."
_NO_DRAFT = f"Take the line  draft: true  out again. {_WITHDRAW}"
_ORDER = "Put them back in their order."
HISTORY_CHANGED = Rule(
    "history-changed",
    "An entry of an answer stays as it was once it is there; what is different now is a new entry.",
    f"Put it back as it was, and say what is different now in a new entry below. {_IF_CONFIDENTIAL}",
)
HISTORY_REMOVED = Rule(
    "history-removed",
    "No entry of an answer is taken away.",
    f"Put it back. {_IF_CONFIDENTIAL}",
)
HISTORY_INSERTED = Rule(
    "history-inserted",
    "A new entry of an answer comes after those that are there.",
    "Date it by the day on which it is written, and put it below the others; the note may say when things happened.",
)
QUESTION_GONE = Rule(
    "question-gone",
    "A question that was ever answered keeps its file and its name.",
    f"Put the file back under its name. {_WITHDRAW}",
)
HISTORY_UNREAD = Rule(
    "history-unread",
    "A question's file can be read at the commit that it is compared with.",
    "Look at it yourself (git show), or compare with an earlier commit, at which it was in order.",
    Level.WARNING,
)


@dataclass(frozen=True)
class _Entry:
    """An entry with its place among the file's; equal entries say the same, however they are written."""

    update: Update
    position: int


def changed_histories(before: Collection, after: Collection) -> Iterator[Problem]:
    """Every past entry of every question is there as it was, before all that are new."""
    now = {file.placed.id: file for file in _questions(after)}
    gone = []
    for was in _questions(before):
        known = now.get(was.placed.id)
        if not isinstance(was.tree.value, dict):
            message = (
                "This file could not be read at the commit to compare with; whether its history changed is unknown."
            )
            yield Fault(HISTORY_UNREAD, message).at(Place((known or was).placed.path))
        elif known is None:
            gone.append(was)
        # What cannot be read at all now is an error already.
        elif isinstance(known.tree.value, dict):
            yield from _compared(was, known)
            yield from _hidden(was, known)
    if gone:
        yield from _gone(gone, now.values())


def _questions(collection: Collection) -> Iterator[LoadedFile]:
    return (file for file in collection.files if file.placed.kind.model is Challenge)


def _written(file: LoadedFile) -> list[object]:
    """The entries as they stand in the file, whatever they are."""
    listed = file.tree.value.get("updates") if isinstance(file.tree.value, dict) else None
    return listed if isinstance(listed, list) else []


def _history(file: LoadedFile) -> tuple[_Entry, ...]:
    """The entries in the order of their days. One that breaks a rule was never published, and may be mended."""
    found = []
    for position, item in enumerate(_written(file)):
        try:
            found.append(_Entry(Update.model_validate(item), position))
        except ValidationError:
            continue
    return tuple(sorted(found, key=lambda entry: entry.update.date))


def _gone(questions: Iterable[LoadedFile], now: Iterable[LoadedFile]) -> Iterator[Problem]:
    """Questions whose file is not there any more, if anything was ever said to them."""
    histories = ((file, [entry.update for entry in _history(file)]) for file in now)
    begun = grouped((said[0], (file, said)) for file, said in histories if said)
    for was in questions:
        if said := [entry.update for entry in _history(was)]:
            heirs = (file for file, entries in begun.get(said[0], ()) if entries[: len(said)] == said)
            heir = next(heirs, None)
            fix = f"Give {heir.placed.path} its name back: {was.placed.id}.md" if heir else ""
            message = f"This question is gone, and {_number(said)} of its answer with it."
            yield Fault(QUESTION_GONE, message, fix).at(Place(was.placed.path))


def _hidden(was: LoadedFile, file: LoadedFile) -> Iterator[Problem]:
    """A question that readers saw and that became a draft: all that was said to it would leave the site."""
    said = _history(was)
    if said and file.is_draft and not was.is_draft:
        message = f"This question is a draft now, and {_number(said)} of its answer would leave the site with it."
        yield Fault(QUESTION_GONE, message, _NO_DRAFT).at(file.tree.place(("draft",)))


def _number(entries: Sized) -> str:
    return "a dated entry" if len(entries) == 1 else f"{len(entries)} dated entries"


def _compared(was: LoadedFile, file: LoadedFile) -> Iterator[Problem]:
    """What became of the entries that were there, and which new ones do not stand behind them."""
    old, now = _history(was), _history(file)
    new = _new(old, now)
    kept = [entry for entry in now if entry not in new]
    lost = tuple((_counted(old) - _counted(now)).elements())
    became = [_likely(update, new) for update in lost]
    for update, entry in _without_unread(zip(lost, became, strict=True), len(_written(file)) - len(now)):
        yield _lost(update, entry, file)
    inserted = [entry for entry in new if entry not in became and kept and now.index(entry) < now.index(kept[-1])]
    # Those that could not be read have been mended where they stand.
    for entry in inserted[len(_written(was)) - len(old) :]:
        message = f"This new entry is put in before the one of {kept[-1].update.date.label}, which was there."
        yield Fault(HISTORY_INSERTED, message).at(_place(file, entry))
    if not lost and [entry.update for entry in kept] != [entry.update for entry in old]:
        fault = Fault(HISTORY_CHANGED, "Entries of one day stand in another order than before.", _ORDER)
        yield fault.at(file.tree.place(("updates",)))


def _without_unread(
    lost: Iterable[tuple[Update, _Entry | None]], unread: int
) -> Iterator[tuple[Update, _Entry | None]]:
    """But for so many that are nowhere: they stand there still, and what makes them unreadable is told already."""
    for update, entry in lost:
        if entry is None and unread:
            unread -= 1
        else:
            yield update, entry


def _counted(entries: Iterable[_Entry]) -> Counter[Update]:
    return Counter(entry.update for entry in entries)


def _new(old: Iterable[_Entry], now: Iterable[_Entry]) -> list[_Entry]:
    """The entries that were not there before; of equal ones the later."""
    left = _counted(old)
    new = []
    for entry in now:
        if left[entry.update]:
            left[entry.update] -= 1
        else:
            new.append(entry)
    return new


def _likely(update: Update, new: Iterable[_Entry]) -> _Entry | None:
    """The new entry that an entry probably became: one of its day, or with its note."""
    alike = (entry for entry in new if update.date == entry.update.date or update.note == entry.update.note)
    return next(alike, None)


def _lost(update: Update, became: _Entry | None, file: LoadedFile) -> Problem:
    if became is None:
        return Fault(HISTORY_REMOVED, f"The entry of {update.date.label} is gone.").at(file.tree.place(("updates",)))
    differing = (name for name in Update.model_fields if getattr(became.update, name) != getattr(update, name))
    message = f"The entry of {update.date.label} was changed ({', '.join(differing)})."
    return Fault(HISTORY_CHANGED, message).at(_place(file, became))


def _place(file: LoadedFile, entry: _Entry) -> Place:
    return file.tree.place(("updates", entry.position))
