"""Front-matter text comes out letter for letter wherever it is printed, whatever it looks like."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
from lxml import etree
from playwright.sync_api import Browser

from scripts.build import build
from scripts.library import Library
from scripts.model.kinds import KINDS
from tests.conftest import TODAY, copy_project, serving
from tests.hostile import BRIEFINGS, HOSTILE, LEAD, ROLE, TERM, THEME, front_matter, write_terms
from tests.reading import library_of, reviewed, said
from tests.visits import visit, words

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# Neither the shell nor a template makes these where there is no body: each would be text that was not taken as text.
NEVER_MADE = ("img", "em", "code", "pre", "hr", "blockquote", "table", "h4", "del", "iframe", "script")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project", content=False)
    for name, data in BRIEFINGS.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(front_matter(data), "utf-8")
    write_terms(root)
    return root


@pytest.fixture(scope="module")
def hostile_site(project: Path) -> Path:
    build(project, project / "site", TODAY)
    return project / "site"


@pytest.fixture(scope="module")
def library(project: Path) -> Library:
    return library_of(project)


def parsed(path: Path) -> Any:
    return lxml.html.document_fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


class Rendered:
    """What a browser makes of a page's HTML."""

    def __init__(self, site: Path, address: str) -> None:
        document = parsed(site / address / "index.html")
        main = document.get_element_by_id("content")
        self.heading = words(main.findtext(".//h1") or "")
        self.title = document.findtext(".//title") or ""
        self.description = document.xpath("string(//meta[@name='description']/@content)")
        self.crumbs = [words(item.text_content()) for item in main.xpath(".//nav[@class='crumbs']//li")]
        self.text = words(main.find(".//article").text_content())
        self.links = {words(link.text_content()) for link in main.iter("a")}
        self.hrefs = {link.get("href") for link in document.iter("a")}
        self.made = {tag for tag in NEVER_MADE for _ in main.iter(tag)}

    def lacks(self, wanted: Iterator[str]) -> list[str]:
        return [text for text in wanted if words(text) not in self.text]


def test_the_files_are_read_as_they_were_written(library: Library) -> None:
    for name, data in BRIEFINGS.items():
        front = library.by_key[name].front
        assert front.title == words(data["title"])
        assert list(front.discussion) == [words(text) for text in data["discussion"]]
        if name != "digests/2024-01":
            assert front.model_fields_set >= type(front).model_fields.keys() - {
                *("status", "superseded_by", "withdrawn_on", "reason", "draft")
            }


@pytest.mark.parametrize("name", BRIEFINGS)
def test_every_page_says_exactly_what_its_file_says(hostile_site: Path, library: Library, name: str) -> None:
    briefing = library.by_key[name]
    page = Rendered(hostile_site, briefing.address)
    assert page.heading == briefing.title
    assert page.title == f"{briefing.title} – Practitioner learning and briefings"
    assert page.description in words(briefing.front.summary)
    assert page.lacks(said(briefing)) == []
    assert TERM["label"] in page.links
    assert page.made == set()


def test_a_case_review_says_exactly_what_its_file_says(hostile_site: Path, library: Library) -> None:
    found = library.case_reviews[0]
    page = Rendered(hostile_site, found.address)
    assert page.heading == found.review.title
    assert page.title.startswith(f"{found.review.title} – ")
    assert page.crumbs[-1] == found.digest.title
    assert page.lacks(reviewed(found.review)) == []
    assert page.made == set()


@pytest.mark.parametrize("address", ["", f"themes/{THEME}/", *(f"{kind.folder}/" for kind in KINDS), "case-reviews/"])
def test_lists_say_titles_exactly(hostile_site: Path, library: Library, address: str) -> None:
    page = Rendered(hostile_site, address)
    folder = address.strip("/")
    titles = {briefing.title for briefing in library.briefings if briefing.kind.folder == folder}
    if folder in ("", "case-reviews"):
        titles.add(library.case_reviews[0].review.title)
    if folder.startswith("themes"):
        gathered = ("digests", "updates")
        titles = {briefing.title for briefing in library.briefings if briefing.kind.folder not in gathered}
    assert titles
    assert titles <= page.links
    # Of the years in which a theme is named.
    assert page.made == ({"table"} if folder.startswith("themes") else set())


def test_theme_and_role_pages_say_their_own_names_exactly(hostile_site: Path, library: Library) -> None:
    for folder, term in (("themes", THEME), ("roles", ROLE)):
        page = Rendered(hostile_site, f"{folder}/{term}/")
        assert page.heading == TERM["label"]
        assert page.description == HOSTILE
        assert TERM["label"] in Rendered(hostile_site, f"{folder}/").links
    role = Rendered(hostile_site, f"roles/{ROLE}/")
    assert role.lacks(briefing.front.for_roles[ROLE] for briefing in library.briefings) == []
    assert {briefing.title for briefing in library.briefings} <= role.links


def test_a_lead_is_named_exactly(hostile_site: Path) -> None:
    lead, question = words(TERM["label"]), words(BRIEFINGS["challenges/hostile-challenge"]["title"])
    assert f"Who leads: {lead}" in Rendered(hostile_site, "challenges/hostile-challenge/").text
    assert lead in Rendered(hostile_site, "ledger/leads/").links
    listed = Rendered(hostile_site, f"ledger/leads/{LEAD}/")
    assert listed.heading == lead and question in listed.links and listed.made == set()
    review = words(BRIEFINGS["national-reviews/hostile-review"]["title"])
    assert review in Rendered(hostile_site, "ledger/").links


def test_no_text_becomes_an_address(hostile_site: Path) -> None:
    hrefs = {href for path in hostile_site.rglob("*.html") for href in Rendered(path.parent, "").hrefs}
    # The mail that asks how a page was used has the page's title in its subject, and one address.
    asked = {href for href in hrefs if urlsplit(href).scheme == "mailto"}
    assert {urlsplit(href).path for href in asked} == {"briefings@example.org"}
    # So has the form for an answer to a challenge question.
    repository = "https://git.example.org/example-scp/briefings/issues/new?"
    hrefs -= asked | {href for href in hrefs if href.startswith(repository)}
    strange = {href for href in hrefs if href in ("y", "https://x") or "www.example.org" in href or "a@b" in href}
    given = ("a_b_(c)*d*?e=f&g=h", "landing", "letter_*_", "_a_*b*", "guidance_(a)", "report_*_")
    assert strange == {f"https://www.example.org/{path}" for path in given}


def test_feeds_say_titles_and_texts_exactly(hostile_site: Path, library: Library) -> None:
    expected = {briefing.title: briefing for briefing in library.briefings}
    rss = etree.parse(hostile_site / "feeds/all.xml").findall(".//item")
    atom = etree.parse(hostile_site / "feeds/all.atom").findall(f"{ATOM}entry")
    items = json.loads((hostile_site / "feeds/all.json").read_text("utf-8"))["items"]
    entries = [
        *((item.findtext("title"), item.findtext("description"), item.findtext(CONTENT)) for item in rss),
        *((e.findtext(f"{ATOM}title"), e.findtext(f"{ATOM}summary"), e.findtext(f"{ATOM}content")) for e in atom),
        *((item["title"], item["summary"], item["content_html"]) for item in items),
    ]
    assert len(entries) == 3 * len(expected)
    for title, summary, content in entries:
        front = expected[title].front
        assert words(summary) == words(front.summary)
        html = lxml.html.fragment_fromstring(content, create_parent="div")
        text = words(html.text_content())
        for wanted in (*front.key_messages, *front.discussion, *front.for_roles.values(), front.sources[0].title):
            assert words(wanted) in text
        assert {tag for tag in NEVER_MADE for _ in html.iter(tag)} == set()
    assert TERM["label"] in items[0]["tags"]


def test_the_list_of_feeds_names_themes_and_roles_exactly(hostile_site: Path) -> None:
    outlines = etree.parse(hostile_site / "feeds/subscriptions.opml").iter("outline")
    assert [outline.get("text") for outline in outlines].count(TERM["label"]) == 2
    assert words(TERM["label"]) in Rendered(hostile_site, "subscribe/").text


def test_nothing_in_the_text_comes_to_life_in_a_browser(browser: Browser, hostile_site: Path, library: Library) -> None:
    addresses = [briefing.address for briefing in library.briefings]
    lists = ["", "digests/", "case-reviews/2024-01/hostile/", f"themes/{THEME}/", f"roles/{ROLE}/", "search/?q=alert"]
    with serving(hostile_site) as server, visit(browser, server) as page:
        for address in [*addresses, *lists]:
            page.goto(address)  # the visit itself refuses dialogs, errors and requests to other hosts
            page.get_by_text("<script>alert(1)</script>").filter(visible=True).first.wait_for()
