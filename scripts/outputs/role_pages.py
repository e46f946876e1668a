"""A page for every role with what each briefing means for it."""

from collections.abc import Iterator

from scripts.library import Library
from scripts.page_meta import crumbs, feed
from scripts.site import Artifact, Site
from scripts.templating import page


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """A page for each role of the vocabulary, spoken to or not."""
    for role in library.vocabulary.roles.values():
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
