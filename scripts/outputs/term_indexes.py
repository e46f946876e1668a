"""The list of all themes and the list of all roles."""

from collections.abc import Iterator, Mapping, Sized

from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.vocabulary import Terms


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """themes/ and roles/, with how many pages each term leads to."""
    vocabulary = library.vocabulary
    yield _index(vocabulary.themes, "Everything on this site by what it is about.", library.by_theme)
    yield _index(vocabulary.roles, "What reviews and briefings mean for the work you do.", library.by_role)


def _index(terms: Terms, introduction: str, found: Mapping[str, Sized]) -> Artifact:
    address, heading = f"{terms.name}/", terms.name.capitalize()
    return page(
        "pages/terms-index.md.j2",
        address,
        {"title": heading, "description": introduction, "layout": "index", "crumbs": crumbs(address)},
        heading=heading,
        introduction=introduction,
        folder=terms.name,
        terms=tuple((term, len(found.get(term.id, ()))) for term in terms.values()),
    )
