"""The vocabulary as phrases to look up, and the places of a text where they stand."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scripts.theme_suggester.look_alikes import LOOK_ALIKES, OTHER_SENSES
from scripts.theme_suggester.words import Word, flat, number, read, stem
from scripts.vocabulary import Term

Key = tuple[str, ...]

_PREFIX = re.compile(r"\b(ante|anti|co|cyber|extra|inter|intra|multi|non|over|peri|post|pre|self|well)(?=[a-z]{4})")
# A phrase about people is not turned round: older children are not the children of older parents.
_PEOPLE = {
    number(word) for word in ("child", "people", "person", "men", "parents", "family", "baby", "carers", "leavers")
}
_JOINTS = {"and", "or"}


class Match(NamedTuple):
    """A phrase of a theme in a text."""

    theme: str
    start: int
    end: int
    stems: frozenset[str]


@dataclass(frozen=True)
class Phrases:
    """One vocabulary made ready: which theme a run of words means."""

    abbreviations: Mapping[Key, str]
    stems: Mapping[Key, str]
    look_alikes: frozenset[Key]

    def reach(self, word: Word) -> int:
        """How many words the longest phrase has that begins with a word; most words begin none."""
        raw = word.raw.removesuffix("'s")
        forms = {word.lower, raw, raw.removesuffix("s"), number(word.lower), stem(word.lower)}
        return max(self._reaches.get(form, 0) for form in forms)

    @functools.cached_property
    def _reaches(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for key in (*self.abbreviations, *self.stems, *self.look_alikes):
            found[key[0]] = max(found.get(key[0], 0), len(key))
        return found


@functools.lru_cache(maxsize=8)
def compiled(terms: tuple[Term, ...]) -> Phrases:
    """The phrases of a vocabulary, made once for each."""
    written = [(name, term.id) for term in terms for name in (term.label, *term.synonyms)]
    stems: dict[Key, str] = {}
    for name, theme in written:
        stems.setdefault(_key(name), theme)
    # What is written goes before what follows from it, whichever theme comes first.
    for name, theme in written:
        for variant in _variants(name.casefold()):
            stems.setdefault(variant, theme)
    stems.pop((), None)
    shorts = {_raw(short): term.id for term in terms for short in term.abbreviations}
    look_alikes = frozenset(tuple(word.lower for word in read(phrase)) for phrase in LOOK_ALIKES)
    return Phrases({key: theme for key, theme in shorts.items() if key}, stems, look_alikes)


def matches(text: str, phrases: Phrases) -> list[Match]:
    """Every phrase in a flat text, the longest from each word on; none begins inside another."""
    words = read(text)
    lower = text.casefold()
    unmeant: set[Key] = {(short,) for short, sense in OTHER_SENSES.items() if sense in lower}
    taken: set[int] = set()
    found = []
    for first, word in enumerate(words):
        if first in taken:
            continue
        for run in _runs(words, first, phrases.reach(word)):
            theme = _meaning([words[place] for place in run], phrases, unmeant)
            if theme is not None:
                taken.update(run)
                if theme:
                    stems = frozenset(stem(words[place].lower) for place in run)
                    found.append(Match(theme, word.start, words[run[-1]].end, stems))
                break
    return found


def _runs(words: list[Word], first: int, longest: int) -> Iterator[list[int]]:
    """The runs of words from a first one, the longest first; then those that share their end with a neighbour."""
    if not longest:
        return
    plain = _run(words, first, longest)
    yield from (plain[:length] for length in range(len(plain), 0, -1))
    # "physical and emotional abuse", "physical, emotional and sexual abuse": the first word belongs to the last.
    if number(words[first].lower) in _PEOPLE:
        return
    joint = first + 1
    while (
        joint + 1 < len(words) and joint <= first + 2 and words[joint].lower not in _JOINTS and words[joint].after_comma
    ):
        joint += 1
    if joint + 2 < len(words) and words[joint].lower in _JOINTS and words[joint].follows:
        shared = _run(words, joint + 1, longest)[1:]
        yield from ([first, *shared[:length]] for length in range(len(shared), 0, -1))


def _run(words: list[Word], first: int, longest: int) -> list[int]:
    following = itertools.takewhile(
        lambda place: words[place].follows, range(first + 1, min(first + longest, len(words)))
    )
    return [first, *following]


def _meaning(run: list[Word], phrases: Phrases, unmeant: set[Key]) -> str | None:
    """The theme that a run of words means; nothing where it is a look-alike, None where it is no phrase."""
    raw = tuple(word.raw.removesuffix("'s") for word in run)
    singular = (*raw[:-1], raw[-1].removesuffix("s"))
    if tuple(word.lower for word in run) in phrases.look_alikes:
        return ""
    for short in (raw, singular):
        if short in phrases.abbreviations and short not in unmeant:
            return phrases.abbreviations[short]
    if len(run) > 1:
        return phrases.stems.get(tuple(stem(word.lower) for word in run))
    # A word alone may change its number, and take an ending that the vocabulary's word has not: neglected, not record.
    word = run[0].lower
    is_inflected = word.endswith(("ed", "ing"))
    return phrases.stems.get((number(word),)) or (phrases.stems.get((stem(word),)) if is_inflected else None)


def _raw(phrase: str) -> Key:
    return tuple(word.raw for word in read(flat(phrase)))


def _key(phrase: str) -> Key:
    words = read(flat(phrase))
    if len(words) == 1:
        return (number(words[0].lower),)
    return tuple(stem(word.lower) for word in words)


def _variants(phrase: str) -> Iterator[Key]:
    """The same phrase with prefixes and hyphens joined or parted, and turned round with "of"."""
    for spelling in (phrase, phrase.replace("-", ""), _PREFIX.sub(r"\1 ", phrase)):
        key = _key(spelling)
        yield key
        if len(key) > 1 and "of" not in key and key[-1] not in _PEOPLE:
            yield (*key[1:], "of", key[0])
