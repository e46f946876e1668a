"""What is new since a date, theme by theme: for those who commission training or write a keynote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.activity import Event, Happening, happenings
from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.dates import PartialDate
from scripts.page_meta import crumbs
from scripts.quarters import Quarter
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.vocabulary import Term

ADDRESS = "whats-new/"
# So that the page stays readable however much there is; the theme's own page holds the rest.
NEWEST = 30


@dataclass(frozen=True)
class Item:
    """One line: what happened to a page, and on which themes."""

    day: date
    event: Event
    title: str
    address: str
    label: str
    note: str
    themes: tuple[str, ...]

    @property
    def day_label(self) -> str:
        """The day as people read it."""
        return PartialDate(self.day.year, self.day.month, self.day.day).label


@dataclass(frozen=True)
class ThemeNews:
    """The newest on one theme, by quarter; `older` is the day of the newest that is left out."""

    theme: Term
    quarters: Mapping[Quarter, tuple[Item, ...]]
    count: int
    older: date | None


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """whats-new/, which a script narrows to a date; without it the quarters and days lead the eye."""
    by_theme = grouped((theme, one) for one in news(library) for theme in one.themes)
    yield page(
        "pages/whats-new.md.j2",
        ADDRESS,
        {
            "title": "What is new, by theme",
            "description": "What was added or changed on each theme since a date of your choice.",
            "layout": "whats-new",
            # It repeats the titles of everything that is new.
            "search": False,
            "crumbs": crumbs(ADDRESS),
        },
        themes=[
            _theme(theme, by_theme[theme.id]) for theme in library.vocabulary.themes.values() if theme.id in by_theme
        ],
        newest=NEWEST,
        events=_EVENTS,
    )


def news(library: Library) -> Iterator[Item]:
    """Everything that happened to what still holds, newest first; and what ceased to, so that nobody teaches it."""
    for happening in happenings(library):
        if happening.briefing.is_current or happening.event in _ENDS:
            yield from _news(happening, library)


_EVENTS = {
    Event.ADDED: "Added",
    Event.CHANGED: "Changed",
    Event.ANSWERED: "Answer",
    Event.WITHDRAWN: "Withdrawn",
    Event.SUPERSEDED: "Superseded",
}
_ENDS = (Event.WITHDRAWN, Event.SUPERSEDED)


def _news(happening: Happening, library: Library) -> Iterator[Item]:
    briefing, day, event = happening.briefing, happening.day, happening.event
    if briefing.kind.folder == "digests" and event is Event.ADDED:
        # What is new on a theme is the case review, not the month that it came in.
        for entry in library.reviews_of[briefing.id]:
            yield Item(day, event, entry.title, entry.address, entry.label, "", entry.themes)
    else:
        front, label = briefing.front, briefing.kind.label
        yield Item(day, event, front.title, briefing.address, label, happening.note, front.all_themes)


def _theme(theme: Term, found: tuple[Item, ...]) -> ThemeNews:
    shown, rest = found[:NEWEST], found[NEWEST:]
    quarters = grouped((Quarter.of(one.day), one) for one in shown)
    return ThemeNews(theme, quarters, len(shown), rest[0].day if rest else None)
