"""The PDFs of all real briefings, opened by independent readers and compared with what the briefings say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.documents import imprint
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.packs import Pack, all_packs
from scripts.routes import ONE_PAGE, REFLECTION
from tests.conftest import ROOT
from tests.pdf_reading import A4, Run, Tag, facts, links, runs, shown, squeezed, structure
from tests.reading import library_of, site_of

# 20 mm, in points; slanted letters lean out a little.
MARGIN = 54
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
KNOWN = {*HEADINGS, "Root", "Document", "Div", "P", "L", "LI", "Lbl", "LBody", "Link", "Span", "BlockQuote", "Code"}
KNOWN |= {"Table", "THead", "TBody", "TR", "TH", "TD"}


@dataclass(frozen=True)
class Made:
    """A PDF with what it was made of."""

    pack: Pack
    data: bytes
    runs: list[Run]
    tree: Tag

    @property
    def text(self) -> str:
        return squeezed(self.tree.text)


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(ROOT)


@pytest.fixture(scope="module")
def made(library: Library, site: Path) -> Mapping[str, Made]:
    """Every PDF of the site, by path."""
    packs = [pack for pack in all_packs(library, site_of(ROOT)) if pack.ending == "pdf"]
    return {pack.path: opened(pack, site) for pack in packs}


def opened(pack: Pack, site: Path) -> Made:
    data = (site / pack.path).read_bytes()
    found = runs(data)
    return Made(pack, data, found, structure(data, found))


@pytest.fixture(scope="module")
def briefings(library: Library) -> tuple[Briefing, ...]:
    return tuple(b for b in library.briefings if b.is_current and not b.kind.is_note)


def test_every_pdf_says_what_it_is(made: Mapping[str, Made]) -> None:
    for path, pdf in made.items():
        document = pdf.pack.versions[0]
        found = facts(pdf.data)
        assert found.pop("pages") >= 1
        assert found.pop("date").date() == document.updated, path
        assert found == {
            "title": document.title,
            "author": pdf.pack.imprint.partnership,
            "language": "en-GB",
            "tagged": True,
            "title is shown": True,
            "standard": True,
        }, path


def test_every_pdf_has_a_structure_that_can_be_walked(made: Mapping[str, Made]) -> None:
    for path, pdf in made.items():
        tags = list(pdf.tree.all())
        assert {tag.name for tag in tags} <= KNOWN, path
        headings = pdf.tree.named(*HEADINGS)
        assert [squeezed(tag.text) for tag in headings if tag.name == "H1"] == [squeezed(pdf.pack.versions[0].title)]
        levels = [int(tag.name[1]) for tag in headings]
        assert all(level <= above + 1 for above, level in pairwise(levels)), (path, levels)
        assert all(squeezed(tag.text) for tag in pdf.tree.named("Link", "TH", *HEADINGS)), path
        assert all(tag.named("Lbl") and tag.named("LBody") for tag in pdf.tree.named("LI")), path
        assert all(tag.named("TH") for tag in pdf.tree.named("Table")), path


def test_nothing_runs_off_a_page(made: Mapping[str, Made]) -> None:
    for path, pdf in made.items():
        outside = [
            run for run in pdf.runs if run.text.strip() and not MARGIN <= run.left <= run.right <= A4[0] - MARGIN
        ]
        assert not outside, path


def test_every_pdf_says_where_to_turn_and_where_it_comes_from(made: Mapping[str, Made]) -> None:
    stated = imprint(site_of(ROOT))
    wanted = [part for contact in stated.worried for part in (contact.label, contact.text)]
    for path, pdf in made.items():
        end = pdf.text.rpartition("Worriedaboutachild?")[2]
        for part in (*wanted, pdf.pack.versions[0].url, stated.notice, stated.licence):
            assert end.count(squeezed(part)) >= 1, (path, part)
        assert {*(contact.url for contact in stated.worried), stated.licence_url, pdf.pack.versions[0].url} <= {
            *links(pdf.data)
        }
        assert pdf.text.startswith(squeezed(stated.partnership)), path


def test_what_the_eye_sees_is_what_a_screen_reader_says(made: Mapping[str, Made]) -> None:
    for path, pdf in made.items():
        seen = squeezed(shown(pdf.data))
        # Footers and repeated table headers are no part of the text.
        assert len(seen) >= len(pdf.text), path
        for tag in pdf.tree.named("P", "H1", "H2", "H3"):
            assert squeezed(tag.text) in seen or tag.named("Link"), (path, tag.text)


def test_a_briefing_takes_one_or_two_pages_of_its_date(
    made: Mapping[str, Made], briefings: tuple[Briefing, ...]
) -> None:
    for briefing in briefings:
        for route in (ONE_PAGE, REFLECTION):
            found = facts(made[route.address(briefing.key)].data)
            assert found["pages"] <= 2, briefing.key
            assert found["date"].date() == briefing.updated.date()


def in_order(briefing: Briefing) -> Iterator[str]:
    """What a one-page briefing says of every kind, in the order in which it is to be read."""
    front = briefing.front
    yield from front.summary.split("\n\n")
    yield from front.key_messages
    yield from front.for_roles.values()
    yield from front.discussion
    for source in front.sources:
        words = (source.publisher, source.published.label if source.published else None)
        yield ", ".join([source.title, *filter(None, words)])
    for change in reversed(front.changes):
        yield change.note


def test_one_page_says_everything_once_and_in_order(made: Mapping[str, Made], briefings: tuple[Briefing, ...]) -> None:
    assert len(briefings) > 50
    for briefing in briefings:
        text = made[ONE_PAGE.address(briefing.key)].text
        place = 0
        for said in map(squeezed, in_order(briefing)):
            assert text.find(said, place) >= 0, (briefing.key, said)
            place = text.find(said, place) + len(said)
        items = [squeezed(item.text) for item in made[ONE_PAGE.address(briefing.key)].tree.named("LBody")]
        for said in map(squeezed, (*briefing.front.key_messages, *briefing.front.discussion)):
            assert items.count(said) == 1, (briefing.key, said)


def section(tree: Tag, heading: str) -> list[Tag]:
    """The elements below a heading, up to the next one."""
    tags = tree.tags[0].tags
    names = [squeezed(tag.text) if tag.name in HEADINGS else "" for tag in tags]
    if squeezed(heading) not in names:
        return []
    start = names.index(squeezed(heading)) + 1
    end = next((number for number in range(start, len(tags)) if tags[number].name in HEADINGS), len(tags))
    return tags[start:end]


def test_every_source_is_an_item_with_its_address(made: Mapping[str, Made], briefings: tuple[Briefing, ...]) -> None:
    for briefing in briefings:
        pdf = made[ONE_PAGE.address(briefing.key)]
        items = [squeezed(item.text) for tag in section(pdf.tree, "Sources") for item in tag.named("LI")]
        assert len(items) == len(briefing.front.sources), briefing.key
        for source, item in zip(briefing.front.sources, items, strict=True):
            assert squeezed(source.title) in item
            assert source.address is None or item.endswith(squeezed(source.address)), item
            assert source.address is None or source.address in links(pdf.data), source.address


def test_no_heading_of_a_one_page_is_empty(made: Mapping[str, Made], briefings: tuple[Briefing, ...]) -> None:
    for briefing in briefings:
        names = [tag.name for tag in made[ONE_PAGE.address(briefing.key)].tree.tags[0].tags]
        for name, following in zip(names, [*names[1:], "H1"], strict=True):
            is_empty = name in HEADINGS and following in HEADINGS and following <= name
            assert not is_empty, briefing.key


def test_what_was_left_out_is_said_to_be_on_the_site(made: Mapping[str, Made], briefings: tuple[Briefing, ...]) -> None:
    short = [b for b in briefings if "shortversion" in made[ONE_PAGE.address(b.key)].text]
    whole = [b for b in briefings if b not in short]
    assert short
    assert len(whole) > len(short)
    for briefing in briefings:
        paragraphs = [part for part in briefing.body.split("\n\n") if part.replace(" ", "").isalnum()]
        text = made[ONE_PAGE.address(briefing.key)].text
        assert briefing in short or all(squeezed(paragraph) in text for paragraph in paragraphs)


def test_a_reflection_sheet_asks_every_question_with_room_to_answer(
    made: Mapping[str, Made], briefings: tuple[Briefing, ...]
) -> None:
    for briefing in briefings:
        pdf = made[REFLECTION.address(briefing.key)]
        place = 0
        for said in map(squeezed, (*briefing.front.key_messages, *briefing.front.discussion)):
            assert pdf.text.count(said) == 1, (briefing.key, said)
            place = pdf.text.index(said, place)
        assert "nonames" in pdf.text
        (who, what) = pdf.tree.named("Table")
        assert not any(squeezed(cell.text) for table in (who, what) for cell in table.named("TD"))
