"""Word documents, read back by python-docx and as the XML that they are."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from scripts.documents import Document
from scripts.packs import Pack
from scripts.press.makers import make
from tests.conftest import ROOT
from tests.decks import house
from tests.hostile import HOSTILE

TEXT = """
First paragraph with **strong**, *slanted* and `code` words and [a link](https://www.example.org/a_(b)?c=d&e=f).

## Part

Line one<br>line two

1. One
2. Two
    - Within
        - Deeper
            - Deepest
                - As deep

Between.

7. Seven

### Smaller part

> Quoted words.

```
code  with
  spaces
```

---

| Head | Second |
| --- | --- |
| Cell | **Strong** [link](https://www.example.org/cell) |
| مرحبا بكم | x |
"""


def made(markdown: str, title: str = "Made-up title") -> bytes:
    document = Document(
        "themes/made-up", title, "Made-up label", "https://briefings.example.org/x/", date(2026, 1, 31), markdown
    )
    return make(Pack("packs/themes/made-up.docx", "report", (document,), house()), ROOT)


@pytest.fixture(scope="module")
def file() -> Any:
    return docx.Document(BytesIO(made(TEXT)))


def lines(file: Any) -> list[tuple[str, str]]:
    """Style and text of every paragraph that has any text and stands in no table."""
    return [(line.style.name, line.text) for line in file.paragraphs if line.text]


def element(file: Any, path: str) -> list[Any]:
    return list(file.element.body.xpath(path))


def test_every_block_has_a_style_that_word_knows_by_name(file: Any) -> None:
    assert lines(file)[:18] == [
        ("Title", "Made-up title"),
        ("Subtitle", "Made-up label\nRead it on Practitioner learning and briefings"),
        ("Normal", "First paragraph with strong, slanted and code words and a link."),
        ("Heading 1", "Part"),
        ("Normal", "Line one\nline two"),
        ("List Number", "One"),
        ("List Number", "Two"),
        ("List Bullet 2", "Within"),
        ("List Bullet 3", "Deeper"),
        ("List Bullet 3", "Deepest"),
        ("List Bullet 3", "As deep"),
        ("Normal", "Between."),
        ("List Number", "Seven"),
        ("Heading 2", "Smaller part"),
        ("Quote", "Quoted words."),
        ("Code", "code  with\n  spaces"),
        ("Worried Heading", "Worried about a child?"),
        ("Worried", "A child in immediate danger: Call 999"),
    ]


def test_headings_and_title_are_those_of_words_outline(file: Any) -> None:
    levels = {style.name: style.element.xpath("w:pPr/w:outlineLvl/@w:val") for style in file.styles if style.type == 1}
    assert (levels["Heading 1"], levels["Heading 2"], levels["Normal"]) == (["0"], ["1"], [])


def test_words_keep_their_styles(file: Any) -> None:
    runs = {run.text: run for line in file.paragraphs for run in line.runs}
    assert runs["strong"].bold
    assert runs["slanted"].italic
    assert runs["code"].style.name == "Code Within"


def test_each_numbered_list_counts_by_itself(file: Any) -> None:
    counts = [line._p.pPr.numPr.numId.val for line in file.paragraphs if line.style.name == "List Number"]
    assert counts[0] == counts[1] != counts[2]
    numbering = file.part.numbering_part.element
    starts = {int(num.numId): num.xpath("w:lvlOverride/w:startOverride/@w:val") for num in numbering.num_lst}
    assert (starts[counts[0]], starts[counts[2]]) == (["1"], ["7"])


def test_links_lead_where_the_text_says(file: Any) -> None:
    relations = file.part.rels
    found = {
        "".join(link.xpath(".//w:t/text()")): relations[link.get(qn("r:id"))].target_ref
        for link in element(file, ".//w:hyperlink")
    }
    assert found["a link"] == "https://www.example.org/a_(b)?c=d&e=f"
    assert found["link"] == "https://www.example.org/cell"
    assert found["Call 999"] == "tel:999"
    assert found["briefings@example.org"] == "mailto:briefings@example.org"
    assert found["Read it on Practitioner learning and briefings"] == "https://briefings.example.org/x/"


def test_a_table_has_a_style_a_header_that_is_repeated_and_rows_in_one_piece(file: Any) -> None:
    (table,) = file.tables
    assert table.style.name == "House Table"
    assert [[cell.text for cell in row.cells] for row in table.rows][:2] == [
        ["Head", "Second"],
        ["Cell", "Strong link"],
    ]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    widths = [sum(cell.width.twips for cell in row.cells) for row in table.rows]
    assert max(widths) <= 9639 < min(widths) + 10


def test_a_row_that_is_longer_than_much_of_a_page_may_be_parted() -> None:
    table = docx.Document(
        BytesIO(made(f"| A | B |\n| --- | --- |\n| short | row |\n| long | {'word ' * 400} |"))
    ).tables[0]
    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in table.rows] == [True, True, False]


def test_what_runs_from_right_to_left_does_so(file: Any) -> None:
    cell = file.tables[0].rows[2].cells[0].paragraphs[0]
    assert cell._p.xpath("w:pPr/w:bidi")
    assert cell.runs[0].font.rtl


def test_the_file_says_what_it_is(file: Any) -> None:
    about = file.core_properties
    assert (about.title, about.author, about.subject) == ("Made-up title", house().partnership, "Made-up label")
    assert (about.language, about.revision, about.comments) == ("en-GB", 1, "")
    assert about.created.replace(tzinfo=None) == about.modified.replace(tzinfo=None) == datetime(2026, 1, 31)
    assert about.last_modified_by == house().partnership
    assert set(file.styles.element.xpath("w:docDefaults//w:lang/@w:val")) == {"en-GB"}


def test_pages_are_a4_and_numbered_in_the_partnerships_name(file: Any) -> None:
    (section,) = file.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text.startswith(house().partnership)
    fields = section.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert [field.strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith("Made-up title\tPage ")


def test_it_ends_with_where_to_turn_and_whose_it_is(file: Any) -> None:
    end = [text for style, text in lines(file) if style in ("Worried", "Small Print")]
    for contact in house().worried:
        assert f"{contact.label}: {contact.text}" in end
    assert end[-3].startswith(f"Sent by {house().partnership}.")
    assert end[-2] == house().notice
    assert end[-1] == house().licence


def test_it_is_the_same_from_run_to_run() -> None:
    data = made(TEXT)
    assert data == made(TEXT)
    with ZipFile(BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = parts.namelist()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name or "customXml" in name]


def test_text_that_looks_like_something_else_comes_out_as_text() -> None:
    title = f"<w:t> & {HOSTILE}"
    file = docx.Document(BytesIO(made("&#60;w:p/&#62; &amp;amp; \x01\x02 end", title)))
    assert lines(file)[0] == ("Title", title)
    assert ("Normal", "<w:p/> &amp;  end") in lines(file)
    assert file.core_properties.title == title[:255]


def test_it_has_the_partnerships_colour(file: Any) -> None:
    wanted = house().primary.removeprefix("#")
    assert {str(file.styles[name].font.color.rgb).lower() for name in ("Title", "Heading 1", "Hyperlink")} == {wanted}
