"""Telling what is wrong from what only follows from it: a line that cannot be read rightly gives one message."""

from collections.abc import Iterable

from scripts.characters import INVISIBLE, LOST, TAB
from scripts.problems import Problem
from scripts.yaml_errors import ANCHOR, OPEN_QUOTE, SYNTAX
from scripts.yaml_tree import KEY_NOT_TEXT

_UNREADABLE = {rule.code for rule in (INVISIBLE, LOST, TAB, ANCHOR, OPEN_QUOTE, SYNTAX, KEY_NOT_TEXT)}


def independent(found: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """The problems on lines about which nothing is known that already explains them."""
    explained = {problem.place.line for problem in known if problem.code in _UNREADABLE}
    return [problem for problem in found if problem.place.line not in explained]
