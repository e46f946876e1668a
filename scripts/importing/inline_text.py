"""Emphasis and links within one line of text, in Markdown or as people type them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.importing.document import Run
from scripts.importing.web_addresses import web_address

References = Mapping[str, Mapping[str, str]]  # Markdown's link targets that stand apart from their text

_URL = re.compile(r"https?://[^\s<>\"”]+[^\s<>\"”.,;:!?)\]'’]")
_BARE = re.compile(rf"(?<![<\[\w])(?<!\]\(){_URL.pattern}")
_LIKE_EMPHASIS = re.compile(r"[_*]\S*\w")
# Nothing but emphasis and links: what else Markdown knows is plain text in a mail.
_INLINE = MarkdownIt("zero", {"html": False}).enable(
    ["emphasis", "link", "autolink", "escape", "entity", "balance_pairs", "fragments_join"]
)


# Emphasis that ends in a colon and runs into the next word is none by the book; people type it so.
_RUN_TOGETHER = re.compile(r"(\*\*[^*]+[:.;]\*\*)(?=\w)")


def runs_of(text: str, references: References) -> tuple[Run, ...]:
    """A line's text with its emphasis and links."""
    tokens = _INLINE.parseInline(_BARE.sub(_marked, _RUN_TOGETHER.sub(r"\1 ", text)), {"references": dict(references)})
    return tuple(run for run in _from_tokens((tokens[0].children or []) if tokens else []) if run.text)


def _marked(address: re.Match[str]) -> str:
    """A bare address, in angle brackets where a part of it would be taken for emphasis: “/v3/__https://…__;”."""
    is_plain = "](" not in address.group() and _LIKE_EMPHASIS.search(address.group())
    return f"<{address.group()}>" if is_plain else address.group()


def _from_tokens(tokens: Sequence[Token]) -> Iterator[Run]:
    bold, url = 0, ""
    for token in tokens:
        match token.type:
            case "strong_open" | "em_open":
                bold += 1 if token.type == "strong_open" or token.markup == "*" else 0
            case "strong_close" | "em_close":
                bold -= 1 if token.type == "strong_close" or token.markup == "*" else 0
            case "link_open":
                url = web_address(str(token.attrGet("href") or ""))
            case "link_close":
                url = ""
            case _ if url:
                yield Run(token.content, bold > 0, url)
            case _:
                yield from _with_bare_addresses(token.content, bold=bold > 0)


def _with_bare_addresses(text: str, *, bold: bool) -> Iterator[Run]:
    end = 0
    for match in _URL.finditer(text):
        yield Run(text[end : match.start()], bold)
        yield Run(match.group(), bold, match.group())
        end = match.end()
    yield Run(text[end:], bold)
