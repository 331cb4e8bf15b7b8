"""A worked-out report as a chart: a course over time, else bars, the most first as the table has them."""

from __future__ import annotations

from daan_desk.domain.pivots import WHOLE, Head, Pivot, Values
from daan_desk.domain.report_tables import MOST_SERIES
from daan_desk.domain.reports import AVERAGE
from daan_desk.ui.kit.chart_values import ChartValues, Columns, Ranking, Series, Stack

ROLES = ("accent", "teal", "amber", "violet", "green", "grey")
MOST_BARS, MOST_POINTS = 20, 60


def drawn(pivot: Pivot, timely: bool, unit: str) -> ChartValues:
    """The chart; the key of every element is (down, across)."""
    parts = pivot.across if 1 <= len(pivot.across) <= MOST_SERIES else (Head(WHOLE, pivot.labels[2]),)
    if timely or (pivot.report.how == AVERAGE and len(parts) > 1):
        return _course(pivot, parts, timely, unit)
    kinds = tuple((part.words, ROLES[at]) for at, part in enumerate(parts))
    return Ranking(kinds, tuple(_stack(pivot, head, parts) for head in pivot.down[:MOST_BARS]))


def _course(pivot: Pivot, parts: tuple[Head, ...], timely: bool, unit: str) -> Columns:
    down = pivot.down[-MOST_POINTS:] if timely else pivot.down[:MOST_BARS]
    series = tuple(
        Series(
            part.words,
            tuple(_number(pivot.value(head.key, part.key)) for head in down),
            ROLES[at] if len(parts) > 1 else "accent-fill",
            timely and len(parts) > 1,
            tuple((head.key, part.key) for head in down),
        )
        for at, part in enumerate(parts)
    )
    return Columns(tuple(head.words for head in down), series, tuple((head.key, WHOLE) for head in down), unit)


def _stack(pivot: Pivot, head: Head, parts: tuple[Head, ...]) -> Stack:
    numbers = tuple(_number(pivot.value(head.key, part.key)) or 0 for part in parts)
    return Stack((head.key, WHOLE), head.words, numbers, tuple((head.key, part.key) for part in parts))


def _number(value: Values) -> float | None:
    return None if value is None else float(value)


def left_out(pivot: Pivot, timely: bool) -> int:
    """How many groups the chart does not show; the table has them all."""
    return max(0, len(pivot.down) - (MOST_POINTS if timely else MOST_BARS))
