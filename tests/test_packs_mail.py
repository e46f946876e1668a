"""The email draft of every real briefing says what the briefing says, in both its parts, and fetches nothing."""

import re
from collections.abc import Iterable, Mapping
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, Digest, LocalGuidance
from scripts.site import Site
from tests.conftest import ROOT
from tests.mails import addresses_in, drafts, html_of, read, site_of, source_of, text_of
from tests.reading import library_of
from tests.visits import words

PATHS = sorted((ROOT / "briefings").glob("*/[!_]*.md"))
every_briefing = pytest.mark.parametrize("key", [f"{path.parent.name}/{path.stem}" for path in PATHS])
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
# Structure that is not seen by itself.
UNSTYLED = {"br", "tr", "tbody", "thead"}


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(ROOT)


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(ROOT)


@pytest.fixture(scope="module")
def made(library: Library, site: Site) -> Mapping[str, bytes]:
    return dict(drafts(library, site))


@pytest.fixture
def briefing(key: str, library: Library) -> Briefing:
    found = library.by_key.get(key)
    if found is None or not found.is_current or found.kind.is_note:
        pytest.skip("a draft, a note, or no longer current")
    return found


@pytest.fixture
def message(briefing: Briefing, made: Mapping[str, bytes]) -> EmailMessage:
    return read(made[briefing.key])


def messages(briefing: Briefing) -> Iterable[str]:
    front = briefing.front
    if isinstance(front, Challenge):
        yield front.question
    yield from front.summary.split("\n\n")
    yield from front.key_messages
    if isinstance(front, LocalGuidance):
        yield from front.what_changed


def leads_to(briefing: Briefing, library: Library, site: Site) -> Iterable[str]:
    """Every web address that the mail should have, in order."""
    front, root = briefing.front, site.root
    yield root + briefing.address
    if isinstance(front, Challenge):
        yield root + library.by_key[front.arises_from].address
    if isinstance(front, LocalGuidance) and front.document_url:
        yield front.document_url
    if isinstance(front, Digest):
        yield from (f"{root}case-reviews/{briefing.id}/{review.id}/" for review in front.reviews)
    yield f"{root}packs/{briefing.key}.pdf"
    yield f"{root}packs/{briefing.key}.pptx"
    yield from (source.address for source in front.sources if source.address)
    yield from (contact.url for contact in site.partnership.worried if contact.url.startswith("https"))
    yield LICENCE


def assert_once_and_in_order(items: Iterable[str], text: str) -> None:
    text, end = words(text), 0
    for item in map(words, items):
        assert text.count(item) == 1, item
        assert text.index(item) >= end, item
        end = text.index(item) + len(item)


@every_briefing
def test_the_headers_are_those_of_a_draft_and_no_others(
    briefing: Briefing, message: EmailMessage, made: Mapping[str, bytes]
) -> None:
    assert {name.casefold() for name in message} == {"subject", "x-unsent", "mime-version", "content-type"}
    assert message["Subject"] == briefing.title
    assert str(make_header(decode_header(message_from_bytes(made[briefing.key])["Subject"]))) == briefing.title
    assert message["X-Unsent"] == "1"
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]


@every_briefing
def test_every_mail_server_can_carry_it(briefing: Briefing, made: Mapping[str, bytes]) -> None:
    data = made[briefing.key]
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78


@every_briefing
def test_both_parts_say_each_thing_once_and_in_order(briefing: Briefing, message: EmailMessage) -> None:
    shown = LexborHTMLParser(source_of(message)).body
    assert shown
    for text in (text_of(message), shown.text(separator="")):
        assert_once_and_in_order([*messages(briefing), *briefing.front.discussion], text)
        assert_once_and_in_order(["Worried about a child?", "Call 999", "0808 800 5000", "0800 1111"], text)
        assert "This is a demonstration." in words(text)
        assert "Sent by Example Safeguarding Children Partnership." in words(text)


@every_briefing
def test_every_role_has_a_line(briefing: Briefing, message: EmailMessage, library: Library) -> None:
    lines = words(text_of(message))
    for role, text in briefing.front.for_roles.items():
        begins = f"- {library.vocabulary.roles[role].label}: {words(text)[:40]}"
        assert lines.count(begins) == 1, begins


@every_briefing
def test_both_parts_lead_to_the_same_places_in_order(
    briefing: Briefing, message: EmailMessage, library: Library, site: Site
) -> None:
    wanted = list(leads_to(briefing, library, site))
    assert addresses_in(text_of(message)) == wanted
    links = [link.get("href") for link in html_of(message).iter("a")]
    assert [link for link in links if link.startswith("http")] == wanted
    others = [link for link in links if not link.startswith("http")]
    assert others == ["tel:999", "tel:08088005000", "tel:08001111", "mailto:briefings@example.org"]


@every_briefing
def test_its_sources_stand_in_order(briefing: Briefing, message: EmailMessage) -> None:
    for text in (text_of(message), html_of(message).body.text_content()):
        _, _, listed = words(text).rpartition("Sources")
        assert_once_and_in_order_from_the_left(listed, [source.title for source in briefing.front.sources])


def assert_once_and_in_order_from_the_left(text: str, items: Iterable[str]) -> None:
    end = 0
    for item in map(words, items):
        end = text.index(item, end) + len(item)


@every_briefing
def test_the_html_carries_its_styles_and_fetches_nothing(message: EmailMessage) -> None:
    page = html_of(message)
    for tag in ("script", "img", "link", "form", "iframe", "object", "video", "audio", "svg", "base", "input"):
        assert not list(page.iter(tag)), tag
    for element in page.body.iter("*"):
        assert element.tag in UNSTYLED or element.get("style"), element.tag
        assert not {"src", "srcset", "background", "id", "onclick"} & set(element.keys())
    css = " ".join([page.findtext(".//style"), *page.xpath("//@style")])
    assert not re.search(r"url\(|@import|https?:|flex|grid|position", css)
    assert "prefers-color-scheme: dark" in css


@every_briefing
def test_its_frame_serves_screen_readers_and_outlook(briefing: Briefing, message: EmailMessage) -> None:
    page = html_of(message)
    assert page.get("lang") == "en-GB"
    assert words(page.findtext(".//title")) == briefing.title
    assert page.xpath("//meta[@name='color-scheme']/@content") == ["light dark"]
    ranks = [int(heading.tag[1]) for heading in page.xpath("//*[self::h1|self::h2|self::h3|self::h4]")]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    assert {table.get("role") for table in page.iter("table")} == {"presentation"}
    assert '<!--[if mso]><table role="presentation" width="640"' in source_of(message)


@every_briefing
def test_no_heading_stands_over_nothing(message: EmailMessage) -> None:
    for heading in html_of(message).xpath("//h1 | //h2"):
        after = heading.getnext()
        assert after is not None, heading.text_content()
        assert after.tag in ("p", "ul"), heading.text_content()
        assert after.text_content().strip()


@every_briefing
def test_the_text_is_wrapped_where_words_allow_it(message: EmailMessage) -> None:
    long = [line for line in text_of(message).splitlines() if len(line) > 72]
    assert [line for line in long if not line.strip().startswith("<http")] == []


def test_every_current_briefing_has_a_draft_and_no_other(library: Library, made: Mapping[str, bytes]) -> None:
    assert set(made) == {
        briefing.key for briefing in library.briefings if briefing.is_current and not briefing.kind.is_note
    }
    assert len(made) > 50
