"""Rules about the Markdown below the front matter: no HTML, nothing hidden, nothing active."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape

from scripts.characters import character_faults, parseable
from scripts.load import Collection, LoadedFile
from scripts.markdown_text import BodyRenderer, is_harmless, without_code
from scripts.problems import Fault, Place, Problem, Rule
from scripts.rules.body_links import link_problems
from scripts.rules.body_tables import table_problems
from scripts.yaml_tree import TOO_DEEP

RAW_HTML = Rule(
    "raw-html",
    "Bodies are Markdown without HTML.",
    "Write it in Markdown: **bold**, - list, [words](address). A plain < is written &lt;",
)
COMMENT = Rule(
    "html-comment",
    "No comments are hidden in the text: readers of the file and of its history see them.",
    "Delete the comment; say in the pull request what only colleagues should know.",
)
BODY_HEADING = Rule(
    "body-heading",
    "Headings in a body begin with ##; the title is the page's only first heading.",
    "Put a second # in front; where no heading is meant, write \\#.",
)
UNSAFE = Rule(
    "unsafe-markdown",
    "Bodies hold text, headings, lists, links, quotations and tables, nothing else.",
    "Take out [TOC] and what stands in { }; keep to text, headings, lists, links, quotations and tables.",
)

# An address in angle brackets is a link: <https://…>, <name@…>.
_TAG = re.compile(r"<(?!https?:|mailto:|[^\s<>@!/]+@[^\s<>@]+>)(!--|[a-zA-Z/!?])")
_ENTITY = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);")
_HEADING = re.compile(r"[\s>*+\-]*#(?!#)|={1,}\s*$")


def body_problems(collection: Collection, _: date) -> Iterator[Problem]:
    """Every problem of every body, of broken files too."""
    renderer = BodyRenderer(collection.settings.markdown_extensions if collection.settings else ())
    known = {file.placed.path: bool(file.briefing and file.briefing.front.draft) for file in collection.files}
    for file in collection.files:
        if file.body and file.is_readable:
            try:
                yield from [*_check(file, renderer, known)]
            except RecursionError:
                yield Fault(TOO_DEEP, "Lists or quotations are nested too deep in this text.").at(file.body_place)


def _check(file: LoadedFile, renderer: BodyRenderer, known: Mapping[str, bool]) -> Iterator[Problem]:
    body = parseable(file.body)
    text = without_code(body)
    # HTML is refused as it stands; rendered, a thousand open tags would take minutes.
    body = _without_tags(body, text)
    html = renderer.raw(body)
    found = [*_tags(text, file.body_place), *_entities(text, file.body_place)]
    tag_lines = {problem.place.line for problem in found}
    for problem in link_problems(file, html, text, known):
        # The link or picture of an HTML tag is reported as HTML.
        if problem.place.line not in tag_lines:
            found.append(problem)
    found += table_problems(text, file.body_place)
    if "<h1" in html and "<h1" not in text.casefold():
        found += _headings(text, file.body_place)
    yield from found
    if not is_harmless(html):
        yield from _unsafe(body, renderer, file.body_place, {problem.place.line for problem in found})


def _tags(text: str, start: Place) -> Iterator[Problem]:
    """The first tag of each line, and every comment."""
    for number, line in enumerate(text.split("\n")):
        is_first = True
        for match in _TAG.finditer(line):
            place = start.moved(start.line + number, match.start() + 1)
            if match[1] == "!--":
                yield Fault(COMMENT, "There is a hidden comment here.").at(place)
            elif is_first:
                is_first = False
                yield Fault(RAW_HTML, "There is HTML here.").at(place)


def _without_tags(body: str, text: str) -> str:
    """The body with a space for the < of every tag of its text; line and column kept."""
    kept, end = [], 0
    for match in _TAG.finditer(text):
        kept += [body[end : match.start()], " "]
        end = match.start() + 1
    return "".join([*kept, body[end:]])


def _entities(text: str, start: Place) -> Iterator[Problem]:
    """Unseen characters that are written as &#…; or &…; in the file."""
    for number, line in enumerate(text.split("\n")):
        for match in _ENTITY.finditer(line):
            for fault, _ in character_faults(unescape(match.group())):
                yield fault.at(start.moved(start.line + number, match.start() + 1))


def _headings(text: str, start: Place) -> Iterator[Problem]:
    """Every heading of the first rank; one without a line of its own at the body's beginning."""
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    for number in numbers or [0]:
        fix = "Delete this line and put ## before the line above it." if lines[number].startswith("=") else ""
        fault = Fault(BODY_HEADING, "This heading has the rank of the page's title.", fix)
        yield fault.at(start.moved(start.line + number))


def _unsafe(body: str, renderer: BodyRenderer, start: Place, known: set[int]) -> Iterator[Problem]:
    """The paragraphs that sanitising would change, where nothing else is known of them."""
    line, is_explained = start.line, bool(known)
    for block in re.split(r"(\n[ \t]*\n)", body):
        lines = range(line, line + block.count("\n") + 1)
        line += block.count("\n")
        if block.strip() and not known & {*lines} and not is_harmless(renderer.raw(block)):
            is_explained = True
            yield Fault(UNSAFE, "Something in this paragraph may not be published.").at(start.moved(lines[0]))
    if not is_explained:
        yield Fault(UNSAFE, "Something in this text may not be published.").at(start)
