"""All themes over time: how often reviews name each, by year, and which appear together."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

from scripts.charts import Bar, bar_chart
from scripts.data.recurrence_table import recurrence_table
from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.recurrence import FEW, LEAST_TOGETHER, Count, Recurrence, recurrences
from scripts.site import Artifact, Site
from scripts.templating import page

T = TypeVar("T")
ADDRESS = "recurrence/"
# As many as are taken in on a phone.
MOST_THEMES = 15
MOST_PAIRS = 15
# Older years share a column.
MOST_YEARS = 8


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """recurrence/."""
    counted = recurrences(library)
    often = sorted((found for found in counted.by_theme if found.all.named), key=lambda found: -len(found.all.named))
    most = _leading(often, MOST_THEMES, lambda found: len(found.all.named))
    digests = [digest for digest in library.of_kind("digests") if digest.is_current]
    yield page(
        "pages/recurrence.md.j2",
        ADDRESS,
        {
            "title": "How often reviews name each theme",
            "description": "Every theme over time: in how many of the reviews on this site it is named, year by year.",
            "crumbs": crumbs(ADDRESS, ("Themes", "themes/")),
        },
        counted=counted,
        digests=[digest.front.published.label for digest in digests],
        few=FEW,
        chart=_chart(most) if most else None,
        most=len(most),
        least=LEAST_TOGETHER,
        pairs=_leading(counted.pairs, MOST_PAIRS, lambda pair: len(pair.reviews)),
        years=[column.among for column in _columns(often[0])] if often else (),
        rows=[(found, _columns(found)) for found in often],
        never=[found.theme for found in counted.by_theme if not found.all.named],
        table=recurrence_table(library, site).path,
    )


def _leading(ranked: Sequence[T], most: int, rank: Callable[[T], int]) -> Sequence[T]:
    """The first of a ranking, at most so many, and none of equals unless all of them; but some, if all are equal."""
    if len(ranked) <= most:
        return ranked
    whole = [item for item in ranked[:most] if rank(item) > rank(ranked[most])]
    return whole or ranked[:most]


def _chart(often: Sequence[Recurrence]) -> Markup:
    shares = [(found.theme.label, f"{len(found.all.named)} of {found.all.of}") for found in often]
    return bar_chart(
        "The themes that reviews name most often",
        f"{'; '.join(f'{label}: {share}' for label, share in shares)}.",
        [
            Bar(label, len(found.all.named), found.all.of, share)
            for found, (label, share) in zip(often, shares, strict=True)
        ],
    )


def _columns(found: Recurrence) -> tuple[Count, ...]:
    """A theme's counts by year, the oldest first, those before the last few years as one."""
    older, newer = found.years[:-MOST_YEARS], found.years[-MOST_YEARS:]
    if not older:
        return newer
    named = tuple(review for year in older for review in year.named)
    return (Count(f"before {newer[0].among[:4]}", named, sum(year.of for year in older)), *newer)
