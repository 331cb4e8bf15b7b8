"""Chance that can be repeated: a stream of its own for every part of the sample, and keys that come out the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import TypeVar

T = TypeVar("T")
CENT = Decimal("0.01")


class Dice(Random):
    """A stream of chance named by its words: the same words give the same throws."""

    def __init__(self, *words: object) -> None:
        super().__init__("/".join(map(str, words)))

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.random() < share

    def weighted(self, options: Sequence[tuple[T, float]]) -> T:
        """One of the options, the heavier ones more often."""
        return self.choices([option for option, _ in options], [weight for _, weight in options])[0]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """So many different ones, in chance order; all of them where there are fewer."""
        return self.sample(items, min(count, len(items)))

    def amount(self, low: float, high: float) -> Decimal:
        """A decimal between the bounds, to the cent."""
        return Decimal(str(self.uniform(low, high))).quantize(CENT)


def identities(seed: int, day: date) -> Iterator[str]:
    """UUIDv7 keys in rising order, the same for the same seed and day (4,096 of them share a millisecond)."""
    dice = Dice(seed, day, "identities")
    start = (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000
    number = 0
    while True:
        moment, place = divmod(number, 4096)
        value = (start + moment) << 80 | 7 << 76 | place << 64 | 2 << 62 | dice.getrandbits(62)
        text = f"{value:032x}"
        yield f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
        number += 1


def shared_out(total: int, weights: Iterable[float], least: int = 0) -> list[int]:
    """A whole number shared out by weights, each at least `least`; what rounding leaves goes to the largest."""
    heavy = list(weights)
    if not heavy:
        return []
    free, whole = total - least * len(heavy), sum(heavy)
    shares = [least + int(free * weight / whole) for weight in heavy]
    shares[shares.index(max(shares))] += total - sum(shares)
    return shares
