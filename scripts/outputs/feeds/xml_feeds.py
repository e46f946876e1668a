"""RSS 2.0 and Atom through feedgen, with what feedgen loses put back."""

from collections.abc import Sequence
from datetime import datetime

from feedgen.feed import FeedGenerator
from lxml import etree

from scripts.channels import Channel
from scripts.library import Library
from scripts.links import relative
from scripts.outputs.feeds.entries import FeedEntry, entry_id
from scripts.site import Site

_ATOM = "{http://www.w3.org/2005/Atom}"
_STYLESHEET = "assets/briefings/feed.css"


def xml_feeds(channel: Channel, entries: Sequence[FeedEntry], library: Library, site: Site) -> tuple[bytes, bytes]:
    """The channel as RSS and as Atom."""
    # An empty feed is as old as the collection: its date must come from the content, never from the clock.
    newest = max((entry.updated for entry in entries), default=library.first_added)
    rss = _feed(channel, entries, newest, site, "xml").rss_str()
    atom = _feed(channel, entries, newest, site, "atom").atom_str()
    style = relative(channel.path, _STYLESHEET)
    return _finished(rss, style), _finished(atom, style)


def _feed(channel: Channel, entries: Sequence[FeedEntry], newest: datetime, site: Site, ending: str) -> FeedGenerator:
    media_type = "application/rss+xml" if ending == "xml" else "application/atom+xml"
    feed = FeedGenerator()
    feed.id(entry_id(channel.path, site))
    feed.title(channel.title(site))
    # RSS's <link> is the last one added: the feed's own address first, the page it belongs to last.
    feed.link(href=f"{site.root}{channel.path}.{ending}", rel="self", type=media_type)
    feed.link(href=site.root, rel="alternate", type="text/html")
    feed.description(channel.description(site))
    feed.subtitle(channel.description(site))
    feed.author(name=site.partnership.name)
    feed.language("en-GB")
    feed.generator("briefings")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.updated(newest)
    feed.lastBuildDate(newest)
    for entry in entries:
        _add(feed, entry)
    return feed


def _add(feed: FeedGenerator, entry: FeedEntry) -> None:
    # feedgen puts new entries first unless told otherwise.
    item = feed.add_entry(order="append")
    item.id(entry.id)
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html")
    item.summary(entry.summary)
    item.content(entry.html, type="html")
    item.published(entry.published)
    item.updated(entry.updated)
    for category in entry.categories:
        item.category(term=category)


def _finished(xml: bytes, style: str) -> bytes:
    """Entry links with their rel and type (feedgen issues 135 and 143), and a stylesheet for people."""
    root = etree.fromstring(xml)
    for link in root.iterfind(f"{_ATOM}entry/{_ATOM}link"):
        link.set("rel", "alternate")
        link.set("type", "text/html")
    root.addprevious(etree.ProcessingInstruction("xml-stylesheet", f'href="{style}" type="text/css"'))
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", pretty_print=True)
