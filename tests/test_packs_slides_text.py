"""Whatever Markdown a deck's text is made of comes out on slides: all of it, in order, as what it is."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from scripts.markdown_text import literal
from tests.decks import content, made, opened, section, shown


def own(markdown: str) -> Any:
    """The opened deck of one slide's text."""
    return opened(made(f"# Own\n\n{markdown}"))


def lines(markdown: str) -> list[str]:
    return section(shown(own(markdown)), "Own")


def paragraphs(markdown: str) -> list[Any]:
    slides = [slide for slide in own(markdown).slides if slide.shapes.title.text_frame.text.startswith("Own")]
    return [paragraph for slide in slides for shape in content(slide) for paragraph in shape.text_frame.paragraphs]


def mark(paragraph: Any) -> str:
    """An item's bullet, or the number that it begins to count with."""
    properties = paragraph._p.pPr
    bullet, number = properties.find(qn("a:buChar")), properties.find(qn("a:buAutoNum"))
    return str(bullet.get("char") if bullet is not None else number.get("startAt") if number is not None else "")


def test_lists_are_lists_as_deep_as_they_are() -> None:
    found = paragraphs("Before\n\n- one\n    - deep\n        - deeper\n- two\n\n    more of two\n\nAfter")
    assert [(one.text, one.level, mark(one)) for one in found] == [
        ("Before", 0, ""),
        ("one", 0, "•"),
        ("deep", 1, "–"),
        ("deeper", 2, "•"),
        ("two", 0, "•"),
        ("more of two", 0, ""),
        ("After", 0, ""),
    ]


def test_numbers_go_on_over_slides_and_deeper_lists() -> None:
    items = "\n".join(f"{number}. item {number} {'word ' * 20}\n    - deep" for number in range(7, 27))
    found = [one for one in paragraphs(items) if one.text.startswith("item")]
    assert [mark(one) for one in found] == [str(number) for number in range(7, 27)]


def test_styles_and_links_are_kept() -> None:
    (found,) = paragraphs("plain **bold** *italic* [link](https://example.org/a?b=c&d=e#f) <mailto:a@example.org>")
    runs = [(run.text, run.font.bold, run.font.italic, run.hyperlink.address) for run in found.runs]
    assert [run for run in runs if run[0].strip()] == [
        ("plain ", None, None, None),
        ("bold", True, None, None),
        ("italic", None, True, None),
        ("link", None, None, "https://example.org/a?b=c&d=e#f"),
        ("a@example.org", None, None, "mailto:a@example.org"),
    ]


def test_a_quotation_and_a_heading_on_a_slide() -> None:
    found = paragraphs("## Heading\n\n> Somebody's words")
    assert [(one.text, one.runs[0].font.bold, one.runs[0].font.italic) for one in found] == [
        ("Heading", True, None),
        ("Somebody's words", None, True),
    ]


def test_a_table_is_a_table_and_goes_on_with_its_header() -> None:
    rows = "\n".join(f"| row {number} | {'word ' * 12} |" for number in range(12))
    slides = list(own(f"Text first\n\n| Name | What |\n| --- | --- |\n{rows}").slides)[1:-1]
    text, *tables = (content(slide) for slide in slides)
    assert text[0].text_frame.text == "Text first"
    assert len(tables) > 1
    seen = []
    for (table,) in tables:
        assert table.is_placeholder
        assert table.table.first_row
        assert table.element.nvGraphicFramePr.cNvPr.get("descr").startswith("Table: Own")
        cells = [[cell.text_frame.text.strip() for cell in row.cells] for row in table.table.rows]
        assert cells[0] == ["Name", "What"]
        seen += [cell for cell, _ in cells[1:]]
    assert seen == [f"row {number}" for number in range(12)]


def test_a_table_that_no_slide_holds_is_told_in_lines() -> None:
    header = " | ".join(f"Name{number}" for number in range(14))
    row = " | ".join(f"considerably{number}" for number in range(14))
    (line,) = lines(f"| {header} |\n|{' --- |' * 14}\n| {row} |")
    assert line == "; ".join(f"Name{number}: considerably{number}" for number in range(14))


def test_the_first_line_across_ends_what_is_shown() -> None:
    first = shown(own("Shown\n\n---\n\nSaid\n\n---\n\n## Said too\n\n| a | b |\n| --- | --- |\n| c | d |"))[1]
    assert first.lines == ("Shown",)
    assert first.notes.split("\n") == ["Said", "Said too", "a: c; b: d"]


def test_text_before_the_first_slide_and_a_title_of_ones_own() -> None:
    before = shown(opened(made("Before\n\n# Own\n\ntext")))
    assert [slide.title for slide in before] == ["Made-up deck", "Own", "Worried about a child?"]
    assert before[0].lines[0] == "Before"
    without = shown(opened(made("# Own\n\ntext")))
    assert without[0].title == "Made-up deck"
    assert without[0].lines[0] == "Made-up label"


def test_a_slide_without_text_is_a_heading_between_others() -> None:
    deck = shown(opened(made("# One\n\ntext\n\n# Part two\n\n---\n\nSay so.\n\n# Two\n\ntext")))
    assert [(slide.title, slide.lines) for slide in deck[1:-1]] == [
        ("One", ("text",)),
        ("Part two", ()),
        ("Two", ("text",)),
    ]
    assert deck[2].notes == "Say so."


def test_titles_that_come_again_are_told_apart() -> None:
    deck = shown(opened(made("\n\n".join(f"# Child A\n\nReview {number}" for number in range(3)))))
    assert [slide.title for slide in deck[1:-1]] == ["Child A", "Child A (2 of 3)", "Child A (3 of 3)"]


def test_a_long_title_stands_in_full_somewhere() -> None:
    title = "W" * 200
    slide = shown(opened(made(f"# {title}\n\ntext")))[1]
    assert slide.title.endswith("…")
    assert slide.lines == (title, "text")


def test_right_to_left_text_is_marked() -> None:
    hebrew, arabic, english = paragraphs("שלום לכולם\n\n- مرحبا بكم\n\nHello, שלום")
    assert [one._p.pPr.get("rtl") for one in (hebrew, arabic, english)] == ["1", "1", None]
    assert own("text\n\n# שלום\n\ntext").slides[2].shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") == "1"


def test_characters_that_no_file_holds_are_left_out() -> None:
    assert lines("a&#8;b&#65535;c") == ["abc"]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=60)
SENTENCE = st.lists(WORDS, min_size=1, max_size=120).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=12), st.sampled_from(["", "- ", "1. "]))
def test_no_word_is_lost_or_moved(texts: list[str], before: str) -> None:
    joined = ("\n" if before else "\n\n").join(f"{before}{literal(text)}" for text in texts)
    # A long word is parted between letters where no slide holds it.
    assert "".join("".join(lines(joined)).split()) == "".join("".join(texts).split())
