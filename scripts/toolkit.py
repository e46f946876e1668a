"""What a theme's toolkit holds: the theme's Spotlight, and with it the best of the collection on that theme."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scripts.grouping import by_base, grouped
from scripts.library import CASE_REVIEWS, Entry, Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import NationalReview, Publication
from scripts.model.parts import Figure
from scripts.theme_suggester import suggest
from scripts.vocabulary import Term, Terms

# What a toolkit shows with its summary; the others follow as titles.
BEST_REVIEWS = 4
# Themes stand in order of weight; what comes after these is touched, not taught.
LEADING_THEMES = 3

# Figures under what they have in common: (base, period, source). Groups are never joined: each counted something else.
FigureGroups = tuple[tuple[tuple[str | None, str | None, str], tuple[Figure, ...]], ...]


class Naming(dict[str, frozenset[str]]):
    """The themes that a text names, in any of the vocabulary's words for them; each text is read once."""

    def __init__(self, themes: Terms) -> None:
        super().__init__()
        self._themes = themes

    def __missing__(self, text: str) -> frozenset[str]:
        """Read a text for the first time."""
        found = self[text] = frozenset(suggestion.theme for suggestion in suggest(text, self._themes))
        return found


def naming(library: Library) -> Naming:
    """What reads texts for the themes of a library; one for each vocabulary, for pages and packs ask the same."""
    return _naming(tuple(library.vocabulary.themes.values()))


@cache
def _naming(themes: tuple[Term, ...]) -> Naming:
    return Naming(Terms("themes", themes))


@dataclass(frozen=True)
class Toolkit:
    """Everything that still holds on a theme, newest first; `past` is what no longer holds."""

    spotlights: tuple[Briefing, ...]
    best_reviews: tuple[Entry, ...]
    other_reviews: tuple[Entry, ...]
    publications: tuple[Entry, ...]
    case_reviews: tuple[Entry, ...]
    figures: tuple[tuple[Briefing, FigureGroups], ...]
    challenges: tuple[Briefing, ...]
    guidance: tuple[Entry, ...]
    practice: tuple[Entry, ...]
    past: tuple[Entry, ...]


def toolkit(theme: Term, library: Library) -> Toolkit | None:
    """A theme's toolkit; none without a Spotlight that still holds."""
    spotlights = briefings_on(theme, library, "spotlights")
    if not spotlights:
        return None
    found = library.by_theme[theme.id]
    current = grouped((entry.folder, entry) for entry in found if entry.is_current)
    reviews = current.get("national-reviews", ())
    named = naming(library)
    best_first = sorted(reviews, key=lambda entry: not is_about(theme, entry.title, entry.themes, named))
    return Toolkit(
        spotlights=spotlights,
        best_reviews=tuple(best_first[:BEST_REVIEWS]),
        other_reviews=tuple(best_first[BEST_REVIEWS:]),
        publications=current.get("publications", ()),
        case_reviews=current.get(CASE_REVIEWS, ()),
        figures=tuple(_figures(theme, library, named)),
        challenges=briefings_on(theme, library, "challenges"),
        guidance=current.get("local-guidance", ()),
        practice=current.get("good-practice", ()),
        past=tuple(entry for entry in found if not entry.is_current),
    )


def _figures(theme: Term, library: Library, named: Naming) -> Iterator[tuple[Briefing, FigureGroups]]:
    """The figures of what is about the theme; of what only touches it, those that name it."""
    for briefing in briefings_on(theme, library, "national-reviews", "publications"):
        front = briefing.front
        if isinstance(front, NationalReview | Publication):
            whole = is_about(theme, front.title, front.themes, named)
            wanted = [one for one in front.figures if whole or theme.id in named[f"{one.label}. {one.base}"]]
            if wanted:
                yield briefing, by_base(wanted)


def briefings_on(theme: Term, library: Library, *folders: str) -> tuple[Briefing, ...]:
    """The briefings of some kinds on a theme that still hold, kind by kind, each newest first."""
    current = (b for folder in folders for b in library.of_kind(folder) if b.is_current)
    return tuple(briefing for briefing in current if theme.id in briefing.front.themes)


def is_about(theme: Term, title: str, themes: tuple[str, ...], named: Naming) -> bool:
    """Whether a briefing or review is about a theme, rather than touching it: by its title or its leading themes."""
    return theme.id in themes[:LEADING_THEMES] or theme.id in named[title]
