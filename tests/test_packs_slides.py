"""Every real briefing's slides say what its file says, in order, and are slides that anybody can use."""

from collections.abc import Iterator
from itertools import chain

import pytest
from lxml import etree

from scripts.model.answers import AnswerStatus
from scripts.model.briefing import Briefing
from scripts.model.kinds import Challenge, Digest, NationalReview, Publication
from tests.conftest import ROOT
from tests.decks import FURNITURE, content, house, real_slides, section, shown, slide_packs
from tests.reading import addresses, library_of, reviewed, said

LIBRARY = library_of(ROOT)
KEYS = sorted(slide_packs(ROOT))
SOURCES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def briefing(key: str) -> Briefing:
    return LIBRARY.by_key[key]


def one_line(text: str) -> str:
    return " ".join(text.split())


ANSWERS = {
    AnswerStatus.NOT_STARTED: "not started",
    AnswerStatus.CONSIDERING: "considering",
    AnswerStatus.IN_PROGRESS: "in progress",
    AnswerStatus.EMBEDDED: "embedded",
}


def test_every_current_briefing_has_slides() -> None:
    assert set(KEYS) == {one.key for one in LIBRARY.briefings if one.is_current and not one.kind.is_note}


@pytest.mark.parametrize("key", KEYS)
def test_messages_questions_and_sources_stand_once_and_in_order(key: str) -> None:
    front, deck = briefing(key).front, shown(real_slides(key))
    assert section(deck, "Key messages") == list(front.key_messages)
    assert section(deck, "Questions to discuss") == list(front.discussion)
    sources = section(deck, "Sources")
    assert len(sources) == len(front.sources)
    for line, source in zip(sources, front.sources, strict=True):
        assert line.startswith(source.title)
        assert all(
            one_line(str(fact)) in line for fact in (source.publisher or "", getattr(source.published, "label", ""))
        )
    roles = section(deck, "What it means for your role")
    labels = [LIBRARY.vocabulary.roles[role].label for role in front.for_roles]
    assert [line.partition(":")[0] for line in roles] == labels


@pytest.mark.parametrize("key", [key for key in KEYS if getattr(briefing(key).front, "figures", ())])
def test_every_figure_stands_with_its_base_period_and_source(key: str) -> None:
    front = briefing(key).front
    assert isinstance(front, NationalReview | Publication)
    slides = [slide for slide in shown(real_slides(key)) if slide.section == "Figures"]
    for figure in front.figures:
        wanted = f"{figure.amount} {figure.label}"
        (slide,) = (slide for slide in slides if wanted in slide.lines)
        above = slide.lines[: slide.lines.index(wanted)]
        base = next(line for line in reversed(above) if "Source: " in line)
        assert all(fact in base for fact in (figure.base or "", figure.period or "", f"Source: {figure.source}"))


@pytest.mark.parametrize("key", KEYS)
def test_the_partnerships_questions_stand_with_the_state_of_their_answer(key: str) -> None:
    found = section(shown(real_slides(key)), "Questions the partnership asks itself")
    challenges = LIBRARY.challenges_from.get(key, ())
    assert len(found) == len(challenges)
    for line, challenge in zip(found, challenges, strict=True):
        assert isinstance(challenge.front, Challenge)
        state = ANSWERS[challenge.front.status_of_answer]
        assert line == f"{challenge.title}: {one_line(challenge.front.question)} Local answer: {state}."


@pytest.mark.parametrize("key", [key for key in KEYS if isinstance(briefing(key).front, Challenge)])
def test_a_challenge_begins_with_its_question_and_says_how_far_the_answer_is(key: str) -> None:
    front, deck = briefing(key).front, shown(real_slides(key))
    assert isinstance(front, Challenge)
    assert " ".join(deck[1].lines) == one_line(front.question)
    about = section(deck, "What it is about")
    assert f"It arises from: {LIBRARY.by_key[front.arises_from].title}" in about
    assert f"Local answer: {ANSWERS[front.status_of_answer].capitalize()}" in about


@pytest.mark.parametrize("key", [key for key in KEYS if isinstance(briefing(key).front, Digest)])
def test_a_digest_has_a_slide_for_each_review_in_its_order(key: str) -> None:
    front, deck = briefing(key).front, shown(real_slides(key))
    assert isinstance(front, Digest)
    titles = [slide.title for slide in deck]
    places = [titles.index(review.title) for review in front.reviews]
    assert places == sorted(places)
    for place, review in zip(places, front.reviews, strict=True):
        slide = deck[place]
        assert any(one_line(review.summary).startswith(line.rstrip(" …")) for line in slide.lines)
        assert all(part in slide.notes for part in (*review.summary.split("\n\n"), *review.learning))


@pytest.mark.parametrize("key", KEYS)
def test_nothing_that_the_file_says_is_lost(key: str) -> None:
    one, deck = briefing(key), shown(real_slides(key))
    everything = one_line(" ".join(chain.from_iterable((slide.title, *slide.lines, slide.notes) for slide in deck)))
    words = list(said(one))
    if isinstance(one.front, Digest):
        words += chain.from_iterable(map(reviewed, one.front.reviews))
    assert [text for text in words if one_line(text) not in everything] == []


@pytest.mark.parametrize("key", KEYS)
def test_every_address_is_a_link(key: str) -> None:
    links = set(_links(key))
    front = briefing(key).front
    wanted = set(addresses(front)) | {source.address for source in front.sources if source.address}
    assert wanted - links == set()
    assert f"{house().site_url}{key}/" in links
    assert all(link.startswith(("https://", "http://", "tel:", "mailto:")) for link in links)


def _links(key: str) -> Iterator[str]:
    for slide in real_slides(key).slides:
        for part in (slide.part, *([slide.notes_slide.part] if slide.has_notes_slide else [])):
            used = {str(name) for name in part._element.xpath("//a:hlinkClick/@r:id")}
            for relation in part.rels.values():
                if relation.is_external:
                    assert relation.rId in used
                    yield relation.target_ref


@pytest.mark.parametrize("key", KEYS)
def test_every_slide_has_a_title_of_its_own_and_no_empty_box(key: str) -> None:
    slides = real_slides(key).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)
    for slide in slides:
        assert all(shape.is_placeholder for shape in slide.shapes), "reading order and outline know placeholders only"
        assert next(iter(slide.shapes)).shape_id == slide.shapes.title.shape_id
        assert content(slide)
        for shape in slide.shapes:
            texts = shape.element.xpath(".//a:t/text()")
            assert "".join(texts).strip(), f"{shape.name} is empty"
        for field in slide.shapes:
            if field.placeholder_format.type in FURNITURE:
                assert field.has_text_frame


@pytest.mark.parametrize("key", KEYS)
def test_every_word_says_its_language(key: str) -> None:
    for slide in real_slides(key).slides:
        for element in (slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])):
            runs = list(element.iter(f"{SOURCES}r"))
            assert runs
            assert {run.find(f"{SOURCES}rPr").get("lang") for run in runs} == {"en-GB"}


@pytest.mark.parametrize("key", KEYS)
def test_it_begins_with_whose_it_is_and_ends_with_where_to_turn(key: str) -> None:
    first, *_, last = shown(real_slides(key))
    one = briefing(key)
    assert first.title == one.title
    assert first.lines[0].startswith(one.kind.label)
    assert one.front.published.label in first.lines[0]
    assert first.lines[1:] == (house().partnership, house().notice)
    assert last.title == "Worried about a child?"
    contacts = [f"{contact.label}: {contact.text}" for contact in house().worried]
    assert list(last.lines[: len(contacts)]) == contacts
    assert f"{house().site_url}{key}/" in last.lines[-2]
    assert last.lines[-1] == house().licence


@pytest.mark.parametrize("key", KEYS)
def test_the_speaker_has_a_script(key: str) -> None:
    deck = shown(real_slides(key))
    seen: set[str] = set()
    for slide in deck:
        assert slide.notes.strip() or slide.section in seen, f"no script on “{slide.title}”"
        seen.add(slide.section)
    assert "no names" in deck[0].notes
    assert "upsetting" in deck[0].notes


@pytest.mark.parametrize("key", KEYS)
def test_the_file_says_what_it_is_and_nothing_of_the_machine(key: str) -> None:
    about = real_slides(key).core_properties
    one = briefing(key)
    assert about.title == one.title
    assert about.author == about.last_modified_by == house().partnership
    assert about.created.date() == about.modified.date() == one.updated.date()
    assert about.language == "en-GB"


def test_every_part_of_the_file_is_sound() -> None:
    for slide in real_slides("digests/2024-01").slides:
        for element in (slide.element, slide.notes_slide.element if slide.has_notes_slide else slide.element):
            ids = element.xpath("//p:cNvPr/@id")
            assert len(set(ids)) == len(ids)
            assert etree.fromstring(etree.tostring(element)) is not None
            named = set(element.xpath("//@r:id"))
            part = slide.part if element is slide.element else slide.notes_slide.part
            assert named <= set(part.rels)
