"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterable

from scripts.channels import Channel
from scripts.outputs.feeds.entries import FeedEntry
from scripts.site import Site


def json_feed(channel: Channel, entries: Iterable[FeedEntry], site: Site) -> bytes:
    """The feed as UTF-8 JSON."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title(site),
        "description": channel.description(site),
        "home_page_url": site.root,
        "feed_url": f"{site.root}{channel.path}.json",
        "language": "en-GB",
        "authors": [{"name": site.partnership.name}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": entry.published.isoformat(),
                "date_modified": entry.updated.isoformat(),
                "tags": list(entry.categories),
            }
            for entry in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
