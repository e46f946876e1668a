"""Sharing what works: mails that are begun for somebody, and the form and the page that make a draft of it."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from scripts.build import build
from scripts.sharing import mail_link
from tests.composing import heading
from tests.conftest import ROOT, TODAY, MakeProject, serving
from tests.made_up import briefing
from tests.test_accessibility import faults
from tests.visits import DESK, PHONE, visit

MAIL = """What did you do?


For whom did you do it?


What changed?


How do you know?


Who may be contacted about it?


Please write nothing that could identify a child or family, and name a colleague only with their consent."""
REPOSITORY = "https://git.example.org/example-scp/briefings"
EMAIL = "    email: briefings@example.org\n"


def parsed(link: str) -> tuple[str, dict[str, list[str]]]:
    """To whom a mail goes, and its fields."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    return unquote(parts.path), parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)


def lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_any_text_comes_out_of_a_mail_link_as_it_went_in(to: str, subject: str, body: str) -> None:
    link = mail_link(to, subject, body)
    assert re.fullmatch(r"mailto:[A-Za-z0-9._~%@-]*\?[A-Za-z0-9._~%&=-]*", link)
    assert not re.search(r"(?<!%0D)%0A|%0D(?!%0A)", link.partition("&body=")[2])
    address, said = parsed(link)
    assert address == to
    assert lines(said["body"][0]) == lines(body)
    # A header is one line.
    assert said.get("subject", [""])[0].split() == subject.split()
    assert not set("\r\n") & set(said.get("subject", [""])[0])


def test_what_is_empty_is_left_out() -> None:
    assert mail_link("a+b@example.org", "A & B") == "mailto:a%2Bb@example.org?subject=A%20%26%20B"


def site_of(root: Path) -> Path:
    build(root, root / "site", TODAY)
    return root / "site"


def ways(site: Path) -> list[tuple[str, str]]:
    """What the list under "Share something that works" leads to, by its words."""
    page = lxml.html.document_fromstring((site / "good-practice/index.html").read_bytes())
    (section,) = page.xpath("//h2[@id='share']/following-sibling::ul")
    return [(link.text_content(), str(link.get("href"))) for link in section.iter("a")]


@pytest.fixture
def practice(make_project: MakeProject) -> Path:
    """A project with one piece of good practice."""
    return make_project({"briefings/good-practice/tool.md": briefing(title="Made-up tool")})


def test_good_practice_is_listed_and_can_be_shared_by_mail_form_or_page(practice: Path, browser: Browser) -> None:
    site = site_of(practice)
    mail, form, page = ways(site)
    assert mail[0] == "By email"
    assert parsed(mail[1]) == (
        "briefings@example.org",
        {"subject": ["Good practice to share"], "body": [MAIL.replace("\n", "\r\n")]},
    )
    assert len(mail[1]) < 2_000  # what Outlook for Windows takes
    assert form[1].startswith(f"{REPOSITORY}/issues/new?")
    (template,) = parse_qs(urlsplit(form[1]).query)["template"]
    assert (ROOT / ".github/ISSUE_TEMPLATE" / template).is_file()
    with serving(site) as server, visit(browser, server) as shown:
        shown.goto("good-practice/")
        expect(shown.get_by_role("link", name="Made-up tool")).to_be_visible()
        shown.get_by_role("main").get_by_role("link", name="Share something that works").click()
        expect(shown.get_by_role("heading", name="Share something that works")).to_be_in_viewport()
        for question in filter(None, MAIL.split("\n")):
            expect(shown.get_by_role("main").get_by_text(question)).to_be_visible()
        shown.get_by_role("link", name=page[0]).click()
        expect(heading(shown)).to_have_text("Good practice")


@pytest.mark.parametrize("address", ["o'neil+tips&more%@example.org", ""])
def test_the_mail_goes_to_the_partnership_s_address_or_there_is_none(practice: Path, address: str) -> None:
    settings = practice / "mkdocs.yml"
    line = f'    email: "{address}"\n' if address else ""
    assert EMAIL in settings.read_text("utf-8")
    settings.write_text(settings.read_text("utf-8").replace(EMAIL, line), "utf-8")
    found = ways(site_of(practice))
    assert [words for words, _ in found] == ["By email"] * bool(address) + ["On GitHub", "Write the page yourself"]
    assert [parsed(link)[0] for _, link in found if link.startswith("mailto:")] == [address] * bool(address)


def test_axe_finds_nothing_serious(practice: Path, browser: Browser) -> None:
    options = {"bypass_csp": True, "reduced_motion": "reduce"}
    with serving(site_of(practice)) as server, visit(browser, server, **options) as page:
        page.goto("good-practice/")
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert faults(page) == [], f"{size['width']} px, {scheme}"
