"""What summaries leave unsaid: which words are a mention, which are none, and what pages say of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.model.parts import CaseReview
from scripts.unsaid import mentioned, text_of, unsaid, unstated
from scripts.vocabulary import Term, Terms
from tests import situating
from tests.conftest import MakeProject
from tests.situating import digest, review, staged
from tests.situation_scores import read_vocabulary
from tests.unsaid_scores import HALVES, judge, precision, recall

PARTICULARS = read_vocabulary().particulars
TERMS = tuple(PARTICULARS.values())
ETHNICITY, FATHER, VOICE, DISABILITY, NETWORK = PARTICULARS
EVERYTHING = (
    "Her father, of mixed heritage, asked that her views be heard: the child's voice. A deaf child. An aunt helped."
)


@pytest.mark.parametrize("half", HALVES)
def test_mentions_are_found_as_they_were_labelled_by_hand(half: str) -> None:
    judged = judge(half)
    assert len(judged) >= 25
    assert precision(judged) >= 0.95
    assert recall(judged) >= 0.95


def test_what_the_real_reviews_leave_unsaid_is_what_a_reader_found() -> None:
    real = [one for half in HALVES for one in judge(half) if len(one.text) > 400]
    assert len(real) == 6
    assert [one.found for one in real] == [one.labelled for one in real]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_each_word_of_the_vocabulary_is_a_mention(term: Term) -> None:
    assert [w for w in (term.label, *term.search_terms) if mentioned(f"Learning about {w}.", TERMS) != {term.id}] == []


@pytest.mark.parametrize(
    ("text", "particular"),
    [
        ("The father was not seen.", FATHER),
        ("Nothing is known of any father.", FATHER),
        ("FATHERS", FATHER),
        ("the fathers’ group", FATHER),
        ("no disability", DISABILITY),
        ("Disability was not a feature.", DISABILITY),
        ("There was no evidence that ethnicity was considered.", ETHNICITY),
        ("The child’s voice was absent.", VOICE),
        ("Neither grandparent was asked.", NETWORK),
    ],
)
def test_a_word_is_a_mention_though_it_is_denied(text: str, particular: str) -> None:
    assert mentioned(text, TERMS) == {particular}


@pytest.mark.parametrize(
    ("text", "particulars"),
    [
        ("A Black father was not assessed.", {ETHNICITY, FATHER}),
        ("The disabled father lived alone.", {DISABILITY, FATHER}),
        ("A mixed-race grandmother helped.", {ETHNICITY, NETWORK}),
    ],
)
def test_words_that_stand_together_are_each_a_mention(text: str, particulars: set[str]) -> None:
    assert mentioned(text, TERMS) == particulars


@pytest.mark.parametrize(
    "text",
    [
        "The parents were arrested. The mother and her partner, too.",
        "Mohammed and his family went to the mosque.",
        "They came from Poland, and spoke Polish at home.",
        "A grandiose plan of a fatherland; the godfathers of crime; menthol; kinetic; embrace; a raced engine.",
        "The Race Equality Foundation and the Disability Team met with the Fathers Network.",
        "A race against time, relative to what was known.",
        "Young men met in the park, and a group of men was seen.",
        "They turned a blind eye, were deaf to concerns, and had disabled the alarm.",
        "Black eyes were seen, and black mould.",
        "They voiced concerns; a voice message was left.",
        "Her brother and sister lived there.",
        "",
    ],
)
def test_names_places_parents_bodies_and_parts_of_words_are_no_mention(text: str) -> None:
    assert mentioned(text, TERMS) == frozenset()


def test_every_text_that_is_held_counts_and_the_title_does_not() -> None:
    fields: dict[str, object] = {"id": "a", "title": "The father", "summary": "Made up."}
    assert [term.id for term in unsaid(CaseReview.model_validate(fields), PARTICULARS)] == list(PARTICULARS)
    for place in ("summary", "background", "learning", "recommendations", "keywords"):
        value: object = EVERYTHING if place in ("summary", "background") else [EVERYTHING]
        if place == "keywords":
            value = ["father", "ethnicity", "child's voice", "disability", "aunts"]
        found = CaseReview.model_validate(fields | {place: value})
        assert unsaid(found, PARTICULARS) == (), place
    assert "The father" not in text_of(CaseReview.model_validate(fields))


def test_a_word_does_not_run_from_one_text_into_the_next() -> None:
    found = CaseReview.model_validate({"id": "a", "title": "A", "summary": "It was extended", "background": "family"})
    assert NETWORK in [term.id for term in unsaid(found, PARTICULARS)]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert mentioned(text, TERMS) <= set(PARTICULARS)
    assert mentioned(f"{text}\nThe father", TERMS) >= {FATHER}


def test_without_reviews_or_particulars_there_is_nothing_to_count() -> None:
    assert unstated([], PARTICULARS) == ()
    assert unstated([CaseReview(id="a", title="A", summary="Made up.")], Terms("particulars")) == ()


def test_the_pages_say_what_is_not_stated_and_the_digest_counts_it(make_project: MakeProject) -> None:
    reviews = [
        review("none", "A made-up summary of a mother and her partner."),
        review("some", "The father and an aunt were not seen."),
        review("all", EVERYTHING),
    ]
    pages = staged(make_project(digest("2025-01", reviews)))
    everything = ["ethnicity", "father or male carer", "voice of the child", "disability", "family network"]
    assert situating.unsaid(pages, "2025-01/none") == everything
    assert situating.unsaid(pages, "2025-01/some") == ["ethnicity", "voice of the child", "disability"]
    assert "Not stated" not in pages["case-reviews/2025-01/all/index.md"]
    assert counted(pages, "2025-01") == [
        "Ethnicity is not stated in 2 of the 3 summaries.",
        "Father or male carer is not stated in 1 of the 3 summaries.",
        "Voice of the child is not stated in 2 of the 3 summaries.",
        "Disability is not stated in 2 of the 3 summaries.",
        "Family network is not stated in 1 of the 3 summaries.",
    ]


def counted(pages: dict[str, str], month: str) -> list[str]:
    """What a digest's page says of its summaries."""
    return re.findall(r"^- (.+ summar(?:y|ies)\.)$", pages[f"digests/{month}/index.md"], re.MULTILINE)


def test_a_digest_of_one_review_counts_in_words(make_project: MakeProject) -> None:
    pages = staged(make_project(digest("2025-01", [review("a", "The father was seen.")])))
    assert counted(pages, "2025-01")[:2] == [
        "Ethnicity is not stated in the one summary.",
        "Father or male carer is mentioned in the one summary.",
    ]


def test_a_withdrawn_digest_counts_nothing(make_project: MakeProject) -> None:
    gone = {"status": "withdrawn", "withdrawn_on": "2025-06-01", "reason": "It was found to mislead."}
    pages = staged(make_project(digest("2025-01", [review("a", "Made up.")], 0, **gone)))
    assert counted(pages, "2025-01") == []
    assert situating.unsaid(pages, "2025-01/a") == []
