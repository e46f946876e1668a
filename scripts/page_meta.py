"""The front matter of staged pages: what the shell prints around a page's text."""

from collections.abc import Iterable, Mapping

from scripts.links import relative
from scripts.model.dates import PartialDate
from scripts.vocabulary import Vocabulary

MAIN_THEMES = 5


def crumbs(here: str, *steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way from the home page to a page's parent, each step as (title, address)."""
    return [{"title": title, "url": relative(here, address)} for title, address in (("Home", ""), *steps)]


def feed(title: str, path: str) -> list[dict[str, str]]:
    """The feed that a page announces beside the one of the whole site."""
    return [{"title": title, "path": path}]


def filters(
    vocabulary: Vocabulary,
    *,
    kind: str,
    date: PartialDate,
    themes: Iterable[str] = (),
    roles: Iterable[str] = (),
    ages: Iterable[str] = (),
) -> Mapping[str, list[str]]:
    """The search facets of a page, as readers see them."""
    return {
        "kind": [kind],
        "theme": [vocabulary.themes[theme].label for theme in themes],
        "role": [vocabulary.roles[role].label for role in roles],
        "age": [vocabulary.ages[age].label for age in ages],
        "year": [str(date.year)],
    }


def search_terms(vocabulary: Vocabulary, themes: Iterable[str]) -> list[str]:
    """The other words by which a page's main themes should be found; those after the first few say too little of it."""
    return [word for theme in tuple(themes)[:MAIN_THEMES] for word in vocabulary.themes[theme].search_terms]
