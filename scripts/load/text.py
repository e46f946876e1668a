"""From bytes to text: what is not plain UTF-8 text is refused, with what to do about it."""

import re
from collections.abc import Iterator

from scripts.characters import character_faults
from scripts.problems import Fault, Place, Problem, Rule

MAX_LINE = 5000
MAX_PARAGRAPH = 3000

NOT_A_TEXT_FILE = Rule(
    "not-a-text-file",
    "A briefing is a plain text file, not a document renamed to .md.",
    "Open the document, copy its text, and paste it into a new plain text file.",
)
NOT_UTF8 = Rule(
    "not-utf-8",
    "Files are saved as UTF-8.",
    "Save the file again with the encoding UTF-8 (Notepad: File, Save as, Encoding: UTF-8).",
)
CONFLICT = Rule(
    "merge-conflict",
    "No marks of an unfinished merge are left.",
    "Keep the right one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
)
LONG_LINE = Rule(
    "line-too-long", f"A line has at most {MAX_LINE} characters.", "Break the text into several lines or paragraphs."
)
LONG_PARAGRAPH = Rule(
    "paragraph-too-long",
    f"A paragraph of a body has at most {MAX_PARAGRAPH} characters.",
    "Break it up with an empty line: nobody reads a paragraph this long.",
)

_DOCUMENTS = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str | tuple[Fault, int]:
    """The text with line ends as \\n and without a byte order mark; or a fault and the line where it is."""
    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, name in _DOCUMENTS:
        if data.startswith(magic) or (magic.startswith(b"<") and start.startswith(magic)):
            return Fault(NOT_A_TEXT_FILE, f"This is {name}, not a text file."), 1
    if data.startswith(_UTF16) or data[:400].count(0) > 4:  # noqa: PLR2004  UTF-16 without its mark: every other byte is 0
        return Fault(NOT_UTF8, "This file is saved as UTF-16 (“Unicode” in Notepad)."), 1
    try:
        text = data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(NOT_UTF8, "This file is not UTF-8; it was probably saved by an older Windows program."), line
    return text.replace("\r\n", "\n").replace("\r", "\n")


def text_problems(text: str, start: Place) -> Iterator[Problem]:
    """What is wrong with the text whatever it says: unseen characters, conflict marks, endless lines."""
    in_conflict = False
    for number, line in enumerate(text.split("\n")):
        place = start.moved(start.line + number)
        if len(line) > MAX_LINE:
            yield Fault(LONG_LINE, f"This line has {len(line)} characters.").at(place)
        if match := re.match(r"(<{7}|>{7})( |$)", line):
            if not in_conflict:
                yield Fault(CONFLICT, "An unfinished merge left its marks here.").at(place)
            in_conflict = match[1] == "<<<<<<<"
        if line.isascii() and line.isprintable():
            continue
        for fault, offset in character_faults(line):
            yield fault.at(place.moved(place.line, offset + 1))


def paragraph_problems(body: str, start: Place) -> Iterator[Problem]:
    """Paragraphs so long that no one reads them, and that a Markdown program may take minutes over."""
    line = start.line
    for paragraph in re.split(r"(\n[ \t]*\n)", body):
        if len(paragraph) > MAX_PARAGRAPH and max(map(len, paragraph.split("\n"))) <= MAX_LINE:
            leading = len(paragraph) - len(paragraph.lstrip("\n"))
            yield Fault(LONG_PARAGRAPH, f"This paragraph has {len(paragraph)} characters.").at(
                start.moved(line + leading)
            )
        line += paragraph.count("\n")
