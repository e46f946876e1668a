"""Whatever text comes in: no crash, nothing but valid files out, and no sentence lost."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.importing import Imported, ImportFaultError, import_digest
from scripts.load.fences import split
from scripts.model.dates import PartialDate
from tests.digest_scores import ADDED, MONTH, vocabulary

# Words that occur nowhere else, so that each can be looked for.
_WORDS = st.integers(1000, 9999).map(lambda number: f"zq{number}")
_SIGNS = (". ", "; ", " (", ": ", ", ", " – ", "? ", "!\n", ";\n", "\n", "\n\n", " and ", ") ")
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=8).flatmap(
    lambda words: st.sampled_from(
        [". ", "; ", " (", ": ", ", ", " – ", "? ", "!\n", ";\n", "\n", "\n\n", " and ", ") "]
    ).map(lambda sign: " ".join(words).capitalize() + sign)
)
_HEADINGS = st.sampled_from(
    [
        "2024 – Anonymous – Child {}",
        "## {}",
        "### 3. Thematic review: {}",
        "**Child {}**",
        "Serious case review: {} (Norchester LSCB, 2019)",
        "Local child safeguarding practice review regarding {}",
        "{} (Fernhollow, 2021)",
        "4. Learning review – {}",
        "1. {}",
        "# {}",
    ]
).flatmap(lambda form: _WORDS.map(lambda word: f"\n\n{form.format(word.capitalize())}\n\n"))
_LABELS = st.sampled_from(
    [
        "Learning themes include: ",
        "**Learning** considers: ",
        "Key issues: ",
        "Recommendations for the partnership include: ",
        "Recommendations:\n",
        "Police: ",
        "For schools:\n",
        "Keywords: ",
        "Model: ",
        "Background: ",
        "Background\n",
        "Other resources ",
        "Read practice review (PDF) ",
        "Commissioned by ",
        "Type: ",
        "> ",
        "- ",
        "• ",
        "Kind regards\n",
        "From: ",
        "Sent: ",
        "Page 2 of 3\n",
        "---\n",
        "| ",
        "\f",
        "<b>",
        "[a](https://example.org/",
    ]
)
_DIGESTS = st.lists(st.one_of(_SENTENCE, _HEADINGS, _LABELS), max_size=40).map("".join)


def run(text: str, name: str = "digest.txt") -> Imported | None:
    try:
        return import_digest(text.encode("utf-8", "replace"), name, MONTH, ADDED, vocabulary())
    except ImportFaultError as fault:
        assert str(fault)
        return None


def lost(text: str, found: Imported) -> set[str]:
    """The made-up words of a text that stand neither in the file nor in the report."""
    kept = (found.text + found.report).casefold()
    return {word for word in re.findall(r"zq\d{4}", text.casefold()) if word not in kept}


@given(_DIGESTS)
@settings(max_examples=400, deadline=None)
@example("2024 – Anonymous – Child A\n\nText.\n\nRecommendations: Police: ")
@example("2024 – Anonymous – Child A\n\nText.\n\nOther resources zq1111 zq2222 https://example.org/a")
@pytest.mark.parametrize("name", ["digest.txt", "digest.md"])
def test_no_sentence_is_lost(name: str, text: str) -> None:
    found = run(text, name)
    if found is not None:
        assert not lost(text, found)


@given(_DIGESTS)
@settings(max_examples=150, deadline=None)
def test_no_sentence_of_a_web_page_is_lost(text: str) -> None:
    paragraphs = [f"<p>{part}</p>" for part in re.split(r"\n\s*\n", text.replace("<b>", "").replace("[a](", ""))]
    page = "<html><body><h2>Child Z1</h2>" + "".join(paragraphs) + "</body></html>"
    found = run(page, "digest.html")
    if found is not None:
        assert not lost(page, found)


@given(st.text(max_size=400))
@settings(max_examples=400, deadline=None)
@pytest.mark.parametrize("name", ["digest.txt", "digest.md", "digest.html", "digest.eml", "-"])
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    run(text, name)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize(
    "start", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"From: a\nMIME-Version: 1.0\n", b"<html>", b"\xff\xfe"]
)
def test_any_bytes_are_read_or_refused(start: bytes, data: bytes) -> None:
    try:
        import_digest(start + data, "file", MONTH, ADDED, vocabulary())
    except ImportFaultError as fault:
        assert str(fault)


@given(st.text(min_size=1, max_size=200), st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_what_is_written_reads_back_as_it_was_understood(summary: str, item: str) -> None:
    text = f"## Child A\n\n{summary}\n\nLearning includes: {item}; and second.\n\nRecommendations include: {item}.\n"
    found = run(text, "digest.md")
    if found is None:
        return
    tree, body, _ = split(found.text, "briefings/digests/2024-01.md")
    assert not body.strip()
    assert isinstance(tree.value, dict)
    reviews = tree.value["reviews"]
    for review, understood in zip(reviews, found.digest.reviews, strict=True):
        folded = {name: " ".join(str(review.get(name, "")).split()) for name in ("title", "summary")}
        assert folded["title"] == " ".join(understood.words.title.split())
        assert folded["summary"] == " ".join(understood.summary.split())
        assert [str(each) for each in review.get("learning", [])] == list(understood.learning)


def test_the_month_and_instant_are_those_given() -> None:
    added = datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)
    text = b"## Child A\n\nText.\n\nLearning includes: a; b.\n"
    found = import_digest(text, "d.md", PartialDate(2025, 2), added, vocabulary())
    assert "\nmonth: 2025-02\n" in found.text
    assert "\nadded: 2025-03-04T05:06:07+00:00\n" in found.text
