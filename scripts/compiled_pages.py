"""Every file of the site by its address, compiled but not rendered, and what each page is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.library import CASE_REVIEW_LABEL, Library
from scripts.load import Collection
from scripts.load.fences import split
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.news import UPDATES, all_news
from scripts.outputs import compile_all
from scripts.site import Site
from scripts.sources import HAND_WRITTEN, SourceFile
from scripts.stage import StageError, hand_written


@dataclass(frozen=True)
class Page:
    """A page of the site: its address below the site's root, what kind of page it is, and its title."""

    address: str
    label: str
    title: str


@dataclass(frozen=True)
class Subject:
    """What a page is about: two pages with equal subjects differ only by what stands around them."""

    label: str
    title: str
    content: object


@dataclass(frozen=True)
class Compiled:
    """Every staged file by its address on the site, and what the pages among them are about."""

    files: Mapping[str, bytes]
    subjects: Mapping[str, Subject]

    def pages(self, addresses: Iterable[str]) -> tuple[Page, ...]:
        """The pages at these addresses, in their order."""
        found = ((address, self.subjects[address]) for address in sorted(addresses))
        return tuple(Page(address, subject.label, subject.title) for address, subject in found)


def compiled(collection: Collection, site: Site, left_out: frozenset[str]) -> Compiled:
    """Everything that would be staged of a collection, but for the files of some paths."""
    briefings = (briefing for briefing in collection.briefings if briefing.path not in left_out)
    library = Library.of(briefings, collection.vocabulary)
    pages = tuple(page for page in collection.pages if page.path not in left_out)
    artifacts = (*compile_all(library, site), *hand_written(pages))
    files = {_address(artifact.path): artifact.data for artifact in artifacts}
    return Compiled(files, dict(_subjects(library, pages)))


def _subjects(library: Library, pages: Iterable[SourceFile]) -> Iterator[tuple[str, Subject]]:
    for briefing in library.briefings:
        yield briefing.address, Subject(briefing.kind.label, briefing.title, briefing)
    for found in library.case_reviews:
        yield found.address, Subject(CASE_REVIEW_LABEL, found.review.title, found.review)
    for news in all_news(library):
        yield news.address, Subject(KIND_BY_FOLDER[UPDATES].label, news.title, news.note)
    for theme in library.vocabulary.themes.values():
        yield f"themes/{theme.id}/", Subject("Theme", theme.label, theme)
    for role in library.vocabulary.roles.values():
        yield f"roles/{role.id}/", Subject("Role", role.label, role)
    for page in pages:
        if page.path.endswith(".md"):
            address = _address(page.path.removeprefix(f"{HAND_WRITTEN}/"))
            yield address, Subject("Page", _hand_written_title(page) or address, page.data)


def _hand_written_title(page: SourceFile) -> str:
    front = split(page.data.decode("utf-8-sig"), page.path)[0].value
    title = front.get("title") if isinstance(front, dict) else None
    return title if isinstance(title, str) else ""


def is_readable(page: SourceFile) -> bool:
    """Whether a hand-written page can be staged."""
    try:
        list(hand_written([page]))
    except StageError:
        return False
    return True


def _address(path: str) -> str:
    """Where a staged file is found below the site's root; a page is found at its folder."""
    if not path.endswith(".md"):
        return path
    name = f"/{path}".removesuffix(".md").removesuffix("/index")
    return f"{name}/".removeprefix("/")
