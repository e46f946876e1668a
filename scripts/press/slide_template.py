"""What slides are made from: a partnership's own template, or ours in its colours. Layouts are known by their boxes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as BOX
from pptx.exc import PackageNotFoundError
from pptx.util import Emu

from scripts.colours import on_white
from scripts.documents import Imprint
from scripts.press.fingerprints import OWN_SLIDES
from scripts.press.slide_measure import Room

# An object of python-pptx, which has no types.
Pptx = Any

_OURS = Path(__file__).parent.parent / "templates" / "press" / "slides.pptx"
_TITLES = {BOX.TITLE, BOX.CENTER_TITLE}
FURNITURE = {BOX.DATE, BOX.FOOTER, BOX.SLIDE_NUMBER, BOX.HEADER}
# We cannot measure a partnership's fonts; the widest and tallest in use are about so much larger than Arial.
_UNKNOWN_FONT = 1.12
# In points: a few words in letters that can be read from the back of a room.
_LEAST_TITLE, _LEAST_TEXT = Room(180, 30), Room(240, 110)
# PowerPoint's own, in EMU: left, top, right, bottom.
_MARGINS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}


class TemplateError(Exception):
    """A partnership's own slides cannot be used; the message says why, and what to do in PowerPoint."""


@dataclass(frozen=True)
class Layout:
    """A layout with a box for the title and at most one for text."""

    layout: Pptx
    title: Room
    text: Room


@dataclass(frozen=True)
class Template:
    """An empty presentation with the layouts for a deck's first slide, its others and its last."""

    presentation: Pptx
    opening: Layout
    content: Layout
    closing: Layout


def template(root: Path, imprint: Imprint) -> Template:
    """The partnership's own template, or ours. Raises TemplateError."""
    own = root / OWN_SLIDES
    if not own.is_file():
        return _with_layouts(Presentation(BytesIO(_branded(imprint.primary, imprint.accent))), slack=1.0)
    try:
        presentation = Presentation(str(own))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise TemplateError(
            f"{OWN_SLIDES} is not a PowerPoint presentation. "
            "Open your template in PowerPoint, save it as “PowerPoint Presentation (.pptx)”, without a password."
        ) from error
    _without_slides(presentation)
    return _with_layouts(presentation, slack=_UNKNOWN_FONT)


def placeholders(shapes: Iterable[Pptx]) -> tuple[Pptx, tuple[Pptx, ...]]:
    """The box for the title (None if there is none) and those for content, of a layout's or a slide's placeholders."""
    boxes = [shape for shape in shapes if shape.placeholder_format.type not in FURNITURE]
    titles = [shape for shape in boxes if shape.placeholder_format.type in _TITLES]
    return next(iter(titles), None), tuple(shape for shape in boxes if shape not in titles)


def _with_layouts(presentation: Pptx, slack: float) -> Template:
    def usable(*wanted: Pptx) -> Iterator[Layout]:
        """The layouts with a title and one box of a wanted kind, those with the largest box first."""
        found = []
        for layout in presentation.slide_layouts:
            title, boxes = placeholders(layout.placeholders)
            if title is None or len(boxes) != 1 or boxes[0].placeholder_format.type not in wanted:
                continue
            if _holds_text(title, _LEAST_TITLE) and _holds_text(boxes[0], _LEAST_TEXT):
                found.append(Layout(layout, _room(title, layout, slack), _room(boxes[0], layout, slack)))
        return iter(sorted(found, key=lambda one: one.text.width * one.text.height, reverse=True))

    content = next(chain(usable(BOX.OBJECT), usable(BOX.BODY)), None)
    if content is None:
        raise TemplateError(
            f"{OWN_SLIDES} has no layout with a title and one large box for text. "
            "In PowerPoint: View, Slide Master, Insert Layout, then Insert Placeholder, Content; save."
        )
    return Template(
        presentation,
        opening=next(usable(BOX.SUBTITLE), content),
        content=content,
        closing=next(usable(BOX.BODY), content),
    )


def _holds_text(box: Pptx, least: Room) -> bool:
    size = box.width, box.height
    # A box for text that runs from top to bottom is for other scripts than ours.
    if None in size or box.element.ph_orient != "horz":
        return False
    return bool(Emu(size[0]).pt >= least.width and Emu(size[1]).pt >= least.height)


def _room(box: Pptx, layout: Pptx, slack: float) -> Room:
    """What a box leaves for text: its size less its margins, which it may have from the master's box of its kind."""
    kinds = _TITLES if box.placeholder_format.type in _TITLES else {BOX.BODY}
    above = [one for one in layout.slide_master.placeholders if one.placeholder_format.type in kinds]
    # python-pptx does not tell what a box has from its master.
    texts = [one.text_frame._txBody.bodyPr for one in (box, *above)]

    def margin(name: str) -> int:
        return next((int(text.get(name)) for text in texts if text.get(name)), _MARGINS[name])

    width = Emu(box.width - margin("lIns") - margin("rIns")).pt
    return Room(width, Emu(box.height - margin("tIns") - margin("bIns")).pt, slack)


def _without_slides(presentation: Pptx) -> None:
    """Templates often come with sample slides, and with lists of them that must not outlive them."""
    # python-pptx cannot remove a slide.
    element = presentation.part._element
    samples = element.sldIdLst
    for slide in [] if samples is None else list(samples):
        presentation.part.drop_rel(slide.rId)
        samples.remove(slide)
    for child in list(element):
        if re.search(r"\}(custShowLst|extLst)$", child.tag):
            element.remove(child)


@cache
def _branded(primary: str, accent: str) -> bytes:
    """Our template in a partnership's colours."""
    main, second = (on_white(colour) for colour in (primary, accent))
    colours = {"dk2": main, "accent1": main, "hlink": main, "folHlink": main, "accent2": second}
    branded = BytesIO()
    with ZipFile(_OURS) as ours, ZipFile(branded, "w") as made:
        for name in ours.namelist():
            data = ours.read(name)
            if name == "ppt/theme/theme1.xml":
                for colour, value in colours.items():
                    pattern = rf'(<a:{colour}><a:srgbClr val=")\w+'
                    data = re.sub(pattern.encode(), rb"\g<1>" + value.removeprefix("#").encode(), data)
            made.writestr(name, data)
    return branded.getvalue()
