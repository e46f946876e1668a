"""The packs of every quarter's News Update."""

from collections.abc import Iterator

from scripts.documents import imprint
from scripts.documents.updates import update_document
from scripts.library import Library
from scripts.news import all_news
from scripts.packs.pack import Pack
from scripts.routes import NEWS_EMAIL, NEWS_PDF
from scripts.site import Site


def packs(library: Library, site: Site) -> Iterator[Pack]:
    """A PDF and an email draft of each."""
    for news in all_news(library):
        whole, brief = (update_document(news, library, site, in_brief=in_brief) for in_brief in (False, True))
        # Where the lines below the titles make it longer than two sides, the titles stand alone.
        yield Pack(NEWS_PDF.address(news.key), "one-page", (whole, brief), imprint(site))
        yield Pack(NEWS_EMAIL.address(news.key), "email", (brief,), imprint(site))
