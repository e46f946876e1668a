"""Where a text names a title, and does not merely use the same words.

A title's words are often everybody's: “it was hard to escape”, “the annual report 2020”. So they name it only

- whole, with its subtitle;
- in quotation marks, or set off by emphasis or a link;
- with its publisher, or with its year or publisher in brackets behind it;
- in a title's capitals, unless they are also what the subject itself is called (“Elective Home Education”), or
  capitals go on in a longer name (“Child Protection in England and Wales”).

What is called by its sort alone, such as an annual report, is somebody else's where the text says so. A text that says
that it does not follow a title names it all the same. Within the longest title at a place no shorter one is looked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from scripts.cross_links.titles import ARTICLES, Form, Titles
from scripts.cross_links.words import Token, plain, signs, tokens, words
from scripts.model.briefing import Briefing

# How far around a title its setting is looked at, in characters: longer than any clause that is meant to be read.
_AROUND = 160
_SENTENCE_END = re.compile(r"[.!?;:][\"')\]]*\s|[\n|]")
# What a sentence, an item or a heading begins with before its first word.
_NO_WORD = re.compile(r"[\s\"'(\[*_#>+-]*(?:\d+[.)]\s+)?[\"'(\[*_]*")

_OPENED = re.compile(r"(?<!\w)(?:[\"'\[]|[*_]{1,3})+$")
_CLOSED = re.compile(r"(?:,? \(?\d{4}\)?)?[,.!?]?[\"'*_\]]|(?::| [-–—]) [^\"\n]+[\"*_\]]")
_BRACKETS = re.compile(r"[\"'*_\]]*(?:\(\))?,? \(([^()]*)\)")
# The Panel's latest annual report 2020; the Panel briefing on …; … of the Child Safeguarding Practice Review Panel.
_PUBLISHED = (
    r"\b{0}(?:'s?)? (?:(?:own|new|first|latest|national|thematic|report|briefing|paper|guidance|on) )*[\"'*_\[]*$"
)
_PUBLISHED_AFTER = r"[\"'*_\]]*(?:\(\))?,? (?:of|by|from) (?:the )?(?:[\w-]+ ){{0,4}}{0}\b"

_OWNER = re.compile(r"(?:\b(?:its|our|their|your|local)|\w(?:'s|s')) [\"'*_\[]*$")
_NAME_BEFORE = re.compile(r"\b([A-Z][\w-]*)(?:'s?)?(?: (?:and|of|for))? [\"'*_\[]*$")
_NAME_AFTER = re.compile(r"(?: (?:and|of))? ((?:the )?[A-Z][\w-]*)")
_OTHERS_AFTER = re.compile(r"[\"'*_\]]*(?:\(\))?(?: (?:and|of|by|from|for|in|on|with))? ((?:the )?[A-Z][\w-]*)")
_MONTHS = "January February March April May June July August September October November December"
# Words that no title's capitals reach; and words that the field writes with capitals wherever they stand.
_SMALL = "a an and as at by for from in is it of on or the to was were with"
_TERMS = "rapid serious case review reviews local national england"
_TELL_NOTHING = frozenset((*_SMALL.split(), *_TERMS.split()))


def named_in(texts: Sequence[str], titles: Titles) -> tuple[Briefing, ...]:
    """What the texts name, each once, in the order of its first naming."""
    text = "\n\n".join(texts)
    # Most texts name nothing, and hold no title's longest word.
    found = () if titles.longest_words.isdisjoint({"", *words(signs(text))}) else _named(plain(text), titles)
    return tuple({briefing.key: briefing for briefing in found}.values())


def _named(text: str, titles: Titles) -> Iterator[Briefing]:
    places = tuple(_places(text, tokens(text), titles))
    edges = frozenset(edge for place in places for edge in (place.start, place.end))
    yield from (place.form.leads_to for place in places if place.is_title(edges))


def _places(text: str, words: Sequence[Token], titles: Titles) -> Iterator["_Place"]:
    """Every run of words that could be a title, the longest from each word on, none inside another."""
    lower = tuple(word.text for word in words)
    first = 0
    while first < len(words):
        form = titles.at(lower, first)
        last = first + (len(form.key) if form else 1)
        if form:
            yield _Place(text, form, tuple(words[first:last]), _with_article(text, words, first))
        first = last


def _with_article(text: str, words: Sequence[Token], first: int) -> int:
    """Where a title begins, with the article before its first word."""
    word, before = words[first], words[first - 1]
    has_article = first > 0 and before.text in ARTICLES and text[before.end : word.start].isspace()
    return before.start if has_article else word.start


@dataclass(frozen=True)
class _Place:
    """A run of words in a text that could be a title; `start` is before its article, if it has one."""

    text: str
    form: Form
    words: tuple[Token, ...]
    start: int

    @property
    def end(self) -> int:
        return self.words[-1].end

    @cached_property
    def before(self) -> str:
        """The sentence up to the title."""
        return _SENTENCE_END.split(self.text[max(0, self.start - _AROUND) : self.start])[-1]

    @cached_property
    def after(self) -> str:
        return self.text[self.end : self.end + _AROUND]

    def is_title(self, edges: frozenset[int]) -> bool:
        """Whether the words are set as a title; `edges` are where the titles of this text begin and end."""
        form = self.form
        if form.is_sort and self._is_anothers():
            return False
        if form.is_whole or self._is_marked() or self._is_cited():
            return True
        return not form.is_subject and self._has_capitals() and not self._goes_on(edges)

    def _is_marked(self) -> bool:
        return bool(_OPENED.search(self.before) and _CLOSED.match(self.after))

    def _is_cited(self) -> bool:
        brackets = _BRACKETS.match(self.after)
        behind = brackets[1] if brackets else ""
        before, after = _published_by(self.form.publisher)
        return bool(
            before.search(self.before)
            or after.match(self.after)
            or re.search(rf"\b{self.form.year}\b", behind)
            or self.form.publisher in behind
        )

    def _has_capitals(self) -> bool:
        """Whether every telling word has a capital, or the first one, where no sentence gave it."""
        telling = [word for word in self.words if self._tells(word)]
        capitals = [self.text[word.start].isupper() for word in telling]
        begins_sentence = self.start == self.words[0].start and _NO_WORD.fullmatch(self.before)
        if begins_sentence:
            return all(capitals) and telling[1:] != []
        return capitals != [] and (all(capitals) or (capitals[0] and telling[0] == self.words[0]))

    def _tells(self, word: Token) -> bool:
        is_abbreviation = sum(sign.isupper() for sign in self.text[word.start : word.end]) > 1
        is_publishers = word.text in self.form.publisher.casefold().split()
        return not (word.text.isdigit() or is_abbreviation or is_publishers or word.text in _TELL_NOTHING)

    def _is_anothers(self) -> bool:
        """Whether a report is said to be somebody else's, or its sort goes on in a longer name."""
        after = _OTHERS_AFTER.match(self.after)
        is_owned = _OWNER.search(self.before) and not _published_by(self.form.publisher)[0].search(self.before)
        return bool(is_owned or self._name_before() or (after and not self._is_own(after[1])))

    def _goes_on(self, edges: frozenset[int]) -> bool:
        """Whether capitals go on before or after in a longer name; those of another title are another name."""
        before, after = self._name_before(), _NAME_AFTER.match(self.after)
        is_before = before and self.start - len(self.before) + before.end(1) not in edges
        is_after = after and self.end + after.start(1) not in edges
        return bool(is_before or is_after)

    def _name_before(self) -> re.Match[str] | None:
        """The capitals that lead on into the title, unless a sentence gave them or they are its publisher's."""
        name = _NAME_BEFORE.search(self.before)
        is_other = name and not self._is_own(name[1]) and not _NO_WORD.fullmatch(self.before[: name.start()])
        return name if is_other else None

    def _is_own(self, name: str) -> bool:
        """Whether a name beside the title is its publisher's, or a month."""
        return name.removeprefix("the ") in (*self.form.publisher.split(), *_MONTHS.split())


@cache
def _published_by(publisher: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text says before or after a title who published it; everybody calls the Panel so."""
    short = re.escape("Panel" if publisher.endswith(" Panel") else publisher)
    return re.compile(_PUBLISHED.format(short)), re.compile(_PUBLISHED_AFTER.format(short))
