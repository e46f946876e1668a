"""Details that could tell who a child is. They are named by kind and place, never repeated."""

import re
from collections.abc import Iterator

from scripts.importing.findings import FoundReview

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAME = r"[A-Z][a-z’'-]+"
_KINDS = (
    (
        "a full date",
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}),? \d{{4}}\b|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|"
            rf"rd|th)?,? \d{{4}}\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b"
        ),
    ),
    ("a date of birth", re.compile(r"\b(?:date of birth|DOB|d\.o\.b|born on)\b", re.IGNORECASE)),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    (
        "a street",
        re.compile(
            rf"\b(?:\d{{1,4}} )?{_NAME} (?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Court|Way)\b"
        ),
    ),
    (
        "a school or nursery by name",
        re.compile(
            rf"\b{_NAME}(?: {_NAME}){{0,4}} (?:Primary|Secondary|Junior|Infant|High|Grammar|Nursery|Academy|College|"
            rf"School|Pre-?school|Children's Centre)\b(?! of)"
        ),
    ),
    (
        "a hospital or surgery by name",
        re.compile(
            rf"\b{_NAME}(?: {_NAME}){{0,4}} (?:Hospital|Infirmary|Surgery|Medical (?:Centre|Practice)|Health Centre)\b"
        ),
    ),
    (
        "a person's name with a title",
        re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|PC|DC|DS|DI|Sgt|Judge|Sister)\.? {_NAME}"),
    ),
    (
        "a first name and surname",
        re.compile(
            rf"\b(?:named|called|known as|son of|daughter of|mother,|father,|murdered by|killed by) {_NAME} {_NAME}\b"
        ),
    ),
    ("an email address", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,80}\.\w")),
    ("a telephone number", re.compile(r"(?<!\d)(?:0|\+44)\d{2,4}[ -]?\d{3}[ -]?\d{3,4}(?!\d)")),
    ("an NHS or case number", re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")),
)


def identifying_details(review: FoundReview) -> Iterator[tuple[str, str]]:
    """The field and the kind of each detail that a person should look at."""
    texts = {
        "title": (review.words.title,),
        "summary": (review.summary,),
        "background": (review.background,),
        "learning": review.learning,
        "recommendations": tuple(each.text for each in review.recommendations),
    }
    for field, found in texts.items():
        for kind, pattern in _KINDS:
            if any(pattern.search(text) for text in found):
                yield field, kind
