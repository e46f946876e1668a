"""Charts are plain pictures: true to their numbers, legible on a phone and in grey, one name to a screen reader."""

import io
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from scripts.charts import WIDTH, Bar, bar_chart
from tests.test_accessibility import FOCUSED
from tests.visits import PHONE, visit, words

YEARS = (
    Bar("2020", 1, 2, "1 of 2"),
    Bar("2021–2023", 0, 0, "no review in the collection"),
    Bar("2024", 5, 8, "5 of 8"),
    Bar("2025", 0, 4, "0 of 4"),
)
LONG = "What happens where a label is much longer than any bar can be, and goes on and on"
HOSTILE = "</text></svg><script>alert(1)</script> & \"quotes\" 'too' <b onclick=x>"
PAGES = ("themes/domestic-abuse/", "recurrence/")

# What a chart is made of: attributes that the policy lets through, and nothing that is fetched or run.
PARTS = {
    "svg": {"width", "height", "viewBox", "class", "role", "data-pagefind-ignore", "aria-labelledby", "fill"}
    | {"font-size"},
    "title": {"id"},
    "desc": {"id"},
    "g": {"aria-hidden"},
    "path": {"class", "d", "fill", "stroke"},
    "text": {"transform"},
    "tspan": {"x", "dy"},
}


def drawn(*bars: Bar, title: str = "Made-up title", text: str = "Made-up text.") -> etree._Element:
    return etree.fromstring(str(bar_chart(title, text, bars)))


def lengths(chart: etree._Element, kind: str) -> list[float]:
    paths = [path.get("d", "") for path in chart.iter("path") if path.get("class") == f"chart-{kind}"]
    return [float(length) for path in paths for length in re.findall(r"(?<=h)[\d.]+", path)]


def said(chart: etree._Element) -> list[str]:
    return [words(" ".join(text.itertext())) for text in chart.iter("text")]


@pytest.mark.parametrize(
    "bars",
    [YEARS, tuple(Bar(LONG, value, 100, f"{value}%") for value in (1, 27, 50, 99.5, 100)), (Bar("a", 1, 3000, "1"),)],
    ids=["years", "per cent", "one of many"],
)
def test_bars_are_as_long_as_what_they_stand_for(bars: tuple[Bar, ...]) -> None:
    chart = drawn(*bars)
    wholes, values = lengths(chart, "whole"), lengths(chart, "value")
    unit = max(wholes) / max(bar.whole for bar in bars)
    assert max(wholes) >= 100
    assert wholes == pytest.approx([bar.whole * unit for bar in bars if bar.whole], abs=0.51)
    assert values == pytest.approx([bar.value * unit for bar in bars if round(bar.value * unit)], abs=0.51)


def test_what_is_none_has_no_bar_and_what_was_not_counted_no_outline() -> None:
    chart = drawn(*YEARS)
    assert (len(lengths(chart, "whole")), len(lengths(chart, "value"))) == (3, 2)
    assert set(said(chart)) == {bar.label for bar in YEARS} | {bar.note for bar in YEARS}


@pytest.mark.parametrize("text", [HOSTILE, LONG, "مثال", "1 < 2 && 3 > 2"])
def test_every_text_stays_text(text: str) -> None:
    chart = drawn(Bar(text, 1, 2, text), title=text, text=text)
    assert {str(part.tag) for part in chart.iter()} <= set(PARTS)
    for part in chart.iter():
        assert set(map(str, part.attrib)) <= PARTS[str(part.tag)]
    assert "".join(said(chart)).replace(" ", "") == (text + text).replace(" ", "")
    assert [chart.findtext("title"), chart.findtext("desc")] == [text, text]


plain_text = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=60)
counts = st.integers(0, 5000)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.builds(Bar, plain_text, st.just(0), counts, plain_text), max_size=4))
def test_whatever_is_counted_nothing_is_lost_or_drawn_beyond_the_edge(bars: list[Bar]) -> None:
    chart = drawn(*bars)
    wanted = words(" ".join(f"{bar.label} {bar.note}" for bar in bars))
    assert sorted("".join(said(chart)).replace(" ", "")) == sorted(wanted.replace(" ", ""))
    assert all(length < WIDTH for length in lengths(chart, "whole"))
    lows = [float(place) for place in chart.xpath("//text/@transform") for place in re.findall(r",([\d.]+)\)", place)]
    assert all(0 < low <= float(chart.get("height", "")) for low in lows)


def test_its_name_is_told_by_ids_that_no_other_chart_has() -> None:
    charts = [drawn(*YEARS), drawn(*YEARS, title="Another title"), drawn(*YEARS[:1])]
    ids = [str(each) for chart in charts for each in chart.xpath("//@id")]
    assert len(set(ids)) == 6
    for chart in charts:
        assert chart.get("role") == "img"
        named = [chart.xpath(f"string(//*[@id = '{each}'])") for each in chart.get("aria-labelledby", "").split()]
        assert named == [chart.findtext("title"), chart.findtext("desc")]


def test_it_is_the_same_on_a_machine_without_any_font() -> None:
    program = (
        "from tests.test_charts import YEARS, bar_chart; print(bar_chart('Made-up title', 'Made-up text.', YEARS))"
    )
    bare = os.environ | {"FONTCONFIG_FILE": os.devnull, "PYTHONHASHSEED": "7"}
    again = subprocess.run([sys.executable, "-c", program], env=bare, check=True, capture_output=True, text=True)
    assert again.stdout.strip() == str(bar_chart("Made-up title", "Made-up text.", YEARS))


LEGIBLE = """charts => charts.flatMap(chart => {
  const frame = chart.getBoundingClientRect();
  const scale = frame.width / chart.viewBox.baseVal.width;
  return [...chart.querySelectorAll("text")].map(text => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const inside = left >= frame.left && right <= frame.right && top >= frame.top - 3 && bottom <= frame.bottom + 3;
    return { text: text.textContent, inside, size: parseFloat(getComputedStyle(text).fontSize) * scale };
  });
})"""


@pytest.mark.parametrize("address", PAGES)
def test_its_letters_can_be_read_on_a_phone_and_are_all_there(browser: Browser, server: str, address: str) -> None:
    with visit(browser, server, viewport=PHONE) as page:
        page.goto(address)
        texts = page.locator("svg.chart").evaluate_all(LEGIBLE)
        assert len(texts) > 4
        assert [text for text in texts if text["size"] < 12 or not text["inside"]] == []


def test_a_screen_reader_hears_one_sentence(browser: Browser, server: str) -> None:
    with visit(browser, server) as page:
        page.goto(PAGES[0])
        picture = page.get_by_role("img", name="Reviews that name domestic abuse, by year 2020: 1 of 2;")
        assert re.fullmatch(r"- '?img \"[^\"]+\"'?", picture.aria_snapshot())  # and nothing within it


def luminance(picture: Image.Image, x: float, y: float) -> float:
    """How light a point of a picture in greyscale is (WCAG 2.2, relative luminance)."""
    grey = picture.getpixel((round(x), round(y)))
    assert isinstance(grey, int)
    return ((grey / 255 + 0.055) / 1.055) ** 2.4 if grey > 10 else grey / 255 / 12.92


def contrast(page: Page) -> float:
    """Between a bar and the rest of its outline, as they look in greyscale."""
    chart = page.locator("svg.chart")
    chart.scroll_into_view_if_needed()
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    bar, whole = (chart.locator(f".chart-{kind}").first.bounding_box() for kind in ("value", "whole"))
    assert bar
    assert whole
    middle = bar["y"] + bar["height"] / 2
    full = luminance(picture, bar["x"] + bar["width"] / 2, middle)
    empty = luminance(picture, (bar["x"] + bar["width"] + whole["x"] + whole["width"]) / 2, middle)
    return (max(full, empty) + 0.05) / (min(full, empty) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_stand_out_in_greyscale_by_day_and_night(browser: Browser, server: str, scheme: str) -> None:
    with visit(browser, server, color_scheme=scheme, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto("recurrence/")
        assert contrast(page) > 4.5


def test_the_numbers_behind_it_open_by_keyboard(browser: Browser, server: str) -> None:
    with visit(browser, server, viewport=PHONE, reduced_motion="reduce") as page:
        page.goto("themes/domestic-abuse/#how-often")
        numbers = page.locator("details.quiet")
        expect(numbers.get_by_role("table")).to_be_hidden()
        page.keyboard.press("Tab")
        expect(numbers.locator("summary")).to_be_focused()
        page.keyboard.press("Enter")
        expect(numbers.get_by_role("table")).to_be_visible()
        for _ in range(2):  # the table's box, which scrolls, then the first review
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED)["seen"]
        expect(numbers.get_by_role("link").first).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
