"""A role's page: what is new for it in the newest quarter that has something, ready to be passed on."""

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from scripts.build import build
from scripts.cascade import cascades
from scripts.library import Library
from scripts.load import load
from scripts.sources import read_tree
from tests.cascading import ADDRESS, EARLIER, FILES, FULL, LABEL, MORE, QUARTER, message, question
from tests.conftest import TODAY, MakeProject, copy_project, serving
from tests.made_up import briefing
from tests.test_accessibility import faults
from tests.visits import DESK, PHONE, visit, words

MOST_BYTES = 40_960


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up collection's site."""
    root = copy_project(tmp_path_factory.mktemp("roles") / "project", content=False)
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    build(root, root / "site", TODAY)
    return root / "site"


class RolePage:
    """A role's page, heading by heading."""

    def __init__(self, site: Path, role: str) -> None:
        self.path = site / "roles" / role / "index.html"
        parser = lxml.html.HTMLParser(encoding="utf-8")
        document = lxml.html.document_fromstring(self.path.read_bytes(), parser=parser)
        (self.article,) = document.iter("article")
        self.text = words(self.article.text_content())
        self.links = {str(link.get("href")) for link in self.article.iter("a")}

    def headings(self, rank: str) -> list[str]:
        return [words(heading.text_content()) for heading in self.article.iter(rank)]

    def under(self, heading: str) -> list[lxml.html.HtmlElement]:
        """What follows a heading up to the next."""
        (start,) = (found for found in self.article.iter("h2", "h3") if words(found.text_content()) == heading)
        return list(_up_to_heading(start))

    def says(self, heading: str) -> str:
        return words(" ".join(element.text_content() for element in self.under(heading)))

    def listed(self, heading: str) -> list[str]:
        """The first link of each item of the list under a heading."""
        items = (item for element in self.under(heading) for item in element.iter("li"))
        links = (next(item.iter("a")) for item in items)
        return [words(link.text_content()) for link in links]


def _up_to_heading(start: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for element in start.itersiblings():
        if element.tag in ("h2", "h3"):
            return
        yield element


@pytest.fixture(scope="module")
def page(built: Path) -> RolePage:
    return RolePage(built, "health-visitor")


def test_the_newest_quarter_with_something_for_the_role_comes_first(built: Path, page: RolePage) -> None:
    assert page.headings("h2") == [f"For {LABEL.lower()}, {QUARTER}", "More this quarter", "Earlier"]
    midwives = RolePage(built, "midwife")
    assert midwives.headings("h2") == ["For midwives, July to September 2026", "Earlier"]
    assert midwives.headings("h3") == ["For both"]
    assert midwives.listed("Earlier") == ["For midwives"]


def test_the_most_important_come_in_full_and_the_rest_below(page: RolePage) -> None:
    assert page.headings("h3") == list(FULL)
    assert page.listed("More this quarter") == list(MORE)
    assert page.listed("Earlier") == list(EARLIER)
    for title in (*FULL, *MORE):
        assert page.text.count(message(title)) == 1
    assert not [title for title in EARLIER if message(title.removeprefix("Superseded: ")) in page.text]


@pytest.mark.parametrize("title", FULL)
def test_each_message_leads_to_its_place_names_its_source_and_asks(page: RolePage, title: str) -> None:
    (heading,) = (found for found in page.article.iter("h3") if words(found.text_content()) == title)
    (link,) = heading.iter("a")
    # The build itself has checked that the page and the place in it are there.
    assert str(link.get("href")).endswith("/#for-health-visitor")
    said = page.says(title)
    assert message(title) in said
    if title == "New guidance":
        assert "Source:" not in said
        assert "Question" not in said
        return
    assert f"Question to raise: {question(title)}" in said
    assert "Something else?" not in said
    assert "Source: Made-up report, Made-up panel, 31 August 2026." in said
    hrefs = {link.get("href") for element in page.under(title) for link in element.iter("a")}
    assert hrefs == (set() if title == "September cases" else {ADDRESS})


def test_a_digest_is_dated_by_its_month_and_a_change_is_told(page: RolePage) -> None:
    assert page.says("September cases").startswith("Monthly digest · September 2026")
    assert page.says("Changed guidance").startswith(
        "Publication · June 2026 · changed on 2 November 2026: A step was added."
    )
    assert "The summer's change." not in page.text


def test_a_challenge_asks_its_own_question(built: Path) -> None:
    said = RolePage(built, "gp").says("Made-up challenge")
    assert "Question to raise: How do we know that it works?" in said
    assert question("Made-up challenge") not in said


def test_a_role_is_sent_what_is_new_and_nothing_else(built: Path, page: RolePage) -> None:
    packs = built / "packs/roles"
    assert {path.name for path in packs.iterdir()} == {
        f"{role}.{ending}" for role in ("health-visitor", "gp", "midwife") for ending in ("eml", "pdf")
    }
    wanted = {"../../packs/roles/health-visitor.eml", "../../packs/roles/health-visitor.pdf", "email/"}
    assert wanted <= page.links
    assert {path.parent.parent.name for path in built.glob("roles/*/email/index.html")} == {
        *("health-visitor", "gp", "midwife")
    }


def test_a_role_without_anything_new_says_so(built: Path) -> None:
    silent = RolePage(built, "lado")
    assert silent.headings("h2") == []
    assert "No briefing speaks to this role yet." in silent.text
    gone = RolePage(built, "paediatrician")
    assert gone.headings("h2") == ["No longer current"]
    assert gone.listed("No longer current") == ["Superseded: Old guidance"]
    for role in (silent, gone):
        assert not [link for link in role.links if "packs/" in link or "email" in link]


@pytest.mark.parametrize("address", ["roles/health-visitor/", "roles/health-visitor/email/", "roles/lado/"])
def test_axe_finds_nothing_serious(browser: Browser, built: Path, address: str) -> None:
    options = {"bypass_csp": True, "reduced_motion": "reduce"}
    with serving(built) as server, visit(browser, server, **options) as page:
        page.goto(address)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page) == [], f"{size['width']} px, {scheme}"


def test_no_real_role_page_is_heavier_than_a_poor_connection_bears(site: Path) -> None:
    sizes = {path.parent.name: path.stat().st_size for path in site.glob("roles/*/index.html")}
    assert len(sizes) > 20
    assert {role: size for role, size in sizes.items() if size > MOST_BYTES} == {}


def test_the_question_to_raise_is_the_one_about_the_message(make_project: MakeProject) -> None:
    asked = ["What injuries did we see?", "Who thinks of exploitation?", "Is exploitation discussed?"]
    roles = {"police": "A child may be exploited: think of exploitation.", "gp": "Nothing of either."}
    text = briefing(discussion=asked, for_roles=roles)
    collection = load(read_tree(make_project({"briefings/good-practice/a.md": text})))
    found = cascades(Library.of(collection.briefings, collection.vocabulary))
    assert found["police"].items[0].question == asked[1], "of several that fit equally the first"
    assert found["gp"].items[0].question == asked[0]
