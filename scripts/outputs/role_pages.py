"""A page for every role with what each briefing means for it, and the email by which it is passed on."""

from collections.abc import Iterator

from scripts.cascade import FIRST, Cascade, cascades
from scripts.copy_page import copy_page
from scripts.documents.roles import role_email
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.page_meta import crumbs, feed
from scripts.routes import COPY, EMAIL, ONE_PAGE
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.vocabulary import Term


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each role of the vocabulary, spoken to or not; a second for those that something is new for."""
    found = cascades(library)
    for role in library.vocabulary.roles.values():
        cascade = found.get(role.id)
        yield _page(role, cascade, library)
        if cascade:
            yield _email(cascade, site)


def _page(role: Term, cascade: Cascade | None, library: Library) -> Artifact:
    address = f"roles/{role.id}/"
    items = cascade.items if cascade else ()
    return page(
        "pages/role.md.j2",
        address,
        {
            "title": role.label,
            "description": role.description or f"What is published here for {role.label}.",
            "kind": "Role",
            "layout": "index",
            "crumbs": crumbs(address, ("Roles", "roles/")),
            "feeds": feed(role.label, f"feeds/roles/{role.id}"),
            "filters": {"kind": ["Role"], "role": [role.label]},
            "terms": list(role.search_terms),
        },
        role=role,
        cascade=cascade,
        items=items[:FIRST],
        more=items[FIRST:],
        earlier=_others(library.by_role.get(role.id, ()), {item.briefing.key for item in items}),
        routes=(EMAIL, COPY, ONE_PAGE),
    )


def _others(briefings: tuple[Briefing, ...], shown: set[str]) -> list[Briefing]:
    """What is not shown yet, what still holds first."""
    rest = (briefing for briefing in briefings if briefing.key not in shown)
    return sorted(rest, key=lambda briefing: not briefing.is_current)


def _email(cascade: Cascade, site: Site) -> Artifact:
    return copy_page(
        role_email(cascade, site),
        site,
        address=COPY.address(cascade.key),
        draft=EMAIL.address(cascade.key),
        way=(("Roles", "roles/"), (cascade.role.label, f"{cascade.key}/")),
    )
