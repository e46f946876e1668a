"""The report names what a person has to look at, and nothing in it comes alive."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.importing import ImportFaultError
from scripts.markdown_text import code_block, code_span
from tests.importing import imported
from tests.test_from_issue import alive

LEARNING = "Learning includes: one thing; another."
ADVICE = "Recommendations include: act."
LINK = "Other resources Read practice review (PDF) https://www.example.org/a.pdf"
WHOLE = f"## LCSPR: Child A (Quenby, 2024)\n\nThe first is told.\n\n{LEARNING}\n\n{ADVICE}\n\n{LINK}\n"
SECOND = WHOLE.replace("Child A", "Child B").replace("The first is told", "The second is told")

HOSTILE = (
    "`", "``` ```", "` @someone `", "@someone", "@example/team", "#12 GH-34", "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>", "[x](https://www.example.org/x)", "![x](https://www.example.org/x.png)",
    "<!-- ", "</code></pre>", "~~~", "https://www.example.org/x", "www.example.org", "*a* **b** _c_", "| a | b |",
    "&lt;b&gt;", "\\`@someone\\`", "{{ 7 * 7 }} {% raw %}", "$(id) ; rm", "::error::x",
)  # fmt: skip
# A detail made up for each kind, and what the report calls it.
DETAILS = (
    ("He was born on 3 May 2019.", "a full date", "3 May 2019"),
    ("It was the 14th of June 2020 by then.", "a full date", "June 2020"),
    ("Her DOB is in the file.", "a date of birth", "DOB"),
    ("They lived at ZZ9 9ZZ then.", "a postcode", "ZZ9 9ZZ"),
    ("They lived in Madeup Lane.", "a street", "Madeup"),
    ("He went to Madeup Primary School.", "a school", "Madeup"),
    ("He was taken to Madeup Infirmary.", "a hospital", "Madeup"),
    ("Dr Madeup had seen him.", "a person's name", "Madeup"),
    ("A girl named Madeup Person told.", "a first name and surname", "Madeup"),
    (f"She wrote from madeup@example.org to {'everybody in the town ' * 6}.", "an email address", "madeup"),
    ("Ring 01632 960 001 today.", "a telephone number", "960"),
    ("NHS number 999 123 4567 was given.", "an NHS or case number", "4567"),
)
FIELDS = {
    "summary": "## Child A\n\n{}\n\n" + LEARNING,
    "background": "## Child A\n\nTold.\n\nBackground: {}\n\n" + LEARNING,
    "learning": "## Child A\n\nTold.\n\nLearning includes: one thing; {}",
    "recommendations": "## Child A\n\nTold.\n\nRecommendations include: one thing; {}",
}


def report(text: str, name: str = "digest.md") -> str:
    return imported(text, name).report


def of(review: str, text: str) -> str:
    """What the report says of one review."""
    return re.split(r"(?m)^\d+\. ", text.partition("## For you to decide")[0].partition(f"`{review}`")[2])[0]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Two case reviews were published this month.", "**2 reviews found**, as many as the text says"),
        ("Three case reviews were published this month.", "**2 reviews found, but the text says 3.**"),
        ("This month 12 reviews were added.", "but the text says 12"),
        ("", "The text does not say how many there are"),
    ],
)
def test_the_number_found_against_the_number_stated(said: str, wanted: str) -> None:
    assert wanted in report(f"{said}\n\n{WHOLE}\n{SECOND}")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The reviews of January 2024 are below.", "The text names the month: January 2024"),
        ("The reviews of March 2024 are below.", "**The text names March 2024, not January 2024.**"),
        ("The reviews are below.", "does not name its month. You said January 2024"),
    ],
)
def test_the_month_stated_or_not(said: str, wanted: str) -> None:
    assert wanted in report(f"{said}\n\n{WHOLE}")


@pytest.mark.parametrize(
    ("part", "missing"),
    [
        (LEARNING, "learning points"),
        (ADVICE, "recommendations"),
        (LINK, "link to the report"),
        ("The first is told.", "summary"),
    ],
)
def test_what_a_review_lacks(part: str, missing: str) -> None:
    whole = report(f"{SECOND}\n{WHOLE.replace(part, '')}")
    assert f"**Missing: {missing}**" in of("Child A", whole)
    assert "Missing" not in of("Child B", whole)


def test_what_its_heading_does_not_state() -> None:
    assert "Not stated: kind, partnership, year" in report(WHOLE.replace("LCSPR: Child A (Quenby, 2024)", "Child A"))
    assert "Not stated" not in report(WHOLE)


def test_duplicates_word_for_word_and_by_title() -> None:
    found = imported(f"{WHOLE}\n{SECOND}\n{WHOLE}", "d.md")
    assert len(found.digest.reviews) == 2
    assert "`LCSPR: Child A (Quenby, 2024)` stood there twice" in found.report
    found = imported(f"{WHOLE}\n{WHOLE.replace('Quenby', 'Tolverne')}", "d.md")
    assert len(found.digest.reviews) == 2
    assert "Two reviews have the title `Child A`" in found.report


def test_what_was_not_understood_stands_under_its_review() -> None:
    text = report(f"{WHOLE}\n\nA stray sentence about nothing.\n\n{SECOND}\n\nKind regards\n\nSomebody Madeup")
    assert "Under `LCSPR: Child A (Quenby, 2024)`:\n\n```text\nA stray sentence about nothing.\n```" in text
    assert re.search(r"(?s)## Left out.*```text\n.*Somebody Madeup\n```", text)


def test_what_stood_before_and_beside_the_reviews_is_quoted() -> None:
    page = (
        "<nav>Home About</nav><p>A word before.</p><h2>Child A</h2><p>Told.</p><p>Learning includes: a; b.</p>"
        "<footer>All about us</footer>"
    )
    text = report(page, "digest.html")
    assert all(words in text.partition("## Left out")[2] for words in ("Home About", "A word before.", "All about us"))


def test_suggested_themes_with_the_words_that_gave_them() -> None:
    text = report(
        f"{WHOLE.replace('The first is told', 'The neglect was known. No evidence of trafficking')}\n{SECOND}"
    )
    assert re.search(r"Suggested themes:\n +- neglect: `neglect`\n", of("Child A", text))
    assert "trafficking" not in of("Child A", text)
    assert "No theme was found" in of("Child B", text)


@pytest.mark.parametrize(("sentence", "kind", "detail"), DETAILS)
@pytest.mark.parametrize("field", FIELDS)
def test_identifying_details_are_named_and_never_repeated(field: str, sentence: str, kind: str, detail: str) -> None:
    text = report(FIELDS[field].format(sentence))
    assert re.search(rf"Could identify a child: {kind}.* in the {field}\*\*", text)
    assert detail not in text


def test_other_details_are_not_suspected() -> None:
    text = WHOLE.replace(
        "The first is told", "A boy of 7 died in the summer of 2020; 61% of 14 mothers in Quenby knew Child A"
    )
    assert "identify" not in report(text).replace("that could identify a child come out", "")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    text = report(
        f"A word {hostile} before.\n\n## Child A {hostile} (Quenby {hostile}, 2024)\n\nThe neglect {hostile} of.\n\n"
        f"Learning includes: {hostile} a; b.\n\nStray {hostile} text.\n\n"
        f"Recommendations for {hostile} include: {hostile}.\n\n"
        f"Stray {hostile} again.\n\nOther resources https://www.example.org/{hostile}\n\nKind regards\n\n{hostile} Me\n"
    )
    assert alive(text) == []


@given(st.lists(st.text("`~@#<>[]()!*_|\\&;:/-+.=\"' \n\tabAB1é\u202e\u200b", max_size=30), min_size=6, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_text_stays_text(parts: list[str]) -> None:
    before, title, summary, item, stray, name = parts
    review = f"## Child A {title}\n\n{summary}\n\nLearning includes: {item}; b.\n\n{stray}"
    try:
        assert alive(report(f"{before}\n\n{review}\n\nRegards\n\n{name}\n")) == []
    except ImportFaultError:
        return


@given(st.text("`a \n~", max_size=30))
@settings(deadline=None)
def test_code_and_fences_hold_whatever_is_in_them(text: str) -> None:
    assert alive(f"x {code_span(f'@me {text} @me')} y") == []
    block = code_block("\n".join(("@me", text, "@me")))
    assert alive(f"{block}\n\ny") == []
