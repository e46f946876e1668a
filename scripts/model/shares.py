"""What a figure's value and unit say: a share of something, in figures or in words."""

import re

# All of something, in per cent.
WHOLE = 100
_PERCENT = r"(?:%|per[ -]?cent(?![a-z])|pct\b)"
# “percentage points” and the like speak of percentages without being one.
_OF_PERCENT = re.compile(rf"{_PERCENT}|percent")
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_SIGNED = re.compile(rf"([-–−] ?)?({_NUMBER})")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9]) ?[-–−] ?(?=[0-9])")
_EXACT = re.compile(rf"({_NUMBER}) ?{_PERCENT}")
_FEW = "an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+"
_PART = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth"
_FRACTION = re.compile(
    rf"\b(?:{_FEW})[ -](?:{_PART})s?\b|\b(?:half|halves|most|majority|minority)\b|[¼½¾⅐-⅞]|\b[0-9]+/[0-9]+\b"
)
# One in five; not the year of “15 in 2020”.
_OUT_OF = re.compile(rf"\b(?:{_FEW}) (?:in|out of) (?:every )?(?!(?:19|20)[0-9]{{2}}\b)(?:{_FEW})\b")
# Not “injured in a fall from a window” or “more than one child”.
_CHANGE = re.compile(
    r"\b(?:rise|rises|rose|risen|growth|grew|reduction|increas\w*|decreas\w*|percentage points?)\b"
    r"|\b(?:fall|fell|fallen|drop|dropped|changed?|difference) (?:in|of|by|since|between|compared)\b"
    r"|\b(?:more|fewer|less|higher|lower) than (?:in|the|last|before|expected|average)\b"
    r"|\b(?:up|down) (?:on|from|since|by)\b"
)


def _said(value: str, unit: str | None) -> str:
    return " ".join(f"{value} {unit or ''}".casefold().split())


def is_percentage(value: str, unit: str | None) -> bool:
    """Whether per cent is spoken of."""
    return bool(_OF_PERCENT.search(_said(value, unit)))


def is_share_in_words(value: str, unit: str | None) -> bool:
    """Whether a share is given in words: a third, more than half, one in five."""
    return bool(_FRACTION.search(value.casefold()) or _OUT_OF.search(_said(value, unit)))


def is_change(value: str, unit: str | None, label: str) -> bool:
    """Whether a figure speaks of a rise or a fall, which can be more than all of something, or less than nothing."""
    return bool(_CHANGE.search(f"{_said(value, unit)} {label.casefold()}"))


def percentages(value: str, unit: str | None) -> tuple[float, ...]:
    """Every number of a percentage: both of “10 to 20 %”."""
    if not is_percentage(value, unit):
        return ()
    found = _SIGNED.findall(_BETWEEN_NUMBERS.sub(" to ", _said(value, unit)))
    return tuple(float(number.replace(",", "")) * (-1 if sign else 1) for sign, number in found)


def exact_percentage(value: str, unit: str | None) -> float | None:
    """The number of a percentage that is nothing but a number; none for “over 40 %” or “10 to 20 %”."""
    match = _EXACT.fullmatch(_said(value, unit))
    return float(match[1].replace(",", "")) if match else None
