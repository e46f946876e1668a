"""The page that lists each kind, and the list of case reviews."""

from collections.abc import Callable, Iterator
from typing import Any

from scripts.grouping import grouped
from scripts.ledger import STATES, Ledger, Tally
from scripts.library import CASE_REVIEWS, Library
from scripts.model.kinds import KINDS, Kind
from scripts.news import UPDATES, all_news
from scripts.page_meta import crumbs, feed
from scripts.sharing import GOOD_PRACTICE_QUESTIONS, REMINDER, good_practice_mail, issue_form
from scripts.site import Artifact, Site
from scripts.templating import page
from scripts.wording import INTRODUCTIONS, answer_label

NEWEST_CASE_REVIEWS = 25


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """An index for every kind, empty ones included, so that no address of the navigation is ever missing."""
    for kind in KINDS:
        template, values = _OWN.get(kind.folder, _plain)(library, site)
        yield page(
            template,
            f"{kind.folder}/",
            _meta(f"{kind.folder}/", kind.plural, INTRODUCTIONS[kind.folder], kind),
            kind=kind,
            introduction=INTRODUCTIONS[kind.folder],
            briefings=library.of_kind(kind.folder),
            vocabulary=library.vocabulary,
            answer_label=answer_label,
            **values,
        )
    digests = next(kind for kind in KINDS if kind.folder == "digests")
    yield page(
        "pages/case-reviews-index.md.j2",
        f"{CASE_REVIEWS}/",
        _meta(f"{CASE_REVIEWS}/", "Case reviews", INTRODUCTIONS[CASE_REVIEWS], digests),
        entries=[e for e in library.entries if e.folder == CASE_REVIEWS][:NEWEST_CASE_REVIEWS],
    )


def _meta(address: str, title: str, description: str, kind: Kind) -> dict[str, object]:
    return {
        "title": title,
        "description": description,
        "layout": "index",
        "crumbs": crumbs(address),
        "feeds": feed(kind.plural, f"feeds/{kind.folder}"),
        "filters": {"kind": ["List"]},
    }


def _plain(_: Library, __: Site) -> tuple[str, dict[str, Any]]:
    return "pages/kind-index.md.j2", {}


def _publications(_: Library, __: Site) -> tuple[str, dict[str, Any]]:
    return "pages/publications-index.md.j2", {}


def _digests(library: Library, _: Site) -> tuple[str, dict[str, Any]]:
    years = grouped((digest.front.published.year, digest) for digest in library.of_kind("digests"))
    return "pages/digests-index.md.j2", {"years": tuple(years.items())}


def _challenges(library: Library, site: Site) -> tuple[str, dict[str, Any]]:
    groups = tuple(
        (origin, library.challenges_from[origin.key])
        for origin in library.briefings
        if origin.key in library.challenges_from
    )
    tally = Tally.of(Ledger.of(library).current, site.today)
    return "pages/challenges-index.md.j2", {
        "groups": groups,
        "counts": tuple(zip(STATES, tally.states, strict=True)),
        "is_blank": 0 < tally.total == tally.unanswered,
    }


def _good_practice(_: Library, site: Site) -> tuple[str, dict[str, Any]]:
    partnership = site.partnership
    return "pages/good-practice-index.md.j2", {
        "questions": GOOD_PRACTICE_QUESTIONS,
        "reminder": REMINDER,
        "form": issue_form(partnership.repository, "good-practice"),
        "mail": good_practice_mail(partnership.email) if partnership.email else "",
    }


def _updates(library: Library, _: Site) -> tuple[str, dict[str, Any]]:
    return "pages/updates-index.md.j2", {"updates": all_news(library)}


_OWN: dict[str, Callable[[Library, Site], tuple[str, dict[str, Any]]]] = {
    "publications": _publications,
    "digests": _digests,
    "challenges": _challenges,
    "good-practice": _good_practice,
    UPDATES: _updates,
}
