"""A digest as it arrives (text, web page, Word, mail, PDF) made into a digest file, with a report on the way there.

In the order in which a digest travels through them:

    formats → text_reader · html_reader · word_reader · mail_reader · pdf_reader    a file as lines
    paragraphs · joining    lines joined to blocks
    labels · headings · heading_words · surroundings    the words that tell what a block is
    grammar → sections → review_parts → list_parts    blocks as reviews; what is left over, named
    statements · identifying    what the digest says of itself; what a person should look at
    digest_file · report    the file, and the report
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from scripts.importing.digest_file import digest_file
from scripts.importing.faults import ImportFaultError, UnreadableError
from scripts.importing.findings import FoundDigest, FoundReview, LeftOver, Why
from scripts.importing.formats import read_documents
from scripts.importing.grammar import read_digest
from scripts.importing.headings import names_the_list
from scripts.importing.report import report
from scripts.importing.statements import stated_count, stated_months
from scripts.importing.tidy import letters
from scripts.model.dates import PartialDate
from scripts.theme_suggester import suggest
from scripts.vocabulary import Vocabulary

__all__ = ["ImportFaultError", "Imported", "UnreadableError", "import_digest"]

_NOTHING_FOUND = (
    "No review was found in this file. A review begins with its heading, such as “2025 – Anonymous – Child A”, "
    "and goes on with its summary, “Learning themes include: …” and “Recommendations include: …”. "
    "Import the message or document itself, or write the digest by hand: briefings new digests"
)
_LONGEST_TITLE = 120


@dataclass(frozen=True)
class Imported:
    """A digest file's text, and the report on how it came about (Markdown)."""

    text: str
    report: str
    digest: FoundDigest


def import_digest(
    data: bytes,
    name: str,
    month: PartialDate,
    added: datetime,
    vocabulary: Vocabulary,
    *,
    ids: Mapping[str, str] | None = None,
) -> Imported:
    """Read a digest from a file's bytes; its name helps to tell its format.

    `ids` are the ids that titles of reviews have already, where the digest was imported before.
    Raises ImportFaultError, with what to do, where nothing can be read or no review is found.
    """
    digest = _read(data, name)
    if not digest.reviews:
        raise ImportFaultError(_NOTHING_FOUND)
    around = [each.text for each in digest.left_over if each.why is not Why.NOT_UNDERSTOOD]
    introduction = [each.text for each in digest.left_over if each.why is Why.BEFORE]
    title = next((text for text in introduction if _is_title(text)), "")
    summary = next((text for text in introduction if text != title and stated_count([text]) is not None), "")
    suggestions = tuple(suggest(_told(review), vocabulary.themes) for review in digest.reviews)
    text = digest_file(
        digest.reviews,
        [[each.theme for each in found] for found in suggestions],
        title=title or f"Case reviews – {month.label}",
        summary=summary,
        month=month,
        added=added,
        ids=ids or {},
    )
    kept = replace(digest, left_over=tuple(each for each in digest.left_over if each.text not in (title, summary)))
    words = report(
        kept,
        suggestions,
        month=month,
        stated_months=stated_months(around),
        stated_count=stated_count(around),
        has_summary=bool(summary),
    )
    return Imported(text, words, digest)


def _read(data: bytes, name: str) -> FoundDigest:
    """The digest of the document that holds most reviews; what the others say beyond it is left over."""
    documents = read_documents(data, name)
    digests = [read_digest(document) for document in documents]
    best = max(range(len(digests)), key=lambda number: len(digests[number].reviews))
    said = letters(" ".join(line.text for line in documents[best].lines))
    elsewhere = [
        LeftOver(text, Why.ELSEWHERE)
        for number, document in enumerate(documents)
        for text in (*document.left_out, *(line.text for line in document.lines))
        if number != best and letters(text) not in said
    ]
    return replace(digests[best], left_over=(*digests[best].left_over, *dict.fromkeys(elsewhere)))


def _is_title(text: str) -> bool:
    """Whether a text before the first review is the whole digest's title: it names the list and its month."""
    is_short = len(text) <= _LONGEST_TITLE and not text.endswith((".", ":"))
    return is_short and names_the_list(text) and len(stated_months([text])) == 1


def _told(review: FoundReview) -> str:
    """What a review is about; its recommendations name many things in passing."""
    return ".\n".join((review.words.title, review.summary, review.background, *review.learning, *review.keywords))
