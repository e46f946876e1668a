"""The labels of a digest's parts in their many forms: “Learning themes include:”, “Recommendations for …”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.importing.label_words import BY, IN_CAPITALS, LABELS, REPORT_LINE, REPORT_START, UNMARKED, Part

_LONGEST_LINE = 200  # characters of a line that only leads to a report, its address not counted
_LONGEST_NAME = 160  # of a line that names partnerships
_WINDOW = 500  # within so many characters a label has ended
_SENTENCE_START = re.compile(r"(?<=[.!?;:”\"')>»|•·])\s+(?=[A-Z])")
_THE_FOLLOWING = re.compile(
    r"(?:include[sd]?(?=\s*:)|as follows|"
    r"(?:in )?the following(?: (?:areas|themes|points|issues|learning|recommendations))?)"
    r"\s*(?::\s*|[–—-]\s+|$)",
    re.IGNORECASE,
)
# A summary that tells of earlier learning or recommendations tells it in the past.
_PAST = re.compile(
    r"\b(?:included|considered|focused on|highlighted|(?:was|were) \w+(?: (?:to|for|in|about|around))?)\s*$",
    re.IGNORECASE,
)
# Verbs that lead to a statement as often as to a list.
_WEAK_VERB = re.compile(r"is|are|was|were|made|to", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """A label at a text's beginning. `end` is where its content begins; `to` whom a lead-in addresses."""

    part: Part
    end: int
    to: str = ""


def label_at(text: str, *, bold: str = "") -> Label | None:
    """The label that a text begins with. `bold` is the text's bold beginning, which may end a label without a colon."""
    return _worded(text) or _report(text) or _in_bold(text, bold) or _in_capitals(text) or _unmarked(text)


def is_report_line(text: str) -> bool:
    """Whether a line says nothing but where the report is: “Read practice review (PDF)”."""
    says_something = any(character.isalnum() for character in text)
    return says_something and _is_short(text) and REPORT_LINE.fullmatch(text) is not None


def labels_within(text: str) -> Iterator[int]:
    """The offsets inside a paragraph at which a sentence begins that is a label with its content."""
    for match in _SENTENCE_START.finditer(text):
        start = match.end()
        sentence = text[start : start + _WINDOW]
        if text[match.start() - 1] in ";:" and not REPORT_START.match(sentence):
            continue
        found = label_at(sentence)
        if found is None or found.part in (Part.PARTNERSHIP, Part.TYPE, Part.SUMMARY):
            continue
        # Within a paragraph a word alone is a word; only its colon or its verb makes it a label.
        lead = sentence[: found.end]
        is_told_so = found.part in (Part.LEARNING, Part.RECOMMENDATIONS, Part.KEY_ISSUES, Part.REPORT)
        if ":" in lead or (is_told_so and not _PAST.search(lead)):
            yield start


def _worded(text: str) -> Label | None:
    for part, pattern in LABELS:
        match = pattern.match(text)
        if match and _is_label(part, match, text):
            to = (match.groupdict().get("to") or "").strip()
            return Label(part, _content_start(match.end(), text), re.sub(r"\s+to$", "", to))
    match = BY.match(text)
    return Label(Part.PARTNERSHIP, match.end()) if match and _is_one_name(text[match.end() :]) else None


def _is_label(part: Part, match: re.Match[str], text: str) -> bool:
    rest = text[match.end() :]
    stop = (match["stop"] or match["behind"] or "").strip()
    has_colon = stop not in ("", ".")
    if part is Part.PARTNERSHIP:
        return has_colon and _is_one_name(rest)
    if stop == "." and match.groupdict().get("to"):
        return False  # a sentence about recommendations
    if has_colon or not rest.strip():
        return True
    if _PAST.search(match.group()) and ";" not in rest and not _THE_FOLLOWING.match(rest):
        return False
    # “Learning includes x”: without a colon the verb makes the label, for what is told in such sentences.
    is_told_so = part in (Part.LEARNING, Part.RECOMMENDATIONS, Part.KEY_ISSUES)
    return is_told_so and bool(match["verb"]) and not _WEAK_VERB.fullmatch(match["verb"])


def _is_one_name(rest: str) -> bool:
    return 0 < len(rest) <= _LONGEST_NAME and not re.search(r"[.;!?]\s+\S", rest)


def _content_start(end: int, text: str) -> int:
    """Behind “the following areas:”, where the lead-in goes on with it."""
    more = _THE_FOLLOWING.match(text, end)
    return more.end() if more else end


def _report(text: str) -> Label | None:
    """A line that leads to the report; of a longer text only its beginning is a label."""
    if is_report_line(text):
        return Label(Part.REPORT, len(text))
    match = REPORT_START.match(text)
    return Label(Part.REPORT, len(text) if _is_short(text) else match.end()) if match else None


def _is_short(text: str) -> bool:
    return len(re.sub(r"https?://\S+", "", text)) <= _LONGEST_LINE


def _in_bold(text: str, bold: str) -> Label | None:
    """A label that its bold type divides from what follows."""
    if not bold or len(bold) >= len(text) or not text.startswith(bold):
        return None
    found = _worded(bold) or _report(bold)
    behind = text[len(bold) :]
    end = len(text) - len(behind.lstrip(" :–—-"))
    return Label(found.part, end, found.to) if found else None


def _in_capitals(text: str) -> Label | None:
    """A label that its capitals divide from what follows."""
    for part, pattern in IN_CAPITALS:
        match = pattern.match(text)
        if match and match["head"].isupper() and not text[match.end() :].isupper():
            return Label(part, match.end())
    return None


def _unmarked(text: str) -> Label | None:
    """A label that only what follows tells: “Learning themes neglect; poverty”, “Background The family moved”."""
    matches = ((part, pattern.match(text)) for part, pattern in UNMARKED if text[:1].isupper())
    return next((Label(part, match.end()) for part, match in matches if match), None)
