"""How alike two short texts are; likeness may suggest, it never decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=8192)
def pairs(text: str) -> Mapping[str, int]:
    """The neighbouring pairs of signs, with the edges, so that a beginning counts more than a middle."""
    edged = f"^{text}$"
    return Counter(edged[at : at + 2] for at in range(len(edged) - 1))


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of signs: 0 nothing in common, 1 the same."""
    if one == other:
        return 1.0
    first, second = pairs(one), pairs(other)
    if first.keys().isdisjoint(second):
        return 0.0
    common = sum(min(count, second.get(pair, 0)) for pair, count in first.items())
    return 2 * common / (len(one) + len(other) + 2)
