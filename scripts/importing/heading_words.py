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

_NUMBER = re.compile(
    r"^\W*(?:(?:case |practice )?(?:review|case)\s+(?:no\.?\s*)?(?=\d+\s*[:.–—-]))?\(?\d{1,2}\s*(?:[.):]|"
    r"\s[–—-])\s*(?=\D)",
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
_ABOUT = (
    r"(?:regarding|concerning|in respect of|in relation to|relating to|with respect to|about|into|"
    r"following|re:?|on|of|for|to)"
)
_ABOUT_START = re.compile(rf"^[\s,:–—-]*{_ABOUT}\s+", re.IGNORECASE)
_REPORT_OF = re.compile(
    rf"^(?:{DOCUMENT})\s*(?:of|on|from|into|for|regarding|concerning|:|–|-)\s*(?:(?:the|a|an)\s+)?", re.IGNORECASE
)
_KEEPS_ITS_WORDS = re.compile(r"thematic|themed", re.IGNORECASE)
_TRIM = " \t,;:–—-|"


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
        text = f"{text[: by.start()]} – {text[by.end() :].lstrip(_TRIM)}".strip(_TRIM)
    rest: list[str] = []
    parts = [part.strip(_TRIM) for part in _SEPARATOR.split(text) if part.strip(_TRIM)]
    begins_with_year = bool(parts) and re.fullmatch(YEAR, parts[0]) is not None
    for position, part in enumerate(parts):
        others = len(parts) - position - 1
        found, left = _classified(found, part, is_place=begins_with_year and position == 1 and others > 0)
        keeps = not rest and others and _is_kind(part) and _KEEPS_ITS_WORDS.search(part)
        rest += [left or part] if left or keeps else []
    title = " – ".join(rest)
    whole = title or found.type or text.strip(_TRIM) or heading.strip()
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
        elif _is_kind(inner):
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
    return found, text.strip(_TRIM)


def _named(found: HeadingWords, words: str) -> HeadingWords:
    """Words beside a year in brackets: the partnership, perhaps with the kind of review."""
    kept = []
    for word in (part.strip() for part in re.split(r"\s+[–—-]\s+|;|,(?=\s*(?:LCSPR|SCR|CPR)\b)", words)):
        if _is_kind(word):
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
        found, part = replace(found, partnership=_partnership(body)), part[len(body) :].lstrip(_TRIM)
    kind, rest = _kind_of(part)
    if kind:
        found = replace(found, type=f"{found.type}: {kind}" if found.type and kind not in found.type else kind)
        return _without_tail(found, rest)
    if is_place and not found.partnership:
        return replace(found, partnership=_partnership(part)), ""
    if is_body(part) and not found.partnership:
        return _body(found, part)
    return _without_tail(
        found,
        _ABOUT_START.sub("", part)
        if re.match(r"(?:concerning|regarding|in respect of|relating to|in relation to)\b", part, re.IGNORECASE)
        else part,
    )


def _body(found: HeadingWords, part: str) -> tuple[HeadingWords, str]:
    """Read a part that names a body: perhaps with a kind of review or a date beside it, between commas."""
    pieces = [piece.strip() for piece in part.split(",")]
    if not all(BODY.search(piece) or _is_kind(piece) or ONLY_DATE.fullmatch(piece) for piece in pieces):
        return replace(found, partnership=_partnership(part)), ""
    for piece in pieces:
        if _is_kind(piece):
            found = replace(found, type=found.type or piece)
        elif ONLY_DATE.fullmatch(piece):
            found = replace(found, year=found.year or _year(piece))
        else:
            found = replace(found, partnership=found.partnership or _partnership(piece))
    return found, ""


def _kind_of(part: str) -> tuple[str, str]:
    """The kind of review that a part names at its beginning or end, and the rest of the part."""
    report = _REPORT_OF.match(part)
    body = part[report.end() :] if report and KIND_OF_REVIEW.search(part[report.end() :]) else part
    article = re.match(r"(?:[Tt]he|[Aa]n?)\s+", body)
    body = body[article.end() :] if article and KIND_OF_REVIEW.match(body[article.end() :]) else body
    start = KIND_OF_REVIEW.match(body)
    if start and _is_kind(start.group()):
        rest = body[start.end() :]
        rest = re.sub(rf"^\s*(?:{DOCUMENT})\b(?=\s*(?:[:–—-]|$|{_ABOUT}\b|[A-Z]))", "", rest, flags=re.IGNORECASE)
        inner = rest.strip(_TRIM)
        second = KIND_OF_REVIEW.match(inner)
        if second and re.match(r"\s*:", rest):
            kind, subject = _kind_of(inner)
            return (f"{start.group()}: {kind}" if kind else start.group()), subject
        if _KEEPS_ITS_WORDS.search(start.group()):
            return start.group(), body.strip(_TRIM) if inner else ""
        return start.group(), _subject(rest)
    end = [match for match in KIND_OF_REVIEW.finditer(body) if not body[match.end() :].strip(_TRIM)]
    if end and re.search(r"[\s:,–—-]$", body[: end[0].start()]):
        before = body[: end[0].start()].strip(_TRIM)
        before = re.sub(r"[\s,:]*\b(?:the|a|an)$", "", before).strip(_TRIM)
        return end[0].group(), body if _KEEPS_ITS_WORDS.search(end[0].group()) and not CHILD.fullmatch(
            before
        ) else before
    return "", part


def _subject(rest: str) -> str:
    return _ABOUT_START.sub("", rest).strip(_TRIM)


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
    return found, text.strip(_TRIM)


def _is_kind(text: str) -> bool:
    return KIND_OF_REVIEW.fullmatch(text.strip()) is not None


def _partnership(text: str) -> str:
    name = " ".join(text.split()).strip(_TRIM).rstrip(".")
    return "anonymous" if ANONYMOUS.fullmatch(name) else name


def _year(text: str) -> int | None:
    match = re.search(YEAR, text)
    return int(match.group()) if match else None


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
