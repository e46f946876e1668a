"""Grouping that keeps the order in which things stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from scripts.model.parts import AddressedRecommendation, Figure, Recommendation

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Values by key; keys in the order of their first value, values in their own order."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def by_addressee(
    recommendations: Iterable[AddressedRecommendation | Recommendation],
) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """The texts of recommendations under whom they ask; those without an addressee first."""
    found = grouped((recommendation.to, recommendation.text) for recommendation in recommendations)
    return tuple(sorted(found.items(), key=lambda row: row[0] is not None))


def by_base(figures: Iterable[Figure]) -> tuple[tuple[tuple[str | None, str | None, str], tuple[Figure, ...]], ...]:
    """Figures under what they have in common: (base, period, source)."""
    return tuple(grouped(((figure.base, figure.period, figure.source), figure) for figure in figures).items())
