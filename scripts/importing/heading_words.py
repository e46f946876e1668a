"""What a review's heading says: its title, kind, partnership and year."""

import re
from dataclasses import dataclass, replace

from scripts.importing.names import (
    ANONYMOUS,
    BODY,
    CHILD,
    DATE,
    DOCUMENT,
    KIND_OF_REVIEW,
    ONLY_DATE,
    YEAR,
    body_first,
    is_body,
)
from scripts.importing.review_kinds import KEEPS_ITS_WORDS, TRIM, is_kind, kind_of, without_connective

_NUMBER = re.compile(
    r"^\W*(?:(?:case |practice )?(?:review|case)\s+(?:no\.?\s*)?(?=\d+\s*[:.–—-]))?\(?\d{1,2}\s*(?:[.):]|"
    r"\s[–—-])\s*(?=\D)|^(?:no\.?|number|#)\s*\d{1,2}\s*[.):–—-]?\s+(?=\D)|^\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+(?=\D|[12]\d{3})",
    re.IGNORECASE,
)
# How a memo or a record introduces its subject.
INTRODUCED = re.compile(
    r"^(?:re|(?:review |case |report )?title|name of (?:the )?(?:review|case|child)|case name)\s*:\s*", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s+[–—|-]\s+|\s*[–—]\s+|\s+[–—]\s*")
_BY = re.compile(
    r"[\s,:–—-]*\b(?:jointly )?(?:commissioned|published|undertaken|conducted|carried out|completed|produced|"
    r"prepared|led)(?: jointly)?"
    r" (?:by|for|on behalf of)\s+(?P<who>.+?)(?=\s*(?:$|[:;|(]|\s[–—-]\s|,?\s(?:regarding|concerning|"
    r"in respect of|in relation to|relating to|about|into|following)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeadingWords:
    """A heading taken apart. "" and None where it does not say."""

    title: str
    type: str = ""
    partnership: str = ""
    year: int | None = None


def heading_words(heading: str) -> HeadingWords:
    """Take a heading apart: “Local child safeguarding practice review: commissioned by X – concerning Child A”."""
    text = _without_report_marks(INTRODUCED.sub("", _NUMBER.sub("", heading.strip())))
    found = HeadingWords("")
    found, text = _bracketed(found, text)
    if by := _BY.search(text):
        found, who = _without_tail(found, by["who"])
        found = replace(found, partnership=found.partnership or _partnership(who))
        text = f"{text[: by.start()]} – {text[by.end() :].lstrip(TRIM)}".strip(TRIM)
    rest: list[str] = []
    parts = [part.strip(TRIM) for part in _SEPARATOR.split(text) if part.strip(TRIM)]
    begins_with_year = bool(parts) and re.fullmatch(YEAR, parts[0]) is not None
    for position, part in enumerate(parts):
        others = len(parts) - position - 1
        found, left = _classified(found, part, is_place=begins_with_year and position == 1 and others > 0)
        keeps = not rest and others and is_kind(part) and KEEPS_ITS_WORDS.search(part)
        rest += [left or part] if left or keeps else []
    title = " – ".join(rest)
    whole = title or found.type or text.strip(TRIM) or heading.strip()
    return replace(found, title=_first_upper(whole), type=_first_upper(found.type))


def _without_report_marks(text: str) -> str:
    text = re.sub(r"\s*<?https?://\S+", "", text)
    return re.sub(r"\s*[([](?:pdf|word|docx?|opens?|new|external)\b[^)\]]*[)\]]", "", text, flags=re.IGNORECASE).strip()


def _bracketed(found: HeadingWords, text: str) -> tuple[HeadingWords, str]:
    """Read what stands in brackets, where it is a partnership, a year or a kind of review."""
    for match in reversed(list(re.finditer(r"\s*[([]([^()[\]]*)[)\]]", text))):
        inner = match[1].strip()
        head, comma, date = inner.rpartition(",")
        if re.fullmatch(YEAR, inner.partition(",")[0]):
            date, comma, head = inner.partition(",")
        if ONLY_DATE.fullmatch(inner):
            found = replace(found, year=found.year or _year(inner))
        elif comma and ONLY_DATE.fullmatch(date.strip()):
            found = replace(found, year=found.year or _year(date))
            found = _named(found, head)
        elif is_kind(inner):
            # “Local child safeguarding practice review (LCSPR)”: the words say it already.
            spelt_out = KIND_OF_REVIEW.search(text[: match.start()])
            found = found if spelt_out else replace(found, type=found.type or inner)
        elif (
            ANONYMOUS.fullmatch(inner)
            or BODY.search(inner)
            or re.match(r"(?:commissioned|published) by ", inner, re.IGNORECASE)
        ):
            found = _named(found, inner)
        elif not re.fullmatch(DOCUMENT, inner, re.IGNORECASE):
            continue
        text = text[: match.start()] + text[match.end() :]
    return found, text.strip(TRIM)


def _named(found: HeadingWords, words: str) -> HeadingWords:
    """Words beside a year in brackets: the partnership, perhaps with the kind of review."""
    kept = []
    for word in (part.strip() for part in re.split(r"\s+[–—-]\s+|;|,(?=\s*(?:LCSPR|SCR|CPR)\b)", words)):
        if is_kind(word):
            found = replace(found, type=found.type or word)
        elif word:
            kept.append(word)
    name = re.sub(r"^(?:commissioned|published) by ", "", " – ".join(kept), flags=re.IGNORECASE)
    return replace(found, partnership=found.partnership or _partnership(name)) if name else found


def _classified(found: HeadingWords, part: str, *, is_place: bool) -> tuple[HeadingWords, str]:
    """Read one part of a heading; gives what is left of it for the title."""
    if ONLY_DATE.fullmatch(part):
        return replace(found, year=found.year or _year(part)), ""
    if ANONYMOUS.fullmatch(part):
        return replace(found, partnership=found.partnership or "anonymous"), ""
    if re.fullmatch(DOCUMENT, part, re.IGNORECASE):
        return found, ""
    if (body := body_first(part)) and not found.partnership:
        found, part = replace(found, partnership=_partnership(body)), part[len(body) :].lstrip(TRIM)
    kind, rest = kind_of(part)
    if kind:
        found = replace(found, type=f"{found.type}: {kind}" if found.type and kind not in found.type else kind)
        return _without_tail(found, rest)
    if is_place and not found.partnership:
        return replace(found, partnership=_partnership(part)), ""
    if is_body(part) and not found.partnership:
        return _body(found, part)
    return _without_tail(
        found,
        without_connective(part)
        if re.match(r"(?:concerning|regarding|in respect of|relating to|in relation to)\b", part, re.IGNORECASE)
        else part,
    )


def _body(found: HeadingWords, part: str) -> tuple[HeadingWords, str]:
    """Read a part that names a body: perhaps with a kind of review or a date beside it, between commas."""
    pieces = [piece.strip() for piece in part.split(",")]
    if not all(BODY.search(piece) or is_kind(piece) or ONLY_DATE.fullmatch(piece) for piece in pieces):
        return replace(found, partnership=_partnership(part)), ""
    for piece in pieces:
        if is_kind(piece):
            found = replace(found, type=found.type or piece)
        elif ONLY_DATE.fullmatch(piece):
            found = replace(found, year=found.year or _year(piece))
        else:
            found = replace(found, partnership=found.partnership or _partnership(piece))
    return found, ""


def _without_tail(found: HeadingWords, text: str) -> tuple[HeadingWords, str]:
    """Read the date and the body that end a part, and take off what its document is called: “Child A: final report”."""
    text = re.sub(rf"\s*:\s*{DOCUMENT}$", "", text, flags=re.IGNORECASE)
    date = re.search(rf",\s*({DATE})$", text)
    # A period is what the review is about, not its date.
    if date and not re.search(r"\d[/–-]\d", date[1]):
        found, text = replace(found, year=found.year or _year(date[1])), text[: date.start()]
    body = re.search(r"[,:]\s*([^,:]+)$", text)
    if body and is_body(body[1]) and CHILD.match(text) and not found.partnership:
        found, text = replace(found, partnership=_partnership(body[1])), text[: body.start()]
    return found, text.strip(TRIM)


def _partnership(text: str) -> str:
    name = " ".join(text.split()).strip(TRIM).rstrip(".")
    return "anonymous" if ANONYMOUS.fullmatch(name) else name


def _year(text: str) -> int | None:
    match = re.search(YEAR, text)
    return int(match.group()) if match else None


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
