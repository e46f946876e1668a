"""Rules about News Updates: a note belongs to the quarter of its name, and introduces something."""

from collections.abc import Iterator
from datetime import date

from scripts.activity import happenings
from scripts.library import Library
from scripts.load import Collection
from scripts.model.kinds import NewsUpdate
from scripts.problems import Fault, Level, Problem, Rule
from scripts.quarters import Quarter

QUARTER_IS_NAME = Rule(
    "quarter-is-name",
    "A News Update's file is named by its quarter.",
    "Make the file's name and `quarter` agree, for example 2026-q4.md and quarter: 2026-q4.",
)
EMPTY_QUARTER = Rule(
    "empty-quarter",
    "A News Update's note is about a quarter in which something was added or changed.",
    "Check the quarter; as it is, the update holds this note and nothing else.",
    Level.WARNING,
)


def quarter_is_name(collection: Collection, _: date) -> Iterator[Problem]:
    """A note says the quarter that its name says."""
    for file in collection.files:
        front = file.tree.value if isinstance(file.tree.value, dict) else {}
        quarter = Quarter.named(str(front.get("quarter")).strip())
        if file.placed.kind.model is NewsUpdate and quarter and str(quarter) != file.placed.id:
            fix = f"If {quarter} is meant, rename the file to {quarter}.md."
            fix += f" Else write  quarter: {file.placed.id}" if Quarter.named(file.placed.id) else ""
            yield Fault(QUARTER_IS_NAME, "The quarter is not the one of the file's name.", fix).at(
                file.tree.place(("quarter",))
            )


def empty_quarters(collection: Collection, _: date) -> Iterator[Problem]:
    """Something happened in the quarter of each note."""
    # What a broken file would tell is not known.
    if any(file.briefing is None for file in collection.files):
        return
    library = Library.of(collection.briefings, collection.vocabulary, drafts=True)
    news = (happening for happening in happenings(library) if not isinstance(happening.briefing.front, NewsUpdate))
    quarters = {Quarter.of(happening.day) for happening in news}
    for file in collection.files:
        front = file.briefing.front if file.briefing else None
        # A quarter that is not the name's is mended first.
        if isinstance(front, NewsUpdate) and str(front.quarter) == file.placed.id and front.quarter not in quarters:
            yield Fault(EMPTY_QUARTER, f"Nothing was added or changed from {front.quarter.label}.").at(
                file.tree.place(("quarter",))
            )
