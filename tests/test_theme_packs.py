"""A facilitator's pack teaches what the collection says on a theme, each thing once, and only what still holds."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from scripts.library import Library
from scripts.load import load
from scripts.model.kinds import Challenge
from scripts.packs import Pack, all_packs
from scripts.packs.theme_packs import timing
from scripts.press.makers import make
from scripts.rich_text import Block, Heading, Listing, Paragraph, Rule, plain
from scripts.site import Site
from scripts.sources import read_tree
from scripts.teaching import CHALLENGES, MESSAGES, POINTS, QUESTIONS, Said, Teaching, teachings
from tests.conftest import ROOT, TODAY, copy_project
from tests.theming import EMPTY, PLAIN, THEME, UNTAUGHT, made
from tests.visits import words


def read(root: Path) -> tuple[Library, Site]:
    collection = load(read_tree(root))
    assert collection.settings
    return Library.of(collection.briefings, collection.vocabulary), Site(collection.settings, TODAY)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Site]:
    return read(made(copy_project(tmp_path_factory.mktemp("packs") / "project", content=False)))


REAL = read(ROOT)
TAUGHT = teachings(REAL[0])
each_theme = pytest.mark.parametrize("theme", TAUGHT)


def theme_packs(library: Library, site: Site) -> dict[str, Pack]:
    return {pack.path: pack for pack in all_packs(library, site) if pack.path.startswith("packs/themes/")}


REAL_PACKS = theme_packs(*REAL)


def texts(said: Iterable[Said]) -> list[str]:
    return [text for one in said for text in one.texts]


def taught_texts(teaching: Teaching) -> list[str]:
    """Everything that is taught or asked, in the order of a session."""
    asked = [one.front.question for one in teaching.challenges if isinstance(one.front, Challenge)]
    return [*texts(teaching.messages), *texts(teaching.learning), *texts(teaching.questions), *asked]


def said_in(blocks: Iterable[Block]) -> list[str]:
    """Each paragraph's text, those in lists included."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                found += said_in(item)
        elif isinstance(block, Heading | Paragraph):
            found.append(plain(block.spans))
    return found


def parts(pack: Pack, site: Site) -> tuple[list[str], list[str]]:
    """What a deck shows, and what its speaker reads."""
    shown: list[Block] = []
    notes: list[Block] = []
    into = shown
    for block in pack.versions[0].blocks(site.renderer):
        if isinstance(block, Heading) and block.level == 1:
            into = shown
        if isinstance(block, Rule):
            into = notes
        else:
            into.append(block)
    return said_in(shown), said_in(notes)


@each_theme
def test_a_deck_shows_each_message_point_and_question_once_in_order(theme: str) -> None:
    shown, notes = parts(REAL_PACKS[f"packs/themes/{theme}.pptx"], REAL[1])
    wanted = taught_texts(TAUGHT[theme])
    # A challenge question is followed by its answer's state.
    lines = [line.partition(" (Local answer: ")[0] for line in shown]
    places = [place for text in wanted for place, line in enumerate(lines) if line == words(text)]
    assert len(places) == len(wanted)
    assert places == sorted(places)
    assert not set(map(words, wanted)) & set(notes)


@each_theme
def test_a_deck_has_unique_titles_and_a_script_that_fills_45_to_60_minutes(theme: str) -> None:
    pack = REAL_PACKS[f"packs/themes/{theme}.pptx"]
    titles = [plain(b.spans) for b in pack.versions[0].blocks(REAL[1].renderer) if isinstance(b, Heading)]
    assert len(titles) == len(set(titles))
    _, notes = parts(pack, REAL[1])
    whole, plan = (next(line for line in notes if found in line) for found in ("minutes in all", "The plan:"))
    minutes = int(whole.split()[0])
    assert 45 <= minutes <= 60
    assert sum(map(int, re.findall(r"\d+", plan))) == minutes == timing(TAUGHT[theme]).all
    script = " ".join(notes)
    for said in ("stepping out is fine", "To open, say", "To close, say", "send participants", "reflection sheet"):
        assert said in script


@each_theme
def test_a_theme_is_taught_few_things_each_from_a_named_place(theme: str) -> None:
    teaching = TAUGHT[theme]
    assert len(texts(teaching.messages)) <= MESSAGES
    assert len(texts(teaching.learning)) <= POINTS
    assert len(texts(teaching.questions)) <= QUESTIONS
    assert len(teaching.challenges) <= CHALLENGES
    markdown = REAL_PACKS[f"packs/themes/{theme}.pptx"].versions[0].markdown
    for one in (*teaching.messages, *teaching.learning):
        front = one.origin.briefing.front
        reviews = getattr(front, "reviews", ())
        lines = {*front.key_messages, *(line for review in reviews for line in review.learning)}
        assert set(one.texts) <= lines, "nothing is taught that nobody said"
        assert f"({REAL[1].root}{one.origin.address})" in markdown


@pytest.mark.parametrize("theme", ["babies-under-one", "race-ethnicity-and-culture", "covid-19"])
def test_a_handout_holds_each_thing_once_on_two_sides(theme: str) -> None:
    pdf = PdfReader(BytesIO(make(REAL_PACKS[f"packs/themes/{theme}.pdf"], ROOT)))
    assert len(pdf.pages) <= 2
    text = words(" ".join(page.extract_text() for page in pdf.pages))
    unbroken = re.sub(r"[\s\u00ad-]", "", text)
    for wanted in taught_texts(TAUGHT[theme]):
        assert unbroken.count(re.sub(r"[\s-]", "", wanted)) == 1, wanted


@pytest.mark.parametrize("theme", ["babies-under-one", "race-ethnicity-and-culture", "covid-19"])
def test_a_made_deck_holds_each_thing_once_and_its_script_in_the_notes(theme: str) -> None:
    deck = Presentation(BytesIO(make(REAL_PACKS[f"packs/themes/{theme}.pptx"], ROOT)))
    shown = [
        words(paragraph.text)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]
    teaching = TAUGHT[theme]
    for wanted in (*texts(teaching.messages), *texts(teaching.learning), *texts(teaching.questions)):
        assert shown.count(words(wanted)) == 1, wanted
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(titles) == len(set(titles))
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    for said in ("minutes in all", "stepping out is fine", "To close, say"):
        assert words(notes).count(said) == 1


def test_with_a_spotlight_its_messages_and_questions_are_taught_else_those_of_the_reviews(
    made_up: tuple[Library, Site],
) -> None:
    taught = teachings(made_up[0])
    assert texts(taught[THEME].messages) == ["See the child's day.", "Write down what adds up."]
    assert texts(taught[THEME].questions) == ["When did we last see this home?"]
    assert [(one.origin.title, one.texts) for one in taught["safer-sleep"].messages] == [
        ("Newer review", ("Put babies to sleep on their backs.", "Neglect is seen at bedtime, too."))
    ]


def test_learning_that_names_the_theme_goes_before_the_rest_and_what_touches_it_stays_out(
    made_up: tuple[Library, Site],
) -> None:
    learning = teachings(made_up[0])[THEME].learning
    assert [(one.origin.title, one.texts) for one in learning] == [
        ("Child a", ("How neglect adds up", "What the school saw")),
        ("Child b", ("Seeing signs of neglect",)),
    ]


def test_what_no_longer_holds_is_not_taught(made_up: tuple[Library, Site]) -> None:
    markdown = [version.markdown for pack in theme_packs(*made_up).values() for version in pack.versions]
    assert markdown
    for gone in (
        "Withdrawn words",
        "withdrawn question",
        "Superseded words",
        "no more is taught",
        "Gone paper",
    ):
        assert not [text for text in markdown if gone in text]


def test_a_theme_with_nothing_to_teach_has_no_packs(made_up: tuple[Library, Site]) -> None:
    packs = theme_packs(*made_up)
    assert not [path for path in packs if f"/{EMPTY}." in path]
    # There is a paper, without messages.
    assert not [path for path in packs if f"/{UNTAUGHT}." in path]
    # A review's learning is enough.
    assert {f"packs/themes/{theme}.{ending}" for theme in (THEME, PLAIN) for ending in ("pptx", "pdf")} <= set(packs)
    assert len(REAL_PACKS) == 2 * len(TAUGHT)


def test_a_document_is_as_new_as_the_newest_that_it_uses(made_up: tuple[Library, Site]) -> None:
    library, _ = made_up
    newest = max(one.updated.date() for one in library.briefings if one.is_current and one.id != "tool")
    assert teachings(library)[THEME].updated == newest
    assert teachings(library)["safer-sleep"].updated == library.by_key["national-reviews/newer"].updated.date()


def test_without_questions_of_its_own_a_session_still_has_some(made_up: tuple[Library, Site]) -> None:
    packs = theme_packs(*made_up)
    markdown = packs["packs/themes/safer-sleep.pptx"].versions[0].markdown
    assert "What of this do we meet in our own work?" in markdown
    assert "# What case reviews" not in markdown
    assert "# What the partnership asks itself" not in markdown
