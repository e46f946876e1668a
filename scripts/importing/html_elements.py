"""What the elements of a web page are for: text, or what stands around it."""

import re

from selectolax.lexbor import LexborNode

from scripts.importing.word_lists import listed

UNSEEN = frozenset(
    listed(
        "script style noscript template svg iframe object embed head link meta canvas video audio map select "
        "textarea input"
    )
)
_AROUND = frozenset(listed("nav aside footer form dialog menu"))
_ROLES = frozenset(
    listed("navigation banner contentinfo search dialog alertdialog alert complementary menu menubar toolbar")
)
_AROUND_NAME = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|breadcrumbs?|navbar|nav|navigation|menu|sidebar|share|sharing|social|"
    r"skip|skiplink|masthead|site-header|site-footer|footer|"
    r"advert|ads|popup|modal|pagination|pager|toolbar|related|promo|newsletter-signup|subscribe|preheader|"
    r"banner|back-to-top)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0|max-height\s*:\s*0", re.IGNORECASE
)
_PANEL_NAME = re.compile(r"accordion|collaps|panel|tab-?content", re.IGNORECASE)
BLOCKS = frozenset(
    listed(
        "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 "
        "h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption "
        "hgroup"
    )
)
# What no menu or banner holds: the labels of a review.
DIGEST_WORDS = re.compile(
    r"\b(?:(?:learning|lessons)(?: themes| points)? (?:include|consider|focus)|recommendations? (?:for|to|"
    r"include|are made)|key issues|"
    r"(?:read|download|view) (?:the |full |practice |thematic |case |overview |executive )*"
    r"(?:review|report|overview|summary))\b",
    re.IGNORECASE,
)


def is_note(node: LexborNode, tag: str) -> bool:
    """Whether an element is the mark of a footnote, or the note itself."""
    if tag == "sup":
        link = node.css_first("a")
        return link is not None and (link.attributes.get("href") or "").startswith("#")
    return tag == "li" and re.search(r"(?:foot|end)note", node.attributes.get("id") or "") is not None


def is_around(node: LexborNode, tag: str) -> bool:
    """Whether an element is no part of what one reads a page for."""
    attributes = node.attributes
    if _is_hidden(node) and not _is_panel(node):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    looks_around = tag in _AROUND or attributes.get("role") in _ROLES or bool(_AROUND_NAME.search(names))
    return looks_around and tag not in ("body", "html", "main") and not DIGEST_WORDS.search(node.text())


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    is_marked = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return is_marked or _HIDDEN.search(attributes.get("style") or "") is not None


def _is_panel(node: LexborNode) -> bool:
    """Whether an element is hidden only until its heading is pressed."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return attributes.get("role") in ("region", "tabpanel") or _PANEL_NAME.search(names) is not None


def shown(node: LexborNode) -> str:
    """An element's text as one line."""
    return " ".join(node.text(separator=" ").split()) if (node.tag or "") not in UNSEEN else ""
