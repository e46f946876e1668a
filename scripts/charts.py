"""Charts as inline SVG, drawn by Vega: readable on a phone, in greyscale, and without any script or style.

A chart is a picture of what a sentence and a table beside it say as well.
"""

import hashlib
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import vl_convert
from lxml import etree
from markupsafe import Markup

# Drawn for the narrowest phone, so that letters keep their size there; wider screens show it no larger.
WIDTH = 300
_SIZE = 14
_LINE = 19
_BAR = 18
_GAP = 6
_BETWEEN = 12
# Wider than most letters are, since nobody knows the reader's font.
_LETTER = 0.6 * _SIZE
# Labels stand beside their bars if none is longer than a run of years (2019–2021); otherwise all stand above.
_SHORT = 9
# So much of the width is left to bars, or their notes stand above as well.
_LEAST = 100
# Half the width of an outline, so that it falls on whole pixels and is nowhere cut off.
_EDGE = 0.5
# What Vega draws: bars that have a length, and texts that have words.
_PATHS = etree.XPath("//*[contains(@class, $name)]/*[not(contains(@d, 'h0v'))]")
_TEXTS = etree.XPath("//*[local-name() = 'text' and node()]")


@dataclass(frozen=True)
class Bar:
    """One bar: what is counted, the whole that it is out of (drawn as an outline), and the words at its end."""

    label: str
    value: float
    whole: float
    note: str


@dataclass(frozen=True)
class _Plan:
    """Where things stand in a chart: to the left of bars, at their ends, or above."""

    is_beside: bool
    has_note_at_end: bool
    left: float
    longest: int

    def above(self, bar: Bar) -> list[str]:
        """The lines of text over a bar."""
        texts = [bar.label] * (not self.is_beside) + [bar.note] * (not self.has_note_at_end)
        return [line for text in texts for line in textwrap.wrap(text, int(WIDTH / _LETTER))]


def bar_chart(title: str, description: str, bars: Sequence[Bar]) -> Markup:
    """Horizontal bars on one scale, as an <svg> that says its title and description to a screen reader.

    Its ids are made of what it shows: a page can hold any number of charts, each of them once.
    """
    return _drawn(title, description, tuple(bars))


@cache
def _drawn(title: str, description: str, bars: tuple[Bar, ...]) -> Markup:
    # An address that none begins with: nothing is ever fetched.
    svg = vl_convert.vega_to_svg(_spec(bars), allowed_base_urls=["https://invalid/"])
    name = hashlib.sha256(repr((title, description, bars)).encode()).hexdigest()[:8]
    return Markup(_plain(svg, title, description, f"chart-{name}"))  # noqa: S704  serialised by lxml, every text escaped


def _whole(bars: tuple[Bar, ...]) -> float:
    """The end of the scale."""
    return max((bar.whole for bar in bars), default=0) or 1


def _letters(note: str) -> int:
    """How many letters' width a note takes: that of a % is two."""
    return len(note) + note.count("%")


def _planned(bars: tuple[Bar, ...]) -> _Plan:
    is_beside = all(len(bar.label) <= _SHORT for bar in bars)
    left = _EDGE + (int(_GAP + _LETTER * max((len(bar.label) for bar in bars), default=0)) if is_beside else 0)
    # What a bar's note leaves of the width; and how long the longest outline may then be.
    rooms = [WIDTH - left - _GAP - _letters(bar.note) * _LETTER for bar in bars]
    longests = [
        room * _whole(bars) / bar.whole for bar, room in zip(bars, rooms, strict=True) if bar.whole and bar.note
    ]
    longest = int(min([WIDTH - left - _EDGE, *longests]))
    has_note_at_end = longest >= _LEAST and min(rooms, default=0) >= 0
    return _Plan(is_beside, has_note_at_end, left, longest if has_note_at_end else int(WIDTH - left - _EDGE))


def _spec(bars: tuple[Bar, ...]) -> dict[str, object]:
    """What Vega draws: https://vega.github.io/vega/docs/specification/."""
    plan = _planned(bars)
    above = [plan.above(bar) for bar in bars]
    ends = list(accumulate(len(lines) * _LINE + _BAR + _BETWEEN for lines in above))
    rows = [
        {
            "above": lines,
            "beside": bar.label if plan.is_beside else "",
            "note": bar.note if plan.has_note_at_end else "",
            "value": bar.value,
            "whole": bar.whole,
            "gap": plan.left + _GAP if bar.whole else plan.left,
            "first": end - _BETWEEN - _BAR - len(lines) * _LINE + _SIZE,
            "top": end - _BETWEEN - _BAR + _EDGE,
            "middle": end - _BETWEEN - _BAR / 2 + _EDGE,
        }
        for bar, lines, end in zip(bars, above, ends, strict=True)
    ]
    scale = {"name": "x", "type": "linear", "domain": [0, _whole(bars)], "range": [0, plan.longest], "round": True}
    return {
        "width": WIDTH,
        "height": ends[-1] - _BETWEEN + 2 * _EDGE if ends else 0,
        "padding": 0,
        "autosize": "none",
        "data": [{"name": "rows", "values": rows}],
        "scales": [scale],
        "marks": [
            _bars("whole", plan.left),
            _bars("value", plan.left),
            _text("above", {"value": 0}, "first", "alphabetic"),
            _text("beside", {"value": 0}, "middle", "middle"),
            _text("note", {"scale": "x", "field": "whole", "offset": {"field": "gap"}}, "middle", "middle"),
        ],
    }


def _bars(field: str, left: float) -> dict[str, object]:
    place = {"x": {"value": left}, "y": {"field": "top"}, "height": {"value": _BAR}}
    encoding = place | {"width": {"scale": "x", "field": field}}
    return {"type": "rect", "name": f"chart-{field}", "from": {"data": "rows"}, "encode": {"enter": encoding}}


def _text(field: str, x: dict[str, object], y: str, baseline: str) -> dict[str, object]:
    look = {"fontSize": {"value": _SIZE}, "lineHeight": {"value": _LINE}}
    place = {"x": x, "y": {"field": y}, "baseline": {"value": baseline}, "text": {"field": field}}
    return {"type": "text", "from": {"data": "rows"}, "encode": {"enter": place | look}}


def _plain(svg: str, title: str, description: str, name: str) -> str:
    """Vega's drawing as one picture with one name, in the page's own font and colours, and nothing else of it."""
    drawn = etree.fromstring(svg, etree.XMLParser(resolve_entities=False))
    root = etree.Element("svg", {key: drawn.attrib[key] for key in ("width", "height", "viewBox")})
    # The page's text says the same, so that search finds it there.
    root.attrib.update({"class": "chart", "role": "img", "data-pagefind-ignore": ""})
    root.attrib.update(
        {"aria-labelledby": f"{name}-title {name}-text", "fill": "currentColor", "font-size": str(_SIZE)}
    )
    etree.SubElement(root, "title", id=f"{name}-title").text = title
    etree.SubElement(root, "desc", id=f"{name}-text").text = description
    # A screen reader says the name alone, and not each number again.
    picture = etree.SubElement(root, "g", {"aria-hidden": "true"})
    for kind in ("whole", "value"):
        for path in _PATHS(drawn, name=f"chart-{kind}"):
            look = {"fill": "none", "stroke": "currentColor"} if kind == "whole" else {}
            etree.SubElement(picture, "path", {"class": f"chart-{kind}", "d": path.attrib["d"]} | look)
    for text in _TEXTS(drawn):
        place = etree.SubElement(picture, "text", transform=text.attrib["transform"])
        place.text = text.text
        for line in text:
            etree.SubElement(place, "tspan", dict(line.attrib)).text = line.text
    return etree.tostring(root, encoding="unicode")
