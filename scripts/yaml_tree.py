"""YAML read strictly: strings stay strings, every node knows its line, nothing is guessed.

PyYAML's own loaders take duplicate keys, `NO`, `010`, anchors and tags without a word. This reads the
parser's events instead and builds plain dicts, lists and `Scalar` strings beside the place of each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import yaml

from scripts.characters import TAB, character_faults, parseable
from scripts.problems import Fault, Place, Problem, Rule, named
from scripts.yaml_errors import ANCHOR, BACKSLASH, syntax_problem

NodePath = tuple[str | int, ...]
MAX_DEPTH = 12
MAX_MENDED = 20  # lines of one file; every one costs another reading

DUPLICATE_KEY = Rule(
    "duplicate-key", "A field stands once.", "Keep one of the two lines, with everything that belongs in it."
)
KEY_NOT_TEXT = Rule(
    "key-not-text",
    "Field names are plain words.",
    "Use one of the documented field names; if this is a text, put the whole text in double quotes.",
)
SECOND = Rule(
    "second-document", "Nothing stands behind a second line --- but a briefing's body.", "Delete the line ---."
)
TOO_DEEP = Rule("too-deep", "Lists and fields are nested at most twelve deep.", "Take the nesting out.")


class Scalar(str):
    """A text with what its spelling in the file tells: what a looser reader would take it for."""

    reads_as = "str"  # or the YAML type that it has without quotes: bool, null, int, float, timestamp
    comment = False  # a `#` after it on its line, which YAML drops


@dataclass
class Tree:
    """A parsed document: plain values, and where each value and each key stands."""

    value: object = None
    values: dict[NodePath, Place] = field(default_factory=dict)
    keys: dict[NodePath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: NodePath) -> Place:
        """Where a value stands, or the nearest thing around it that has a place."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values[path]


def parse(text: str, start: Place) -> Tree:
    """Read a YAML document whose first line stands at `start`.

    A line that cannot be read is reported and then read as if its value were in quotes, so that it hides
    nothing after it.
    """
    lines = parseable(text).split("\n")
    found: list[Problem] = []
    mended: set[int] = set()
    while True:
        tree = Tree(values={(): start}, problems=list(found))
        builder = _Builder(lines, start, tree)
        try:
            builder.build()
            return tree
        except yaml.MarkedYAMLError as error:
            problem = syntax_problem(error, builder.last, lines, start)
        except _TooDeepError:
            return tree
        row = problem.place.line - start.line
        readable = _readable(lines[row])
        beside = [known for known in tree.problems if known.place.line == problem.place.line]
        if row in mended or readable is None or len(mended) == MAX_MENDED:
            tree.problems += [] if beside else [problem]
            tree.value = None
            return tree
        found += beside or [problem]
        lines[row] = readable
        mended.add(row)


def _readable(line: str) -> str | None:
    """The line with its value in quotes, a space behind its colon, or, where it has no colon, as a comment."""
    if not re.search(r":( |$)|^\s*- ", line):
        line, has_colon = re.subn(r"^(\s*[\w-]+:)(?=\S)", r"\1 ", line)
        if not has_colon:
            return re.sub(r"^(\s*)(?=\S)", r"\1# ", line)
    match = re.match(r"^(\s*(?:- +)*(?:[\w-]+: +)?)(\S.*)$", line)
    return match and match[1] + '"' + match[2].replace("\\", "\\\\").replace('"', '\\"') + '"'


class _TooDeepError(Exception):
    """The document is nested too deep to be read on; the problem is in the tree."""


@cache
def _resolver() -> yaml.resolver.Resolver:
    return yaml.resolver.Resolver()


def _reads_as(value: str) -> str:
    tag: str = _resolver().resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return tag.rpartition(":")[2]


def _mark(mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> tuple[int, int]:
    """Line and column from 0; the parser marks every event, though its types do not say so."""
    return (mark.line, mark.column) if mark else (0, 0)


class _Builder:
    """Turns one document's events into the tree; problems go into the tree, never out as exceptions."""

    def __init__(self, lines: list[str], start: Place, tree: Tree) -> None:
        self.text = "\n".join(lines)
        self.lines, self.start, self.tree = lines, start, tree
        self.events = self._watched()
        self.last: yaml.Event | None = None

    def _watched(self) -> Iterator[yaml.Event]:
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            self.last = event
            yield event

    def build(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.tree.value is not None:
                    self._report(Fault(SECOND, "A line --- stands here, which begins another document."), event)
                    return
                self.tree.value = self._node(next(self.events), ())

    def _place(self, event: yaml.Event) -> Place:
        line, column = _mark(event.start_mark)
        return self.start.moved(self.start.line + line, column + 1)

    def _report(self, fault: Fault, event: yaml.Event) -> None:
        self.tree.problems.append(fault.at(self._place(event)))

    def _node(self, event: yaml.Event, path: NodePath) -> object:
        place = self._place(event)
        self.tree.values[path] = place
        if isinstance(event, yaml.AliasEvent):
            self._report(Fault(ANCHOR, "Text that begins with * reads as a YAML alias."), event)
            return Scalar("")
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            self._report(Fault(ANCHOR, "Text that begins with & or ! reads as a YAML anchor or tag."), event)
        if len(path) > MAX_DEPTH:
            self._report(Fault(TOO_DEEP, "This is nested too deep."), event)
            raise _TooDeepError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        scalar = Scalar(event.value)
        plain = event.style is None or event.style == ""
        scalar.reads_as = _reads_as(event.value) if plain else "str"
        line, column = _mark(event.end_mark)
        # A value that is missing at the very end stands behind the last line.
        rest = self.lines[line][column:] if plain and line < len(self.lines) else ""
        scalar.comment = rest.lstrip(" ").startswith("#")
        for fault, offset in character_faults(event.value) if event.style == '"' else ():
            # One that stands in the file itself is reported with its own place; here it was written as \u....
            if event.value[offset] not in self.text:
                self._report(BACKSLASH if fault.rule is TAB else fault, event)
        return scalar

    def _sequence(self, path: NodePath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: NodePath) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            value_path = (*path, key)
            if key in items:
                first = self.tree.keys[value_path].line
                self._report(Fault(DUPLICATE_KEY, f"{named(key)} stands in line {first} already."), event)
                value_path = (*path, f"{key} (again)")
            else:
                self.tree.keys[value_path] = self._place(event)
            value = self._node(next(self.events), value_path)
            items.setdefault(key, value)
        return items

    def _key(self, event: yaml.Event, path: NodePath) -> str:
        node = self._node(event, (*path, "(key)"))
        if isinstance(node, Scalar) and node.reads_as == "str" and node:
            return str(node)
        if not self.tree.problems or self.tree.problems[-1].place != self._place(event):
            self._report(Fault(KEY_NOT_TEXT, "A field's name is wanted here, and this is not a plain word."), event)
        return str(node)
