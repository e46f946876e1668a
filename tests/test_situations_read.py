"""What is read of a review: ages by tag, harms and circumstances by words or by a theme."""

import pytest

from scripts.model.parts import CaseReview
from scripts.situations.collection import readings
from scripts.situations.features import read
from scripts.theme_suggester import suggest
from scripts.vocabulary import Term
from tests.situation_scores import read_vocabulary

VOCABULARY = read_vocabulary()


@pytest.mark.parametrize("name", ["harms", "circumstances"])
def test_each_word_of_a_vocabulary_gives_its_term(name: str) -> None:
    terms = dict(VOCABULARY)[name]
    for term in terms.values():
        assert [
            word for word in _words(term) if [s.theme for s in suggest(f"Learning about {word}.", terms)] != [term.id]
        ] == []


def _words(term: Term) -> tuple[str, ...]:
    return (term.label, *term.search_terms)


def features(text: str, ages: tuple[str, ...] = (), themes: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    return {one.feature.id: one.words for one in read(text, ages, themes, VOCABULARY)}


def test_an_older_brother_is_not_said_to_have_been_known_to_services() -> None:
    found = read("Her older brother called an ambulance.", (), (), VOCABULARY)
    assert [one.feature.label for one in found] == ["Older brothers or sisters"]


def test_that_a_car_struck_a_child_is_not_called_an_accident_for_certain() -> None:
    found = read("A car struck him.", (), (), VOCABULARY)
    assert [one.feature.label for one in found] == ["Accident or collision"]


def test_a_feature_is_explained_by_the_words_found_and_a_tag_by_none() -> None:
    found = features("Fractured ribs, and a fractured arm.", ("under-1",), ("neglect",))
    assert found == {"under-1": (), "fractures": ("Fractured",), "neglect": ()}


@pytest.mark.parametrize(
    "text",
    [
        "There was no evidence of domestic abuse.",
        "Neglect was not a feature.",
        "A workshop by the Neglect Prevention Partnership.",
        "A fractured relationship between agencies.",
        "The file was missing from the archive.",
        "He was looked after by his neighbour for an hour.",
    ],
)
def test_what_is_denied_or_only_looks_alike_is_no_feature(text: str) -> None:
    assert features(text) == {}


def test_a_phrase_does_not_run_from_one_text_into_the_next() -> None:
    one = CaseReview.model_validate(
        {"id": "a", "title": "A", "summary": "It was temporary", "background": "accommodation"}
    )
    assert readings(one, VOCABULARY) == ()
