"""The ledger's pages: the board's overview, and its questions by lead, theme, review and state."""

from collections.abc import Iterator

from scripts.grouping import grouped
from scripts.ledger import STATES, Ledger, Tally
from scripts.library import Library
from scripts.outputs.ledger_pages.facts import Shown
from scripts.outputs.ledger_pages.lists import index_page, list_pages, words
from scripts.outputs.ledger_pages.views import LEDGER, TITLE, View, overdue, views
from scripts.page_meta import crumbs, feed
from scripts.site import Artifact, Site
from scripts.templating import page

# What a phone takes at once on a page that holds more than this.
MOST_OVERDUE = 20


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """ledger/ and what it leads to, there too where nothing is asked yet."""
    ledger = Ledger.of(library)
    every = views(ledger, library, site.today)
    yield _overview(ledger, every, site)
    for view in every:
        yield index_page(view, site)
        for group in view.groups:
            yield from list_pages(group, site, view)
    late = overdue(ledger, site.today)
    if late.tally.total > MOST_OVERDUE:
        yield from list_pages(late, site)


def _overview(ledger: Ledger, every: tuple[View, ...], site: Site) -> Artifact:
    rows = next(view for view in every if view.own == "review").groups
    return page(
        "pages/ledger.md.j2",
        LEDGER,
        {
            "title": TITLE,
            "description": "Every challenge question of this partnership on one page: by review, "
            "and how far its answer has come.",
            "layout": "index",
            "crumbs": crumbs(LEDGER, ("Challenge questions", "challenges/")),
            "feeds": feed("Challenge questions", "feeds/challenges"),
            "filters": {"kind": ["List"]},
        },
        states=STATES,
        views=every,
        kinds=grouped((group.kind, group) for group in rows),
        unanswered=[group for group in rows if group.tally.unanswered],
        tally=Tally.of(ledger.current, site.today),
        no_longer_asked=len(ledger.questions) - len(ledger.current),
        overdue=overdue(ledger, site.today),
        most_overdue=MOST_OVERDUE,
        shown=Shown(),
        **words(site),
    )
