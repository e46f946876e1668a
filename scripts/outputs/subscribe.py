"""The subscribe page: every feed, and how to follow one."""

from collections.abc import Iterator

from scripts.channels import NEWEST, channels
from scripts.grouping import grouped
from scripts.library import Library
from scripts.page_meta import crumbs
from scripts.site import Artifact, Site
from scripts.templating import markup, page


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """subscribe/, and the OPML file that holds all feeds."""
    feeds = tuple(channels(library))
    yield page(
        "pages/subscribe.md.j2",
        "subscribe/",
        {
            "title": "Subscribe",
            "description": "Follow the whole site, a kind, a theme or a role by RSS, Atom or JSON Feed.",
            "crumbs": crumbs("subscribe/"),
        },
        groups=tuple(grouped((feed.group, feed) for feed in feeds).items()),
        newest=NEWEST,
    )
    opml = markup("feeds/subscriptions.opml.j2", site=site, groups=grouped((feed.group, feed) for feed in feeds))
    yield Artifact("feeds/subscriptions.opml", opml.encode())
