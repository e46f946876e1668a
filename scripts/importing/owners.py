"""Whom a recommendation addresses, where its own words say so before a colon."""

import re

_BODIES = (
    r"partnerships?|partners?|boards?|councils?|authorit(?:y|ies)|police|constabulary|force|health|trusts?|nhs|"
    r"icbs?|ccgs?|icss?|hospitals?|gps?|practices?|surger(?:y|ies)|"
    r"midwi(?:fery|ves)|maternity|schools?|colleges?|academ(?:y|ies)|nurser(?:y|ies)|education|services?|"
    r"social care|social work|teams?|agenc(?:y|ies)|governments?|departments?|dfe|dhsc|moj|home office|"
    r"ministry|minist(?:er|ers)|ofsted|cqc|panel|probation|yos|yots?|yjs|yjb|housing|charit(?:y|ies)|"
    r"commissioners?|providers?|mash|camhs|cyphms|cafcass|courts?|judiciary|"
    r"la|las|la\d+|local authority|professionals?|practitioners?|managers?|leaders?|headteachers?|governors?|"
    r"organisations?|sectors?|bodies|lscbs?|lscps?|scps?|scbs?|lsps?|csc|asc|hmicfrs|"
    r"committees?|groups?|sub-?groups?|executive|inspectorates?|universit(?:y|ies)|employers?|carers|"
    r"foster carers|landlords?|clubs?|network|networks|regulators?|welsh government|scottish government|"
    r"paediatricians?|nurses|health visit(?:ing|ors)|staff|leads?|chairs?|directors?|ambulance|fire|everyone|"
    r"all|both|each|early help|homes?|pharmac(?:y|ies)|pharmacists?|dentists?|clinics?|parliament|"
    r"registrars?|coroners?"
)
_HAS_BODY = re.compile(rf"\b(?:{_BODIES})\b", re.IGNORECASE)
# Bodies alone, which need no capital: “children's social care”.
_NOTHING_ELSE = re.compile(
    rf"(?!practices?\b)(?:(?:local|children['’]s|adult|adults['’]|public|mental|school|primary|secondary) )*"
    rf"(?:{_BODIES})(?: (?:{_BODIES}))?(?:(?:,| and|, and) (?:{_BODIES})(?: (?:{_BODIES}))?)*"
)
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,}\d*|[A-Z]{1,3}\d+)\b")
# A prefix with one of these is a beginning of the sentence itself.
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|should|must|will|would|can|could|may|include[sd]?|including|"
    r"ensure[sd]?|ensuring|"
    r"following|these|three|two|four|five|several|questions?|areas?|issues?|ways?|steps?|points?|actions?|"
    r"consider[s]?|develop[s]?|improve[sd]?|"
    r"review(?:s|ed)? (?!group|panel|team)|provide[sd]?|update[sd]?|train(?!ing|er)|audit[s]?|share[sd]?|"
    r"promote[sd]?|use[sd]?|raise[sd]?|agree[sd]?|"
    r"how|what|when|whether|why|that|which|who|where|such as|for example|namely|not|as follows)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^(?:to |please )?(?:add|adopt|agree|amend|arrange|ask|assess|assure|audit|build|carry|check|clarify|"
    r"commission|complete|consider|consult|create|define|deliver|demonstrate|"
    r"develop|disseminate|embed|encourage|engage|enhance|ensure|establish|evaluate|examine|explore|follow|give|"
    r"guide|help|hold|identify|implement|improve|include|"
    r"increase|introduce|issue|keep|launch|learn|listen|maintain|make|map|monitor|offer|oversee|plan|prepare|"
    r"produce|promote|provide|publish|raise|re-?launch|recognise|"
    r"record|reflect|refresh|reinforce|remind|report|request|require|reset|respond|review|revise|revisit|run|"
    r"scope|seek|set|share|simplify|strengthen|support|take|teach|test|"
    r"think|track|train|understand|undertake|update|use|work|write)\b(?! (?:and|&) )",
    re.IGNORECASE,
)
_LONGEST = 12  # words of an owner
_PREFIX = re.compile(r"(?P<owner>[^:;.!?]{2,120}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_FOR = re.compile(r"^(?:recommendations?\s+)?(?:for|to)\s+(?=\S)", re.IGNORECASE)


def owner_prefix(item: str, names: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """The owner and the rest of an item that begins with its owner; None where it does not.

    `names` are words known as names of places and bodies, which make an owner of a word that could be a subject.
    """
    match = _PREFIX.fullmatch(item)
    if not match:
        return None
    owner = _FOR.sub("", match["owner"].strip()).strip()
    return (owner, match["rest"].strip()) if is_owner(owner, names) else None


def is_owner(words: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a few words name who is to act, and nothing else."""
    if not words or len(words.split()) > _LONGEST or _VERB.search(words) or _IMPERATIVE.match(words):
        return False
    begins_like_a_name = words[0].isupper() or words[0].isdigit() or words.casefold().startswith(("all ", "the "))
    begins_like_a_name = begins_like_a_name or _NOTHING_ELSE.fullmatch(words) is not None
    says_who = _HAS_BODY.search(words) or _ACRONYM.search(words) or any(word in names for word in words.split())
    return begins_like_a_name and bool(says_who)


def names_in(*texts: str) -> frozenset[str]:
    """Words with a capital in the middle of a sentence: names."""
    return frozenset(match[1] for text in texts for match in re.finditer(r"(?<=[a-z,;] )([A-Z][\w’'-]{2,})", text))
