"""The routes by which a briefing reaches its readers. Each compiles the library into artifacts; none knows another."""

from collections.abc import Callable, Iterable

from scripts.library import Library
from scripts.outputs import (
    briefing_pages,
    calendars,
    case_review_pages,
    compose,
    copy_pages,
    data_files,
    data_page,
    evidence_page,
    feeds,
    figure_pages,
    home,
    kind_indexes,
    ledger_pages,
    recommendation_pages,
    recurrence_pages,
    report_pages,
    role_pages,
    search_page,
    situation_pages,
    style,
    subscribe,
    term_indexes,
    theme_pages,
    updates,
    whats_new,
)
from scripts.site import Artifact, Site

Output = Callable[[Library, Site], Iterable[Artifact]]

OUTPUTS: tuple[Output, ...] = (
    home.compile,
    briefing_pages.compile,
    case_review_pages.compile,
    kind_indexes.compile,
    term_indexes.compile,
    theme_pages.compile,
    whats_new.compile,
    role_pages.compile,
    updates.compile,
    ledger_pages.compile,
    report_pages.compile,
    recommendation_pages.compile,
    recurrence_pages.compile,
    figure_pages.compile,
    situation_pages.compile,
    evidence_page.compile,
    search_page.compile,
    subscribe.compile,
    compose.compile,
    copy_pages.compile,
    feeds.compile,
    calendars.compile,
    data_files.compile,
    data_page.compile,
    style.compile,
)


def compile_all(library: Library, site: Site) -> Iterable[Artifact]:
    """Every artifact of every output."""
    for output in OUTPUTS:
        yield from output(library, site)
