"""A view's page of groups, and the pages that list a group's questions."""

from collections.abc import Iterator
from functools import partial

from scripts.model.dates import PartialDate
from scripts.outputs.ledger_pages.facts import counted, facts, in_common, shown_of
from scripts.outputs.ledger_pages.views import LEDGER, TITLE, Group, View
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.wording import answer_label

PER_PAGE = 40


def words(site: Site) -> dict[str, object]:
    """What every template of the ledger needs."""
    today = site.today
    return {
        "answer_label": answer_label,
        "facts": partial(facts, today=today),
        "counted": counted,
        "today": PartialDate(today.year, today.month, today.day),
    }


def index_page(view: View, site: Site) -> Artifact:
    """The groups of a view, with what is counted of each."""
    return page("pages/ledger-view.md.j2", view.address, _meta(view.title, view.address), view=view, **words(site))


def list_pages(group: Group, site: Site, view: View | None = None) -> Iterator[Artifact]:
    """A group's questions, on as many pages as it takes, linked one to the next."""
    starts = range(0, len(group.questions), PER_PAGE)
    addresses = [f"{group.address}{number}/" if number > 1 else group.address for number in range(1, len(starts) + 1)]
    own, way = (view.own, ((view.title, view.address),)) if view else ("", ())
    shown = shown_of(group.tally, own)
    for start, before, address, after in zip(starts, ("", *addresses), addresses, (*addresses[1:], ""), strict=False):
        number = start // PER_PAGE + 1
        yield page(
            "pages/ledger-list.md.j2",
            address,
            _meta(group.label if number == 1 else f"{group.label}, page {number}", address, *way),
            group=group,
            own=own,
            questions=group.questions[start : start + PER_PAGE],
            shown=shown,
            common=in_common(group.tally, shown, own),
            number=number,
            pages=len(addresses),
            neighbours=(before, after),
            **words(site),
        )


def _meta(title: str, address: str, *way: tuple[str, str]) -> dict[str, object]:
    return {
        "title": f"{title} – {TITLE.lower()}" if way else title,
        "description": f"{TITLE}: {title}.",
        "kind": TITLE,
        "layout": "index",
        "crumbs": crumbs(address, ("Challenge questions", "challenges/"), (TITLE, LEDGER), *way),
        # Titles only, all of which are found on their own pages.
        "search": False,
    }
