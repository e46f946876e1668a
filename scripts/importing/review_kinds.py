"""The kind of review that a heading names, and what it leaves of the heading."""

import re

from scripts.importing.names import CHILD, DOCUMENT, KIND_OF_REVIEW

TRIM = " \t,;:–—-|"
_ABOUT = (
    r"(?:regarding|concerning|in respect of|in relation to|relating to|with respect to|about|into|"
    r"following|re:?|on|of|for|to)"
)
_ABOUT_START = re.compile(rf"^[\s,:–—-]*{_ABOUT}\s+", re.IGNORECASE)
_REPORT_OF = re.compile(
    rf"^(?:{DOCUMENT})\s*(?:of|on|from|into|for|regarding|concerning|:|–|-)\s*(?:(?:the|a|an)\s+)?", re.IGNORECASE
)
KEEPS_ITS_WORDS = re.compile(r"thematic|themed", re.IGNORECASE)


def kind_of(part: str) -> tuple[str, str]:
    """The kind of review that a part names at its beginning or end, and the rest of the part."""
    report = _REPORT_OF.match(part)
    body = part[report.end() :] if report and KIND_OF_REVIEW.search(part[report.end() :]) else part
    article = re.match(r"(?:[Tt]he|[Aa]n?)\s+", body)
    body = body[article.end() :] if article and KIND_OF_REVIEW.match(body[article.end() :]) else body
    start = KIND_OF_REVIEW.match(body)
    if start and is_kind(start.group()):
        rest = body[start.end() :]
        rest = re.sub(rf"^\s*(?:{DOCUMENT})\b(?=\s*(?:[:–—-]|$|{_ABOUT}\b|[A-Z]))", "", rest, flags=re.IGNORECASE)
        inner = rest.strip(TRIM)
        second = KIND_OF_REVIEW.match(inner)
        if second and re.match(r"\s*:", rest):
            kind, subject = kind_of(inner)
            return (f"{start.group()}: {kind}" if kind else start.group()), subject
        if KEEPS_ITS_WORDS.search(start.group()):
            return start.group(), body.strip(TRIM) if inner else ""
        return start.group(), without_connective(rest)
    end = [match for match in KIND_OF_REVIEW.finditer(body) if not body[match.end() :].strip(TRIM)]
    if end and re.search(r"[\s:,–—-]$", body[: end[0].start()]):
        before = body[: end[0].start()].strip(TRIM)
        before = re.sub(r"[\s,:]*\b(?:the|a|an)$", "", before).strip(TRIM)
        keeps = KEEPS_ITS_WORDS.search(end[0].group()) and not CHILD.fullmatch(before)
        return end[0].group(), body if keeps else before
    return "", part


def without_connective(rest: str) -> str:
    """A text without the word that leads to a review's subject: “regarding”, “concerning”."""
    return _ABOUT_START.sub("", rest).strip(TRIM)


def is_kind(text: str) -> bool:
    """Whether a text is a kind of review and nothing else."""
    return KIND_OF_REVIEW.fullmatch(text.strip()) is not None
