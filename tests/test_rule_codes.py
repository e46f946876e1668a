"""A rule's code is a name people look up: it stands for one rule."""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator

import scripts
from scripts.problems import Rule


def declared() -> Iterator[Rule]:
    """Every rule object of every module, each once, also those in tuples and dicts."""
    seen: set[int] = set()
    for info in pkgutil.walk_packages(scripts.__path__, "scripts."):
        for value in vars(importlib.import_module(info.name)).values():
            several = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for rule in several:
                if isinstance(rule, Rule) and id(rule) not in seen:
                    seen.add(id(rule))
                    yield rule


def test_no_two_rules_share_a_code() -> None:
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in declared():
        by_code[rule.code].append(rule)
    assert not {code: rules for code, rules in by_code.items() if len(rules) > 1}
    assert len(by_code) > 40


def test_no_two_rules_say_the_same() -> None:
    statements = [rule.statement for rule in declared()]
    assert len(set(statements)) == len(statements)
