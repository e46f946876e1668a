"""Whether a recommendation says who does what, and how one could tell: judged by its words alone.

Where the words leave it open, it is taken to say it: a warning that is wrong costs more than one that is missed.
"""

import re
from collections.abc import Iterator

from scripts.addressees import spelling
from scripts.rules.recommendation_words import ACTIONS, BODIES, EVERYBODY, MEASURES, MINDS, SHOWN_DONE, STATES, VAGUE

_MODAL = r"(?:should|must|will|shall|(?:is|are|has|have|needs?|ought) to)"
_ADVERB = r"(?:(?:also|again|now|then|together|jointly|please|\w+ly) )?"

# Who is to do it: “The council should train …”, “Council to …”, “Ask the council to …”, “… led by the council”.
# A name is short; without an end to it, a long text without any would take long to read.
_NAME = rf"(?P<who>[^,]{{0,80}}?{BODIES}[^,]{{0,80}}?)"
_OWNERS = (
    re.compile(rf"(?:^|\bthat ){_NAME},? {_MODAL} (?!be (?!responsible|asked))"),
    re.compile(rf"^(?P<who>[^,]{{0,80}}?{BODIES}) to (?!be\b)"),
    re.compile(rf"^(?:ask|invite|request|require|commission) {_NAME} to "),
    re.compile(rf"\b(?:led|owned|overseen|provided|delivered|chaired|done|reported) by {_NAME}"),
)

_SENTENCE = re.compile(r"[.;:!?]+(?:\s+|$)")
# “Within the framework, audit …”: what is asked stands behind the comma.
_AHEAD = re.compile(
    r"^(?:after|as|at|before|by|during|for|following|from|given|if|in|on|once|over|through|to|until|when|where|with|within)"
    r"\b[^,]*, "
)
_VERB = re.compile(rf"\b(?:{_MODAL}|to be|{BODIES} to) (?P<said>.*)")
_ACTS = re.compile(rf"{_ADVERB}(?:{ACTIONS})\b")
_HAS_OBJECT = re.compile(r"\w+ (?:a|all|an|any|each|every|its|our|the|their|these|this|those)\b")
_IS_VAGUE = re.compile(rf"{_ADVERB}(?:{VAGUE}|{STATES})\b")
_THEN_ACTS = re.compile(rf"(?:, (?:and |then |and then )?|\b(?:and then|then) ){_ADVERB}(?:{ACTIONS})\b")
_BY_DOING = re.compile(r"\b(?:by|through) (?!being|having|considering|ensuring|improving|promoting|raising)\w+ing\b")
# “Make sure that …”: an action is what is made sure of, if it is one.
_MAKES_SURE = re.compile(
    rf"{_ADVERB}(?:ensure|make sure|be assured|satisfy (?:itself|themselves)|it is \w+ that)\b(?P<what>.*)"
)
_OF_MIND = re.compile(rf"\b(?:{MINDS})\b")
_IS_DONE = re.compile(rf"\b(?:is|are|be|been|being|gets?) {_ADVERB}(?!(?:{STATES})\b)(?:\w+ed|{SHOWN_DONE})\b")
_SOMEBODY_DOES = re.compile(
    rf"\b(?:\w+s|staff|people|police|team|partnership|service|agency|who|school|council) {_ADVERB}(?:{ACTIONS})s?\b"
)


def has_owner(to: str | None, text: str) -> bool:
    """Whether somebody in particular is to do it: a body, a team or a post, not everybody."""
    if to is not None:
        return not re.fullmatch(EVERYBODY, spelling(to))
    asked = (pattern.search(sentence) for sentence in _sentences(text) for pattern in _OWNERS)
    return any(found and not re.fullmatch(EVERYBODY, spelling(found["who"])) for found in asked)


def has_action(text: str) -> bool:
    """Whether it says what somebody does, not only what to bear in mind or how things should be."""
    return any(_is_act(sentence) or bool(_BY_DOING.search(sentence)) for sentence in _sentences(text))


def has_measure(text: str) -> bool:
    """Whether it says by what one could tell that it was done: a date, a number, an audit, a report, a result."""
    return bool(re.search(MEASURES, _plain(text)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(_plain(text)):
        yield _AHEAD.sub("", sentence.strip())


def _is_act(sentence: str, *, is_verb: bool = False) -> bool:
    """Whether a sentence asks for an act; `is_verb` where it is known to begin with a verb."""
    if made_sure := _MAKES_SURE.match(sentence):
        what = _OF_MIND.split(made_sure["what"], maxsplit=1)[0]
        return bool(_IS_DONE.search(what) or _SOMEBODY_DOES.search(what))
    if is_verb and _IS_DONE.match(sentence):
        return True
    if _IS_VAGUE.match(sentence):
        return bool(_THEN_ACTS.search(sentence))
    if is_verb or _ACTS.match(sentence):
        return True
    if asked := _VERB.search(sentence):
        return _is_act(asked["said"], is_verb=True)
    return bool(_HAS_OBJECT.match(sentence))
