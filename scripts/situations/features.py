"""A situation's features: the ages it is tagged with, and the harms and circumstances that its words or themes name."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scripts.theme_suggester import Suggestion, suggest
from scripts.vocabulary import Term, Terms, Vocabulary
from scripts.wording import lower_first


class Group(StrEnum):
    """What kind of feature it is."""

    AGE = "age"
    HARM = "harm"
    CIRCUMSTANCE = "circumstance"


@dataclass(frozen=True)
class Feature:
    """One age group, harm or circumstance."""

    group: Group
    id: str
    label: str

    @property
    def reason(self) -> str:
        """The feature within a sentence: age under 1, fractures."""
        return f"age {self.label.lower()}" if self.group is Group.AGE else lower_first(self.label)


@dataclass(frozen=True)
class Reading:
    """A feature with the words of the text that gave it; without words, a tag gave it."""

    feature: Feature
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Situation:
    """What a review tells of, in features, each group in its vocabulary's order."""

    address: str
    title: str
    about: str
    readings: tuple[Reading, ...]

    @functools.cached_property
    def features(self) -> tuple[Feature, ...]:
        """The features alone."""
        return tuple(reading.feature for reading in self.readings)

    @functools.cached_property
    def feature_set(self) -> frozenset[Feature]:
        """The features, to look one up."""
        return frozenset(self.features)


def read(text: str, ages: Sequence[str], themes: Sequence[str], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The features of a text with its tags."""
    return (
        *(Reading(_feature(Group.AGE, age)) for age in vocabulary.ages.values() if age.id in ages),
        *_read(Group.HARM, text, themes, vocabulary.harms),
        *_read(Group.CIRCUMSTANCE, text, themes, vocabulary.circumstances),
    )


def _feature(group: Group, term: Term) -> Feature:
    return Feature(group, term.id, term.label)


def _read(group: Group, text: str, themes: Sequence[str], terms: Terms) -> Iterator[Reading]:
    """The terms whose words the text has, or whose id is one of its themes."""
    if not terms:
        return
    words = {found.theme: found.words for found in _suggested(text, tuple(terms.values()))}
    for term in terms.values():
        if term.id in words or term.id in themes:
            yield Reading(_feature(group, term), words.get(term.id, ()))


# Several outputs ask for the same reviews, and reading is what takes the time.
@functools.lru_cache(maxsize=16_384)
def _suggested(text: str, terms: tuple[Term, ...]) -> tuple[Suggestion, ...]:
    return suggest(text, Terms("", terms))
