"""Every feed of the real site, read back: the formats' own demands, and those of the programs that read them."""

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.feeds import ATOM, AUTHORITY, CONTENT_ENCODED, FORMATS, HOME, entries, expected_feeds

FEEDS = sorted(expected_feeds())
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (\w{3}) \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
TAG_URI = re.compile(re.escape(AUTHORITY) + r"[a-z-]+/[a-z0-9-]+")


def test_the_feeds_are_those_of_site_kinds_themes_and_roles(site: Path) -> None:
    found = {path.relative_to(site).as_posix() for path in (site / "feeds").rglob("*") if path.is_file()}
    assert found == {f"{path}.{ending}" for path in FEEDS for ending in FORMATS} | {"feeds/subscriptions.opml"}


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_reader_takes_it_without_complaint(site: Path, path: str) -> None:
    for ending, version in (("xml", "rss20"), ("atom", "atom10")):
        parsed = feedparser.parse((site / f"{path}.{ending}").read_bytes())
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.version == version
        assert [entry.id for entry in parsed.entries] == [AUTHORITY + key for key in expected_feeds()[path]]
        assert all(entry.published_parsed and entry.link.startswith(HOME) for entry in parsed.entries)


@pytest.mark.parametrize("path", FEEDS)
def test_rss(site: Path, path: str) -> None:
    tree = etree.fromstring((site / f"{path}.xml").read_bytes())
    assert (tree.tag, tree.get("version"), len(tree)) == ("rss", "2.0", 1)
    channel = tree[0]
    for name in ("title", "link", "description", "lastBuildDate"):
        assert len(channel.findall(name)) == 1 and channel.findtext(name)
    assert channel.findtext("link") == HOME
    assert channel.findtext("language") == "en-GB"
    own = channel.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert dict(own.attrib) == {"href": f"{HOME}{path}.xml", "rel": "self", "type": "application/rss+xml"}
    for item in channel.iterfind("item"):
        for name in ("title", "link", "guid", "pubDate", "description", CONTENT_ENCODED):
            assert len(item.findall(name)) == 1 and item.findtext(name)
        guid = item.find("guid")
        assert guid is not None and guid.get("isPermaLink") == "false"
        assert RFC_822.fullmatch(item.findtext("pubDate", ""))


@pytest.mark.parametrize("path", FEEDS)
def test_power_automate_sees_each_item_once(site: Path, path: str) -> None:
    """Its trigger skips an item whose pubDate is not greater than the one before, read from the end of the feed."""
    items = entries(f"{path}.xml", (site / f"{path}.xml").read_bytes())
    dates = [parsedate_to_datetime(item.published) for item in items]
    assert all(newer > older for newer, older in pairwise(dates))


@pytest.mark.parametrize("path", FEEDS)
def test_the_build_date_is_that_of_the_newest_change(site: Path, path: str) -> None:
    rss = etree.fromstring((site / f"{path}.xml").read_bytes())
    atom = etree.fromstring((site / f"{path}.atom").read_bytes())
    changed = [entry.updated for entry in entries(f"{path}.json", (site / f"{path}.json").read_bytes())]
    everything = entries("feeds/all.json", (site / "feeds/all.json").read_bytes())
    newest = max(map(datetime.fromisoformat, changed), default=None)
    built = parsedate_to_datetime(rss.findtext("channel/lastBuildDate", ""))
    assert datetime.fromisoformat(atom.findtext(f"{ATOM}updated", "")) == built
    if newest:
        assert built == newest
    else:
        assert built <= min(datetime.fromisoformat(entry.published) for entry in everything)


@pytest.mark.parametrize("path", FEEDS)
def test_atom_as_rfc_4287_demands(site: Path, path: str) -> None:
    feed = etree.fromstring((site / f"{path}.atom").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert feed.findtext(f"{ATOM}id") == AUTHORITY + path
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Example Safeguarding Children Partnership"
    links = {link.get("rel"): dict(link.attrib) for link in feed.iterfind(f"{ATOM}link")}
    assert links["self"]["href"] == f"{HOME}{path}.atom" and links["self"]["type"] == "application/atom+xml"
    assert links["alternate"]["href"] == HOME and links["alternate"]["type"] == "text/html"
    for entry in feed.iterfind(f"{ATOM}entry"):
        for name in ("id", "title", "updated", "published", "content", "summary"):
            assert len(entry.findall(ATOM + name)) == 1, name
        for name in ("updated", "published"):
            assert RFC_3339.fullmatch(entry.findtext(ATOM + name, ""))
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("rel"), link.get("type")) == ("alternate", "text/html")
        content = entry.find(f"{ATOM}content")
        assert content is not None and content.get("type") == "html" and len(content) == 0
        assert all(category.get("term") for category in entry.iterfind(f"{ATOM}category"))
    assert {element.tag for element in feed.iter(etree.Element)} <= {ATOM + name for name in _ATOM_NAMES}


_ATOM_NAMES = (
    *("feed", "entry", "id", "title", "subtitle", "updated", "published", "author", "name", "link"),
    *("generator", "content", "summary", "category"),
)


@pytest.mark.parametrize("path", FEEDS)
def test_json_feed_1_1(site: Path, path: str) -> None:
    feed = json.loads((site / f"{path}.json").read_text("utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}{path}.json" and feed["home_page_url"] == HOME
    assert feed["title"] and feed["description"] and feed["language"] == "en-GB"
    assert [author["name"] for author in feed["authors"]] == ["Example Safeguarding Children Partnership"]
    for item in feed["items"]:
        assert set(item) == {
            *("id", "url", "title", "summary", "content_html", "date_published", "date_modified", "tags")
        }
        assert all(isinstance(item[name], str) and item[name] for name in set(item) - {"tags"})
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
        assert RFC_3339.fullmatch(item["date_published"]) and RFC_3339.fullmatch(item["date_modified"])


@pytest.mark.parametrize("path", FEEDS)
def test_every_entry_has_a_lasting_id_and_a_page(site: Path, path: str) -> None:
    files = [f"{path}.{ending}" for ending in FORMATS]
    for entry in (entry for file in files for entry in entries(file, (site / file).read_bytes())):
        assert TAG_URI.fullmatch(entry.id)
        key = entry.id.removeprefix(AUTHORITY)
        assert entry.url == f"{HOME}{key}/"
        assert (site / key / "index.html").is_file()
