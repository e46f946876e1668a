"""The search page. Without JavaScript it leads to the lists; the shell puts the search above them."""

from collections.abc import Iterator

from scripts.library import CASE_REVIEWS, Library
from scripts.model.kinds import KINDS
from scripts.site import Artifact, Site
from scripts.templating import page


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """The page at search/."""
    yield page(
        "pages/search.md.j2",
        "search/",
        {
            "title": "Search",
            "description": f"Search {site.settings.site_name}.",
            "layout": "search",
            "search": False,
            "facet_order": {"age": [age.label for age in library.vocabulary.ages.values()]},
        },
        kinds=[*((kind.plural, f"{kind.folder}/") for kind in KINDS), ("Case reviews", f"{CASE_REVIEWS}/")],
    )
