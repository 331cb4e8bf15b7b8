"""Stretches of time up to today, as an officer asks for them: 本月, 本季, 今年, 近 12 个月."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from daan_desk.domain.failures import Rejected
from daan_desk.domain.periods import months_after, period_of
from daan_desk.domain.questions import Where

MONTHS: Final = 12
WORDS: Final[Mapping[str, str]] = {"month": "本月", "quarter": "本季", "year": "今年", "months": "近 12 个月"}
USUAL: Final = "months"


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, which is today."""

    key: str
    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def words(self) -> str:
        """The stretch as the chooser names it."""
        return WORDS[self.key]

    def where(self, field: str) -> tuple[Where, Where]:
        """The conditions that a day of this field lies in it."""
        return Where(field, "from", self.first), Where(field, "to", self.last)


def span(key: str, day: date) -> Span:
    """The stretch of that key that ends on a day; `Rejected` for a key that there is none of."""
    match key:
        case "month" | "quarter" | "year":
            return Span(key, period_of(key, day).first, day)
        case "months":
            return Span(key, months_after(day.replace(day=1), 1 - MONTHS), day)
    raise Rejected(f"没有“{key}”这个时段，可以用：{'、'.join(WORDS)}")
