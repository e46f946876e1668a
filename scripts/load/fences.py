"""Where front matter ends and the body begins."""

import re
from itertools import pairwise
from typing import Any

from frontmatter import parse as split_front_matter
from frontmatter.default_handlers import BaseHandler

from scripts.problems import Fault, Place, Problem, Rule
from scripts.yaml_tree import Tree, parse

FENCE = Rule(
    "front-matter-fence",
    "A file begins with a line of three hyphens; a second such line ends the front matter.",
    "Type three plain hyphens, ---, alone on the line.",
)

# What word processors make of three hyphens, and what other formats use instead.
_LOOKALIKE = re.compile(r"[–—―]|[-–—−‐‑‒―_*+=.~\s]{2,12}|…|---+[ #].*")
_FIELD = re.compile(r"\w[\w -]{0,30}:( |$)")
_BEGIN = "Begin it with a line ---, then the fields (title, summary …), then a line ---."
_FILL = "Write the fields between them; if they stand below, delete one of the two."


class _StrictHandler(BaseHandler):
    """python-frontmatter's handler for our fences and our strict YAML."""

    def __init__(self, place: Place, end: int) -> None:
        self.place, self.end, self.tree = place, end, Tree()

    def split(self, text: str) -> tuple[str, str]:
        """Divide at the closing fence that `closing_fence` found."""
        lines = text.split("\n")
        return "\n".join(lines[1 : self.end]), "\n".join(lines[self.end + 1 :])

    def load(self, fm: str) -> dict[str, Any]:
        """Read the front matter; the tree stays here, with the places of everything."""
        self.tree = parse(fm, self.place.moved(2))
        return {}


def closing_fence(lines: list[str], place: Place) -> int | Problem:
    """The index of the closing fence, or what is wrong with the fences."""
    if lines[0].rstrip() != "---":
        return _opening_fault(lines).at(place)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), len(lines))
    for number in range(1, end):
        # Within a block of text such a line is indented; then it is meant as a fence only where no other is.
        line = lines[number].strip() if end == len(lines) else lines[number].rstrip()
        if line and _LOOKALIKE.fullmatch(line) and (end == len(lines) or not lines[number].startswith(" ")):
            return Fault(FENCE, "This line looks like the end of the front matter but is not ---.").at(
                place.moved(number + 1)
            )
    if end == len(lines):
        return Fault(
            FENCE, "The front matter has no end.", "Put a line --- between the last field and the text below it."
        ).at(place)
    if not any(line.strip() and not line.strip().startswith("#") for line in lines[1:end]):
        return Fault(FENCE, "There are no fields between the two lines ---.", _FILL).at(place.moved(end + 1))
    return end


def _opening_fault(lines: list[str]) -> Fault:
    first = lines[0].strip()
    if first and _LOOKALIKE.fullmatch(first):
        return Fault(FENCE, "The first line is not three plain hyphens.")
    if not any(line.strip() for line in lines):
        return Fault(FENCE, "This file is empty.", _BEGIN)
    if _FIELD.match(first):
        return Fault(FENCE, "The line --- above the first field is missing.", "Put a line --- above it.")
    for line, following in pairwise(lines):
        if line.rstrip() == "---" and _FIELD.match(following):
            return Fault(FENCE, "There is something above the first ---.", "Delete everything above it.")
    return Fault(FENCE, "This file has no front matter.", _BEGIN)


def split(text: str, path: str) -> tuple[Tree, str, Place]:
    """Front matter, body, and where the body begins. A file without proper fences is all front matter, unread."""
    place = Place(path)
    lines = text.split("\n")
    end = closing_fence(lines, place)
    if isinstance(end, Problem):
        return Tree(values={(): place}, problems=[end]), "", place
    handler = _StrictHandler(place, end)
    _, body = split_front_matter(text, handler=handler)
    body_line = end + 2
    while body_line <= len(lines) and not lines[body_line - 1].strip():
        body_line += 1
    return handler.tree, body, place.moved(body_line)
