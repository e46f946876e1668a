"""Which texts name which national review or publication by its title, so that both pages can lead to each other."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.cross_links.naming import named_in
from scripts.cross_links.texts import briefing_texts, review_texts
from scripts.cross_links.titles import Titles, titles_of
from scripts.grouping import grouped
from scripts.library import Entry, Library
from scripts.markdown_text import link_targets
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, LocalGuidance


@dataclass(frozen=True)
class CrossLinks:
    """What each page names and what names it, by the page's address; without what the page leads to anyway."""

    names: Mapping[str, tuple[Entry, ...]]
    named_in: Mapping[str, tuple[Entry, ...]]


def cross_links(library: Library) -> CrossLinks:
    """The cross-links of a collection.

    What names a page stands newest first, a case review before its digest; what no longer holds is not counted there.
    """
    titles = titles_of(library)
    entries = {entry.address: entry for entry in library.entries}
    paths = {briefing.path: briefing.address for briefing in library.briefings}
    listed = {briefing.address: frozenset(_listed(briefing, library, paths)) for briefing in library.briefings}
    sourced = {briefing.address: frozenset(_sourced(briefing, titles)) for briefing in library.briefings}
    namings = [(entries[here], entries[there]) for here, there in _namings(library, titles) if here != there]
    names = grouped(
        (here.address, there)
        for here, there in namings
        if there.address not in listed.get(here.address, frozenset()) | sourced.get(here.address, frozenset())
    )
    named_in = grouped(
        (there.address, here)
        for here, there in sorted(namings, key=lambda naming: naming[0].date, reverse=True)
        if here.is_current and here.address not in listed[there.address] and here not in names.get(there.address, ())
    )
    return CrossLinks(names, named_in)


def _namings(library: Library, titles: Titles) -> Iterator[tuple[str, str]]:
    """The addresses of a text and of what it names."""
    for found in library.case_reviews:
        yield from ((found.address, named.address) for named in named_in(review_texts(found.review), titles))
    for briefing in library.briefings:
        if not briefing.kind.is_note:
            yield from ((briefing.address, named.address) for named in named_in(briefing_texts(briefing), titles))


def _listed(briefing: Briefing, library: Library, paths: Mapping[str, str]) -> Iterator[str]:
    """The addresses of the briefings to which a page leads by itself."""
    front = briefing.front
    folder = posixpath.dirname(briefing.path)
    for target in link_targets(briefing.body):
        yield paths.get(posixpath.normpath(posixpath.join(folder, target.partition("#")[0])), "")
    arises_from = front.arises_from if isinstance(front, Challenge | LocalGuidance) else None
    keys = (arises_from or "", front.superseded_by or "")
    yield from (library.by_key[key].address for key in keys if key in library.by_key)
    for arising in (library.challenges_from, library.guidance_from):
        yield from (other.address for other in arising.get(briefing.key, ()))


def _sourced(briefing: Briefing, titles: Titles) -> Iterator[str]:
    """The addresses of what stands among the page's sources with the document's own address."""
    for source in briefing.front.sources:
        if source.url and (named := titles.called(source.title)):
            yield named.address
