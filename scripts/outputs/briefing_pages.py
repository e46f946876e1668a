"""One page for every briefing."""

from collections.abc import Iterator

from scripts.bodies import linked_body
from scripts.briefing_values import briefing_values
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.page_meta import crumbs, feed, filters, search_terms
from scripts.site import Artifact, Site
from scripts.templating import gist, page


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each briefing, at its kind's folder and its id."""
    for briefing in library.briefings:
        if not briefing.kind.is_note:
            yield _page(briefing, library)


def _page(briefing: Briefing, library: Library) -> Artifact:
    return page(
        f"pages/{briefing.kind.folder}.md.j2",
        briefing.address,
        _meta(briefing, library),
        more=library.more_on(briefing.address, briefing.front.all_themes),
        neighbours=library.neighbours[briefing.address],
        **briefing_values(briefing, linked_body(briefing), library),
    )


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
