"""The home page: what is new, this month's digest, the way in by role and by theme."""

from collections.abc import Iterator

from scripts.library import CASE_REVIEWS, Library
from scripts.model.kinds import KINDS
from scripts.news import UPDATES, all_news
from scripts.site import Artifact, Site
from scripts.templating import page

LATEST = 4
DIGEST_REVIEWS = 6
COMMON_THEMES = 16


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """The page at the site's root."""
    shown = ("national-reviews", "publications", "local-guidance", "good-practice", "spotlights")
    digests = [digest for digest in library.of_kind("digests") if digest.is_current]
    reviews = library.reviews_of.get(digests[0].id, ()) if digests else ()
    by_size = sorted(library.vocabulary.themes.values(), key=lambda theme: -len(library.by_theme.get(theme.id, ())))
    news = all_news(library)
    # Updates are compiled with or without a note.
    pages = {kind.folder: len(library.of_kind(kind.folder)) for kind in KINDS} | {UPDATES: len(news)}
    common = sorted(by_size[:COMMON_THEMES], key=lambda theme: theme.label)
    yield page(
        "pages/home.md.j2",
        "",
        {"title": site.settings.site_name, "description": site.settings.site_description, "layout": "home"},
        site_name=site.settings.site_name,
        description=site.settings.site_description,
        latest=[e for e in library.entries if e.folder in shown and e.is_current][:LATEST],
        news=news[0] if news else None,
        digest=digests[0] if digests else None,
        digest_reviews=reviews[:DIGEST_REVIEWS],
        digest_rest=len(reviews[DIGEST_REVIEWS:]),
        roles=tuple(library.vocabulary.roles.values()),
        themes=common,
        kinds=[
            *((kind.plural, f"{kind.folder}/", pages[kind.folder]) for kind in KINDS),
            ("Case reviews", f"{CASE_REVIEWS}/", len(library.case_reviews)),
        ],
    )
