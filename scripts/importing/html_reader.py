"""HTML as lines, as a browser would show it; menus, banners and what is hidden are left out and named."""

import re
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.importing.document import Document, Line, Role, Run
from scripts.importing.faults import UnreadableError
from scripts.importing.html_elements import BLOCKS, DIGEST_WORDS, UNSEEN, is_around, is_note, shown
from scripts.importing.tables import as_lines
from scripts.importing.text_reader import BULLET, NUMBER
from scripts.importing.tidy import tidy
from scripts.importing.web_addresses import web_address

_BOLD = re.compile(r"font-weight\s*:\s*(?:bold(?:er)?|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_DEEPEST = 150  # elements within elements; what lies deeper is read as plain text
_MOST_OPEN = 20_000  # elements that are never closed; a mail has some, an attack has many


@dataclass
class _Page:
    """What the walk through the elements gathers."""

    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    next_line: Line = field(default_factory=lambda: Line(()))

    def say(self, text: str, *, bold: bool, url: str) -> None:
        self.runs.append(Run(text, bold, url))

    def end_line(self, *, starts: bool) -> None:
        """Close the line; the next begins something new, or goes on after a line break."""
        if any(run.text.strip() for run in self.runs):
            self.lines.append(_with_marks(replace(self.next_line, runs=tuple(self.runs))))
            self.next_line = Line((), starts=starts, role=Role.PLAIN)
        elif starts:
            self.next_line = replace(self.next_line, starts=True)
        self.runs = []


@dataclass(frozen=True)
class _Manner:
    """How the text within an element is shown."""

    bold: bool = False
    url: str = ""
    is_pre: bool = False
    depth: int = 0


def read_html(html: str) -> Document:
    """Read a web page, the HTML part of a mail, or what was made of a Word file."""
    if html.count("<") - 2 * html.count("</") - html.count("/>") - html.lower().count("<br") > _MOST_OPEN:
        raise UnreadableError("This web page is not closed properly, and too large to be mended.")
    tree = LexborHTMLParser(html)
    page = _Page()
    root = _content_root(tree)
    if root is not None:
        if tree.body is not None and root.mem_id != tree.body.mem_id:
            page.left_out += _texts_outside(tree.body, root)
        _walk(root, _Manner(), page)
        page.end_line(starts=True)
    return Document(tuple(page.lines), tuple(text for text in page.left_out if text))


def _content_root(tree: LexborHTMLParser) -> LexborNode | None:
    """The page's main part where it says which that is, else all of it."""
    body = tree.body
    mains = tree.css("main, [role=main]")
    if len(mains) == 1 and (
        DIGEST_WORDS.search(mains[0].text()) or body is None or not DIGEST_WORDS.search(body.text())
    ):
        return mains[0]
    return body


def _texts_outside(node: LexborNode, root: LexborNode) -> list[str]:
    found: list[str] = []
    for child in node.iter(include_text=False):
        if child.mem_id == root.mem_id or (child.tag or "") in UNSEEN:
            continue
        if any(inner.mem_id == root.mem_id for inner in child.traverse(include_text=False)):
            found += _texts_outside(child, root)
        else:
            found.append(shown(child))
    return found


def _walk(node: LexborNode, manner: _Manner, page: _Page) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            _say(child.text_content or "", manner, page)
        elif tag in UNSEEN or tag.startswith("-"):
            continue
        elif manner.depth > _DEEPEST:
            _say(child.text(separator=" "), manner, page)
        elif is_note(child, tag) or is_around(child, tag) or _is_loose_button(tag, page):
            page.left_out.append(shown(child))
        elif tag == "br":
            page.end_line(starts=len([run for run in page.runs if run.text.strip()]) == 0)
        elif tag == "table" and len(child.css("table")) == 1 and (rows := as_rows(child, manner)) is not None:
            page.end_line(starts=True)
            page.lines += rows
        elif tag in BLOCKS:
            page.end_line(starts=True)
            page.next_line = _line_of(child, tag, page.next_line)
            _walk(child, _within(child, tag, manner), page)
            page.end_line(starts=True)
            page.next_line = Line(())
        else:
            _walk(child, _within(child, tag, manner), page)


def _is_loose_button(tag: str, page: _Page) -> bool:
    """Whether a button stands for itself; within a heading it is the heading's text."""
    return tag == "button" and page.next_line.role is not Role.HEADING


def _say(text: str, manner: _Manner, page: _Page) -> None:
    pieces = tidy(text).split("\n") if manner.is_pre else [" ".join(tidy(text).replace("\n", " ").split(" "))]
    for number, piece in enumerate(pieces):
        if number:
            page.end_line(starts=not piece.strip())
        page.say(re.sub(r"\s+", " ", piece), bold=manner.bold, url=manner.url)


def _within(node: LexborNode, tag: str, manner: _Manner) -> _Manner:
    style = node.attributes.get("style") or ""
    bold = manner.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style))
    if _NOT_BOLD.search(style):
        bold = False
    url = manner.url
    if tag == "a":
        url = web_address(node.attributes.get("href") or "")
    return _Manner(bold, url, manner.is_pre or tag == "pre", manner.depth + 1)


def _line_of(node: LexborNode, tag: str, line: Line) -> Line:
    if match := re.fullmatch(r"h([1-6])", tag):
        return Line((), Role.HEADING, level=int(match[1]))
    if node.attributes.get("role") == "heading":
        level = re.match(r"[1-9]", node.attributes.get("aria-level") or "")
        return Line((), Role.HEADING, level=int(level.group()) if level else 2)
    if tag == "summary":
        return Line((), Role.HEADING, level=3)
    if tag == "li":
        return Line((), Role.ITEM)
    return line if line.role is not Role.PLAIN else Line(())


def _with_marks(line: Line) -> Line:
    """A line whose bullet or number stands in its text, as mail programs write lists."""
    text = "".join(run.text for run in line.runs).lstrip()
    if line.role is Role.PLAIN and (match := BULLET.match(text)):
        return replace(line, runs=_without_start(line.runs, match.group()), role=Role.ITEM, starts=True)
    if line.role is Role.PLAIN and (match := NUMBER.match(text)):
        return replace(line, runs=_without_start(line.runs, match.group()), number=int(match[1]), starts=True)
    return line


def _without_start(runs: tuple[Run, ...], start: str) -> tuple[Run, ...]:
    wanted = len("".join(start.split()))
    kept: list[Run] = []
    for run in runs:
        text = run.text
        while wanted and text:
            wanted -= not text[0].isspace()
            text = text[1:]
        if text and (kept or text.strip()):
            kept.append(replace(run, text=text if kept else text.lstrip()))
    return tuple(kept)


def as_rows(table: LexborNode, manner: _Manner) -> list[Line] | None:
    """A table's lines where its first row or column names what the cells hold; None for any other table."""
    rows = [
        [cell for cell in row.iter(include_text=False) if cell.tag in ("td", "th")]
        for row in table.css("tr")
        if _table_of(row) == table.mem_id
    ]
    cells = [[_cell_lines(cell, manner) for cell in row] for row in rows]
    return as_lines(cells)


def _table_of(row: LexborNode) -> int | None:
    node = row.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node.mem_id if node is not None else None


def _cell_lines(cell: LexborNode, manner: _Manner) -> list[Line]:
    page = _Page()
    _walk(cell, replace(manner, depth=manner.depth + 1), page)
    page.end_line(starts=True)
    return page.lines
