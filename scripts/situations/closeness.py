"""How close two situations are: by what they share, where the rare counts for more than the common.

A feature that every review has counts 1, one that half of them have 2, a quarter 3, and so on. Sums are of whole
numbers (tenths), so that the page's script, which ranks in the same way, comes to the same order.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scripts.situations.features import Feature, Group, Situation

# As many as one reads before going on.
MOST = 4
# What is shared weighs at least so much in a hundred of what was looked for.
LEAST = 45

Weights = Mapping[Feature, int]


@dataclass(frozen=True)
class Close:
    """A situation that is close, and what it shares with the one looked for."""

    situation: Situation
    shared: tuple[Feature, ...]


def weights(situations: Collection[Situation]) -> Weights:
    """What each feature counts for, in tenths."""
    counts = Counter(feature for situation in situations for feature in situation.features)
    return {feature: round(10 * (1 + math.log2(len(situations) / count))) for feature, count in counts.items()}


def closest(wanted: Sequence[Feature], candidates: Iterable[Situation], weighed: Weights) -> tuple[Close, ...]:
    """The candidates that are close enough, the closest first, of equals the first; at most a few."""
    asked, least = _groups(wanted), _weight(wanted, weighed) * LEAST
    found = (Close(candidate, shared(wanted, candidate)) for candidate in candidates)
    alike = ((one, _weight(one.shared, weighed)) for one in found if _is_of_a_kind(asked, _groups(one.shared)))
    close = [(one, weight) for one, weight in alike if weight * 100 >= least]
    return tuple(one for one, _ in sorted(close, key=lambda each: -each[1])[:MOST])


def shared(wanted: Sequence[Feature], situation: Situation) -> tuple[Feature, ...]:
    """What is looked for and found, in the order in which it is looked for."""
    return tuple(feature for feature in wanted if feature in situation.feature_set)


def resembling(situation: Situation, candidates: Iterable[Situation], weighed: Weights) -> tuple[Close, ...]:
    """The candidates that are closest to a review; one in which no harm is read resembles none."""
    has_harm = any(feature.group is Group.HARM for feature in situation.features)
    return closest(situation.features, candidates, weighed) if has_harm else ()


def _is_of_a_kind(asked: frozenset[Group], met: frozenset[Group]) -> bool:
    """Whether a harm is shared, if any is looked for, and two kinds of feature, if more than one is."""
    return bool(met) and Group.HARM not in asked - met and len(met) >= min(2, len(asked))


def _groups(features: Iterable[Feature]) -> frozenset[Group]:
    return frozenset(feature.group for feature in features)


def _weight(features: Iterable[Feature], weighed: Weights) -> int:
    return sum(weighed.get(feature, 0) for feature in features)
