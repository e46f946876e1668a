"""RSS, Atom and JSON feeds of the whole site, each kind, each theme and each role."""

from collections.abc import Iterator

from scripts.channels import channels
from scripts.library import Library
from scripts.outputs.feeds.entries import FeedEntry, feed_entry
from scripts.outputs.feeds.json_feed import json_feed
from scripts.outputs.feeds.xml_feeds import xml_feeds
from scripts.site import Artifact, Site


def compile(library: Library, site: Site) -> Iterator[Artifact]:
    """Three files for every channel. An entry is made once, however many feeds it is in."""
    entries: dict[str, FeedEntry] = {}
    for channel in channels(library):
        for briefing in channel.briefings:
            if briefing.key not in entries:
                entries[briefing.key] = feed_entry(briefing, library, site)
        listed = [entries[briefing.key] for briefing in channel.briefings]
        rss, atom = xml_feeds(channel, listed, library, site)
        yield Artifact(f"{channel.path}.xml", rss)
        yield Artifact(f"{channel.path}.atom", atom)
        yield Artifact(f"{channel.path}.json", json_feed(channel, listed, site))
