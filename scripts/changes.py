"""What a change to the files does to the site: its problems, and the pages that it adds, alters or removes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from scripts.compiled_pages import Page, compiled, is_readable
from scripts.grouping import grouped
from scripts.library import CASE_REVIEWS
from scripts.load import Collection, load
from scripts.model.briefing import Briefing
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.problems import Level, Problem
from scripts.routes import COPY
from scripts.rules import check
from scripts.site import Site
from scripts.sources import BRIEFINGS, SETTINGS, SourceFile, SourceTree

V = TypeVar("V")

# Without these nothing can be compiled: every page is made with the settings and the vocabulary.
_NEEDED = (SETTINGS, f"{BRIEFINGS}/vocabulary/")


@dataclass(frozen=True)
class Tree:
    """The project's files at one time, loaded and checked by the code at hand."""

    sources: SourceTree
    collection: Collection
    problems: tuple[Problem, ...]
    today: date

    @staticmethod
    def of(sources: SourceTree, today: date) -> "Tree":
        """The tree of these files, as they are judged today."""
        collection = load(sources)
        return Tree(sources, collection, check(collection, today), today)

    @cached_property
    def files(self) -> Mapping[str, SourceFile]:
        """Every file by path."""
        return {file.path: file for file in (self.sources.settings, *self.sources.briefings, *self.sources.pages)}

    @cached_property
    def broken(self) -> frozenset[str]:
        """The files that are not published as they are."""
        with_errors = {problem.place.path for problem in self.problems if problem.level is Level.ERROR}
        return frozenset(with_errors | {page.path for page in self.sources.pages if not is_readable(page)})


@dataclass(frozen=True)
class Changes:
    """What stands against a change, and what it does to the site.

    `consequences` are the addresses that change without their own content changing, by what they are.
    `left_out` cannot be compared now, `blocking` keeps everything from being compared.
    """

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    other_warnings: int
    added: tuple[Page, ...] = ()
    altered: tuple[Page, ...] = ()
    removed: tuple[Page, ...] = ()
    consequences: tuple[tuple[str, tuple[str, ...]], ...] = ()
    drafts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    blocking: tuple[str, ...] = ()


def changes(before: Tree, after: Tree) -> Changes:
    """What the step from one tree to the other does to the site. Only content differs: one code compiles both."""
    judged = _judged(before, after)
    briefings = (*before.collection.briefings, *after.collection.briefings)
    left_out = _with_dependants(before.broken | after.broken, briefings)
    blocking = tuple(sorted(path for path in left_out if path.startswith(_NEEDED)))
    old_settings, new_settings = before.collection.settings, after.collection.settings
    if blocking or old_settings is None or new_settings is None:
        return replace(judged, blocking=blocking or (SETTINGS,))
    old = compiled(before.collection, Site(old_settings, after.today), left_out)
    new = compiled(after.collection, Site(new_settings, after.today), left_out)
    differing = _differing(old.files, new.files)
    added = differing & new.subjects.keys() - old.files.keys()
    removed = differing & old.subjects.keys() - new.files.keys()
    kept = differing & old.subjects.keys() & new.subjects.keys()
    altered = {address for address in kept if old.subjects[address] != new.subjects[address]}
    return replace(
        judged,
        added=new.pages(added),
        altered=new.pages(altered),
        removed=old.pages(removed),
        consequences=_consequences(differing - _with_emails(added | removed | altered)),
        left_out=tuple(sorted(left_out)),
    )


def _judged(before: Tree, after: Tree) -> Changes:
    """What the check says. Warnings about files that the change does not touch are many, and only counted."""
    touched = _differing(before.files, after.files)
    known = {(problem.place.path, problem.code, problem.message) for problem in before.problems}
    errors = tuple(problem for problem in after.problems if problem.level is Level.ERROR)
    warnings = tuple(problem for problem in after.problems if problem.level is Level.WARNING)
    own = tuple(w for w in warnings if w.place.path in touched or (w.place.path, w.code, w.message) not in known)
    drafts = tuple(b.path for b in after.collection.briefings if b.front.draft and b.path in touched)
    return Changes(errors, own, len(warnings) - len(own), drafts=drafts)


def _with_dependants(left_out: frozenset[str], briefings: Iterable[Briefing]) -> frozenset[str]:
    """These files, and those that cannot be compiled without them because they refer to one of them."""
    left_out_keys = {path.removeprefix(f"{BRIEFINGS}/").removesuffix(".md") for path in left_out}
    kept = [briefing for briefing in briefings if briefing.path not in left_out]
    dependants = {
        briefing.path
        for briefing in kept
        if {briefing.front.superseded_by, getattr(briefing.front, "arises_from", None)} & left_out_keys
    }
    return _with_dependants(left_out | dependants, kept) if dependants else left_out


def _with_emails(addresses: set[str]) -> set[str]:
    """These pages, and those from which their emails are copied: they come, change and go with them."""
    return addresses | {COPY.address(address.removesuffix("/")) for address in addresses}


def _differing(old: Mapping[str, V], new: Mapping[str, V]) -> set[str]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _consequences(addresses: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted(grouped((_group(address), f"/{address}") for address in sorted(addresses)).items()))


def _group(address: str) -> str:
    folder, _, rest = address.partition("/")
    if folder == "feeds":
        return "Feeds"
    if folder in ("themes", "roles"):
        return "Pages of themes and roles"
    if folder in (*KIND_BY_FOLDER, CASE_REVIEWS) and rest:
        return "Other briefings and case reviews, by their links to what comes before, after or under the same theme"
    return "Home page and lists" if address in ("", f"{folder}/") else "Other files"
