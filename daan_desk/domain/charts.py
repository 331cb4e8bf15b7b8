"""Which charts a table can carry, and the figures in them: counts by a category, sums of an amount by a category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import LinkTo, OneOf, YesNo
from daan_desk.domain.numbers import Money, Number
from daan_desk.domain.tables import Column, Table

ChartKind = Literal["bar", "stack", "line", "pie"]
COUNT = "数量"
REST = "其余"
NOT_FILLED = "未填"
MOST_BARS = 15
MOST_SLICES = 6
MOST_WORDS = 40
MOST_CHARTS = 6


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart of a table.

    category: the label of the column along the axis. values: labels of the columns that are summed, none for the number
    of rows; values of one chart share an axis, so they must be sums of the same sort.
    """

    kind: ChartKind
    title: str
    category: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartFigures:
    """What a chart draws: a word for every place on the axis, and for every series its name and its numbers."""

    spec: ChartSpec
    words: tuple[str, ...]
    series: tuple[tuple[str, tuple[Decimal, ...]], ...]


def position(table: Table, label: str) -> int:
    """Where the column of that label stands; `Rejected` where there is none."""
    for at, column in enumerate(table.columns):
        if label in (column.label, column.name):
            return at
    raise Rejected(f"“{table.title}”没有名为“{label}”的栏目")


def figures(table: Table, spec: ChartSpec) -> ChartFigures:
    """The table's rows brought together by category, the largest first; a line keeps the order of its words."""
    at = position(table, spec.category)
    show = table.columns[at].kind.show
    sums = [position(table, label) for label in spec.values]
    groups: dict[str, list[Decimal]] = {}
    for row in table.rows:
        group = groups.setdefault(show(row[at]) or NOT_FILLED, [Decimal(0)] * max(1, len(sums)))
        for place, addend in enumerate(addends(row, sums)):
            group[place] += addend
    ordered = in_order(groups, spec, grouped=len(groups) < len(table.rows))
    names = spec.values or (COUNT,)
    series = tuple((name, tuple(group[place] for _, group in ordered)) for place, name in enumerate(names))
    return ChartFigures(spec, tuple(word for word, _ in ordered), series)


def addends(row: tuple[object, ...], sums: Sequence[int]) -> Iterator[Decimal]:
    """What one row adds to every series: its amounts, or one where rows are counted."""
    if not sums:
        yield Decimal(1)
    for at in sums:
        value = row[at]
        yield Decimal(str(value)) if isinstance(value, int | float | Decimal) else Decimal(0)


def in_order(groups: Mapping[str, list[Decimal]], spec: ChartSpec, grouped: bool) -> list[tuple[str, list[Decimal]]]:
    """Groups along the axis: a line by its words, rows that were one a group as they stand, else the largest first."""
    if spec.kind == "line":
        return sorted(groups.items())
    entries = list(groups.items())
    if grouped:
        entries.sort(key=lambda entry: -entry[1][0])
    most = MOST_SLICES if spec.kind == "pie" else MOST_BARS
    if len(entries) <= most:
        return entries
    rest = [sum(column, Decimal(0)) for column in zip(*(group for _, group in entries[most - 1 :]), strict=True)]
    return [*entries[: most - 1], (REST, rest)]


def proposed(table: Table) -> tuple[ChartSpec, ...]:
    """The charts worth drawing without being asked: rows by category, and every amount by the first category."""
    categories = [column for at, column in enumerate(table.columns) if is_category(table, at, column)]
    counts = [ChartSpec(shape(column), f"按{column.label}统计{COUNT}", column.label) for column in categories[:3]]
    amounts = [column for at, column in enumerate(table.columns) if is_amount(table, at, column)]
    sums = [
        ChartSpec("bar", f"按{categories[0].label}统计{named(column)}", categories[0].label, (column.label,))
        for column in (amounts if categories else ())
    ]
    return tuple(counts + sums)[:MOST_CHARTS]


def named(column: Column) -> str:
    """An amount with its unit, as a chart's title says it."""
    unit = column.kind.unit if isinstance(column.kind, Number) else ""
    return f"{column.label}（{unit}）" if unit and unit not in column.label else column.label


def shape(column: Column) -> ChartKind:
    """Yes and no are shares of a whole, everything else is compared by length."""
    return "pie" if isinstance(column.kind, YesNo) else "bar"


def is_category(table: Table, at: int, column: Column) -> bool:
    """A choice or a link that brings rows together: at least two words, and fewer words than half the rows."""
    if not isinstance(column.kind, OneOf | LinkTo | YesNo):
        return False
    words = {column.kind.show(row[at]) for row in table.rows} - {""}
    return 2 <= len(words) <= min(MOST_WORDS, len(table.rows) // 2)


def is_amount(table: Table, at: int, column: Column) -> bool:
    """A column that is summed anyway, or money, with something in it."""
    summed = column.total or type(column.kind) is Money
    return summed and any(isinstance(row[at], int | float | Decimal) and row[at] for row in table.rows)
