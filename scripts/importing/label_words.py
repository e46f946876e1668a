"""The words of which labels are made, as patterns."""

import re
from enum import Enum, auto


class Part(Enum):
    """What a label announces."""

    SUMMARY = auto()
    BACKGROUND = auto()
    KEY_ISSUES = auto()
    LEARNING = auto()
    RECOMMENDATIONS = auto()
    MODEL = auto()
    KEYWORDS = auto()
    REPORT = auto()
    PARTNERSHIP = auto()
    TYPE = auto()


# Verbs that lead from a label to what follows it.
_VERB = (
    r"(?:(?:also )?(?:include[sd]?|including|consider(?:s|ed)?|considering|focus(?:es|ed)? (?:up)?on|focusing on|"
    r"cent(?:re|er)(?:s|d)? (?:on|around)|relate[sd]? to|relating to|cover(?:s|ed)?|highlight(?:s|ed)?|"
    r"concern(?:s|ed)?|"
    r"emphasise[sd]?|address(?:es|ed)?|explore[sd]?|examine[sd]?|is about|(?:was|were|is|are|has been|have been) "
    r"(?:identified|made|drawn|set out|as follows|that|about|around|to)(?: (?:in|around|about|as follows|"
    r"include|including|to))?|"
    r"identified(?: includes?)?|(?:is|are|was|were)|made(?: include)?|as follows))"
)
_ADJECTIVE = (
    r"(?:(?:the|key|main|identified|emerging|overall|wider|further|additional|important|local|national|"
    r"single[- ]agency|multi[- ]agency|overarching|practice|following|"
    r"summary of|all|some|other|review'?s?|report'?s?|its) )*"
)
_LEARNING = (
    r"(?:the (?:review|report) (?:also )?(?:identifie[sd]|found|highlight(?:s|ed)) (?=the following ))?"
    + _ADJECTIVE
    + r"(?:(?:learning|lessons?)(?: (?:themes?|points?|identified|learn(?:ed|t)|outcomes?|findings?|opportunities|"
    r"areas|"
    r"for practice|messages|summary|and themes|from (?:the|this) (?:case|review)|from (?:the|"
    r"this) [a-z ]{3,40}review))*"
    r"|(?:areas (?:of|for) learning|points? of learning)|what (?:was|did we|can we|we|we have|"
    r"has been) learn(?:ed|t)?"
    r"|themes?|findings?|(?:learning )?messages)"
)
# Words that may stand between “recommendations” and whom they are for.
_RECOMMENDATIONS = (
    r"(?:the (?:review|report) recommends(?: that)?|(?:(?:the (?:review|report)|it) (?:also )?makes |makes )?"
    + _ADJECTIVE
    + r"(?:\d{1,2} |[a-z]{3,6} )?rec{1,2}om{1,2}endations?(?: made)?(?: and actions?)?"
    r"(?: (?:of|from) (?:the|this) (?:review|report))?)"
)
_TO = r"(?: (?:(?:are|were) made )?(?:for|to)(?: be (?:considered|taken) by)? (?P<to>(?!be\b)[^:;.]{2,160}?))?"

_HEADS: tuple[tuple[Part, str], ...] = (
    (Part.KEY_ISSUES, r"(?:key|main|significant) (?:issues|factors|concerns)(?: identified)?"),
    (Part.LEARNING, _LEARNING),
    (
        Part.BACKGROUND,
        r"(?:family |case )?(?:background|context|history)(?: information| and context)?(?: to the (?:case|review))?",
    ),
    (
        Part.SUMMARY,
        r"(?:(?:brief |case |short |executive )?(?:abstract|summary|overview|outline|synopsis)(?: of (?:the |"
        r"this )?(?:case|review|events|incident|"
        r"circumstances))?|what happened|(?:the )?(?:case )?circumstances|case details|about (?:the|"
        r"this) (?:case|review|child))",
    ),
    (Part.MODEL, r"(?:review )?(?:model|methodology|method|approach)(?: used| of (?:the )?review| adopted)?"),
    (Part.KEYWORDS, r"(?:key ?words?|subject terms|subjects|tags|index terms)"),
    (
        Part.PARTNERSHIP,
        r"(?:commissioned|published|undertaken|conducted|produced)(?: jointly)? by|commissioning (?:body|"
        r"partnership|authority|organisation)|(?:safeguarding )?(?:children(?:'s)? )?partnership|publisher|lscp|lscb"
        r"|safeguarding board|responsible partnership",
    ),
    (Part.TYPE, r"(?:review type|type(?: of (?:review|report|case review))?)"),
)
_STOP = r"(?:\s*:\s*[-–—]?\s*|\s+[–—]\s+|\s+-\s+|\s*\.?\s*$)"
_FLAGS = re.IGNORECASE


def _pattern(head: str, to: str = "") -> re.Pattern[str]:
    """A head with what may follow it: a verb and then the content, or a colon, a dash or the line's end."""
    return re.compile(
        rf"(?P<head>{head}){to}(?:\s+(?P<verb>{_VERB})\b(?P<behind>\s*;\s*|{_STOP}|\s+)|(?P<stop>{_STOP}))", _FLAGS
    )


LABELS = (
    *((part, _pattern(head)) for part, head in _HEADS),
    (Part.RECOMMENDATIONS, _pattern(_RECOMMENDATIONS, _TO)),
)
# Without colon, verb or bold type, what follows can tell a label: a list, or the beginning of a sentence.
_LIST = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|should|could|would|can|may|might|must|will|not|of|for|to|from|about|"
    r"around|in|on|at|by|with|within|that|which|and|or|also|made|shared|raised|given|identified)\b)"
)
_SENTENCE = (
    r"(?-i:(?:The|This|These|There|A|An|Child|Baby|Family|Both|Mother|Father|He|She|They|In|At|When|Before|After)\b)"
)
UNMARKED = (
    (Part.KEY_ISSUES, re.compile(rf"key issues\s+(?={_LIST}[^.;:!?]+;)", _FLAGS)),
    (Part.LEARNING, re.compile(rf"{_ADJECTIVE}learning (?:themes|points)\s+(?={_LIST}[^.;:!?]+;)", _FLAGS)),
    (Part.LEARNING, re.compile(rf"(?:key learning|lessons learn(?:ed|t))\s+(?={_LIST}[^.;:!?]+;)", _FLAGS)),
    (Part.RECOMMENDATIONS, re.compile(rf"recommendations\s+(?={_LIST}[^.;:!?]+;)", _FLAGS)),
    (Part.KEYWORDS, re.compile(rf"key ?words\s+(?={_LIST}[^.:!?]+[;,])", _FLAGS)),
    *(
        (part, re.compile(rf"{head}\s+(?={_SENTENCE})", _FLAGS))
        for part, head in (*_HEADS, (Part.RECOMMENDATIONS, _RECOMMENDATIONS))
        if part not in (Part.SUMMARY, Part.KEYWORDS, Part.PARTNERSHIP, Part.TYPE)
    ),
)
# Without colon or verb, capitals alone can make a label: “KEY ISSUES the role of …”.
IN_CAPITALS = tuple(
    (part, re.compile(rf"(?P<head>{head})\s+(?=\S)", _FLAGS))
    for part, head in (*_HEADS, (Part.RECOMMENDATIONS, _RECOMMENDATIONS))
)

_REPORT_WORDS = (
    r"(?:(?:the|full|practice|thematic|case|serious|learning|child|children'?s|executive|overview|published|"
    r"local|safeguarding|"
    r"final|summary|national|significant|single|unified|extended|concise|independent|whole|complete|review's|"
    r"multi-agency|lcspr|scr|7[- ]minute|"
    r"seven[- ]minute|one[- ]page)\s+)*"
    r"(?:review|report|overview|summary|briefing|document|article|publication|lcspr|scr|pdf|resource|analysis)"
)
_KIND = r"(?:\s*[([](?:opens?[^)\]]*|pdf[^)\]]*|word[^)\]]*|docx?[^)\]]*|link[^)\]]*|external[^)\]]*)[)\]])*"
_URL = r"(?:\s*[<(]?https?://\S+[>)]?)?"
REPORT_LINE = re.compile(
    rf"(?:(?:other|further|related|more|additional) (?:resources?|information)\s*[:–-]?\s*)?"
    rf"(?:(?:(?:read|view|download|access|see|open|find|get)\s+(?:the\s+)?|(?:link|go) to (?:the\s+)?|"
    rf"report url|web ?link|link)?"
    rf"(?:{_REPORT_WORDS})?(?: (?:here|online|in full|on (?:the )?[\w' ]{{3,60}}(?:website|repository|"
    rf"library)))?{_KIND}\s*[:>»→]*{_URL}\s*[.>»→]*)",
    _FLAGS,
)
REPORT_START = re.compile(
    r"(?:(?:other|further|related) resources?\b"
    r"(?=\s*(?:$|[:–—-]|https?:|(?-i:[A-Z(<\[])|read|view|are|include))|(?:read|download|view|access)\s+(?:the\s+)?"
    + _REPORT_WORDS
    + r"\b)",
    _FLAGS,
)

BY = re.compile(
    r"(?:jointly )?(?:commissioned|published|undertaken|conducted|carried out|completed|led|produced|"
    r"prepared)(?: jointly)? (?:by|for|on behalf of)\s+"
    r"(?=(?-i:[A-Z])|the )",
    re.IGNORECASE,
)
