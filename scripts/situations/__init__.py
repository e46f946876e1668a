"""What reviews have in common: age, harm, circumstances; and which are closest to each other.

Read by words from the vocabularies `harms` and `circumstances`, and from a review's tags; no score without its reasons.
"""

from scripts.situations.closeness import LEAST, MOST, Close, closest, weights
from scripts.situations.collection import ADDRESS, YOUNG, Situations, situations
from scripts.situations.features import Feature, Group, Reading, Situation

__all__ = [
    "ADDRESS",
    "LEAST",
    "MOST",
    "YOUNG",
    "Close",
    "Feature",
    "Group",
    "Reading",
    "Situation",
    "Situations",
    "closest",
    "situations",
    "weights",
]
