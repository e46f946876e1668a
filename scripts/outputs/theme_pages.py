"""A page for every theme that gathers everything tagged with it; a theme with a Spotlight has a toolkit."""

from collections.abc import Iterator
from typing import Any

from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS, Entry, Library
from scripts.model.kinds import KINDS
from scripts.page_meta import crumbs, feed
from scripts.routes import BRIEFING_ROUTES, FACILITATOR_SLIDES, HANDOUT
from scripts.site import Artifact, Site
from scripts.teaching import teachings
from scripts.templating import page
from scripts.toolkit import toolkit
from scripts.vocabulary import Term
from scripts.wording import answer_label

# A theme page stays short enough for a phone; more case reviews than this go to a page for each year as well.
MOST_CASE_REVIEWS = 25
_ORDER = ("spotlights", "national-reviews", "publications", "local-guidance", "challenges", "good-practice")


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each theme of the vocabulary, used or not."""
    taught = teachings(library)
    for theme in library.vocabulary.themes.values():
        yield from _theme(theme, library, has_packs=theme.id in taught)


def _theme(theme: Term, library: Library, *, has_packs: bool) -> Iterator[Artifact]:
    entries = library.by_theme.get(theme.id, ())
    reviews = tuple(entry for entry in entries if entry.folder == CASE_REVIEWS)
    years = tuple(grouped((entry.date.year, entry) for entry in reviews).items())
    is_long = len(reviews) > MOST_CASE_REVIEWS
    template, values = _content(theme, entries, library)
    meta = _meta(theme, f"themes/{theme.id}/", theme.label)
    yield page(
        template,
        f"themes/{theme.id}/",
        meta | {"kind": "Toolkit"} if "toolkit" in values else meta,
        theme=theme,
        most=MOST_CASE_REVIEWS,
        years=[(year, len(found)) for year, found in years] if is_long else (),
        # Only what is on the page of what is new has a place there.
        is_in_the_news=any(entry.is_current for entry in entries),
        theme_routes=(FACILITATOR_SLIDES, HANDOUT) if has_packs else (),
        **values,
    )
    for year, found in years if is_long else ():
        yield _year(theme, year, found)


def _content(theme: Term, entries: tuple[Entry, ...], library: Library) -> tuple[str, dict[str, Any]]:
    if kit := toolkit(theme, library):
        values = {"toolkit": kit, "spotlight": kit.spotlights[0], "routes": BRIEFING_ROUTES, "answer": answer_label}
        return "pages/toolkit.md.j2", values
    by_folder = grouped((entry.folder, entry) for entry in entries)
    plurals = {kind.folder: kind.plural for kind in KINDS}
    sections = [(plurals[folder], by_folder[folder]) for folder in _ORDER if folder in by_folder]
    return "pages/theme.md.j2", {"sections": sections, "case_reviews": by_folder.get(CASE_REVIEWS, ())}


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
