"""What a briefing's file says, to be looked for in what is published of it."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from scripts.library import Library
from scripts.load import load
from scripts.model.briefing import Briefing
from scripts.model.dates import PartialDate
from scripts.model.parts import CaseReview, Figure
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY

# Ids and addresses are links or settings, or stand for other words; a digest's reviews have pages of their own.
NOT_WORDS = {"themes", "ages", "status", "status_of_answer", "stage", "draft", "added", "month", "review_by", "reviews"}
NOT_WORDS |= {"id", "url", "landing_url", "report_url", "document_url", "evidence", "arises_from", "superseded_by"}
NOT_WORDS |= {"lead"}
ADDRESSES = {"url", "report_url", "document_url", "evidence"}


def texts(value: object) -> Iterator[str]:
    """Everything that a part of a briefing says in words."""
    match value:
        case PartialDate():
            yield value.label
        case Figure():
            yield value.amount
            yield from texts((value.label, value.base, value.period, value.source))
        case BaseModel():
            yield from texts(tuple(field for name, field in value if name not in NOT_WORDS))
        case dict():
            yield from texts(tuple(value.values()))
        case tuple():
            for item in value:
                yield from texts(item)
        case str():
            yield from value.split("\n\n")
        case int():
            yield str(value)


def addresses(part: BaseModel) -> Iterator[str]:
    """Every web address that a part of a briefing gives; a digest's reviews have pages of their own."""
    for name, value in part:
        if name == "reviews":
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from addresses(item)
            elif name in ADDRESSES and item is not None:
                yield str(item)


def body_words(body: str) -> Iterator[str]:
    """The lines of a body without links and other marks, except those at the beginning of headings and list items."""
    for line in body.splitlines():
        if plain := re.fullmatch(r"(?:#{2,4} |- |\d+\. )?(?=.*\w)([\w ,.;:’'“”()–-]+)", line):
            yield plain[1]


def said(briefing: Briefing) -> Iterator[str]:
    """The words of a briefing's file; a publication's type is printed as its label."""
    yield from texts(briefing.front.model_copy(update={"type": None}))
    yield from body_words(briefing.body)


def reviewed(review: CaseReview) -> Iterator[str]:
    """The words of a case review; “anonymous” is spelled out."""
    anonymous = {"partnership": "Published anonymously"} if review.partnership == "anonymous" else {}
    yield from texts(review.model_copy(update=anonymous))


def library_of(root: Path) -> Library:
    """Everything that the files below a root say."""
    collection = load(read_tree(root))
    return Library.of(collection.briefings, collection.vocabulary)


def site_of(root: Path) -> Site:
    """The settings of the project below a root."""
    settings = load(read_tree(root)).settings
    assert settings
    return Site(settings, TODAY)
