"""Rules about figures beside each other: one name is one number, and every number says where it stands."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from scripts.figures.spans import plain
from scripts.load import Collection, LoadedFile
from scripts.model.front_matter import Status
from scripts.model.parts import Figure
from scripts.model.shares import WHOLE, is_change, percentages
from scripts.problems import Fault, Place, Problem, Rule
from scripts.yaml_tree import NodePath

ANOTHER_NUMBER = Rule(
    "figure-id-of-another",
    "A figure's `id` names one count: value, unit, base and period are the same wherever it is quoted.",
    "Look into the source and mend the one that is wrong; if both are right, they are two counts: give one another id.",
)
SAYS_NOTHING = Rule(
    "figure-says-nothing",
    "A figure's source, base and period say something.",
    "Write what is known, or delete the line of a period that is not.",
)
NO_PERCENTAGE = Rule(
    "percentage-out-of-range",
    "A percentage lies between 0 and 100, but for a rise or a fall, which its label says.",
    "Check the number; of a rise or a fall write so in the label, for example “rise since 2020”.",
)
MEASURED_TWICE = Rule(
    "measure-counted-twice",
    "A measure has one value for one base and one period.",
    "Check which number holds; if both do, name what is different in the base, or give one another measure.",
)

_INSTEAD = {
    "source": "Write the title of the document in which the number stands.",
    "base": "Write who was counted and how many, for example “538 rapid reviews”.",
    "period": "Write the period that was counted; delete the line if it is not known.",
}
# What people write to fill in a field.
_FILLERS = {
    *("", "unknown", "not known", "n/a", "na", "n a", "none", "nil", "null", "tbc", "tba", "tbd", "to be confirmed"),
    *("to do", "todo", "to follow", "not given", "not stated", "not available", "no source", "source", "source needed"),
    *("citation needed", "various", "x", "xx", "xxx", "internet", "web", "website", "online", "see above", "as above"),
}


@dataclass(frozen=True)
class Found:
    """A figure in its file."""

    file: LoadedFile
    position: int
    figure: Figure

    def at(self, field: str) -> Place:
        """Where one of its fields stands, or the nearest thing around it."""
        path: NodePath = ("figures", self.position, field)
        return self.file.tree.place(path)

    def place_of(self, field: str) -> str:
        """Path and line, as another figure's message names them."""
        place = self.at(field)
        return f"{place.path}:{place.line}"


def figures_of(file: LoadedFile) -> Iterator[Found]:
    """The figures of a file that can be read, whatever else is wrong with it."""
    front = file.tree.value if isinstance(file.tree.value, dict) else {}
    listed = front.get("figures") if "figures" in file.placed.kind.model.model_fields else None
    for position, values in enumerate(listed if isinstance(listed, list) else []):
        try:
            yield Found(file, position, Figure.model_validate(values))
        except ValidationError:  # reported where the file was loaded
            continue


def _current(collection: Collection) -> Iterator[Found]:
    """The figures of what still holds: what was withdrawn keeps its numbers for the record, right or wrong."""
    for file in collection.files:
        front = file.tree.value if isinstance(file.tree.value, dict) else {}
        if front.get("status", Status.CURRENT) == Status.CURRENT:
            yield from figures_of(file)


def figure_ids(collection: Collection, _: date) -> Iterator[Problem]:
    """An id stands for the same number everywhere."""
    first: dict[str, Found] = {}
    for found in _current(collection):
        if not found.figure.id:
            continue
        known = first.setdefault(found.figure.id, found)
        fields = [name for name in ("value", "unit", "base", "period") if differs(known.figure, found.figure, name)]
        if fields:
            message = f"{known.place_of('id')} has this id with another {' and another '.join(fields)}."
            yield Fault(ANOTHER_NUMBER, message).at(found.at("id"))


def measures(collection: Collection, _: date) -> Iterator[Problem]:
    """A measure is counted once for a base and a period."""
    first: dict[Hashable, Found] = {}
    for found in _current(collection):
        figure = found.figure
        if not figure.measure:
            continue
        known = first.setdefault((figure.measure, plain(figure.base), plain(figure.period)), found)
        is_told = figure.id is not None and known.figure.id == figure.id
        if not is_told and any(differs(known.figure, figure, name) for name in ("value", "unit")):
            message = f"{known.place_of('measure')} gives this measure another value, of the same base and period."
            yield Fault(MEASURED_TWICE, message).at(found.at("measure"))


def differs(one: Figure, other: Figure, field: str) -> bool:
    """Whether a field says something else, and is not only spelt in another way."""
    return plain(getattr(one, field)) != plain(getattr(other, field))


def figure_texts(collection: Collection, _: date) -> Iterator[Problem]:
    """Source, base and period are no fillers."""
    for found in (found for file in collection.files for found in figures_of(file)):
        for field, remedy in _INSTEAD.items():
            text: str | None = getattr(found.figure, field)
            if text is not None and _is_filler(text):
                yield Fault(SAYS_NOTHING, f"This {field} says nothing.", remedy).at(found.at(field))


def _is_filler(text: str) -> bool:
    return " ".join(re.sub(r"[^\w/]+|_", " ", text.casefold()).split()) in _FILLERS


def percentages_in_range(collection: Collection, _: date) -> Iterator[Problem]:
    """No part is larger than its whole."""
    for found in (found for file in collection.files for found in figures_of(file)):
        figure = found.figure
        numbers = percentages(figure.value, figure.unit)
        if any(not 0 <= number <= WHOLE for number in numbers) and not is_change(
            figure.value, figure.unit, figure.label
        ):
            yield Fault(NO_PERCENTAGE, "This percentage is no part of a whole.").at(found.at("value"))
