"""What the feeds of the real site hold, against the files themselves, read by a plain YAML reader."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest

from tests.feeds import AUTHORITY, FORMATS, HOME, KINDS, NEWEST, Plain, entries, expected_feeds, plain_briefings

# Not text to be read: names, ids, words from a list, dates, addresses; each of those that matter has its own test.
NOT_TEXT = {
    *("added", "published", "date", "month", "next_review", "review_by", "withdrawn_on", "draft", "year", "unit"),
    *("id", "themes", "ages", "keywords", "type", "status", "status_of_answer", "arises_from", "superseded_by"),
    *("measure", "quarter", "stage", "url", "landing_url", "document_url", "report_url", "evidence"),
}
NEWEST_OF_KIND = [plain for kind in KINDS for plain in [p for p in plain_briefings() if p.kind == kind][:NEWEST]]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in NOT_TEXT:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif value != "anonymous":
        yield from str(value).split("\n\n")


def _addresses(front: dict[str, object]) -> Iterator[str]:
    for name in ("document_url", "report_url"):
        if name in front:
            yield str(front[name])
    for name in ("sources", "stages", "reviews"):
        rows = front.get(name, [])
        for row in rows if isinstance(rows, list) else []:
            found = row.get("url") or row.get("landing_url") or row.get("report_url")
            if found:
                yield found


def _words(text: str) -> str:
    return " ".join(text.split())


def _body_pieces(body: str) -> Iterator[str]:
    """The parts of a Markdown text between its signs that are long enough to be words of its own."""
    for line in body.split("\n"):
        for piece in re.split(r"[*_`\[\]()#>|:{}<]+|^\s*(?:[-+]|\d+\.)\s", line):
            if piece and len(piece.strip()) > 12 and "/" not in piece and ".md" not in piece:
                yield piece


@pytest.mark.parametrize("path", sorted(expected_feeds()))
def test_a_feed_holds_exactly_what_is_tagged_newest_first(site: Path, path: str) -> None:
    for ending in FORMATS:
        found = entries(f"{path}.{ending}", (site / f"{path}.{ending}").read_bytes())
        assert [entry.id for entry in found] == [AUTHORITY + key for key in expected_feeds()[path]]


@pytest.mark.parametrize("path", sorted(expected_feeds()))
def test_all_formats_say_the_same(site: Path, path: str) -> None:
    rss, atom, json_feed = (entries(f"{path}.{e}", (site / f"{path}.{e}").read_bytes()) for e in FORMATS)
    for one, other, third in zip(rss, atom, json_feed, strict=True):
        assert one.title == other.title == third.title
        assert _words(one.html) == _words(other.html) == _words(third.html)
        assert other.published == third.published and other.updated == third.updated
        assert parsedate_to_datetime(one.published) == datetime.fromisoformat(other.published)


@pytest.mark.parametrize("plain", NEWEST_OF_KIND, ids=lambda plain: plain.key)
class TestEntry:
    """One briefing's entry in the feed of its kind."""

    def entry(self, site: Path, plain: Plain) -> tuple[str, str, dict[str, str]]:
        feed = json.loads((site / "feeds" / f"{plain.kind}.json").read_text("utf-8"))
        (item,) = [item for item in feed["items"] if item["id"] == AUTHORITY + plain.key]
        text = _words(str(lxml.html.fromstring(f"<div>{item['content_html']}</div>").text_content()))
        return item["content_html"], text, item

    def test_it_is_dated_by_added(self, site: Path, plain: Plain) -> None:
        item = self.entry(site, plain)[2]
        assert datetime.fromisoformat(item["date_published"]) == plain.added.astimezone(UTC)

    def test_it_carries_the_full_text(self, site: Path, plain: Plain) -> None:
        _, text, item = self.entry(site, plain)
        title = {"superseded": "Superseded: ", "withdrawn": "Withdrawn: "}.get(str(plain.front.get("status")), "")
        assert item["title"] == title + _words(plain.front["title"])
        front = {name: value for name, value in plain.front.items() if name != "title"}
        missing = [part for part in _texts(front) if _words(part) not in text]
        missing += [part for part in _body_pieces(plain.body) if _words(part) not in text]
        assert not missing

    def test_its_links_lead_somewhere_from_anywhere(self, site: Path, plain: Plain) -> None:
        html = self.entry(site, plain)[0]
        targets = [str(link.get("href")) for link in lxml.html.fromstring(f"<div>{html}</div>").iter("a")]
        assert set(_addresses(plain.front)) <= set(targets)
        for target in targets:
            assert urlsplit(target).scheme in ("https", "http", "mailto", "tel"), target
            if target.startswith(HOME):
                assert (site / urlsplit(target).path.lstrip("/") / "index.html").is_file(), target

    def test_it_ends_with_where_to_turn(self, site: Path, plain: Plain) -> None:
        html = self.entry(site, plain)[0]
        block = html.partition("Worried about a child?")[2]
        assert 'href="tel:999"' in block and "0808 800 5000" in block

    def test_nothing_active_is_in_it(self, site: Path, plain: Plain) -> None:
        html = self.entry(site, plain)[0]
        allowed = {
            *("div", "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "strong", "em", "blockquote", "code"),
            *("pre", "hr", "br", "table", "thead", "tbody", "tr", "th", "td"),
        }
        for element in lxml.html.fromstring(f"<div>{html}</div>").iter():
            assert element.tag in allowed
            assert set(element.attrib) <= {"href", "title", "id", "class", "align"}
