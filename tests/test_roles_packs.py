"""What a lead officer sends on, email and page to print, read back by other programs than those that made them."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from pypdf import PdfReader

from scripts.library import Library
from scripts.load import load
from scripts.packs import Pack, all_packs
from scripts.press.makers import make
from scripts.site import Site
from scripts.sources import read_tree
from tests.cascading import ADDRESS, EARLIER, FILES, FULL, LABEL, MORE, QUARTER, fields, message, question
from tests.conftest import ROOT, TODAY, MakeProject
from tests.made_up import publication
from tests.visits import words

TITLE = f"For {LABEL.lower()}: what is new, {QUARTER}"
PLACE = "https://briefings.example.org/{}/#for-health-visitor"
PLACES = [
    PLACE.format(key)
    for key in (
        *("national-reviews/newer", "national-reviews/older", "digests/2026-09", "local-guidance/paper"),
        *("publications/changed", "publications/new", "spotlights/theme", "good-practice/practice"),
    )
]


def role_packs(root: Path) -> dict[str, Pack]:
    """The packs of roles of a project's collection, by path."""
    collection = load(read_tree(root))
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary)
    packs = all_packs(library, Site(collection.settings, TODAY))
    return {pack.path: pack for pack in packs if pack.key.startswith("roles/")}


def pdf_text(data: bytes) -> str:
    return words(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def pdf_links(data: bytes) -> list[str]:
    notes = (note.get_object() for page in PdfReader(BytesIO(data)).pages for note in page.get("/Annots", ()))
    return [str(note["/A"]["/URI"]) for note in notes if "/A" in note]


def mail_texts(mail: EmailMessage) -> tuple[str, str]:
    """The words of the plain and of the HTML version."""
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    body = lxml.html.document_fromstring(html.get_content()).find("body")
    assert body is not None
    return words(plain.get_content()), words(body.text_content())


def mail_links(mail: EmailMessage) -> list[str]:
    html = mail.get_body(("html",))
    assert html is not None
    return [str(link.get("href")) for link in lxml.html.document_fromstring(html.get_content()).iter("a")]


@pytest.fixture
def packs(make_project: MakeProject) -> dict[str, Pack]:
    return role_packs(make_project(FILES))


@pytest.fixture
def mail(packs: dict[str, Pack], tmp_path: Path) -> EmailMessage:
    read = message_from_bytes(make(packs["packs/roles/health-visitor.eml"], tmp_path), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def assert_once_and_in_order(text: str, wanted: list[str]) -> None:
    assert {part: text.count(part) for part in wanted} == dict.fromkeys(wanted, 1)
    assert sorted(wanted, key=text.index) == wanted


def spoken() -> list[str]:
    """What each item in full says, in order; one asks nothing."""
    said = []
    for title in FULL:
        said += [message(title)]
        said += [f"Question to raise: {question(title)}"] if title != "New guidance" else []
    return said


def test_only_roles_that_something_is_new_for_have_packs(packs: dict[str, Pack]) -> None:
    assert sorted(packs) == [
        f"packs/roles/{role}.{ending}" for role in ("gp", "health-visitor", "midwife") for ending in ("eml", "pdf")
    ]


def test_the_email_says_each_message_place_and_question_once_in_order(mail: EmailMessage) -> None:
    assert mail["Subject"] == TITLE
    assert mail["X-Unsent"] == "1"
    for text in mail_texts(mail):
        assert_once_and_in_order(text, spoken())
        assert_once_and_in_order(text, ["More this quarter", *MORE, "Tell us what came of it"])
        assert text.count("Changed on 2 November 2026: A step was added.") == 1
        assert "Monthly digest, September 2026" in text
        assert text.count("Made-up panel, 31 August 2026") == len(FULL) - 1
        assert "999" in text
        assert not [title for title in EARLIER if title in text]
    links = mail_links(mail)
    assert [link for link in links if "#for-" in link] == PLACES
    assert links.count(ADDRESS) == 4
    assert "mailto:briefings@example.org" in links


def test_the_page_to_print_says_the_same_and_fits_two_sides(packs: dict[str, Pack], tmp_path: Path) -> None:
    data = make(packs["packs/roles/health-visitor.pdf"], tmp_path)
    assert len(PdfReader(BytesIO(data)).pages) <= 2
    text, links = pdf_text(data), pdf_links(data)
    assert_once_and_in_order(text, [TITLE, *spoken(), "More this quarter", *MORE])
    assert sorted({link for link in links if "#for-" in link}) == sorted(PLACES)
    assert ADDRESS in links


def test_long_messages_leave_fewer_in_full_but_lose_none(make_project: MakeProject, tmp_path: Path) -> None:
    long: dict[str, str | bytes] = {
        f"briefings/publications/long-{number}.md": publication(
            **fields(f"Long {number}", f"2026-10-0{number}T09:00:00Z", f"2026-0{number}")
            | {"for_roles": {"gp": f"Message {number}. " + "It goes on and on, with more to say. " * 60}}
        )
        for number in range(1, 7)
    }
    pack = role_packs(make_project(long))["packs/roles/gp.pdf"]
    data = make(pack, tmp_path)
    assert len(PdfReader(BytesIO(data)).pages) == 2
    text = pdf_text(data)
    assert_once_and_in_order(text, ["Message 6.", "Message 5.", "Message 4.", "More this quarter"])
    assert "Message 3." not in text
    titles = [f"Long {number}," for number in (3, 2, 1)]
    assert_once_and_in_order(text, titles)


def test_without_an_address_readers_answer_whoever_sent_it(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project(FILES)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("    email: briefings@example.org\n", ""), "utf-8")
    read = message_from_bytes(make(role_packs(root)["packs/roles/health-visitor.eml"], tmp_path), policy=default)
    assert isinstance(read, EmailMessage)
    assert not [link for link in mail_links(read) if link.startswith("mailto:")]
    assert all("Reply to whoever sent you this: which message" in text for text in mail_texts(read))


@cache
def real_packs() -> dict[str, Pack]:
    return role_packs(ROOT)


def test_every_real_role_s_page_fits_two_sides_with_all_that_is_first(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for path, pack in real_packs().items():
        if path.endswith(".pdf"):
            with subtests.test(path):
                data = make(pack, tmp_path)
                assert len(PdfReader(BytesIO(data)).pages) <= 2
                assert "Question to raise:" in pdf_text(data)
