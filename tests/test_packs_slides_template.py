"""A partnership's own template takes the place of ours; ours takes its colours; no machine shows in the file."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from scripts.press.makers import PackError, make
from tests.conftest import ROOT
from tests.decks import content, house, made, opened, real_deck, section, shown, slide_packs

KEY = "national-reviews/the-myth-of-invisible-men"
ADDRESSES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def own_template(tmp_path: Path, change: Callable[[Any], None] = lambda _: None) -> Path:
    """A project's root with a template of its own: python-pptx's, 4:3, Calibri."""
    presentation = Presentation()
    change(presentation)
    (tmp_path / "overrides").mkdir()
    presentation.save(str(tmp_path / "overrides" / "slides.pptx"))
    return tmp_path


def sample_slides(presentation: Any) -> None:
    for number in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text_frame.text = f"Sample {number}"
        slide.notes_slide.notes_text_frame.text = "Sample notes"


def without_layouts(presentation: Any) -> None:
    for layout in list(presentation.slide_layouts):
        if layout.name != "Blank":
            presentation.slide_layouts.remove(layout)


def with_title_last(presentation: Any) -> None:
    for layout in presentation.slide_layouts:
        tree = layout.shapes._spTree
        tree.append(layout.placeholders[0].element)


def test_an_own_template_says_how_slides_look(tmp_path: Path) -> None:
    root = own_template(tmp_path, sample_slides)
    data = make(slide_packs(ROOT)[KEY], root)
    deck, ours = opened(data), shown(opened(real_deck(KEY)))
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    assert [slide.slide_layout.name for slide in deck.slides][:2] == ["Title Slide", "Title and Content"]
    for name in ("Key messages", "Questions to discuss", "Sources"):
        assert section(shown(deck), name) == section(ours, name)
    with ZipFile(BytesIO(data)) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
        assert b"Sample" not in everything
        assert len([name for name in file.namelist() if name.startswith("ppt/slides/slide")]) == len(deck.slides)


def test_the_title_is_read_first_whatever_lies_first_in_the_layout(tmp_path: Path) -> None:
    root = own_template(tmp_path, with_title_last)
    for slide in opened(made("# Own\n\ntext", root=root)).slides:
        assert next(iter(slide.shapes)).shape_id == slide.shapes.title.shape_id


def test_no_box_stays_empty_in_an_own_template(tmp_path: Path) -> None:
    for slide in opened(made("# Own\n\ntext\n\n# Between", root=own_template(tmp_path))).slides:
        assert all(shape.text_frame.text.strip() for shape in content(slide))


def test_a_template_without_a_layout_for_text_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        made("# Own\n\ntext", root=own_template(tmp_path, without_layouts))
    assert "themes/made-up" in str(error.value)
    assert "overrides/slides.pptx has no layout with a title and one large box for text" in str(error.value)
    assert "View, Slide Master" in str(error.value)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64], ids=["empty", "pdf", "locked"]
)
def test_a_file_that_is_no_presentation_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "slides.pptx").write_bytes(data)
    with pytest.raises(PackError, match=r"overrides/slides\.pptx is not a PowerPoint presentation"):
        made("# Own\n\ntext", root=tmp_path)


def colours(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as file:
        scheme = etree.fromstring(file.read("ppt/theme/theme1.xml")).find(".//a:clrScheme", ADDRESSES)
    assert scheme is not None
    return {etree.QName(colour).localname: str(colour[0].get("val")).lower() for colour in scheme}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_our_template_has_the_partnerships_colours() -> None:
    found = colours(real_deck(KEY))
    assert found["accent1"] == found["dk2"] == house().primary.removeprefix("#").lower()
    assert found["accent2"] == house().accent.removeprefix("#").lower()


def test_colours_that_nobody_could_read_are_darkened() -> None:
    pack = slide_packs(ROOT)[KEY]
    light = replace(pack, imprint=replace(pack.imprint, primary="#ffe14d", accent="#ffffff"))
    found = colours(make(light, ROOT))
    for name in ("accent1", "dk2", "hlink", "folHlink", "accent2"):
        assert 1.05 / (luminance(found[name]) + 0.05) >= 4.5


def test_a_long_name_of_a_partnership_is_shortened_at_the_foot_only() -> None:
    pack = slide_packs(ROOT)[KEY]
    name = "The Safeguarding Children Partnership of Somewhere and Elsewhere " * 3
    deck = opened(make(replace(pack, imprint=replace(pack.imprint, partnership=name.strip())), ROOT))
    assert name.strip() in shown(deck)[0].lines
    (foot,) = (shape for shape in deck.slides[1].shapes if "Footer" in shape.name)
    assert foot.text_frame.text.endswith("…")
    assert name.startswith(foot.text_frame.text.rstrip("…"))


PROGRAM = """
import hashlib, sys
from pathlib import Path
from tests.decks import made, real_deck
print(hashlib.sha256(real_deck(sys.argv[1]) + made("# A\\n\\n[b](https://example.org/)")).hexdigest())
"""


def test_the_same_bytes_in_every_process() -> None:
    def digest(**env: str) -> str:
        command = [sys.executable, "-c", PROGRAM, KEY]
        run = subprocess.run(command, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=True)
        return run.stdout

    one = digest(PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    assert len(one.strip()) == 64
    assert digest(PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C") == one


def test_the_file_is_the_same_on_every_machine() -> None:
    with ZipFile(BytesIO(real_deck(KEY))) as file:
        parts = file.infolist()
        assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
        # What is packed depends on the version of the packer.
        assert {part.compress_type for part in parts} == {ZIP_STORED}
        assert {part.create_system for part in parts} == {0}
        assert len({part.filename for part in parts}) == len(parts)
        everything = b"".join(file.read(part) for part in parts)
    assert b"creationId" not in everything
    assert b"python-pptx" not in everything
