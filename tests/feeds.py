"""The feeds that there should be, and what should be in them, read from the files by a plain YAML reader."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

CONTENT = Path(__file__).parent.parent / "briefings"
HOME = "https://briefings.example.org/"
AUTHORITY = "tag:briefings.example.org,2026:"
FORMATS = ("xml", "atom", "json")
NEWEST = 30
KINDS = (
    "national-reviews",
    "publications",
    "digests",
    "challenges",
    "local-guidance",
    "good-practice",
    "spotlights",
    "updates",
)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"


@dataclass(frozen=True)
class Plain:
    """A briefing's file as a plain YAML reader sees it."""

    kind: str
    key: str
    front: dict[str, Any]
    body: str

    @property
    def added(self) -> datetime:
        added: datetime = self.front["added"]
        return added

    @property
    def themes(self) -> set[str]:
        reviews = self.front.get("reviews", [])
        return {theme for tagged in (self.front, *reviews) for theme in tagged.get("themes", [])}

    @property
    def roles(self) -> set[str]:
        return set(self.front.get("for_roles", {}))


@cache
def plain_briefings() -> tuple[Plain, ...]:
    """Every published briefing of the real content, newest first by `added`."""
    found = []
    for kind in KINDS:
        for path in (CONTENT / kind).glob("[!_]*.md"):
            _, front, body = path.read_text("utf-8-sig").split("---\n", 2)
            found.append(Plain(kind, f"{kind}/{path.stem}", yaml.safe_load(front), body))
    return tuple(sorted((p for p in found if not p.front.get("draft")), key=lambda p: p.added, reverse=True))


def _ids(name: str) -> list[str]:
    return [row["id"] for row in yaml.safe_load((CONTENT / "vocabulary" / f"{name}.yml").read_text("utf-8"))]


@cache
def expected_feeds() -> dict[str, list[str]]:
    """For every feed's path without ending: the keys of its newest briefings, newest first."""
    newest = plain_briefings()
    feeds = {"feeds/all": [p.key for p in newest]}
    feeds |= {f"feeds/{kind}": [p.key for p in newest if p.kind == kind] for kind in KINDS}
    feeds |= {f"feeds/themes/{theme}": [p.key for p in newest if theme in p.themes] for theme in _ids("themes")}
    feeds |= {f"feeds/roles/{role}": [p.key for p in newest if role in p.roles] for role in _ids("roles")}
    return {path: keys[:NEWEST] for path, keys in feeds.items()}


@dataclass(frozen=True)
class Entry:
    """What a format says of a briefing, with its dates as they are written."""

    id: str
    title: str
    url: str
    html: str
    published: str
    updated: str


def rss(data: bytes) -> list[Entry]:
    """The items of an RSS feed; the format has no date of change."""
    items = etree.fromstring(data).iterfind("channel/item")
    return [_entry(item, "guid", "title", "link", CONTENT_ENCODED, "pubDate") for item in items]


def atom(data: bytes) -> list[Entry]:
    """The entries of an Atom feed."""
    names = [f"{ATOM}{name}" for name in ("id", "title", "link", "content", "published", "updated")]
    return [_entry(entry, *names) for entry in etree.fromstring(data).iterfind(f"{ATOM}entry")]


def _entry(element: etree._Element, *names: str) -> Entry:
    texts = [element.findtext(name) or "" for name in names]
    link = element.find(f"{ATOM}link")
    if link is not None:
        texts[2] = str(link.get("href"))
    identity, title, url, html, published, updated = [*texts, ""][:6]
    return Entry(identity, title, url, html, published, updated)


def json_feed(data: bytes) -> list[Entry]:
    """The items of a JSON feed."""
    keys = ("id", "title", "url", "content_html", "date_published", "date_modified")
    return [Entry(*(str(item[key]) for key in keys)) for item in json.loads(data)["items"]]


READERS = {"xml": rss, "atom": atom, "json": json_feed}


def entries(path: str, data: bytes) -> list[Entry]:
    """The entries of a feed file, read by its ending."""
    return READERS[path.rpartition(".")[2]](data)
