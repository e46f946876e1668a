"""The documents of a quarter's News Update: to print, and to send to the email list."""

from markupsafe import Markup

from scripts.bodies import absolute_body
from scripts.documents import Document, document
from scripts.library import Library
from scripts.news import News
from scripts.routes import NEWS_PDF
from scripts.site import Site
from scripts.wording import answer_label


def update_document(news: News, library: Library, site: Site, *, in_brief: bool) -> Document:
    """The update as a document; in brief, with titles alone and long lists as numbers."""
    # What was withdrawn is not sent out any more; what the note introduced still is.
    note = news.note if news.note and news.note.is_current else None
    return document(
        NEWS_PDF.template,
        site,
        key=news.key,
        title=note.title if note else news.name,
        label=f"News Update · {news.quarter.label}",
        updated=news.updated,
        news=news,
        front=note.front if note else None,
        body=Markup(absolute_body(note, site.root)) if note else "",  # noqa: S704  a body with anything active in it does not load
        partnership=site.partnership.name,
        vocabulary=library.vocabulary,
        answer_label=answer_label,
        in_brief=in_brief,
    )
