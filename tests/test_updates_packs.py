"""The News Update to print and to send, read back by other programs than those that made them."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
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
from tests.conftest import TODAY, MakeProject
from tests.made_up import briefing
from tests.updating import FILES, NOTE, note
from tests.visits import words

SITE = "https://briefings.example.org/"
WINTER = [
    *("New year report", "January cases", "Child A", "Child B", "Child C", "Child D", "Bruising paper"),
    *("Old year review", "Do we know fathers", "In progress, 31 March 2025: Half of us ask."),
    *("Tea first", "Neglect in focus", "Superseded: Older way", "Withdrawn: Wrong tool"),
]
EDITORIAL = ["A made-up note to the winter.", "Read one review.", "Words of the editor.", "What will you try?"]
SAFE = ["Worried about a child?", "0808 800 5000", "is fictional", "Open Government Licence", "updates/2025-q1/"]


def packs(root: Path) -> dict[str, Pack]:
    """The packs of updates, by path."""
    collection = load(read_tree(root))
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary)
    found = all_packs(library, Site(collection.settings, TODAY))
    return {pack.path: pack for pack in found if pack.key.startswith("updates/")}


def made(root: Path, ending: str, quarter: str = "2025-q1") -> bytes:
    return make(packs(root)[f"packs/updates/{quarter}.{ending}"], root)


def pdf_text(data: bytes) -> str:
    return words(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def mail(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def html_of(message: EmailMessage) -> lxml.html.HtmlElement:
    part = message.get_body(("html",))
    assert part is not None
    return lxml.html.document_fromstring(part.get_content())


def plain_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return words(part.get_content())


def lacks(text: str, wanted: list[str]) -> list[str]:
    return [words_ for words_ in wanted if words_ not in text]


def test_every_quarter_with_news_has_its_two_packs_and_a_note_has_no_others(make_project: MakeProject) -> None:
    quarters = ("2025-q4", "2025-q2", "2025-q1", "2024-q4")
    wanted = {f"packs/updates/{quarter}.{ending}" for quarter in quarters for ending in ("pdf", "eml")}
    assert set(packs(make_project(FILES | {NOTE: note()}))) == wanted


def test_the_pdf_holds_the_note_and_every_item(make_project: MakeProject) -> None:
    data = made(make_project(FILES | {NOTE: note()}), "pdf")
    text = pdf_text(data)
    assert lacks(text, [*EDITORIAL, *WINTER, *SAFE]) == []
    # A line for each: it is short enough.
    assert text.count("A made-up summary.") == 4
    assert "Do we ask about sleep" in text
    metadata = PdfReader(BytesIO(data)).metadata
    assert metadata is not None
    assert metadata.title == "What the winter brought"


def test_the_email_holds_the_note_and_every_item_in_brief(make_project: MakeProject) -> None:
    message = mail(made(make_project(FILES | {NOTE: note()}), "eml"))
    html = html_of(message)
    assert message["Subject"] == "What the winter brought"
    assert message["X-Unsent"] == "1"
    for text in (words(html.text_content()), plain_of(message)):
        assert lacks(text, [*EDITORIAL, *WINTER[:6], *WINTER[-3:], *SAFE[:4]]) == []
        assert "A made-up summary." not in text
        # The question that nobody answered is counted, not repeated.
        assert "Do we ask about sleep" not in text
        assert "(2)" in text
    links = [str(link.get("href")) for link in html.iter("a")]
    assert f"{SITE}case-reviews/2025-01/a/" in links
    assert f"{SITE}local-guidance/paper/" in links
    assert f"{SITE}updates/2025-q1/" in links
    assert all(link.startswith(("https://", "tel:", "mailto:")) for link in links)


def test_without_a_note_the_update_introduces_itself(make_project: MakeProject) -> None:
    root = make_project(FILES)
    text = pdf_text(made(root, "pdf", "2025-q2"))
    assert "News Update: April to June 2025" in text
    assert "What Example Safeguarding Children Partnership published and changed" in text
    assert (
        "On our site in this quarter: 1 piece of local guidance, 1 answer, 1 change, 1 page that no longer holds."
        in text
    )
    assert lacks(text, ["Its second part was added.", "The telephone number is new.", "It was found to mislead."]) == []
    assert not [heading for heading in ("Key messages", "Publications", "Case reviews", "opened") if heading in text]


def test_a_withdrawn_note_is_not_sent_out_and_what_it_introduced_still_is(make_project: MakeProject) -> None:
    gone = note(status="withdrawn", withdrawn_on="2025-05-01", reason="It named the wrong quarter.")
    text = pdf_text(made(make_project(FILES | {NOTE: gone}), "pdf"))
    assert "News Update: January to March 2025" in text
    assert lacks(text, EDITORIAL) == EDITORIAL
    assert lacks(text, WINTER) == []


def test_they_are_the_same_from_run_to_run(make_project: MakeProject) -> None:
    root = make_project(FILES | {NOTE: note()})
    for ending in ("pdf", "eml"):
        assert made(root, ending) == made(root, ending)


@pytest.mark.parametrize("ending", ["pdf", "eml"])
def test_text_that_looks_like_something_else_comes_out_as_text(make_project: MakeProject, ending: str) -> None:
    title = "<b>&| *a* _b_ #c `d` {{e}} [x](y) $f$ \\g @h"
    hostile = briefing(title=title, added="2025-03-09T09:00:00+00:00")
    root = make_project(FILES | {"briefings/good-practice/hostile.md": hostile})
    data = made(root, ending)
    assert title in (pdf_text(data) if ending == "pdf" else words(html_of(mail(data)).text_content()))


def test_where_two_sides_are_not_enough_titles_stand_alone(make_project: MakeProject) -> None:
    guidance = {
        f"briefings/local-guidance/g{n}.md": briefing(
            title=f"Guidance {n}",
            summary="A long line." + " word" * 40,
            added=f"2025-03-10T09:{n:02}:00+00:00",
        )
        for n in range(40)
    }
    text = pdf_text(made(make_project({**FILES, **guidance}), "pdf"))
    assert [n for n in range(40) if f"Guidance {n}" not in text] == []
    assert "A long line." not in text
    assert "Do we ask about sleep" not in text
