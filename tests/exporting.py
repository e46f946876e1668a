"""Calendars and data files of small projects, and a strict reader of calendar files that knows no calendar library."""

import re
from dataclasses import dataclass
from pathlib import Path

from scripts.library import Library
from scripts.load import load
from scripts.outputs import calendars, data_files, data_page
from scripts.site import Site
from scripts.sources import read_tree
from tests.conftest import TODAY

# A content line of RFC 5545: its name, its parameters (none of ours is in quotes), its value.
_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)")
_TEXT = re.compile(r"(?:[^\\,;\x00-\x1f\x7f]|\\[\\,;nN])*")
_ESCAPED = re.compile(r"\\(.)")
TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "CATEGORIES", "PRODID"}


def exported(root: Path, *, drafts: bool = False) -> dict[str, bytes]:
    """The calendars, the data files and their page, by path; with drafts, as a preview has them."""
    collection = load(read_tree(root))
    assert collection.settings
    library = Library.of(collection.briefings, collection.vocabulary, drafts=drafts)
    site, outputs = Site(collection.settings, TODAY), (calendars, data_files, data_page)
    return {artifact.path: artifact.data for output in outputs for artifact in output.compile(library, site)}


@dataclass(frozen=True)
class Line:
    """A content line, its text unescaped."""

    name: str
    parameters: str
    value: str


def strictly_read(data: bytes) -> tuple[list[Line], list[list[Line]]]:
    """A calendar's own lines, and those of each event. Every rule of RFC 5545 that it breaks is an assertion."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert not any(b"\r" in line or b"\n" in line for line in physical), "a line ends in another way"
    for octets in physical:
        octets.decode()  # no character is cut in two
    lines = [_line(text) for text in data[:-2].decode().replace("\r\n ", "").split("\r\n")]
    assert lines[0] == Line("BEGIN", "", "VCALENDAR")
    assert lines[-1] == Line("END", "", "VCALENDAR")
    own: list[Line] = []
    events: list[list[Line]] = []
    inside = False
    for line in lines[1:-1]:
        if line.name in ("BEGIN", "END"):
            assert line.value == "VEVENT"
            assert inside is (line.name == "END")
            inside = not inside
            if inside:
                events.append([])
        else:
            (events[-1] if inside else own).append(line)
    assert events, "RFC 5545 wants at least one component"
    for part in (own, *events):
        names = [line.name for line in part]
        assert len(names) == len(set(names)), "a property stands twice"
    return own, events


def _line(text: str) -> Line:
    match = _LINE.fullmatch(text)
    assert match, text
    name, parameters, value = match.groups()
    if name in TEXTS:
        assert _TEXT.fullmatch(value), f"not escaped: {text}"
        value = _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)
    return Line(name, parameters, value)


def value(part: list[Line], name: str) -> str:
    """The value of the one property of that name."""
    (found,) = [line.value for line in part if line.name == name]
    return found
