"""No text runs over its box: LibreOffice draws the slides, pdfplumber says where every letter stands."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pptx import Presentation
from pptx.util import Emu

from scripts.press.makers import make
from tests.decks import content, drawn, hostile_project, made, opened, real_deck, renderer, slide_packs
from tests.hostile import HOSTILE, front_matter

SMALLEST = 18
# LibreOffice rounds sizes and places.
TOLERANCE = 1.5

SENTENCE = "Somebody asks a question that nobody has asked before, and writes the answer down where others find it. "
LONG = {
    "paragraph": SENTENCE * 40,
    "one-sentence": f"{'unending words and ' * 150}end",
    "list": "\n".join(f"- Item {number}: {SENTENCE[: number * 3]}" for number in range(1, 81)),
    "numbered": "\n".join(f"{number}. {SENTENCE}" for number in range(1, 13)),
    "deep": "\n".join(f"{'    ' * (number % 5)}- {SENTENCE * (number % 3 + 1)}" for number in range(15)),
    "capitals": "SAFEGUARDING CHILDREN AND WHAT WORKS WELL. " * 30,
    "wide": f"{'W' * 1000}\n\n- {'m' * 400}\n- **{'@' * 400}**",
    "links": "\n".join(f"- [{SENTENCE}end](https://example.org/{number}), then more" for number in range(12)),
    "bold": "\n".join(f"- **{SENTENCE * 2}end**" for _ in range(9)),
    "accents": "\n".join(f"- Zoë Ångström-Ñuñez, Łódź, Škoda, Ünïcödé, Đặng Thị Hoà {SENTENCE}" for _ in range(14)),
    "right-to-left": "שלום לכולם, זה משפט ארוך מאוד. " * 20 + "\n\n- " + "مرحبا بكم في هذه الجلسة. " * 20,
    "table": "| Name | What | Who |\n| --- | --- | --- |\n" + f"| Short | {SENTENCE} | {SENTENCE[:50]} |\n" * 20,
}
TITLES = {
    "200 letters": (SENTENCE * 2)[:200].strip(),
    "200 capitals": ("WHAT WORKS WELL " * 13)[:200].strip(),
    "200 wide": "W" * 200,
    "hostile": HOSTILE[:200],
    "accents": "Zoë Ångström-Ñuñez, Łódź und Đặng Thị Hoà",
    "hebrew": "שלום לכולם " * 10,
}
REAL = (
    "national-reviews/the-myth-of-invisible-men",
    "publications/annual-report-2018-to-2019",
    "digests/2024-01",
    "spotlights/domestic-abuse",
    "local-guidance/bruising-in-non-mobile-infants-and-children",
    "challenges/mens-attendance-at-child-protection-conferences",
)

needs_renderer = pytest.mark.skipif(not renderer(), reason="needs LibreOffice and a font with Arial's measures")


def long_briefing() -> str:
    """As long as a file may be in every field."""
    line = (SENTENCE * 10)[:990].strip()
    front = {
        "title": TITLES["200 letters"],
        "summary": (SENTENCE * 60)[:5900].strip(),
        "published": "2025-02",
        "added": "2026-11-22T10:00:00+00:00",
        "type": "guidance",
        "themes": ["neglect"],
        "key_messages": [f"{number} {line}" for number in range(5)],
        "for_roles": {"gp": (SENTENCE * 60)[:5900].strip()},
        "discussion": [f"{number} {SENTENCE}" for number in range(80)],
        "sources": [{"title": "W" * 200, "url": f"https://www.example.org/{'a' * 900}"}],
    }
    body = "\n\n".join([SENTENCE * 5] * 46)
    return f"{front_matter(front)}\n## Heading\n\n{body}\n"


def decks(tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    root = hostile_project(tmp_path / "hostile")
    (root / "briefings" / "publications" / "long.md").write_text(long_briefing(), "utf-8")
    for key, pack in slide_packs(root).items():
        yield f"hostile-{key.replace('/', '-')}", make(pack, root)
    yield from ((f"real-{key.replace('/', '-')}", real_deck(key)) for key in REAL)
    text = "\n\n".join(f"# {name}\n\n{markdown}" for name, markdown in LONG.items())
    titles = "\n\n".join(f"# {title}\n\n{SENTENCE}" for title in TITLES.values())
    yield "long-texts", made(text)
    yield "long-titles", made(titles)
    yield "long-name", made("# Own\n\ntext", TITLES["200 capitals"])
    other = tmp_path / "other"
    (other / "overrides").mkdir(parents=True)
    Presentation().save(str(other / "overrides" / "slides.pptx"))
    yield "other-texts", made(text, TITLES["200 letters"], other)
    yield "other-titles", made(titles, root=other)


@needs_renderer
def test_every_letter_stands_in_its_box(tmp_path: Path) -> None:
    files = dict(decks(tmp_path))
    folder = tmp_path / "drawn"
    folder.mkdir()
    faults = [fault for name, file in drawn(files, folder).items() for fault in _faults(name, files[name], file)]
    assert not faults, "\n".join(faults)


def _faults(name: str, data: bytes, file: Path) -> Iterator[str]:
    slides = opened(data).slides
    with pdfplumber.open(file) as pdf:
        assert len(pdf.pages) == len(slides)
        for number, (slide, page) in enumerate(zip(slides, pdf.pages, strict=True), 1):
            place = f"{name} {number} “{slide.shapes.title.text_frame.text[:40]}”"
            if any(not (letter["x0"] >= 0 and letter["x1"] <= page.width) for letter in page.chars):
                yield f"{place}: beside the slide"
            boxes = {shape.name: _box(shape) for shape in (slide.shapes.title, *content(slide))}
            for shape in (slide.shapes.title, *content(slide)):
                there = [letter for letter in page.chars if _is_in(letter, boxes[shape.name])]
                texts = "".join(shape.element.xpath(".//a:t/text()"))
                if missing := _letters(texts) - _letters("".join(letter["text"] for letter in there)):
                    yield f"{place}: outside {shape.name}: {dict(missing)}"
                if small := [letter["size"] for letter in there if letter["size"] < SMALLEST - TOLERANCE]:
                    yield f"{place}: letters of {small[0]:.1f} in {shape.name}"


def _letters(text: str) -> Counter[str]:
    """The letters that any font draws one by one."""
    return Counter(sign for sign in unicodedata.normalize("NFKC", text) if sign.isascii() and sign.isalnum())


def _box(shape: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape on the page."""
    left, top = Emu(shape.left).pt, Emu(shape.top).pt
    return left, top, left + Emu(shape.width).pt, top + Emu(shape.height).pt


def _is_in(letter: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether a letter, from its top to its foot, stands in a box."""
    left, top, right, bottom = box
    # pdfplumber's own box of a letter has room for those that hang below the line.
    middle, half = (letter["top"] + letter["bottom"]) / 2, letter["size"] * 0.35
    across = left - TOLERANCE <= letter["x0"] and letter["x1"] <= right + TOLERANCE
    return bool(across and top - TOLERANCE <= middle - half and middle + half <= bottom + TOLERANCE)
