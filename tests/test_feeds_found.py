"""How people and programs come upon the feeds: links in every page, the OPML file, the subscribe page."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from lxml import etree

from tests.feeds import FORMATS, HOME, KINDS, expected_feeds, plain_briefings

TYPES = {"application/rss+xml": "xml", "application/atom+xml": "atom", "application/feed+json": "json"}


def _announced(site: Path, address: str) -> list[str]:
    """The feeds that a page announces, as paths; each with the media type of its ending."""
    document = lxml.html.parse(str(site / address / "index.html"))
    found = []
    for link in document.iterfind(".//link[@rel='alternate']"):
        path = urlsplit(urljoin(f"{HOME}{address}", str(link.get("href")))).path.lstrip("/")
        assert path.endswith(f".{TYPES[str(link.get('type'))]}")
        assert (site / path).is_file(), path
        assert link.get("title")
        found.append(path)
    return found


def _of(*feeds: str) -> list[str]:
    return [f"{feed}.{ending}" for feed in feeds for ending in FORMATS]


def test_every_page_announces_the_whole_site_s_feeds(site: Path) -> None:
    pages = list(site.rglob("index.html"))
    assert len(pages) > len(plain_briefings())
    for page in pages:
        address = page.parent.relative_to(site).as_posix().removeprefix(".")
        assert _announced(site, f"{address}/" if address else "")[:3] == _of("feeds/all")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_s_list_and_its_briefings_announce_the_kind_s_feeds(site: Path, kind: str) -> None:
    keys = [plain.key for plain in plain_briefings() if plain.kind == kind]
    assert keys
    for address in (kind, *keys):
        assert _announced(site, f"{address}/") == _of("feeds/all", f"feeds/{kind}")


@pytest.mark.parametrize("group", ["themes", "roles"])
def test_a_theme_s_or_role_s_page_announces_its_own_feeds(site: Path, group: str) -> None:
    feeds = [path for path in expected_feeds() if path.startswith(f"feeds/{group}/")]
    assert feeds
    for feed in feeds:
        assert _announced(site, f"{feed.removeprefix('feeds/')}/") == _of("feeds/all", feed)


def test_opml_lists_every_rss_feed(site: Path) -> None:
    tree = etree.fromstring((site / "feeds/subscriptions.opml").read_bytes())
    assert (tree.tag, tree.get("version")) == ("opml", "2.0")
    assert tree.findtext("head/title")
    feeds = tree.findall("body/outline/outline")
    assert sorted(str(feed.get("xmlUrl")) for feed in feeds) == sorted(f"{HOME}{p}.xml" for p in expected_feeds())
    for feed in feeds:
        assert feed.get("type") == "rss" and feed.get("text") and feed.get("title")
        rss = etree.fromstring((site / str(feed.get("xmlUrl")).removeprefix(HOME)).read_bytes())
        assert str(feed.get("text")) in rss.findtext("channel/title", "")


def test_the_subscribe_page_links_every_feed(site: Path) -> None:
    document = lxml.html.parse(str(site / "subscribe/index.html"))
    main = document.find(".//main")
    assert main is not None
    targets = [urljoin(f"{HOME}subscribe/", str(link.get("href"))) for link in main.iter("a")]
    feeds = [target.removeprefix(HOME) for target in targets if target.startswith(f"{HOME}feeds/")]
    assert sorted(feeds) == sorted([*_of(*expected_feeds()), "feeds/subscriptions.opml"])


def test_feeds_are_styled_for_people_by_css_alone(site: Path) -> None:
    for path in expected_feeds():
        for ending in ("xml", "atom"):
            tree = etree.parse(str(site / f"{path}.{ending}"))
            instructions = tree.xpath("preceding-sibling::processing-instruction()")
            assert isinstance(instructions, list)
            (style,) = (str(getattr(instruction, "text", "")) for instruction in instructions)
            assert 'type="text/css"' in style
            address = style.partition('href="')[2].partition('"')[0]
            # Relative: opened in a preview or at another address, a feed fetches nothing from elsewhere.
            assert "//" not in address and ((site / path).parent / address).is_file()


def test_every_feed_says_where_to_turn_also_an_empty_one(site: Path) -> None:
    feeds = [path for path in (site / "feeds").rglob("*") if path.suffix in (".xml", ".atom", ".json")]
    assert len(feeds) > 200
    for path in feeds:
        head = path.read_text("utf-8")[:2000]
        assert "Worried about a child?" in head and "0808 800 5000" in head, path
