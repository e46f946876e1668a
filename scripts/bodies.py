"""Bodies as they leave the collection: links to other files become links to their pages."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from scripts.links import relative
from scripts.markdown_text import with_links, without_code
from scripts.model.briefing import Briefing

# What an address is called by elsewhere in the text: [1]: https://…
_ADDRESS = re.compile(r"^ {0,3}\[[^\]]+\]:.*$", re.MULTILINE)


def linked_body(briefing: Briefing) -> str:
    """The body's Markdown with final addresses, relative to the briefing's page."""
    folder = posixpath.dirname(briefing.path)

    def to_page(target: str) -> str:
        path, hash_sign, anchor = target.partition("#")
        if "//" in target or not path.endswith(".md"):
            return target
        found = posixpath.normpath(posixpath.join(folder, path)).removesuffix(".md")
        return relative(briefing.address, found.partition("/")[2] + "/" + hash_sign + anchor)

    return with_links(briefing.body, to_page)


def absolute_body(briefing: Briefing, root: str) -> str:
    """The body's Markdown with addresses that lead back to the site from wherever it is read."""
    page_url = root + briefing.address
    return with_links(linked_body(briefing), lambda target: urljoin(page_url, target))


def shorter_bodies(body: str) -> Iterator[str]:
    """A body's Markdown with one section less at its end each time, down to nothing."""
    text = without_code(body)
    headings = [heading.start() for heading in re.finditer(r"^## ", text, re.MULTILINE)]
    for cut in sorted({0, *headings}, reverse=True):
        # The addresses of [words][1] usually stand at the end; without them the brackets would be printed.
        addresses = [body[found.start() : found.end()] for found in _ADDRESS.finditer(text, cut)] if cut else []
        yield "\n".join([body[:cut].rstrip(), *(["", *addresses] if addresses else [])])
