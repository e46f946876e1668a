"""The register of recommendations: an overview with a search, and lists by addressee, theme and year."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from markupsafe import Markup

from scripts.addressees import NOT_NAMED
from scripts.data import DATA
from scripts.data.recommendation_table import PATH
from scripts.grouping import grouped
from scripts.library import Library
from scripts.links import relative
from scripts.page_meta import crumbs
from scripts.recommendations import Recommended, Register, register
from scripts.site import Artifact, Site
from scripts.templating import markup, page
from scripts.vocabulary import Terms

ADDRESS = "recommendations/"
ADDRESSEES = f"{ADDRESS}for/"
SEARCHED = f"{DATA}recommendations.json"
# So that no page grows with the collection.
ON_A_PAGE = 100
MOST_ASKED = 50
MOST_SPELLINGS = 10
# Fewer say too little about reviews in general; the page says so.
FEW = 200

T = TypeVar("T")


@dataclass(frozen=True)
class _Listing:
    """A list: by what ("for", "themes" or "years") and of which of these, with its recommendations."""

    by: str
    id: str
    title: str
    rows: tuple[Recommended, ...]

    @property
    def address(self) -> str:
        return f"{ADDRESS}{self.by}/{self.id}/"

    @property
    def spellings(self) -> list[tuple[str, int]]:
        """How the reviews write the addressee, the most frequent first."""
        return Counter(row.to for row in self.rows if row.to).most_common()


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """recommendations/ with all that lies below it, and the file that its search reads."""
    found = register(library)
    listings = tuple(_listings(found, library.vocabulary.themes))
    yield _overview(found, listings)
    yield from _addressees(tuple(one for one in listings if one.by == "for"))
    for listing in listings:
        yield from _list(listing)
    yield Artifact(SEARCHED, _searched(found, listings))


def _listings(found: Register, themes: Terms) -> Iterator[_Listing]:
    for addressee, rows in found.by_addressee.items():
        yield _Listing("for", addressee.id, addressee.label, rows)
    for theme in themes.values():
        if theme.id in found.by_theme:
            yield _Listing("themes", theme.id, theme.label, found.by_theme[theme.id])
    for year, rows in found.by_year.items():
        yield _Listing("years", str(year), str(year), rows)


def _overview(found: Register, listings: Sequence[_Listing]) -> Artifact:
    by = grouped((one.by, one) for one in listings)
    addressees = sorted(by.get("for", ()), key=lambda one: (one.id == NOT_NAMED.id, -len(one.rows)))
    return page(
        "pages/recommendations.md.j2",
        ADDRESS,
        {
            "title": "Recommendations",
            "description": "What national and local reviews recommended: by addressee, theme and year.",
            "layout": "register",
            "crumbs": crumbs(ADDRESS),
            "filters": {"kind": ["List"]},
        },
        found=found,
        addressees=addressees[:MOST_ASKED],
        more_addressees=len(addressees) > MOST_ASKED,
        themes=by.get("themes", ()),
        years=by.get("years", ()),
        most=MOST_ASKED,
        few=FEW,
        all_addressees=ADDRESSEES,
        nobody=f"{ADDRESSEES}{NOT_NAMED.id}/",
        searched=SEARCHED,
        table=PATH,
    )


def _addressees(listings: Sequence[_Listing]) -> Iterator[Artifact]:
    title = "Recommendations by addressee"
    return _pages(
        "pages/recommendation-addressees.md.j2", ADDRESSEES, title, listings, lambda rows, _: {"listings": rows}
    )


def _list(listing: _Listing) -> Iterator[Artifact]:
    titles = {
        "for": "Recommendations: {}",
        "themes": "Recommendations of reviews on {}",
        "years": "Recommendations of {}",
    }
    title = titles[listing.by].format(listing.title)
    return _pages("pages/recommendation-list.md.j2", listing.address, title, listing.rows, partial(_values, listing))


def _values(listing: _Listing, rows: Sequence[Recommended], address: str) -> dict[str, Any]:
    """What the template of a list needs; its items are HTML already, which is rendered four times as fast."""
    reviews = grouped((row.origin, row) for row in rows)
    items = markup("pages/recommendation-items.html.j2", reviews=reviews, to=partial(relative, address))
    spellings = listing.spellings if listing.by == "for" else []
    return {
        "listing": listing,
        "items": Markup(items),  # noqa: S704  everything in it was just escaped
        "spellings": spellings[:MOST_SPELLINGS],
        "more_spellings": len(spellings[MOST_SPELLINGS:]),
    }


def _pages(
    template: str, address: str, title: str, rows: Sequence[T], values: Callable[[Sequence[T], str], dict[str, Any]]
) -> Iterator[Artifact]:
    """A list in pages: the first at the list's address, the second at 2/ below it."""
    last = max(1, -(-len(rows) // ON_A_PAGE))
    at = {number: address if number == 1 else f"{address}{number}/" for number in range(1, last + 1)}
    for number, here in at.items():
        meta = {
            "title": title if number == 1 else f"{title} (page {number} of {last})",
            "description": f"{title}, as this site's briefings give them.",
            "layout": "index",
            # Every recommendation is found on its review's own page; again in each list, they would drown the reviews.
            "search": False,
            "crumbs": crumbs(here, ("Recommendations", ADDRESS)),
        }
        shown = rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        around = {"title": title, "total": len(rows), "number": number, "last": last, "at": at}
        yield page(template, here, meta, **around, **values(shown, here))


def _searched(found: Register, listings: Sequence[_Listing]) -> bytes:
    """What the search on the overview reads: recommendations lead to their reviews by position."""
    position = {origin: number for number, origin in enumerate(found.origins)}
    labels = {by: {one.id: one.title for one in listings if one.by == by} for by in ("for", "themes")}
    reviews = [
        {"address": one.address, "title": one.title, "about": one.about, "year": one.year, "themes": one.themes}
        for one in found.origins
    ]
    rows = [
        {"text": row.text, "to": row.to, "for": row.addressee.id, "review": position[row.origin], "number": row.number}
        for row in found.rows
    ]
    whole = labels | {"reviews": reviews, "recommendations": rows}
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
