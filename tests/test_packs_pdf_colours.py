"""A partnership's colours and name on its PDFs."""

from dataclasses import replace

import pytest

from tests.pdf_making import IMPRINT, MARGIN, pressed
from tests.pdf_reading import beyond, colours, facts


@pytest.mark.parametrize("colour", ["#ffd800", "#ffffff", "#7fdbff", "#888888", "#1d4f5c", "#000000"])
def test_text_can_be_read_in_whatever_colours_a_partnership_has(colour: str) -> None:
    by = replace(IMPRINT, primary=colour, accent=colour)
    letters, areas = colours(pressed("## Made-up heading\n\n[A link](https://www.example.org/)", by=by))
    white, dark = {c for c in letters if min(rgb(c)) > 0.99}, {c for c in letters if min(rgb(c)) <= 0.99}
    band = [c for c in areas if max(luminance(c), 0) < 0.5]
    tints = [c for c in areas if luminance(c) >= 0.5]
    assert white
    assert all(contrast(c, (1, 1, 1)) >= 4.5 for c in (*dark, *band))
    assert all(contrast(c, tint) >= 4.5 for c in dark for tint in tints)


def rgb(colour: tuple[float, ...]) -> tuple[float, ...]:
    return colour if len(colour) == 3 else colour * 3


def luminance(colour: tuple[float, ...]) -> float:
    """The relative luminance that WCAG 2 defines."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_long_name_stays_on_the_page() -> None:
    name = "Safeguarding Children Partnership of " + "Several-Boroughs " * 9
    data = pressed("Made-up text.", by=replace(IMPRINT, partnership=name.strip(), site_name="Unbroken" * 12))
    assert not beyond(data, MARGIN)
    assert facts(data)["author"] == name.strip()
