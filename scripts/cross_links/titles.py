"""The titles of national reviews and publications, in the forms in which other texts write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.cross_links.words import plain, tokens
from scripts.grouping import grouped
from scripts.library import Library
from scripts.model.briefing import Briefing
from scripts.model.front_matter import Status
from scripts.model.kinds import NationalReview, Publication

Key = tuple[str, ...]

# Who publishes national reviews (scripts/model/kinds.py).
PANEL = "Child Safeguarding Practice Review Panel"
ARTICLES = frozenset(["the", "a", "an"])
# A title is short for itself without its subtitle, and without the date that tells editions apart.
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+")
_EDITION = re.compile(r"\s*\([^()]*\d{4}\)$")
# A subtitle says what no other text says by chance; a few words after a colon may not.
_UNMISTAKABLE = 6
# Sorts of documents: everybody has an annual report.
_SORTS = """
    annual yearly report reports review reviews practice guidance guide briefing paper analysis overview summary
    examples rapid serious case local national child children safeguarding partners partnerships partnership panel
    lcspr lcsprs scrs policy strategy framework toolkit statement learning from for of on the and to in
"""


@dataclass(frozen=True)
class Form:
    """One way to write a title, and what it leads to.

    `is_whole` says that it holds a subtitle too, `is_sort` that it is made of words for sorts of documents, and
    `is_subject` that it is also what its subject is called.
    """

    key: Key
    leads_to: Briefing
    publisher: str
    year: int
    is_whole: bool
    is_sort: bool
    is_subject: bool


@dataclass(frozen=True)
class Titles:
    """Every form of every title, by its words."""

    by_key: Mapping[Key, Form]

    @cached_property
    def lengths(self) -> Mapping[str, tuple[int, ...]]:
        """How many words the forms have that begin with a word, the longest first."""
        found = grouped((form.key[0], len(form.key)) for form in self.by_key.values())
        return {first: tuple(sorted(set(lengths), reverse=True)) for first, lengths in found.items()}

    def at(self, words: Key, first: int) -> Form | None:
        """The longest form that stands at a place in some words."""
        lengths = self.lengths.get(words[first], ())
        return next((form for length in lengths if (form := self.by_key.get(words[first : first + length]))), None)

    @cached_property
    def longest_words(self) -> frozenset[str]:
        """The longest word of each form that is written in one way: a text with none of them names nothing."""
        words = ((word for word in form.key if word.isalpha() and word != "and") for form in self.by_key.values())
        return frozenset(max(found, key=len, default="") for found in words)

    def called(self, title: str) -> Briefing | None:
        """What a title that stands alone leads to."""
        form = self.by_key.get(_key(title))
        return form.leads_to if form else None


def titles_of(library: Library) -> Titles:
    """The titles of what still holds; those of a superseded one lead to its successor, of a withdrawn one nowhere.

    A form that two share leads to neither; a whole title goes before what another is short for.
    """
    subjects = {_key(name) for term in library.vocabulary.themes.values() for name in (term.label, *term.search_terms)}
    named = [(b, successor) for b in library.briefings if _is_named(b) and (successor := _that_holds(b, library))]
    wholes = _unshared(_form(b.front.title, b, successor, subjects) for b, successor in named)
    shorts = _unshared(_form(short, b, successor, subjects) for b, successor in named for short in _shorter(b))
    return Titles({key: form for key, form in (shorts | wholes).items() if form and key})


def _is_named(briefing: Briefing) -> bool:
    return isinstance(briefing.front, NationalReview | Publication)


def _that_holds(briefing: Briefing, library: Library) -> Briefing | None:
    """The briefing, or the last in the row of its successors, as long as that still holds."""
    seen: set[str] = set()
    found: Briefing | None = briefing
    while found and found.front.status is Status.SUPERSEDED and found.key not in seen:
        seen.add(found.key)
        found = library.by_key.get(found.front.superseded_by or "")
    return found if found and found.is_current else None


def _unshared(forms: Iterable[Form]) -> dict[Key, Form | None]:
    """The forms by their words; nothing under words that would lead to several briefings."""
    found: dict[Key, Form | None] = {}
    for form in forms:
        other = found.setdefault(form.key, form)
        if other is None or other.leads_to.key != form.leads_to.key:
            found[form.key] = None
    return found


def _form(title: str, named: Briefing, leads_to: Briefing, subjects: Iterable[Key]) -> Form:
    key = _key(title)
    return Form(
        key=key,
        leads_to=leads_to,
        publisher=publisher_of(named),
        year=named.front.published.year,
        is_whole=bool(_SUBTITLE.search(title)) and len(key) >= _UNMISTAKABLE,
        is_sort=all(word in _SORTS.split() or word.isdigit() for word in key),
        is_subject=len(key) == 1 or key in subjects,
    )


def publisher_of(briefing: Briefing) -> str:
    """Who published a national review or publication."""
    front = briefing.front
    return (isinstance(front, Publication) and front.publisher) or PANEL


def _shorter(briefing: Briefing) -> Iterator[str]:
    """A title without its edition; and without its subtitle, or without the publisher before it."""
    title = _EDITION.sub("", briefing.front.title)
    yield title
    parts = _SUBTITLE.split(title, maxsplit=1)
    if len(parts) > 1:
        yield parts[1] if _key(parts[0]) == _key(publisher_of(briefing)) else parts[0]


def _key(title: str) -> Key:
    """A title's words without an article at its beginning and a sign at its end."""
    words = [token.text for token in tokens(plain(title))]
    while words and not words[-1][0].isalnum():
        words.pop()
    return tuple(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
