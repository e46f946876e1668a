"""The words by which a heading's parts are told apart: kinds of review, bodies, anonymised children."""

import re

from scripts.importing.word_lists import listed

YEAR = r"(?:19[89]\d|20[0-4]\d)"
_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?"
)
DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS}),? )?{YEAR}(?:[/–-]\d{{2,4}})?"
# A full year, perhaps with its month, alone.
ONLY_DATE = re.compile(rf"(?:(?:published|completed|dated|report)\s*(?:in|on)?\s*)?(?:{DATE})", re.IGNORECASE)

# A kind of review: words of this list in a row, the last of them “review” (or another word for one).
_KIND_WORD = (
    r"local|child(?:ren)?(?:['’]s|s['’])?|safeguarding|practice|serious|significant|case|learning|thematic|"
    r"joint|multi[- ]agency|"
    r"single|unified|extended|concise|rapid|management|national|independent|critical|incident|domestic|homicide|"
    r"individual|partnership|lessons|learned|learnt|themed|desktop|appreciative|enquiry|reflective|"
    r"non-statutory|statutory|discretionary|"
    r"mini|historic(?:al)?|complex|neglect|adult|adults|suicide|combined|and"
)
_SHORT = r"LCSPRs?|CSPRs?|SCRs?|LCSCR|CPRs?|ECPRs?|CCPRs?|SUSRs?|SILP|MALR|MACR|DHR|CMR|LLR|SPR|LSCPR"
KIND_OF_REVIEW = re.compile(
    rf"\b(?:(?:(?:{_KIND_WORD})[\s-]+)+(?:review|inquiry|audit)s?"
    rf"(?:\s+and\s+(?:(?:{_KIND_WORD})[\s-]+)+review)?(?:\s*\((?:{_SHORT})\))?|"
    rf"learning from (?:practice|case) reviews?|(?:case|practice|learning) reviews?|(?-i:\b(?:{_SHORT})\b))",
    re.IGNORECASE,
)

# What a publication is called beside its kind; it is no part of a title.
DOCUMENT = (
    r"(?:(?:the|final|full|executive|overview|summary|published|independent)\s+)*"
    r"(?:report|overview|executive summary|summary|briefing|learning briefing|7[- ]minute briefing)"
)

_BODY = (
    r"partnership|partnerships|partners|LSCP|LSCPs|SCP|SCPs|LSCB|LSCBs|SCB|LSP|RSB|CYSAB|LSB|NSCP|"
    r"safeguarding board|children(?:'s|’s)? board|board|council|"
    r"child protection committee|CPC|safeguarding committee|county council|borough council|constabulary|trust|"
    r"authority|children's services"
)
BODY = re.compile(rf"\b(?:{_BODY})\b", re.IGNORECASE)
# Words that may stand in a body's name without a capital.
_SMALL = frozenset(
    listed("and of the for in on by upon under safeguarding child children children's children’s local protection")
)
_BODY_FIRST = re.compile(rf"(?P<body>[^:,]*{BODY.pattern})[\s:]+(?={KIND_OF_REVIEW.pattern})", re.IGNORECASE)
ANONYMOUS = re.compile(
    r"(?:an |published )?anonym(?:ously|ous|ised|ous (?:local )?(?:partnership|authority|LSCB|LSCP|area))|"
    r"(?:partnership|area) (?:not named|anonymised)|unnamed (?:local )?(?:authority|partnership)",
    re.IGNORECASE,
)

# Children and subjects as reviews name them.
CHILD = re.compile(
    r"(?:(?:the )?(?:child(?:ren)?|baby|babies|infants?|toddler|family|families|young (?:person|people|adult|"
    r"man|woman)|adolescents?|teenager|youth|"
    r"siblings?|twins?|brothers?|sisters?|boy|girl|case|subject|adult|pupil|student|mother|father|YP|BDS|CYP)\s+"
    r"(?:(?:known as|called|named)\s+)?[“\"‘']?(?-i:[A-Z0-9][\w’'-]*)[”\"’']?"
    r"|(?-i:[A-Z]{1,3}\d{1,4}[A-Z]?)|(?-i:[A-Z]{2,4}\d{2,4}))",
    re.IGNORECASE,
)


def is_body(text: str) -> bool:
    """Whether a text names a body: “Norchester LSCB”, not “Children known to the council”."""
    words = [word.strip(",;.()") for word in text.split()]
    is_name = all(not word[:1].islower() or word in _SMALL or BODY.fullmatch(word) for word in words)
    return is_name and BODY.search(text) is not None and not CHILD.match(text)


def body_first(text: str) -> str:
    """The body that a text names before a kind of review: “Norchester LSCB serious case review: Child A”; else ""."""
    match = None if KIND_OF_REVIEW.match(text) else _BODY_FIRST.match(text)
    return match["body"] if match and is_body(match["body"]) else ""
