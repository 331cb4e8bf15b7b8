"""Rows brought together down and across: counts, sums, averages, each with what its group is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import LinkTo, OneOf, YesNo
from daan_desk.domain.report_offers import Offer
from daan_desk.domain.reports import AVERAGE, COUNT, Report

NOT_FILLED: Final = "未填"
WHOLE: Final = "\0"  # the key of everything together; no value of a field begins so
WHOLE_WORDS: Final = "全部"
MOST_ACROSS: Final = 40
MOST_DOWN: Final = 5000
PLACES: Final = Decimal("0.01")
WRITTEN: Final = re.compile(r"[12]\d{3}(-\d\d|-Q\d)?")
Key = Hashable  # None where the field is empty
Answer = tuple[str, Key, Key, Decimal | int | None]  # id, group down, group across, the number
Values = int | Decimal | None


@dataclass(slots=True)
class Tally:
    """The rows of one cell: how many, how many of them have a number, and what these come to."""

    count: int = 0
    filled: int = 0
    sum: Decimal = Decimal(0)

    def take(self, number: Decimal | int | None) -> None:
        """One more row."""
        self.count += 1
        if number is not None:
            self.filled += 1
            self.sum += number

    def value(self, how: str) -> Values:
        """What is shown; None where nothing is known, which is not nought."""
        if how == COUNT:
            return self.count
        if not self.filled:
            return None
        return (self.sum / self.filled).quantize(PLACES) if how == AVERAGE else self.sum


@dataclass(frozen=True, slots=True)
class Head:
    """A group: what tells it, and its words."""

    key: Key
    words: str


@dataclass(frozen=True)
class Pivot:
    """A worked-out report; `cells` by (down, across), the sums of a row, a column and of all under WHOLE."""

    report: Report
    down: tuple[Head, ...]
    across: tuple[Head, ...]
    cells: Mapping[tuple[Key, Key], Tally]
    labels: tuple[str, str, str] = ("", "", "")  # down, across, what is worked out
    kinds: tuple[Kind | None, Kind | None] = (None, None)
    number: Kind | None = field(default=None)

    def value(self, down: Key, across: Key) -> Values:
        """One number; nothing at all is nought where rows are counted."""
        found = self.cells.get((down, across))
        return found.value(self.report.how) if found else (0 if self.report.how == COUNT else None)

    def row(self, down: Key) -> tuple[Values, ...]:
        """The numbers of a row, the whole of it last."""
        return (*(self.value(down, one.key) for one in self.across), self.value(down, WHOLE))

    @property
    def rows(self) -> int:
        """How many rows of the ledger were looked at."""
        whole = self.cells.get((WHOLE, WHOLE))
        return whole.count if whole else 0


def stepped(kind: Kind, step: str) -> Callable[[object], Key]:
    """What groups the values of a kind: days and months by step, everything else by itself."""
    if step == "year":
        return lambda value: _month(value)[:4] or None
    if step == "quarter":
        return lambda value: f"{_month(value)[:4]}-Q{(int(_month(value)[5:]) + 2) // 3}" if value else None
    if step == "month":
        return lambda value: _month(value) or None
    return lambda value: value.isoformat() if isinstance(value, date) else value


def _month(value: object) -> str:
    return f"{value:%Y-%m}" if isinstance(value, date) else str(value or "")


def time_words(key: str) -> str:
    """A group of days in words: 2026年, 2026年第四季度, 2026-11, 2026-11-25."""
    if "Q" in key:
        return f"{key[:4]}年{'一二三四'[int(key[-1]) - 1]}季度"
    return f"{key}年" if len(key) == 4 else key


def tallied(answers: Iterable[Answer]) -> dict[tuple[Key, Key], Tally]:
    """Every cell with the sums of its row, its column and of all, in one pass."""
    cells: dict[tuple[Key, Key], Tally] = {}
    for _, down, across, number in answers:
        # nothing across is the whole already and must not be counted twice
        for place in dict.fromkeys(((down, across), (down, WHOLE), (WHOLE, across), (WHOLE, WHOLE))):
            cells.setdefault(place, Tally()).take(number)
    return cells


def heads(
    found: Iterable[Key], offer: Offer, words: Callable[[Key], str], weight: Callable[[Key], Values]
) -> tuple[Head, ...]:
    """The groups of one side in order, what is not filled at the end."""
    listed = [Head(key, words(key)) for key in found if key is not None]
    ordered = sorted(listed, key=_order(offer, weight))
    return (*ordered, Head(None, NOT_FILLED)) if None in set(found) else tuple(ordered)


def _order(offer: Offer, weight: Callable[[Key], Values]) -> Callable[[Head], tuple[Decimal | int | str, ...]]:
    """Time runs, lists keep their order, persons stand by name because nobody is ranked; else the most first."""
    kind = offer.kind
    if isinstance(kind, OneOf) and kind.words:
        places = {word: at for at, word in enumerate(kind.words)}
        return lambda head: (places.get(str(head.key), len(places)), head.words)
    if isinstance(kind, YesNo):
        return lambda head: (not head.key,)
    if offer.timely:
        return lambda head: (str(head.key),)
    if isinstance(kind, OneOf | LinkTo) and not offer.person:
        return lambda head: (-(weight(head.key) or 0), head.words)
    return lambda head: (head.words,)


def unbroken(found: Sequence[Key], step: str) -> tuple[Key, ...]:
    """Months, quarters or years with those between them in which nothing happened: a course has no holes."""
    keys = sorted(str(key) for key in found if key is not None)
    size = {"month": 12, "quarter": 4, "year": 1}.get(step)
    if not keys or size is None or not all(WRITTEN.fullmatch(key) for key in keys):
        return tuple(found)
    first, last = (_number(key, size) for key in (keys[0], keys[-1]))
    whole = tuple(_named(number, size) for number in range(first, last + 1))
    return (*whole, None) if None in found else whole


def _number(key: str, size: int) -> int:
    return int(key[:4]) * size + (int(key[5:].strip("Q")) - 1 if key[5:] else 0)


def _named(number: int, size: int) -> str:
    year, part = divmod(number, size)
    return {1: f"{year:04d}", 4: f"{year:04d}-Q{part + 1}", 12: f"{year:04d}-{part + 1:02d}"}[size]


def refuse_too_many(down: Sequence[object], across: Sequence[object], labels: tuple[str, str]) -> None:
    """Say what to do where a table would be wider or longer than anybody reads."""
    if len(across) > MOST_ACROSS:
        raise Rejected({"columns": f"“{labels[1]}”有 {len(across)} 个不同的值，作列太宽，请放到行上，或先加条件"})
    if len(down) > MOST_DOWN:
        raise Rejected({"rows": f"“{labels[0]}”有 {len(down)} 个不同的值，请先加条件，或换一个栏目"})
