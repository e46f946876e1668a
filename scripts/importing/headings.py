"""Which lines can be the heading of a review, judged by their words and their marks."""

import re

from scripts.importing.document import Block, Role
from scripts.importing.heading_words import INTRODUCED
from scripts.importing.labels import label_at
from scripts.importing.names import BODY, CHILD, DATE, DOCUMENT, KIND_OF_REVIEW, YEAR, body_first

LONGEST = 320  # characters of a heading
_SHORT = 90
_NUMBER = (
    r"(?:(?:(?:case |practice )?review\s+)?\(?\d{1,2}\s?[.):]\s*|(?:no\.?|number|#)\s*\d{1,2}\s*[.):–—-]?\s+|"
    r"\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+)"
)
_YEAR_FIRST = re.compile(rf"(?:{_NUMBER})?{YEAR}\s*[–—-]\s+\S.*|(?:{_NUMBER})?{YEAR}\s+[–—|-]\s*\S.*")
_IN_BRACKETS = re.compile(
    rf"[^()]{{2,120}}(?:\([^()]{{2,60}}\)\s*)?\((?:[^()]{{2,120}},\s*)?{DATE}\)\s*[.:]?|[^()]{{2,120}}\((?:[^()]*\b)?(?:anonymous|"
    rf"{BODY.pattern})\)",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    rf"(?:{_NUMBER})?(?:(?:the|a|an)\s+)?(?:(?:final |full |overview |independent |published |"
    rf"executive )*(?:report|summary|overview)\s+"
    rf"(?:of|on|from|into)\s+(?:(?:the|a|an)\s+)?)?(?:{KIND_OF_REVIEW.pattern})",
    re.IGNORECASE,
)
_AFTER_KIND = re.compile(
    rf"\s*(?:{DOCUMENT})?\s*(?:$|[:–—-]|\(|(?:regarding|concerning|in respect of|"
    rf"in relation to|relating to|about|into|re:?)\b"
    rf"|(?:jointly )?commissioned|published by|(?:of|on|for)\s+(?:the\s+)?(?:{CHILD.pattern}|neglect)|(?:of|on|"
    rf"for) [^.]*$|\s(?:{CHILD.pattern}))",
    re.IGNORECASE,
)
# A heading of the whole list, or of a group within it: it speaks of reviews in the plural, or of the repository.
_OF_THE_LIST = re.compile(
    r"\b(?:repository|digest|bulletin|newsletter|update|news|contents|this month|monthly|round-?up|index)\b|"
    r"\b(?:reviews|cases|publications|reports)\b|^(?:introduction|about|contact|further|related|more|useful|"
    r"note|notes|dear|hello|hi|england|wales|scotland|"
    r"northern ireland|overview|summary)\b",
    re.IGNORECASE,
)


def has_heading_words(text: str) -> bool:
    """Whether a line's words alone make it a review's heading: “2025 – Anonymous – Child A”, “Child A (X, 2024)”."""
    if not 1 < len(text) <= LONGEST or label_at(text) is not None:
        return False
    if _YEAR_FIRST.fullmatch(text):
        return not _is_sentence(text) and len(text) <= 2 * _SHORT
    if _is_sentence(text) or _ends_open(text):
        return False
    if INTRODUCED.match(text):
        return True
    if _IN_BRACKETS.fullmatch(text):
        return text[:1].isupper() or text[:1].isdigit()
    bare = re.sub(rf"^{_NUMBER}", "", text, flags=re.IGNORECASE)
    behind = bare[len(body_first(bare)) :].lstrip(" :")
    if kind := _REPORT_OF.match(behind):
        return bare[:1].isupper() and _AFTER_KIND.match(behind[kind.end() :]) is not None and not names_the_list(bare)
    if CHILD.fullmatch(bare) and len(bare) <= _SHORT:
        return True
    begins_with_child = CHILD.match(bare)
    if begins_with_child and len(bare) <= 2 * _SHORT:
        rest = bare[begins_with_child.end() :]
        is_divided = re.match(r"\s*(?:[:,–—-]|and siblings|\()", rest)
        return bool(is_divided) and bool(KIND_OF_REVIEW.search(rest) or BODY.search(rest))
    return False


def may_be_heading(block: Block) -> bool:
    """Whether a block's marks allow it to be a review's heading: a heading, a bold line, a short numbered one."""
    text = block.text
    if not 1 < len(text) <= LONGEST or label_at(text, bold=block.bold_start) is not None:
        return False
    if names_the_list(text):
        return False
    if block.role is Role.HEADING:
        return True
    if _ends_open(text) or _is_sentence(text):
        return False
    if block.is_bold:
        return True
    return block.number is not None and len(text) <= 2 * _SHORT and text.lstrip("“‘\"'")[:1].isupper()


def names_the_list(text: str) -> bool:
    """Whether a heading speaks of the whole list or a group in it, not of one review."""
    kinds = (match.group().casefold() for match in KIND_OF_REVIEW.finditer(text))
    is_one_review = bool(CHILD.search(text)) or any(not kind.endswith("reviews") for kind in kinds)
    return not is_one_review and _OF_THE_LIST.search(text) is not None


def _is_sentence(text: str) -> bool:
    """Whether a line reads as a sentence or several, not as a heading."""
    return bool(re.search(r"[a-z)”\"][.!?][\"”’']?$", text)) or bool(re.search(r"[a-z]{3,}[.!?]\s+[A-Z]", text))


def _ends_open(text: str) -> bool:
    return text.endswith((";", ",", ":", " and", " or", " the", " of"))
