"""A page for every theme that gathers everything tagged with it."""

from collections.abc import Iterator

from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS, Entry, Library
from scripts.model.kinds import KINDS
from scripts.page_meta import crumbs, feed
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.vocabulary import Term

# A theme page stays short enough for a phone; more case reviews than this go to a page for each year as well.
MOST_CASE_REVIEWS = 25
_ORDER = ("spotlights", "national-reviews", "publications", "local-guidance", "challenges", "good-practice")


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each theme of the vocabulary, used or not."""
    for theme in library.vocabulary.themes.values():
        yield from _theme(theme, library)


def _theme(theme: Term, library: Library) -> Iterator[Artifact]:
    by_folder = grouped((entry.folder, entry) for entry in library.by_theme.get(theme.id, ()))
    plurals = {kind.folder: kind.plural for kind in KINDS}
    reviews = by_folder.get(CASE_REVIEWS, ())
    years = tuple(grouped((entry.date.year, entry) for entry in reviews).items())
    is_long = len(reviews) > MOST_CASE_REVIEWS
    yield page(
        "pages/theme.md.j2",
        f"themes/{theme.id}/",
        _meta(theme, f"themes/{theme.id}/", theme.label),
        theme=theme,
        sections=[(plurals[folder], by_folder[folder]) for folder in _ORDER if folder in by_folder],
        case_reviews=reviews[:MOST_CASE_REVIEWS],
        years=[(year, len(entries)) for year, entries in years] if is_long else (),
    )
    for year, entries in years if is_long else ():
        yield _year(theme, year, entries)


def _year(theme: Term, year: int, entries: tuple[Entry, ...]) -> Artifact:
    address = f"themes/{theme.id}/{year}/"
    meta = _meta(theme, address, f"{theme.label}: case reviews {year}")
    # A list of titles, all of which are found on their own pages.
    meta["search"] = False
    meta["crumbs"] = crumbs(address, ("Themes", "themes/"), (theme.label, f"themes/{theme.id}/"))
    return page("pages/theme-year.md.j2", address, meta, theme=theme, year=year, entries=entries)


def _meta(theme: Term, address: str, title: str) -> dict[str, object]:
    return {
        "title": title,
        "description": theme.description or f"Everything on this site about {theme.label}.",
        "kind": "Theme",
        "layout": "index",
        "crumbs": crumbs(address, ("Themes", "themes/")),
        "feeds": feed(theme.label, f"feeds/themes/{theme.id}"),
        "filters": {"kind": ["Theme"], "theme": [theme.label]},
        "terms": list(theme.search_terms),
    }
