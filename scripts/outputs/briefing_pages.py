"""One page for every briefing."""

from collections.abc import Iterator

from scripts.bodies import linked_body
from scripts.briefing_values import briefing_values
from scripts.cross_links import CrossLinks, cross_links
from scripts.ledger import question
from scripts.library import Entry, Library
from scripts.model.briefing import Briefing
from scripts.page_meta import crumbs, feed, filters, search_terms
from scripts.sharing import ways_to_answer
from scripts.site import Artifact, Site
from scripts.templating import gist, page

# How many of the pages that name a briefing stand on its own page; all of them are one link on.
NAMED_IN = 5


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each briefing, at its kind's folder and its id; and one of what names it, where that is much."""
    links = cross_links(library)
    for briefing in library.briefings:
        if not briefing.kind.is_note:
            yield _page(briefing, library, site, links)
        if len(naming := links.named_in.get(briefing.address, ())) > NAMED_IN:
            yield _named_in_page(briefing, naming)


def _page(briefing: Briefing, library: Library, site: Site, links: CrossLinks) -> Artifact:
    naming = links.named_in.get(briefing.address, ())
    return page(
        f"pages/{briefing.kind.folder}.md.j2",
        briefing.address,
        _meta(briefing, library),
        more=library.more_on(briefing.address, briefing.front.all_themes),
        neighbours=library.neighbours[briefing.address],
        names=links.names.get(briefing.address, ()),
        named_in=naming[:NAMED_IN],
        named_in_rest=len(naming[NAMED_IN:]),
        **briefing_values(briefing, linked_body(briefing), library),
        **_answering(briefing, library, site),
    )


def _answering(briefing: Briefing, library: Library, site: Site) -> dict[str, object]:
    """What a challenge question's page says of its answer, and how it can be answered."""
    asked = question(briefing, library)
    partnership, address = site.partnership, site.root + briefing.address
    ways = ways_to_answer(partnership.repository, partnership.email, briefing.id, briefing.front.title, address)
    return {"asked": asked, "is_overdue": asked.is_overdue(site.today), "ways": ways} if asked else {}


def _named_in_page(briefing: Briefing, naming: tuple[Entry, ...]) -> Artifact:
    address = f"{briefing.address}named-in/"
    meta = {
        "title": f"Named in: {briefing.title}",
        "description": f"Every page of this site that names {briefing.title}.",
        "layout": "index",
        "search": False,
        "crumbs": crumbs(
            address, (briefing.kind.plural, f"{briefing.kind.folder}/"), (briefing.title, briefing.address)
        ),
    }
    return page("pages/named-in.md.j2", address, meta, briefing=briefing, naming=naming)


def _meta(briefing: Briefing, library: Library) -> dict[str, object]:
    front, kind = briefing.front, briefing.kind
    return {
        "title": briefing.title,
        "description": gist(front.summary),
        "kind": kind.label,
        "date_label": front.published.label,
        "date": front.published.start.isoformat(),
        "crumbs": crumbs(briefing.address, (kind.plural, f"{kind.folder}/")),
        "source": briefing.path,
        "status": "draft" if front.draft else "" if briefing.is_current else str(front.status),
        "updated": briefing.updated.date().isoformat(),
        "feeds": feed(kind.plural, f"feeds/{kind.folder}"),
        "filters": filters(
            library.vocabulary,
            kind=kind.label,
            date=front.published,
            themes=front.all_themes,
            roles=front.for_roles,
            ages=front.all_ages,
        ),
        "terms": search_terms(library.vocabulary, front.themes),
    }
