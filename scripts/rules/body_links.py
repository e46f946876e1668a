"""Rules about what a body links to: addresses that work for everybody, files that are there, no pictures."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from html import unescape

from scripts.links import url_fault
from scripts.load import LoadedFile
from scripts.markdown_text import Anchor, anchors, ids
from scripts.problems import Fault, Place, Problem, Rule
from scripts.rules.collection import LEADS_TO_DRAFT

PICTURE = Rule(
    "picture",
    "Briefings carry no pictures: they do not travel into feeds and emails, and not everybody sees them.",
    "Say in words what the picture shows, or link to the page that has it.",
)
REMOTE_PICTURE = Rule(
    "remote-picture",
    "Nothing is fetched from another website when a page is read.",
    "Delete the picture; link to the page that has it.",
)
BROKEN_LINK = Rule(
    "broken-link",
    "A link within the collection leads to a file that is there.",
    "Write the way from this file to the other, for example ../publications/annual-report-2020.md",
)


def link_problems(file: LoadedFile, html: str, text: str, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Every link and picture of a body that may not be there; `text` is the body without code."""
    finder = _Finder(text, file.body_place)
    names = ids(html)
    for anchor in anchors(html):
        place = finder.place(anchor.target)
        if (fault := _anchor_fault(anchor, file, names, known)) is not None:
            yield fault.at(place)


def _anchor_fault(anchor: Anchor, file: LoadedFile, own_ids: set[str], known: Mapping[str, bool]) -> Fault | None:
    target = anchor.target.strip()
    if anchor.tag == "img":
        return _picture(target)
    if target.startswith("#") and len(target) > 1:
        near = get_close_matches(target[1:], own_ids, n=1)
        fix = f"Did you mean #{near[0]}?" if near else "A heading's name is its words in small letters with hyphens."
        return None if target[1:] in own_ids else Fault(BROKEN_LINK, "No heading of this text has that name.", fix)
    if re.match(r"(mailto|tel):\S", target, re.IGNORECASE):
        return None
    if re.match(r"(mailto|tel):$", target, re.IGNORECASE):
        return url_fault("")
    if re.match(r"[a-z][a-z0-9+.-]*:|//|\\|#|$|[\w-]+\.[\w.-]*(/|$)", target, re.IGNORECASE) and not _is_file(target):
        return url_fault(target)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file.placed.path), target.partition("#")[0]))
    if path in known:
        to_draft = known[path] and not known[file.placed.path]
        return Fault(LEADS_TO_DRAFT, "This link leads to a draft.") if to_draft else None
    return Fault(BROKEN_LINK, "No briefing's file is there.", _meant(target, file.placed.path, known))


def _picture(target: str) -> Fault:
    if "//" in target:
        return Fault(REMOTE_PICTURE, "This picture is on another website.")
    return Fault(PICTURE, "There is a picture here.")


def _is_file(target: str) -> bool:
    return target.partition("#")[0].endswith(".md")


def _meant(target: str, path: str, known: Iterable[str]) -> str:
    """The file that a link probably means, as the way to it."""
    name = posixpath.basename(target.partition("#")[0].rstrip("/")).removesuffix(".md")
    names = {posixpath.basename(other).removesuffix(".md"): other for other in known if other != path}
    near = get_close_matches(name, names, n=1, cutoff=0.75)
    if not near:
        return ""
    return f"Did you mean {posixpath.relpath(names[near[0]], posixpath.dirname(path))}?"


class _Finder:
    """Finds where in the text a rendered link was written, each one in turn."""

    _LINK = re.compile(r"(?:\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*<?|<(?=https?:|mailto:))([^\s<>]*)", re.MULTILINE)

    def __init__(self, text: str, start: Place) -> None:
        self.start = start
        self.text = text
        self.unused = [(self._plain(match[1]), match.start(1)) for match in self._LINK.finditer(text)]

    def place(self, target: str) -> Place:
        """Where the next link to the target stands; the beginning if it cannot be told."""
        wanted = self._plain(target).split(" ")[0]
        for link in self.unused:
            if link[0].startswith(wanted) and (wanted or link[0][:1] in ("", ")")):
                self.unused.remove(link)
                return self._at(link[1])
        return self._at(max(self.text.find(wanted), 0))

    def _at(self, offset: int) -> Place:
        before = self.text[:offset]
        return self.start.moved(self.start.line + before.count("\n"), offset - before.rfind("\n"))

    @staticmethod
    def _plain(target: str) -> str:
        return unescape(target).replace("\\", "").strip()
