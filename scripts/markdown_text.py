"""Markdown: text that must come out literally, and bodies that may carry Markdown but nothing active."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import lxml.html
import nh3
from markdown import Markdown
from markupsafe import Markup

# mkdocs switches these on by itself (mkdocs/config/defaults.py); bodies are checked and fed as they are published.
_BUILT_IN = ("toc", "tables", "fenced_code")
_ADMONITIONS = {"admonition", "note", "tip", "warning"}
_ALLOWED_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "strong", "em", "blockquote", "code", "pre"),
    *("hr", "br", "table", "thead", "tbody", "tr", "th", "td", "div"),
}
_ALLOWED_ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "code": {"class"},
    "th": {"align"},
    "td": {"align"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_ALLOWED_CLASSES = {"div": _ADMONITIONS, "p": {"admonition-title"}}
_SCHEMES = {"http", "https", "mailto", "tel"}

# Characters that can begin Markdown or HTML anywhere; and signs that mean something only at a line's beginning.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&#|~^!$=@]|:(?=[:/])|(?<=:):|(?<=-)-|(?<=www)\.|(?<=[+-])[+-]")
_AT_START = re.compile(r"^([+\-:%?]|\d+(?=[.)]))")


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match.group())


def literal(text: str) -> Markup:
    """The Markdown that comes out as exactly this text, on one line, wherever it stands."""
    line = " ".join(text.split())
    line = _ANYWHERE.sub(_entity, line)
    return Markup(_AT_START.sub(_entity, line))  # noqa: S704  every sign with a meaning was just replaced


# GitHub makes mentions, references, emoji and links of what a reader sees, not of the Markdown behind it.
_ALIVE = re.compile(r"&#(?:35|58|64);|:(?=\S)|(?<=www)&#46;|\bgh-", re.IGNORECASE)
_ZERO_WIDTH_SPACE = "&#8203;"


def inert(text: str) -> Markup:
    """The Markdown that comes out as this text in a comment on GitHub, calls nobody and leads nowhere."""
    visible = "".join(sign if sign.isprintable() or sign.isspace() else "\ufffd" for sign in text)
    return Markup(_ALIVE.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", str(literal(visible))))  # noqa: S704  literal, and more breaks in it


def code_span(text: str) -> Markup:
    """The text as code within a line, whatever is in it."""
    line = " ".join(text.split()) or " "
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return Markup(f"{fence}{pad}{line}{pad}{fence}")  # noqa: S704  nothing within code has a meaning


def code_block(text: str) -> Markup:
    """The text as a block of code, whatever is in it."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return Markup(f"{fence}text\n{text.strip()}\n{fence}")  # noqa: S704  nothing within code has a meaning


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _structure(element: Any) -> tuple[object, ...]:  # noqa: ANN401  an lxml element or comment
    tag = element.tag if isinstance(element.tag, str) else "(comment)"
    own = (tag, tuple(sorted(element.attrib.items())), (element.text or "").strip(), (element.tail or "").strip())
    return (*own, *(_structure(child) for child in element))


@dataclass(frozen=True)
class Anchor:
    """A link or picture in a rendered body."""

    tag: str
    target: str


class BodyRenderer:
    """Renders bodies with the site's own Markdown extensions."""

    def __init__(self, extensions: Iterable[str | dict[str, dict[str, Any] | None]] = ()) -> None:
        names: list[str] = []
        configs: dict[str, dict[str, Any]] = {}
        for extension in extensions:
            for name, config in (extension if isinstance(extension, dict) else {extension: None}).items():
                names.append(name)
                configs[name] = config or {}
        self._markdown = Markdown(
            extensions=list(dict.fromkeys([*_BUILT_IN, *names])), extension_configs=configs, output_format="html"
        )

    def raw(self, body: str) -> str:
        """The body's HTML exactly as mkdocs will publish it, active content included."""
        self._markdown.reset()
        return self._markdown.convert(body)

    def html(self, body: str) -> str:
        """The body's HTML with nothing in it but what the allow-list names."""
        return sanitised(self.raw(body))


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """An allowed attribute's value; a block of code may say which language it is in, and nothing else."""
    is_language = re.fullmatch(r"language-[\w+#-]+", value)
    return None if (tag, attribute) == ("code", "class") and not is_language else value


def sanitised(html: str) -> str:
    """The HTML with everything taken out that is not on the allow-list."""
    return nh3.clean(
        html,
        tags=_ALLOWED_TAGS,
        attributes=_ALLOWED_ATTRIBUTES,
        attribute_filter=_kept,
        allowed_classes=_ALLOWED_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def is_harmless(html: str) -> bool:
    """Whether sanitising would change nothing."""
    return _parsed(html) == _parsed(sanitised(html))


def _parsed(html: str) -> tuple[object, ...]:
    return _structure(_element(html))


def _element(html: str) -> Any:  # noqa: ANN401  an lxml element
    # Within an element even a doctype is read as part of a page, not as the beginning of one.
    return lxml.html.fragment_fromstring(f"<div>{html}</div>", create_parent="div")


def anchors(html: str) -> list[Anchor]:
    """Every link and picture, in order."""
    found = _element(html).iter("a", "img")
    return [Anchor(str(node.tag), node.get("href") or node.get("src") or "") for node in found]


def ids(html: str) -> set[str]:
    """Every id that a link can lead to."""
    return set(re.findall(r'\bid="([^"]+)"', html))


_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[`~]*\s*$|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(\]\(\s*<?|^\s{0,3}\[[^\]]+\]:\s*<?)([^)\s<>]+)", re.MULTILINE)


def without_code(body: str) -> str:
    """The body with code blanked out, line and column kept."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), body)


def with_links(body: str, rewrite: Callable[[str], str]) -> str:
    """The body with every link target passed through `rewrite`; code stays as it is."""
    masked = without_code(body)
    pieces, end = [], 0
    for match in _LINK.finditer(masked):
        pieces += [body[end : match.start(2)], rewrite(match[2])]
        end = match.end(2)
    return "".join([*pieces, body[end:]])


def link_targets(body: str) -> list[str]:
    """Where the body's links lead, as it is written; code holds none."""
    return [match[2] for match in _LINK.finditer(without_code(body))]
