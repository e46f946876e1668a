"""A page for every theme that gathers everything tagged with it; a theme with a Spotlight has a toolkit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from scripts.charts import Bar, bar_chart
from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS, Entry, Library
from scripts.model.kinds import KINDS
from scripts.page_meta import crumbs, feed
from scripts.recurrence import FEW, Count, Recurrence, Review, all_reviews, recurrences
from scripts.routes import BRIEFING_ROUTES, FACILITATOR_SLIDES, HANDOUT
from scripts.site import Artifact, Site
from scripts.teaching import teachings
from scripts.templating import page
from scripts.toolkit import toolkit
from scripts.vocabulary import Term
from scripts.wording import answer_label, lower_first

# A theme page stays short enough for a phone; more reviews than this go to a page for each year as well.
MOST_REVIEWS = 25
MOST_TOGETHER = 6
_ORDER = ("spotlights", "national-reviews", "publications", "local-guidance", "challenges", "good-practice")


@dataclass(frozen=True)
class _HowOften:
    """What a theme's page says of how often reviews name it.

    Where there are many, each of `years` has a page of its own: with so many reviews, and so many that no longer hold.
    """

    recurrence: Recurrence
    chart: Markup
    years: tuple[tuple[int, int, int], ...]
    together: tuple[tuple[Term, tuple[Review, ...]], ...]
    few: int = FEW


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each theme of the vocabulary, used or not."""
    taught = teachings(library)
    counted = recurrences(library)
    reviews = grouped((theme, review) for review in all_reviews(library) for theme in review.entry.themes)
    for found in counted.by_theme:
        yield from _theme(found, reviews.get(found.theme.id, ()), library, has_packs=found.theme.id in taught)


def _theme(found: Recurrence, reviews: tuple[Review, ...], library: Library, *, has_packs: bool) -> Iterator[Artifact]:
    theme = found.theme
    entries = library.by_theme.get(theme.id, ())
    by_year = grouped((review.year, review.entry) for review in reviews) if len(reviews) > MOST_REVIEWS else {}
    template, values = _content(theme, entries, library)
    meta = _meta(theme, f"themes/{theme.id}/", theme.label)
    yield page(
        template,
        f"themes/{theme.id}/",
        meta | {"kind": "Toolkit"} if "toolkit" in values else meta,
        theme=theme,
        most=MOST_REVIEWS,
        how=_HowOften(
            found,
            _chart(found) if found.all.named else Markup(),
            tuple(_numbers(year, those) for year, those in by_year.items()),
            found.together[:MOST_TOGETHER],
        ),
        # Only what is on the page of what is new has a place there.
        is_in_the_news=any(entry.is_current for entry in entries),
        theme_routes=(FACILITATOR_SLIDES, HANDOUT) if has_packs else (),
        **values,
    )
    of = {count.among: count.of for count in found.years}
    for year, those in by_year.items():
        yield _year(theme, year, those, of.get(str(year), 0))


def _parted(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What still holds, and what no longer does."""
    return tuple(e for e in entries if e.is_current), tuple(e for e in entries if not e.is_current)


def _numbers(year: int, entries: tuple[Entry, ...]) -> tuple[int, int, int]:
    counted, past = _parted(entries)
    return year, len(counted), len(past)


def _chart(found: Recurrence) -> Markup:
    return bar_chart(
        f"Reviews that name {lower_first(found.theme.label)}, by year",
        f"{'; '.join(map(_spoken, found.years))}.",
        [Bar(year.among, len(year.named), year.of, _share(year)) for year in found.years],
    )


def _spoken(year: Count) -> str:
    return f"{year.among}: {_share(year)}"


def _share(year: Count) -> str:
    return f"{len(year.named)} of {year.of}" if year.of else "no review in the collection"


def _content(theme: Term, entries: tuple[Entry, ...], library: Library) -> tuple[str, dict[str, Any]]:
    if kit := toolkit(theme, library):
        values = {"toolkit": kit, "spotlight": kit.spotlights[0], "routes": BRIEFING_ROUTES, "answer": answer_label}
        return "pages/toolkit.md.j2", values
    by_folder = grouped((entry.folder, entry) for entry in entries)
    plurals = {kind.folder: kind.plural for kind in KINDS}
    sections = [(plurals[folder], by_folder[folder]) for folder in _ORDER if folder in by_folder]
    return "pages/theme.md.j2", {"sections": sections, "case_reviews": by_folder.get(CASE_REVIEWS, ())}


def _year(theme: Term, year: int, entries: tuple[Entry, ...], of: int) -> Artifact:
    address = f"themes/{theme.id}/{year}/"
    meta = _meta(theme, address, f"{theme.label}: reviews of {year}")
    # A list of titles, all of which are found on their own pages.
    meta["search"] = False
    meta["crumbs"] = crumbs(address, ("Themes", "themes/"), (theme.label, f"themes/{theme.id}/"))
    counted, past = _parted(entries)
    return page("pages/theme-year.md.j2", address, meta, theme=theme, year=year, counted=counted, past=past, of=of)


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
