"""Whom recommendations are for: the spellings of one addressee belong together."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from scripts.load.placing import RESERVED_IDS


@dataclass(frozen=True)
class Addressee:
    """Those whom one or more spellings mean: a lasting name for addresses, and what readers see."""

    id: str
    label: str


NOT_NAMED = Addressee("not-named", "No addressee named")
PARTNERSHIP = Addressee("safeguarding-partnership", "Safeguarding partnership")

# A file's name may be this long and still be read; what is longer is cut at a word.
_LONGEST = 60
# “Safeguarding children partnership”, the boards before it, their abbreviations; a place may stand before them.
_BODY = (
    r"(?:local |statutory |multi agency )*"
    r"(?:safeguarding (?:partnership|partners|board)"
    r"|(?:safeguarding child(?:ren)?s?|child(?:ren)?s? safeguarding) (?:partnership|partners|board)"
    r"|lscp|lscb|scp|scb)"
)
_PARTNERSHIP = re.compile(rf"partnership|(?P<place>.*? )?{_BODY}(?: (?:now|formerly|previously) .*)?")
# Where one of these stands before the partnership's name, others are asked too, or somebody within it is.
_OTHERS = re.compile(
    r"\b(?:and|by|for|in|of|or|the|with)$|\b(?:adults?|agenc(?:y|ies)|authorit(?:y|ies)|care|community|councils?|education|government|health|housing|icbs?"
    r"|national|nhs|partners|police|probation|schools?|services?|trusts?)\b"
)


def spelling(name: str) -> str:
    """A name without what people write now so, now so: capitals, signs, “The”, “&”, an abbreviation in brackets."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = re.sub(r"\([^()]*\)", " ", folded)
    words = _words(bare) or _words(folded)
    return " ".join(words[1:] if words[0:1] == ["the"] and len(words) > 1 else words)


def _words(text: str) -> list[str]:
    joined = re.sub(r"['’‘ʼ]", "", text).replace("&", " and ")
    return "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in joined).split()


def addressee_id(to: str | None, own: str | None) -> str:
    """The lasting name of an addressee as written in a review; `own` is the partnership whose review it is.

    It follows from the words alone, so that no other recommendation can move a page.
    """
    if to is None:
        return NOT_NAMED.id
    key = spelling(to)
    if _is_partnership(key) or (own and key and key == spelling(own)):
        return PARTNERSHIP.id
    return _slug(key or to.strip().casefold())


def _is_partnership(key: str) -> bool:
    found = _PARTNERSHIP.fullmatch(key)
    return found is not None and not _OTHERS.search((found["place"] or "").strip())


def _slug(key: str) -> str:
    """The key itself where an address can hold it; else what can be kept of it, with a sign that is the key's alone."""
    slug = key.replace(" ", "-")
    is_plain = re.fullmatch(r"[a-z0-9-]+", slug) and len(slug) <= _LONGEST
    if is_plain and slug not in RESERVED_IDS and slug not in (NOT_NAMED.id, PARTNERSHIP.id):
        return slug
    kept = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode())
    short = kept[:_LONGEST].rpartition("-")[0] if len(kept) > _LONGEST else kept.strip("-")
    return f"{short or 'addressee'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
