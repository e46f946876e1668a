"""What is hard to set on paper comes out whole, in its place, and as it was written."""

import os
import re
import subprocess
import sys
import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.markdown_text import literal
from scripts.press.renderers import text_of
from tests.block_reading import spoken
from tests.conftest import ROOT
from tests.pdf_making import IMPRINT, MARGIN, document, pressed
from tests.pdf_reading import beyond, facts, runs, shown, squeezed, structure

SAMPLES = sorted((ROOT / "tests" / "pdf_samples").glob("*-*.md"))
DESIGNS = ("one-page", "reflection")


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_hard_text_stays_on_its_pages_and_whole(sample: Path, design: str) -> None:
    markdown = sample.read_text("utf-8")
    data = pressed(markdown, design)
    assert not beyond(data, MARGIN)
    said = squeezed(structure(data, runs(data)).text)
    place = 0
    for text in (text for block in text_of(document(markdown), IMPRINT) for text in spoken(block)):
        # pdfium reads the words of a line that turns round in the order in which they stand there.
        for part in re.findall(r"\w+", text) if turns_round(text) else [squeezed(text)]:
            assert part in said[place:], text
        place = said.index(squeezed(text), place) if not turns_round(text) else place


def turns_round(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def test_headings_step_down_one_at_a_time_whatever_the_text_does() -> None:
    data = pressed((ROOT / "tests/pdf_samples/skipped-headings.md").read_text("utf-8"))
    headings = [int(tag.name[1]) for tag in structure(data, runs(data)).all() if tag.name[1:].isdigit()]
    assert headings[0] == 1
    assert all(level <= above + 1 for above, level in pairwise(headings))


def test_more_columns_than_a_page_can_hold_become_a_list() -> None:
    names = [f"Column{number}" for number in range(14)]
    row = "| " + " | ".join(f"{name}cell" for name in names) + " |\n"
    data = pressed("| " + " | ".join(names) + " |\n" + "| --- " * 14 + "|\n" + row)
    tree = structure(data, runs(data))
    assert not tree.named("Table")
    assert squeezed("".join(f"{name}: {name}cell" for name in names)) in squeezed(tree.text)
    assert not beyond(data, MARGIN)


@pytest.mark.parametrize("name", ["דוד", "רחל", "مريم", "فاطمة", "محمد"])
def test_letters_that_run_from_right_to_left_do_so_within_english(name: str) -> None:
    text = f"Begin {name} end."
    data = pressed(text)
    assert squeezed(text) in squeezed(shown(data))
    placed = {run.text.strip(): (run.left, run.right) for run in runs(data)}
    assert placed["Begin"][1] < placed[name][0] < placed[name][1] < placed["end."][0]
    with pdfplumber.open(BytesIO(data)) as file:
        first, last = (next(c["x0"] for c in file.pages[0].chars if c["text"] == sign) for sign in (name[0], name[-1]))
    assert first > last or name[0] == name[-1]


@pytest.mark.parametrize("design", DESIGNS)
def test_a_title_of_two_hundred_signs_without_a_space_stays_on_the_page(design: str) -> None:
    title = "Unbroken" * 25
    data = pressed("Made-up text.", design, title)
    assert not beyond(data, MARGIN)
    assert facts(data)["title"] == title
    assert squeezed(structure(data, runs(data)).named("H1")[0].text) == title


def test_what_cannot_be_left_out_takes_more_pages() -> None:
    words = [f"word{number}" for number in range(4000)]
    data = pressed(" ".join(words))
    assert facts(data)["pages"] > 2
    assert "".join(words) in squeezed(structure(data, runs(data)).text)


def test_a_character_without_a_shape_is_named_in_words() -> None:
    assert "Seen [U+0378] and [U+0379] today." in shown(pressed("Seen \u0378 and \u0379 today."))


@pytest.mark.parametrize(
    ("sign", "words"), [("\u4e2d", "[cjk unified ideograph-4e2d]"), ("\U0001f476\ufe0f", "[baby]")]
)
def test_what_our_fonts_lack_comes_from_this_machine_or_in_words(sign: str, words: str) -> None:
    text = shown(pressed(f"The name {sign}."))
    assert sign.rstrip("\ufe0f") in text or words in text.replace("\n", " ")


ANOTHER_RUN = """
import hashlib, sys
sys.path.insert(0, {root!r})
from tests.test_packs_pdf_hostile import SAMPLES, pressed
for sample in SAMPLES:
    print(hashlib.sha256(pressed(sample.read_text("utf-8"))).hexdigest())
"""


def test_another_run_elsewhere_and_later_makes_the_same_bytes(tmp_path: Path) -> None:
    program = ANOTHER_RUN.format(root=str(ROOT))
    printed = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "SOURCE_DATE_EPOCH": epoch},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for folder, seed, zone, epoch in ((tmp_path, "1", "Asia/Tokyo", "1"), (ROOT, "2", "UTC", "1700000000"))
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) == len(SAMPLES)


# Letters and signs of our fonts that stand alone; spaces are tested where lines break.
COVERED = st.characters(min_codepoint=0x21, max_codepoint=0x17F, exclude_categories=("C", "Z")) | st.characters(
    min_codepoint=0x391, max_codepoint=0x44F, categories=("Lu", "Ll"), exclude_characters="ϏϘϙϚϛϜϝϞϟϠϡϢϣϤϥϦϧϨϩϪϫϬϭϮϯϳ"
)
TEXTS = st.lists(st.text(COVERED | st.just(" "), min_size=1, max_size=80), min_size=1, max_size=20)


@settings(max_examples=12, deadline=None)
@given(TEXTS)
def test_whatever_is_written_is_read_again(texts: list[str]) -> None:
    lines = [" ".join(text.split()) for text in texts]
    data = pressed("\n\n".join(f"Begin {literal(line)} end" for line in lines))
    said = squeezed(structure(data, runs(data)).text)
    for line in lines:
        assert f"Begin{squeezed(line)}end" in said
