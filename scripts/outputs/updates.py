"""One page for every quarter's News Update, and the text of its email to copy."""

from collections.abc import Iterator

from scripts.bodies import linked_body
from scripts.briefing_values import briefing_values
from scripts.copy_page import copy_page
from scripts.documents.updates import update_document
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.model.kinds import KIND_BY_FOLDER
from scripts.news import UPDATES, News, all_news
from scripts.page_meta import crumbs, feed, filters, search_terms
from scripts.quarters import Quarter
from scripts.routes import NEWS_COPY, NEWS_EMAIL, NEWS_PDF
from scripts.site import Artifact, Site
from scripts.templating import gist, page
from scripts.wording import answer_label

_KIND = KIND_BY_FOLDER[UPDATES]


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """The pages of each quarter that has news; each leads to the next quarter that has, and to the one before."""
    updates = all_news(library)
    for newer, news, older in zip((None, *updates), updates, (*updates[1:], None), strict=False):
        yield _page(news, (newer, older), library, site)
        yield copy_page(
            update_document(news, library, site, in_brief=True),
            site,
            address=NEWS_COPY.address(news.key),
            draft=NEWS_EMAIL.address(news.key),
            way=((_KIND.plural, f"{UPDATES}/"), (news.title, news.address)),
        )


def _page(news: News, neighbours: tuple[News | None, News | None], library: Library, site: Site) -> Artifact:
    note = news.note
    values = briefing_values(note, linked_body(note), library) if note else {}
    own = {
        "news": news,
        "note": note,
        "neighbours": neighbours,
        "partnership": site.partnership.name,
        "answer_label": answer_label,
        "routes": (NEWS_PDF, NEWS_EMAIL, NEWS_COPY),
    }
    return page("pages/updates.md.j2", news.address, _meta(news, library), **(values | own))


def _meta(news: News, library: Library) -> dict[str, object]:
    meta: dict[str, object] = {
        "title": news.title,
        "description": f"What came and what changed from {news.quarter.label}.",
        "kind": _KIND.label,
        "date_label": news.quarter.label,
        "date": news.updated.isoformat(),
        "crumbs": crumbs(news.address, (_KIND.plural, f"{UPDATES}/")),
        "updated": news.updated.isoformat(),
        "feeds": feed(_KIND.plural, f"feeds/{UPDATES}"),
        "filters": filters(library.vocabulary, kind=_KIND.label, date=PartialDate(news.quarter.year)),
    }
    return meta | _note_meta(news.note, news.quarter, library) if news.note else meta


def _note_meta(note: Briefing, quarter: Quarter, library: Library) -> dict[str, object]:
    front = note.front
    return {
        "description": gist(front.summary),
        "source": note.path,
        "status": "draft" if front.draft else "" if note.is_current else str(front.status),
        "filters": filters(
            library.vocabulary,
            kind=_KIND.label,
            date=PartialDate(quarter.year),
            themes=front.themes,
            roles=front.for_roles,
            ages=front.ages,
        ),
        "terms": search_terms(library.vocabulary, front.themes),
    }
