"""The grammar of digests: blocks in, reviews out. Every block goes into a review's field or into what is left over."""

from collections.abc import Sequence

from scripts.importing.document import Block, Document
from scripts.importing.findings import FoundDigest, FoundReview, LeftOver, Why
from scripts.importing.paragraphs import blocks
from scripts.importing.review_parts import read_review
from scripts.importing.sections import has_label, is_heading, reviews_of, sections_of
from scripts.importing.surroundings import begins_message, is_closing, is_mail_header, is_surrounding

# A signature is short; a longer text behind a closing line is something else.
_SIGNATURE_BLOCKS = 14


def read_digest(document: Document) -> FoundDigest:
    """The reviews of a document, and all of its text that is in none of them."""
    text, around = _without_surroundings(blocks(document.lines))
    left = [LeftOver(words, Why.SURROUNDING) for words in (*document.left_out, *around)]
    reviews: list[FoundReview] = []
    copies: list[str] = []
    for section in reviews_of(sections_of(text)):
        if section.heading is None:
            why = Why.BETWEEN if reviews else Why.BEFORE
            left += [LeftOver(block.text, why) for block in section.content]
            continue
        found, rest = read_review(section.heading, section.content)
        left += [LeftOver(words, Why.NOT_UNDERSTOOD, found.heading) for words in rest]
        if found in reviews:
            copies.append(found.heading)
            continue
        reviews.append(found)
    return FoundDigest(tuple(reviews), tuple(left), tuple(copies))


def _without_surroundings(found: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks of the text itself, and the words of what surrounds it."""
    kept: list[Block] = []
    around: list[str] = []
    signature = 0
    for number, block in enumerate(found):
        text = block.text
        in_headers = is_mail_header(text) and any(
            is_mail_header(near.text) or begins_message(near.text)
            for near in (*found[max(0, number - 1) : number], *found[number + 1 : number + 2])
        )
        if is_heading(block) or (has_label(block) and not in_headers) or begins_message(text) or in_headers:
            signature = 0
        if is_closing(text):
            signature = _SIGNATURE_BLOCKS
        if signature or in_headers or (is_surrounding(text) and not has_label(block)):
            around.append(text)
            signature = max(0, signature - 1)
        else:
            kept.append(block)
    return kept, around
