"""A figure that was published changes with a word about it, or not at all."""

from collections.abc import Iterator

from scripts.figures.spans import plain
from scripts.grouping import grouped
from scripts.load import Collection, LoadedFile
from scripts.model.briefing import Briefing
from scripts.model.parts import Figure
from scripts.problems import Fault, Place, Problem, Rule
from scripts.rules.figures import Found, differs, figures_of

CHANGED = Rule(
    "figure-changed",
    "A published figure changes, or goes, only with a new entry under `changes` that says so.",
    "Write what changed under `changes`, with the day; or put the old number back.",
)
_LASTING = ("value", "unit", "base", "period", "source")
_STAYS = "what no longer holds says  status: withdrawn  and stays for the record."
_ID_STAYS = "Put the old id back: others know the figure by it."


def changed_figures(before: Collection, after: Collection) -> Iterator[Problem]:
    """Every figure that is not what it was in an earlier state of the files, where its briefing does not say so."""
    now = {file.placed.path: file for file in after.files}
    for was in before.files:
        if was.briefing is None or was.is_draft:
            continue
        file = now.get(was.placed.path)
        if file is None:
            fix = f"Put the file back; {_STAYS}"
            yield from _gone(was, "This file is gone, and {figures} with it.", fix, Place(was.placed.path))
        elif file.is_draft:
            fix = f"Take the line  draft: true  out again; {_STAYS}"
            place = file.tree.place(("draft",))
            yield from _gone(was, "This file is a draft now, and {figures} with it.", fix, place)
        elif file.briefing is not None and not _says_so(was.briefing, file.briefing):
            yield from _changed(was, file)


def _says_so(was: Briefing, now: Briefing) -> bool:
    return bool(set(now.front.changes) - set(was.front.changes))


def _gone(was: LoadedFile, message: str, fix: str, place: Place) -> Iterator[Problem]:
    if number := len(list(figures_of(was))):
        figures = "a figure" if number == 1 else f"{number} figures"
        yield Fault(CHANGED, message.format(figures=figures), fix).at(place)


def _changed(was: LoadedFile, file: LoadedFile) -> Iterator[Problem]:
    found = tuple(figures_of(file))
    by_id = grouped((each.figure.id, each) for each in found if each.figure.id)
    by_words = grouped((_words(each.figure), each) for each in found)
    for old in figures_of(was):
        same = by_id.get(old.figure.id or "") or by_words.get(_words(old.figure), ())
        if not same:
            line = old.at("value").line
            message = f"A figure is gone that stood in line {line} of this file."
            yield Fault(CHANGED, message).at(file.tree.place(("figures",)))
        # Two figures can say the same but for their unit: 227 incidents, and 58% of them.
        elif not any(_is(old.figure, each.figure) for each in same):
            yield from _differences(old.figure, same[0])


def _is(old: Figure, new: Figure) -> bool:
    return not any(differs(old, new, field) for field in _LASTING) and old.id in (None, new.id)


def _differences(old: Figure, new: Found) -> Iterator[Problem]:
    for field in _LASTING:
        if differs(old, new.figure, field):
            yield Fault(CHANGED, f"The {field} of this figure is not what it was.").at(new.at(field))
    if old.id not in (None, new.figure.id):
        yield Fault(CHANGED, "The id of this figure is not what it was.", _ID_STAYS).at(new.at("id"))


def _words(figure: Figure) -> tuple[str, ...]:
    return tuple(map(plain, (figure.label, figure.period, figure.base)))
