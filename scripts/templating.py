"""Templates hold the wording. Whatever a template prints is escaped for its kind of file, unless it is Markup."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts.links import relative, url_quote
from scripts.markdown_text import inert, literal
from scripts.site import Artifact
from scripts.wording import lower_first

_TEMPLATES = Path(__file__).parent / "templates"


def _literal_or_markup(value: object) -> Markup:
    return value if isinstance(value, Markup) else literal(str(value))


def _inert_or_markup(value: object) -> Markup:
    return value if isinstance(value, Markup) else inert(str(value))


def _prose(text: str) -> Markup:
    """Paragraphs of plain text as Markdown paragraphs."""
    return Markup("\n\n").join(literal(part) for part in text.split("\n\n"))


def _target(url: str) -> Markup:
    """An address as a Markdown link target."""
    return Markup(f"<{url_quote(url).replace('&', '&amp;')}>")  # noqa: S704  quoted: no sign of Markdown or HTML is left


def gist(text: str, limit: int = 280) -> str:
    """The first sentences of a text, as many as fit; at least one, cut at a word if it alone is too long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s)", line[:limit])]
    return line[: ends[-1]] if ends else line[: line.rfind(" ", 0, limit)] + " …"


def first_sentence(text: str, limit: int = 280) -> str:
    """A text's first sentence, cut at a word if it is too long."""
    return gist(re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0], limit)


@cache
def _markdown() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,  # makes macros return Markup; the escaping itself is `finalize`'s
        finalize=_literal_or_markup,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"prose": _prose, "target": _target, "lower_first": lower_first}
    environment.filters |= {"gist": gist, "first_sentence": first_sentence}
    return environment


@cache
def _comment() -> Environment:
    return _markdown().overlay(finalize=_inert_or_markup)


@cache
def _markup() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def page(template: str, address: str, meta: Mapping[str, object], **values: Any) -> Artifact:  # noqa: ANN401  a template's values are of any type
    """A Markdown page for an address of the site, with front matter for the shell."""
    body = _markdown().get_template(template).render(to=lambda there: Markup(relative(address, there)), **values)  # noqa: S704  our own addresses
    front = json.dumps({key: value for key, value in meta.items() if value or value is False}, ensure_ascii=False)
    # JSON is YAML; a double-quoted string never ends the front matter early.
    tidy = re.sub(r"\n{3,}", "\n\n", body).strip()
    text = f"---\n{front}\n---\n\n{tidy}\n"
    return Artifact(f"{address}index.md", text.encode())


def plain_markdown(template: str, **values: Any) -> str:  # noqa: ANN401  a template's values are of any type
    """Markdown that is read in the repository too."""
    return _markdown().get_template(template).render(**values)


def document_markdown(template: str, *, root: str, **values: Any) -> str:  # noqa: ANN401  a template's values are of any type
    """Markdown of a document that is read far from the site: its links are absolute, below `root`."""
    text = _markdown().get_template(template).render(to=lambda there: Markup(f"{root}{there}"), **values)  # noqa: S704  our own addresses
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def comment(template: str, **values: Any) -> str:  # noqa: ANN401  a template's values are of any type
    """Markdown for a comment on GitHub, where text from a file must not come alive."""
    return _comment().get_template(template).render(**values)


def markup(template: str, **values: Any) -> str:  # noqa: ANN401  a template's values are of any type
    """HTML or XML from a template, everything escaped that is not Markup."""
    return _markup().get_template(template).render(**values)
