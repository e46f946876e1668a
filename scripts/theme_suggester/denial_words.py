"""How denials are worded, as patterns for flat text."""

import re

from scripts.theme_suggester.words import stem


def _any(*choices: str) -> str:
    return f"(?:{'|'.join(choices)})"


# What services do and whom they reach: where it is missing, its absence is what a review is about.
_PRACTICE = """
    sharing recording record exchange communication handover chronology supervision oversight curiosity curious
    challenge thinking reflective assessment planning plan discussion meeting conference working escalation
    voice hearing listening views wishes experience help intervention threshold interview decision referral
    agreement contract trust trusted consistent continuity informed sensitive competence interpreter leadership
    culture leader father dad men carer grandparent whole wider extended network safeguarding safer safe
    protection brought attendance proceedings court whistleblowing engagement booking antenatal reunification
    transition
"""
PRACTICE = frozenset(map(stem, _PRACTICE.split()))

_VERB = _any(
    *("is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can", "could", "may", "might", "will"),
    *("would", "should", "must", "featured", "led", "showed", "became", "remained", "played", "caused", "contributed"),
    *("came", "went", "focuses", "focused", "considers", "concerns", "looks", "asks", "includes", "explores", "found"),
)
_BE = _any("is", "are", "was", "were")
_HAVE = _any("has", "have", "had")
_DO = _any("does", "do", "did")
_NOT = _any(" not", "n't")
_NEVER = _any("not", "never", r"\w+n't")
_NO_ARTICLE = "(?:an? |the |any )?"

_NOTED = _any("known", "thought", "believed", "considered", "found", "felt", "judged", "shown", "deemed", "suspected")
_SAID = _any("thought", "believed", "felt", "suggested", "alleged", "said")
_TRACE = _any(
    *("evidence", "signs?", "indications?", "indicators?", "suggestion"),
    *("history", "records?", "reports?", "concerns?"),
    *("worries", "worry", "mention", "allegations?", "disclosures?", "suspicions?", "findings?", "question"),
    *("instances?", "incidents?", "risks?", "experience"),
)
_ABOUT = _any(
    *("of", "that", "for", "about", "regarding", "around", "concerning", "in relation to", "relating to"),
    "to (?:suggest|indicate)(?: that)?",
)
# Words between a denial and what it denies: no KNOWN HISTORY OF neglect, not BEEN SUBJECT TO neglect.
_SHADE = _any(
    *("any", "a", "an", "known", "recorded", "reported"),
    *("previous", "current", "clear", "specific", "obvious", "direct"),
    *("other", "further", "documented", "apparent", "significant", "suspected", "alleged", "been", "be", "being", "in"),
    *("of", "from", "by", "to", "ever", "subject"),
)
_NONE = _any("no", "nor", "neither", "without", f"{_NEVER} any", "lack of", "absence of")
_LIVED = _any(f"(?:an? |any )?{_TRACE} {_ABOUT}", "experienced", "suffered", "been")
_INSTANCE = _any("case", "matter", "question", "result", "victims?", "consequence", "sign", "product")

# Denies what follows it in its clause.
PHRASE_BEFORE = re.compile(
    r"\b"
    + _any(
        f"{_NONE} (?:{_SHADE} )*{_TRACE} {_ABOUT}",
        "nothing (?:to|that) (?:suggest|indicate)(?:s|d|ed)?",
        f"{_NEVER} (?:been )?{_NOTED} to",
        f"{_NEVER} (?:been )?{_SAID} that",
        rf"neither (?:of )?(?:\w+ ){{1,2}}{_BE} {_NOTED} to",
        rf"neither (?:of )?(?:\w+ ){{1,2}}{_HAVE} {_LIVED}",
        f"not {_NO_ARTICLE}{_INSTANCE} of",
        f"not {_any('about', 'due to', 'linked to', 'related to', 'connected (?:to|with)', 'caused by', 'because of')}",
        "not at risk of",
        f"{_DO}{_NOT} {_any('concern', 'experience', 'suffer', 'find')}",
        f"{_NEVER} {_any('experienced', 'suffered')}",
    )
    + r"\b",
    re.IGNORECASE,
)
# Denies what stands right after it.
WORD_BEFORE = re.compile(
    rf"(?:\b{_any('no', 'not', 'nor', 'neither', 'without', 'never', 'free', 'absence', 'unrelated')}|n't"
    rf"|(?<!not )\b(?:ruled|ruling) out)(?: {_SHADE})*[ \"'-]+$",
    re.IGNORECASE,
)
# After it, a thing is known to be there: no record of THE neglect.
TAKEN_AS_GIVEN = re.compile(r"\b(?:the|this|that|these|such) $", re.IGNORECASE)

# The rest of a list, up to its verb.
_LIST = rf"(?:[ ,]+(?!{_VERB}\b)[\w'-]+){{0,12}} "
_AFTER_DOUBT = r"(?:\w+ly |later |then |(?:considered|explored|suspected|investigated) (?:and|but) |(?:was|were) )*"
_TO_BE = f"(?:been )?(?:{_NOTED} to (?:be|have been) )?"
# Denies what stands before it.
RULED_OUT_AFTER = re.compile(
    _LIST
    + _any(
        f"{_any(_BE, f'{_HAVE} been')} {_AFTER_DOUBT}{_any('ruled out', 'discounted', 'absent', 'excluded as')}",
        rf"{_any(_BE, _HAVE)}{_NOT} {_TO_BE}{_NO_ARTICLE}(?:\w+ )?"
        + _any("features?", "factors?", "causes?", "part of", "present", "evident", "relevant", r"found\b(?! to)"),
        f"{_DO}{_NOT} {_any('feature', 'arise', 'play')}",
        "played no part",
    ),
    re.IGNORECASE,
)
# Says of anything, of what services do too, that the text is not about it.
NO_TOPIC_AFTER = re.compile(
    rf"{_LIST}{_BE}{_NOT} {_TO_BE}{_NO_ARTICLE}(?:\w+ )?(?:issues?|concerns?|problems?|themes?|focus|subject)\b",
    re.IGNORECASE,
)

_TURNS = _any(
    *("but", "however", "although", "though", "yet", "whereas", "while", "despite", "except", "instead", "because"),
    *("since", "which", "who", "whose", "where", "when", "until"),
)
HARD_END = re.compile(rf"[.!?;:—]| [–-] |\b{_TURNS}\b", re.IGNORECASE)
SOFT_END = re.compile(r",? and\b|,(?! (?:or|nor|and)\b)", re.IGNORECASE)
VERB = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
JOINT = re.compile(r"\b(?:or|nor|and)\b", re.IGNORECASE)
