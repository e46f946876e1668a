"""The themes that a text is about, from the vocabulary's words in it.

The longest phrase counts, in any number, spelling or ending that is safe; an abbreviation counts in its own capitals.
What the text denies and what is part of a body's name do not count. The title of a work does: it says what the work
is about.
"""

from dataclasses import dataclass

from scripts.theme_suggester.denials import undenied
from scripts.theme_suggester.names import outside_names
from scripts.theme_suggester.phrases import Match, compiled, matches
from scripts.theme_suggester.words import flat
from scripts.vocabulary import Terms


@dataclass(frozen=True)
class Suggestion:
    """A theme and the words that gave it, as they stand in the text, each once, in the order of the text."""

    theme: str
    words: tuple[str, ...]


def suggest(text: str, themes: Terms) -> tuple[Suggestion, ...]:
    """The themes of a text: the most often mentioned first, and of equals the first mentioned."""
    plain = flat(text)
    found = undenied(plain, outside_names(plain, matches(plain, compiled(tuple(themes.values())))))
    by_theme: dict[str, list[Match]] = {}
    for match in found:
        by_theme.setdefault(match.theme, []).append(match)
    ranked = sorted(by_theme, key=lambda theme: -len(by_theme[theme]))
    return tuple(Suggestion(theme, _words(text, by_theme[theme])) for theme in ranked)


def _words(text: str, found: list[Match]) -> tuple[str, ...]:
    """Each wording once, as first written; capitals make no other wording."""
    wordings: dict[str, str] = {}
    for match in found:
        words = text[match.start : match.end]
        wordings.setdefault(words.casefold(), words)
    return tuple(wordings.values())
