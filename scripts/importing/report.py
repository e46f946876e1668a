"""The report on an import: what was understood, what was not, and what a person has to look at.

It is Markdown that reads well on a terminal too. Text of the digest stands in code spans and fenced blocks only, where
no mention, link or picture in it comes alive.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from scripts.importing.findings import FoundDigest, FoundReview, LeftOver, Why
from scripts.importing.identifying import identifying_details
from scripts.markdown_text import code_block, code_span
from scripts.model.dates import PartialDate
from scripts.templating import plain_markdown
from scripts.theme_suggester import Suggestion


def report(
    digest: FoundDigest,
    suggestions: Sequence[Sequence[Suggestion]],
    *,
    month: PartialDate,
    stated_months: Sequence[PartialDate],
    stated_count: int | None,
    has_summary: bool,
) -> str:
    """The report's text. `suggestions` are those of each review, in their order."""
    not_understood = [each for each in digest.left_over if each.why is Why.NOT_UNDERSTOOD]
    return plain_markdown(
        "importing/report.md.j2",
        month=month.label,
        count=len(digest.reviews),
        stated_count=stated_count,
        stated_months=[each.label for each in stated_months],
        is_other_month=bool(stated_months) and month not in stated_months,
        has_summary=has_summary,
        reviews=[_about(review, found) for review, found in zip(digest.reviews, suggestions, strict=True)],
        twins=[code_span(title) for title in _twins(digest.reviews)],
        copies=[code_span(heading) for heading in digest.copies],
        not_understood=[(code_span(heading), _block(texts)) for heading, texts in _by_review(not_understood)],
        left_out=[
            (why, _block(_texts(digest.left_over, why)))
            for why in Why
            if why is not Why.NOT_UNDERSTOOD and _texts(digest.left_over, why)
        ],
    )


def _block(texts: Iterable[str]) -> Markup:
    """Texts as a block of code, one a line."""
    return code_block("\n".join(" ".join(text.split()) for text in texts))


def _about(review: FoundReview, suggestions: Sequence[Suggestion]) -> dict[str, object]:
    words = review.words
    stated = {"kind": words.type, "partnership": words.partnership, "year": str(words.year or "")}
    missing = {
        "recommendations": review.recommendations,
        "learning points": review.learning,
        "summary": review.summary,
        "link to the report": review.report_url,
    }
    return {
        "title": code_span(words.title),
        "heading": code_span(review.heading),
        "stated": [(name, code_span(value)) for name, value in stated.items() if value],
        "not_stated": [name for name, value in stated.items() if not value],
        "learning": len(review.learning),
        "recommendations": len(review.recommendations),
        "missing": [name for name, value in missing.items() if not value],
        "themes": [(each.theme, [code_span(word) for word in each.words]) for each in suggestions],
        "identifying": list(identifying_details(review)),
    }


def _twins(reviews: Sequence[FoundReview]) -> list[str]:
    titles = [review.words.title for review in reviews]
    return [title for title in dict.fromkeys(titles) if titles.count(title) > 1]


def _texts(left_over: Sequence[LeftOver], why: Why) -> list[str]:
    return [each.text for each in left_over if each.why is why]


def _by_review(left_over: Sequence[LeftOver]) -> list[tuple[str, list[str]]]:
    return [
        (heading, [each.text for each in group]) for heading, group in groupby(left_over, key=lambda each: each.review)
    ]
