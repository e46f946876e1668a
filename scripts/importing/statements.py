"""What a digest says of itself: how many reviews it lists, and of which month."""

import re
from collections.abc import Iterable

from scripts.importing.lists import sentences
from scripts.importing.word_lists import listed
from scripts.model.dates import PartialDate

_MONTHS = listed("January February March April May June July August September October November December")
_WORDS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_COUNT = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\s+(?!of\b)(?:[a-z][\w’'-]*\s+){{0,6}}?reviews?\b", re.IGNORECASE
)
# A sentence that counts the list's reviews, not some others, says that they were published or are listed.
_LISTED = re.compile(
    r"\b(?:publish|add|featur|list|below|includ|summari|contain|there (?:are|were|is|was)|this month|in total|"
    r"upload|new|following|has|have|cover|has|came|come|repository|digest|attached)",
    re.IGNORECASE,
)
_OF_THE_LIST = re.compile(r"\b(?:reviews?|repository|digest|collection|published|added)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)})\s*,?\s+(?P<year>20\d\d)\b", re.IGNORECASE)


def stated_count(texts: Iterable[str]) -> int | None:
    """The number of reviews that a text says it lists: “six case reviews were published”."""
    for sentence in (sentence for text in texts for sentence in sentences(text)):
        if (match := _COUNT.search(sentence)) and _LISTED.search(sentence):
            word = match["number"].casefold()
            return int(word) if word.isdigit() else _WORDS.index(word) + 1
    return None


def stated_months(texts: Iterable[str]) -> tuple[PartialDate, ...]:
    """The months that texts name with their year, each once, in order.

    Where sentences about the list name a month, other dates (of a mail, a training day) do not count.
    """
    all_sentences = [sentence for text in texts for sentence in sentences(text)]
    of_the_list = [sentence for sentence in all_sentences if _OF_THE_LIST.search(sentence)]
    found = _months(of_the_list) or _months(all_sentences)
    return tuple(dict.fromkeys(found))


def _months(texts: Iterable[str]) -> list[PartialDate]:
    matches = (match for text in texts for match in _MONTH.finditer(text))
    return [PartialDate(int(match["year"]), _MONTHS.index(match["month"].capitalize()) + 1) for match in matches]
