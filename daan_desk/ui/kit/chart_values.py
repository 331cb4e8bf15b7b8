"""What a chart shows, as plain frozen values; every chart can also say its numbers as a small table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

Rows = tuple[tuple[str, ...], ...]


class ChartValues(Protocol):
    """Anything a `ChartCard` can draw."""

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        """Header and rows as words, and the key behind every row after the header."""
        ...


@dataclass(frozen=True, slots=True)
class Series:
    """Values in the order of the names, None where nothing is known; drawn as bars, or as a line over them.

    keys: where every bar or point leads to a place of its own; else a click means the whole column.
    """

    name: str
    values: tuple[float | None, ...]
    role: str = "accent-fill"
    line: bool = False
    keys: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars (and lines) over names: months, categories. `keys` come back when a column is clicked."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    keys: tuple[object, ...] = ()
    unit: str = ""

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        head = ("", *(one.name for one in self.series))
        rows = ((name, *(shown(one.values[at]) for one in self.series)) for at, name in enumerate(self.names))
        return (head, *rows), self.keys or self.names

    def own_keys(self, at: int) -> tuple[object, ...]:
        """The keys of the elements of one column, series by series."""
        return tuple(one.keys[at] if one.keys else self.numbers()[1][at] for one in self.series)


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of a whole."""

    key: object
    name: str
    value: float
    role: str


@dataclass(frozen=True, slots=True)
class Ring:
    """Parts of one whole; `words` say what is counted, below the sum in the middle."""

    slices: tuple[Slice, ...]
    words: str = ""

    @property
    def total(self) -> float:
        return sum(one.value for one in self.slices)

    def share(self, one: Slice) -> str:
        return f"{one.value / self.total:.0%}" if self.total else "—"

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        rows = ((one.name, shown(one.value), self.share(one)) for one in self.slices)
        return (("", self.words, "占比"), *rows), tuple(one.key for one in self.slices)


@dataclass(frozen=True, slots=True)
class Stack:
    """One row of a ranking: its parts in the order of the ranking's kinds, each with a key of its own if it has one."""

    key: object
    name: str
    parts: tuple[float, ...]
    keys: tuple[object, ...] = ()

    @property
    def total(self) -> float:
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Horizontal bars made of parts; `kinds` are (name, colour role) of the parts."""

    kinds: tuple[tuple[str, str], ...]
    stacks: tuple[Stack, ...]

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        head = ("", *(name for name, _ in self.kinds), "合计")
        rows = ((one.name, *(shown(part) for part in one.parts), shown(one.total)) for one in self.stacks)
        return (head, *rows), tuple(one.key for one in self.stacks)

    def own_keys(self, at: int) -> tuple[object, ...]:
        """The keys of the parts of one row."""
        return self.stacks[at].keys


@dataclass(frozen=True, slots=True)
class Share:
    """One row: so many done of all, and how many are late; `late_key` leads to those."""

    key: object
    name: str
    done: int
    of: int
    late: int = 0
    late_key: object = None

    @property
    def words(self) -> str:
        return f"{self.done} / {self.of}"

    @property
    def percent(self) -> str:
        return f"{self.done / self.of:.1%}" if self.of else "—"


@dataclass(frozen=True, slots=True)
class Shares:
    """Rows with a bar for the part that is done; `words` name what is done, all of it, the share and what is late."""

    shares: tuple[Share, ...]
    words: tuple[str, str, str, str]

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        rows = ((one.name, shown(one.done), shown(one.of), one.percent, shown(one.late)) for one in self.shares)
        return (("", *self.words), *rows), tuple(one.key for one in self.shares)

    def own_keys(self, at: int) -> tuple[object, ...]:
        """The keys of the numbers of one row."""
        one = self.shares[at]
        return (one.key, one.key, one.key, one.late_key or one.key)


@dataclass(frozen=True, slots=True)
class Heat:
    """A count for each day of a stretch of time; days without a count are pale. Keys are the days."""

    first: date
    last: date
    counts: Mapping[date, float]
    words: str = ""

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        days = tuple(sorted(day for day in self.counts if self.first <= day <= self.last))
        rows = ((f"{day:%Y-%m-%d}", shown(self.counts[day])) for day in days)
        return (("日期", self.words), *rows), days


def key_at(values: ChartValues, row: int, column: int) -> object:
    """The key behind one cell of the numbers: the element's own, else that of its row; column 0 is the name."""
    own = values.own_keys(row) if isinstance(values, Columns | Ranking | Shares) else ()
    return own[column - 1] if 0 < column <= len(own) else values.numbers()[1][row]


def shown(value: float | None) -> str:
    """“1,234” or “12.5”; “—” where nothing is known."""
    if value is None:
        return "—"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def ceiling(highest: float) -> tuple[float, float]:
    """The top of an axis and the step of its marks: at most five steps of 1, 2 or 5 times a power of ten."""
    if highest <= 0:
        return 4.0, 1.0
    steps = (part * 10.0**power for power in range(0 if highest >= 1 else -6, 15) for part in (1, 2, 5))
    step = next(step for step in steps if step * 5 >= highest)
    return step * math.ceil(highest / step), step
