"""Rules about length: a message that takes too long is not read."""

from collections.abc import Iterator
from datetime import date

from scripts.load import Collection
from scripts.problems import Fault, Level, Problem, Rule
from scripts.reading_time import ONE_MINUTE, SEVEN_MINUTES, message_words, whole_words

LONG_MESSAGE = Rule(
    "over-one-minute",
    f"Summary and key messages can be read in a minute: at most {ONE_MINUTE} words.",
    "Shorten the summary to what it is and what it asks; each key message to one line.",
    Level.WARNING,
)
LONG_BRIEFING = Rule(
    "over-seven-minutes",
    f"A briefing can be read in seven minutes: at most {SEVEN_MINUTES:,} words.",
    "Take out what the source itself tells better, and link to it.",
    Level.WARNING,
)


def reading_times(collection: Collection, _: date) -> Iterator[Problem]:
    """What takes longer to read than its readers have, with the number of words."""
    for file in collection.files:
        if file.briefing is None:
            continue
        if (words := message_words(file.briefing)) > ONE_MINUTE:
            message = f"Summary and key messages have {words:,} words; a minute is {ONE_MINUTE}."
            yield Fault(LONG_MESSAGE, message).at(file.tree.place(("summary",)))
        if (words := whole_words(file.briefing)) > SEVEN_MINUTES:
            message = f"This briefing has {words:,} words; seven minutes are {SEVEN_MINUTES:,}."
            yield Fault(LONG_BRIEFING, message).at(file.body_place)
