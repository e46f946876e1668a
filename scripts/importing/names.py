"""The words by which a heading's parts are told apart: kinds of review, bodies, anonymised children."""

import re

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
    rf"\b(?:(?:(?:{_KIND_WORD})[\s-]+)+(?:review|inquiry|audit)s?(?:\s*\((?:{_SHORT})\))?|"
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
ANONYMOUS = re.compile(
    r"(?:an |published )?anonym(?:ously|ous|ised|ous (?:local )?(?:partnership|authority|LSCB|LSCP|area))|(?:partnership|"
    r"area) (?:not named|anonymised)|unnamed (?:local )?(?:authority|partnership)",
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
_NAME = r"[A-Z][\w’'-]+"
# First names alone, as in “Samuel, Shay, and Joy”.
FIRST_NAMES = re.compile(rf"{_NAME}(?:(?:, (?:and )?| and | & ){_NAME}){{0,5}}")
