"""A page for every role with what each briefing means for it; and the list of roles."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.page_meta import crumbs, feed
from scripts.site import Artifact, Site
from scripts.templating import page

_INTRODUCTION = "What reviews and briefings mean for the work you do."


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each role of the vocabulary, spoken to or not."""
    roles = library.vocabulary.roles.values()
    yield page(
        "pages/terms-index.md.j2",
        "roles/",
        {"title": "Roles", "description": _INTRODUCTION, "layout": "index", "crumbs": crumbs("roles/")},
        heading="Roles",
        introduction=_INTRODUCTION,
        folder="roles",
        terms=tuple((role, len(library.by_role.get(role.id, ()))) for role in roles),
    )
    for role in roles:
        address = f"roles/{role.id}/"
        yield page(
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
            briefings=library.by_role.get(role.id, ()),
        )
