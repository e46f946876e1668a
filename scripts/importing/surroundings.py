"""What surrounds a digest and is no part of it: mail headers, signatures, disclaimers, banners, page numbers."""

import re

_HEADER_NAMES = r"From|Sent|To|Cc|Bcc|Date|Subject|Reply-To|Importance|Attachments?|Received|Priority|When|Where"
MAIL_HEADER = re.compile(rf"\*{{0,2}}(?:{_HEADER_NAMES})\s*:\*{{0,2}}\s*\S.*", re.IGNORECASE)
_FORWARDED = re.compile(
    r"-{2,}\s*(?:original message|forwarded (?:message|by).*?)\s*-{2,}|begin forwarded message:?|"
    r"_{10,}|on .{6,120}\bwrote:|forwarded by .{3,80}|-{5,} ?forwarded.*",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|all good) (?:regards|wishes|thanks)(?: and .{3,30})?|"
    r"regards|best|many thanks(?: and .{3,30})?|"
    r"(?:with )?thanks(?: again| in advance)?|thank you|yours(?: sincerely| faithfully| truly)?|sincerely|"
    r"cheers|warmly|take care)\s*[,.!]?|--",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.?|pg\.?)?\s*\d{1,4}\s*(?:(?:of|/|\|)\s*\d{1,4})?[-–—|\])\s]*|page\s*\d+\b.{0,6}|"
    r"(?:page break|\[page \d+\])",
    re.IGNORECASE,
)
_PATTERNS = (
    # Mail
    r"caution:? .{0,40}(?:external|originat).*",
    r"\[?external(?: email| sender)?\]?:?.{0,120}(?:caution|links|attachments|sender)?",
    r"this (?:e-?mail|message)\b.{0,80}(?:confidential|intended|attach|may contain|has been|was sent|and any|"
    r"originated|is from|is sent).*",
    r".*\b(?:intended (?:solely|only) for|intended recipients?|received this (?:e-?mail|message) in error|"
    r"views expressed in this).*",
    r".*\bunsubscribe\b.*",
    r".{0,60}\b(?:view|read|open|see) (?:this|it|the)?\s?(?:e-?mail|message|newsletter)?\s?(?:in|on) (?:your |"
    r"a |the )?(?:web )?(?:browser|online).*",
    r".{0,40}(?:update|manage|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscription).*",
    r"you(?:'re| are|’re)? receiv(?:ed|ing) this (?:e-?mail|message|newsletter|bulletin|because).*",
    r"sent from my .{2,40}",
    r"(?:get|sent from) outlook for .{2,20}",
    r"please (?:consider the environment|do not reply|think before).*",
    r"(?:disclaimer|confidentiality notice|privacy notice)\b.*",
    r"(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|t|m|e|email|e-mail|web|w)\s*[:.]\s*\S.{0,80}",
    r"\+?[\d\s()-]{9,20}",
    r".{0,200}\b[\w.+-]{1,64}@[\w-]{1,80}\.[a-z]{2,}.{0,100}",
    r"(?:for (?:more|further|any) (?:information|details|help|queries|questions)|if you (?:have|would like|need|"
    r"wish|want)|please (?:contact|share|forward|return|send|"
    r"complete|let us|circulate|cascade|feel free|find|see below)|(?:any )?questions or comments|dear (?:all|"
    r"colleagues?|team)|(?:good )?(?:morning|afternoon)|hello|hi)\b.{0,300}",
    # Tables of contents
    r".*(?:[.…_·] ?){4,}\s*\d{1,4}",
    # Web pages
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation|main).*",
    r".*\b(?:we use|uses|use of|accept(?: all)?|reject(?: all)?|manage|about our|essential|analytics|optional|"
    r"non-essential) (?:essential |optional |some )?cookies?\b.*",
    r"cookie (?:policy|settings|preferences|notice|banner).*",
    r"(?:accept|reject|decline)(?: all| additional)?(?: cookies)?",
    r"(?:share|print|email|save|bookmark|download) this(?: page| article| list)?\b.{0,60}",
    r"(?:back|return) to (?:the )?(?:top|start|list|results|search|contents?)\b.{0,30}",
    r"home\s*[>/›»|].*",
    r"you are here\s*:?.*",
    r"(?:©|copyright\b|\(c\)).*",
    r".{0,60}\ball rights reserved\b.*",
    r".{0,60}\bregistered charity\b.*",
    r"(?:privacy(?: policy| notice)?|terms(?: and conditions| of use)?|accessibility(?: statement)?|sitemap|"
    r"site map|contact(?: us)?|about us|menu|search|"
    r"login|log in|sign in|facebook|twitter|x|linkedin|instagram|youtube|follow us.{0,60}|"
    r"newsletter sign[- ]?up|subscribe.{0,60})",
    r"last (?:updated|reviewed|modified)\s*:?.{0,40}",
    r"(?:previous|next)(?: page| review| month)?|load more|show more|see (?:more|all)|read more",
)
_LONGEST = 3000  # characters of a disclaimer
_BOILERPLATE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
# Many lists of links stand between bars: “Home | About | Contact”.
_BARS = re.compile(r"(?!\d{4}\b)\w[\w ’']{0,30}(?:\s*[|·•>›]\s*[\w ’']{1,30}){2,}")


def is_surrounding(text: str) -> bool:
    """Whether a paragraph is plainly not part of a digest."""
    return len(text) <= _LONGEST and bool(
        is_page_number(text)
        or _FORWARDED.fullmatch(text)
        or _BARS.fullmatch(text)
        or any(pattern.fullmatch(text) for pattern in _BOILERPLATE)
    )


def is_page_number(text: str) -> bool:
    """Whether a line holds a page's number and nothing else."""
    return _PAGE.fullmatch(text) is not None and any(character.isdigit() for character in text)


def is_closing(text: str) -> bool:
    """Whether a line ends a letter; what follows is a signature."""
    return CLOSING.fullmatch(text) is not None


def is_mail_header(text: str) -> bool:
    """Whether a line looks like one of the lines above a forwarded message."""
    return MAIL_HEADER.fullmatch(text) is not None


def begins_message(text: str) -> bool:
    """Whether a line introduces a message that is forwarded or answered."""
    return _FORWARDED.fullmatch(text) is not None
