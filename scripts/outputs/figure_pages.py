"""Every figure of the collection on one page: under its base and period, and beside the same count of other periods."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.charts import Bar, bar_chart
from scripts.data.figure_table import FIGURES_CSV, FIGURES_JSON
from scripts.figures import FIGURES, Group, counts, groups, series
from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.shares import WHOLE
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page


@dataclass(frozen=True)
class _Period:
    """The groups of one period; what is said of the place where they stand is said once, where it is one."""

    name: str
    groups: tuple[Group, ...]

    @property
    def has_one_place(self) -> bool:
        """Whether all of it stands in one briefing, from one source."""
        places = {(group.place, group.source) for group in self.groups}
        return len(places) == 1 and None not in {group.place for group in self.groups}


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """figures/."""
    found = counts(library)
    by_period = grouped((group.period or "", group) for group in groups(found))
    yield page(
        "pages/figure-pages.md.j2",
        FIGURES,
        {
            "title": "Figures",
            "description": "Every figure on this site with who was counted, when, and where the number stands.",
            "crumbs": crumbs(FIGURES),
        },
        counts=found,
        briefings={quote.briefing.key for count in found for quote in count.quotes},
        periods=[_Period(name, together) for name, together in by_period.items()],
        chart=_chart,
        series=series(found),
        spreadsheet=FIGURES_CSV,
        records=FIGURES_JSON,
    )


def _chart(group: Group) -> Markup:
    bars = [Bar(count.figure.label, share, WHOLE, count.figure.amount) for count, share in group.bars]
    title = ", ".join(filter(None, (f"Shares of {group.base}", group.period)))
    shares = "; ".join(f"{bar.label}: {bar.note}" for bar in bars)
    return bar_chart(title, f"{shares}. Source: {group.source}.", bars)
