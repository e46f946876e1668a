"""The page from which an email is copied: what it holds, and that it gets into the clipboard of everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build import build
from tests.conftest import ROOT, TODAY, copy_project, serving
from tests.made_up import publication
from tests.mails import addresses_in, html_of, read, text_of
from tests.test_accessibility import FOCUSED, faults
from tests.visits import DESK, PHONE, visit, words

DIGEST, ARABIC, GONE = "digests/2024-01", "publications/arabic", "publications/gone"
KEYS = (DIGEST, ARABIC)
every_key = pytest.mark.parametrize("key", KEYS)
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (type) => (await item.getType(type)).text();
  return { html: await read("text/html"), text: await read("text/plain") };
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the real digest, of a briefing from right to left with hostile signs, and of a withdrawn one."""
    root = copy_project(tmp_path_factory.mktemp("copy") / "project", content=False)
    withdrawn = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "Made-up reason."}
    files = {
        DIGEST: (ROOT / "briefings" / f"{DIGEST}.md").read_text("utf-8").rpartition("\n---\n")[0] + "\n---\n",
        ARABIC: publication(1, title="حماية الأطفال", key_messages=["<b>&amp;</b> *a* </section> </pre>", "Zoë"]),
        GONE: publication(2, **withdrawn),
    }
    for name, text in files.items():
        path = root / "briefings" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    build(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as server:
        yield server


def copied(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(CLIPBOARD)
    return found


@every_key
def test_it_holds_the_draft_word_for_word(folder: Path, key: str) -> None:
    draft = read((folder / "packs" / f"{key}.eml").read_bytes())
    page = lxml.html.document_fromstring((folder / key / "email" / "index.html").read_text("utf-8"))
    region = page.get_element_by_id("email-text")
    mail = html_of(draft)
    parts = mail.xpath("//td[@class='text' or @class='worried' or @class='small-print']")
    assert words(region.text_content()) == words(" ".join(part.text_content() for part in parts))
    assert region.xpath(".//a/@href") == [href for part in parts for href in part.xpath(".//a/@href")]
    assert words(page.get_element_by_id("email-plain").text_content()) == words(text_of(draft))
    assert page.get_element_by_id("email-subject").text_content() == draft["Subject"]


@every_key
def test_it_leads_back_and_to_the_draft_and_no_search_finds_it(folder: Path, key: str) -> None:
    page = lxml.html.document_fromstring((folder / key / "email" / "index.html").read_text("utf-8"))
    crumbs = page.xpath("//nav[@aria-label='Breadcrumb']//a/@href")
    assert crumbs == ["../../../", "../../", "../"]
    assert page.xpath("//a[@download]/@href") == [f"../../../packs/{key}.eml"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//*[@data-pagefind-body]")


def test_what_was_withdrawn_is_not_sent_out(folder: Path) -> None:
    assert (folder / GONE / "index.html").is_file()
    assert not (folder / GONE / "email").exists()


def test_it_is_light(folder: Path) -> None:
    assert (folder / DIGEST / "email" / "index.html").stat().st_size < 30_000
    assert (folder / "assets" / "briefings" / "copy.js").stat().st_size < 3_000


@every_key
def test_axe_finds_nothing_serious_at_any_width_light_or_dark(browser: Browser, address: str, key: str) -> None:
    with visit(browser, address, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(f"{key}/email/")
        page.get_by_text("The same without formatting").click()
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme="light")
            assert faults(page) == [], f"{size['width']} px, light"
            page.emulate_media(color_scheme="dark")
            assert faults(page, "color-contrast") == [], f"{size['width']} px, dark"


@every_key
def test_on_a_phone_nothing_scrolls_sideways_and_every_stop_is_seen_and_marked(
    browser: Browser, address: str, key: str
) -> None:
    with visit(browser, address, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto(f"{key}/email/")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        stops: list[dict[str, Any]] = []
        while len(stops) < 200:
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop["end"]:
                break
            stops.append(stop)
        assert 10 < len(stops) < 200
        assert [stop["html"] for stop in stops if not stop["seen"] or stop["mark"] == "none"] == []


@every_key
def test_the_text_is_copied_with_and_without_formatting(browser: Browser, address: str, folder: Path, key: str) -> None:
    draft = read((folder / "packs" / f"{key}.eml").read_bytes())
    with visit(browser, address, permissions=["clipboard-read", "clipboard-write"], color_scheme="dark") as page:
        page.goto(f"{key}/email/")
        page.get_by_role("button", name="Copy the text").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="The text is copied")).to_be_visible()
        found = copied(page)
        region = page.locator("#email-text")
        html = lxml.html.fragment_fromstring(found["html"], create_parent="div")
        assert words(html.text_content()) == words(region.text_content() or "")
        assert words(found["text"]) == words(text_of(draft))
        assert [link for link in html.xpath(".//a/@href") if link.startswith("http")] == addresses_in(text_of(draft))
        assert not html.xpath(".//@class | .//@id | .//script | .//button")
        assert "color" not in " ".join(html.xpath(".//@style"))  # a dark page's colours would be unreadable in a mail


def test_the_subject_is_copied(browser: Browser, address: str) -> None:
    with visit(browser, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{ARABIC}/email/")
        page.get_by_role("button", name="Copy the subject").click()
        expect(page.get_by_role("status").filter(has_text="The subject is copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "حماية الأطفال"


def test_where_the_browser_refuses_the_text_is_marked(browser: Browser, address: str) -> None:
    with visit(browser, address) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(f"{DIGEST}/email/")
        page.get_by_role("button", name="Copy the text").click()
        expect(page.get_by_role("status").filter(has_text="did not let us copy")).to_be_visible()
        marked = words(page.evaluate("getSelection().toString()"))
        assert marked == words(page.locator("#email-text").inner_text())
        assert marked.startswith("NSPCC Repository – January 2024 ")


def test_without_javascript_the_text_is_there_to_be_copied(browser: Browser, address: str) -> None:
    with visit(browser, address, java_script_enabled=False) as page:
        page.goto(f"{DIGEST}/email/")
        expect(page.get_by_role("button", name="Copy the text")).to_be_hidden()
        expect(page.get_by_text("Mark the text below")).to_be_visible()
        region = page.get_by_role("region", name="Text of the email")
        expect(region.get_by_role("heading", name="Key messages")).to_be_visible()
        assert region.evaluate("region => getComputedStyle(region).userSelect") == "auto"
        page.get_by_text("The same without formatting").click()
        expect(page.locator("#email-plain")).to_be_visible()
