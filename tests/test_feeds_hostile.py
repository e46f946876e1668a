"""Texts that would break a feed, or a reader's program, if they were not text."""

import json

import feedparser
import lxml.html
import pytest
from lxml import etree

from scripts.build import CheckError, build
from tests.conftest import TODAY, MakeProject
from tests.feeds import ATOM, FORMATS, entries, expected_feeds
from tests.made_up import START, compiled, publication

HOSTILE = (
    "<script>alert(1)</script>",
    "]]>",
    "<![CDATA[ x ]]>",
    "&amp; &#60;b&#62; &nbsp;",
    "\"double\" 'single' `back`",
    "{{ 7*7 }} {% raw %} ${x}",
    "<!-- not a comment -->",
    "<?xml version='1.0'?>",
    "[words](javascript:alert(1)) **bold** | a_b_c",
    "Ünïcödé 日本語 – 👩‍👧 é".replace("\u200d", ""),
    '"></title><img src=x onerror=alert(1)>',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_front_matter_comes_out_literally_in_every_format(make_project: MakeProject, text: str) -> None:
    fields = {
        "title": f"T {text}",
        "summary": f"S {text}",
        "key_messages": [f"message {text}"],
        "discussion": [f"question {text}"],
        "for_roles": {"gp": f"role {text}"},
        "sources": [{"title": f"source {text}"}],
    }
    root = make_project({"briefings/publications/a.md": publication(0, "Made-up text.", **fields)})
    artifacts = compiled(root)
    for ending in FORMATS:
        (entry,) = entries(f"feeds/all.{ending}", artifacts[f"feeds/all.{ending}"])
        assert entry.title == f"T {text}"
        read = str(lxml.html.fromstring(f"<div>{entry.html}</div>").text_content())
        for part in ("S", "message", "question", "role", "source"):
            assert f"{part} {text}" in " ".join(read.split())
        elements = {element.tag for element in lxml.html.fromstring(f"<div>{entry.html}</div>").iter()}
        assert elements <= {"div", "p", "h2", "h3", "ul", "li", "a"}
    for ending in ("xml", "atom"):
        parsed = feedparser.parse(artifacts[f"feeds/all.{ending}"])
        assert not parsed.bozo
    assert json.loads(artifacts["feeds/all.json"])["items"][0]["summary"] == f"S {text}"


@pytest.mark.parametrize("body", ["a ]]> b", "`<script>` and `&amp;` in code", "```\n]]>\n```"])
def test_bodies_cannot_end_what_holds_them(make_project: MakeProject, body: str) -> None:
    artifacts = compiled(make_project({"briefings/publications/a.md": publication(body=body)}))
    htmls = {entries(f"feeds/all.{ending}", artifacts[f"feeds/all.{ending}"])[0].html.strip() for ending in FORMATS}
    assert len(htmls) == 1
    read = str(lxml.html.fromstring(f"<div>{htmls.pop()}</div>").text_content())
    for word in body.replace("`", "").split():
        assert word in read


@pytest.mark.parametrize("escaped", [r"\x00", r"\x0b", r"\x1b", r"\x7f", r"\u0085", r"\ufffe", r"\uffff", r"\u2028"])
@pytest.mark.parametrize("spelled", [True, False], ids=["as-escape", "as-itself"])
def test_no_character_that_xml_cannot_hold_gets_in(make_project: MakeProject, escaped: str, spelled: bool) -> None:
    character = escaped if spelled else escaped.encode().decode("unicode_escape")
    text = publication().replace("A made-up summary.", f"A made-up {character}summary.")
    root = make_project({"briefings/publications/a.md": text})
    with pytest.raises(CheckError) as raised:
        build(root, root / "site", TODAY)
    assert {problem.place.path for problem in raised.value.problems} == {"briefings/publications/a.md"}
    assert not (root / "site").exists()


def test_links_of_a_body_are_absolute(make_project: MakeProject) -> None:
    body = (
        "[other](b.md) [part](b.md#a-heading) [here](#mine) [far](https://example.org/x?a=1&b=2)\n\n"
        "## Mine\n\nText, and [by reference][r].\n\n[r]: ../publications/b.md\n"
    )
    other = publication(1, "## A heading\n\nText.")
    artifacts = compiled(
        make_project({"briefings/publications/a.md": publication(2, body), "briefings/publications/b.md": other})
    )
    home = "https://briefings.example.org/publications/"
    for ending in FORMATS:
        entry = entries(f"feeds/all.{ending}", artifacts[f"feeds/all.{ending}"])[0]
        targets = [link.get("href") for link in lxml.html.fromstring(f"<div>{entry.html}</div>").iter("a")]
        far = "https://example.org/x?a=1&b=2"
        assert targets[:5] == [f"{home}b/", f"{home}b/#a-heading", f"{home}a/#mine", far, f"{home}b/"]


@pytest.mark.parametrize("content", ["nothing", "one publication"])
def test_an_empty_feed_is_valid_and_never_dated_by_the_clock(make_project: MakeProject, content: str) -> None:
    files: dict[str, str | bytes] = {"briefings/publications/a.md": publication()}
    artifacts = compiled(make_project(files if content == "one publication" else {}))
    began = START.isoformat() if content == "one publication" else "1970-01-01T00:00:00+00:00"
    empty = [path for path in expected_feeds() if not entries(f"{path}.json", artifacts[f"{path}.json"])]
    assert "feeds/themes/domestic-abuse" in empty and "feeds/challenges" in empty
    for path in empty:
        for ending in ("xml", "atom"):
            parsed = feedparser.parse(artifacts[f"{path}.{ending}"])
            assert not parsed.bozo and parsed.entries == []
        assert etree.fromstring(artifacts[f"{path}.atom"]).findtext(f"{ATOM}updated") == began
