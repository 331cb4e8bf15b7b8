"""A worked-out report as a table for paper and workbooks, with the chart that belongs to it."""

from __future__ import annotations

from daan_desk.domain.charts import ChartSpec
from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.pivots import WHOLE, WHOLE_WORDS, Pivot
from daan_desk.domain.reports import AVERAGE, COUNT, HOWS, SUM, period_words
from daan_desk.domain.tables import Column, Table

WORDS = Text(200)
MOST_SERIES = 6


def kind_of(pivot: Pivot) -> Kind:
    """How the numbers are shown."""
    return pivot.number if pivot.number is not None and pivot.report.how != COUNT else Integer("个")


def title(pivot: Pivot, noun: str) -> str:
    """What the report is about: 问题诉求 · 数量 · 按类别、牵头部门."""
    if pivot.report.name:
        return pivot.report.name
    sides = "、".join(words for words in pivot.labels[:2] if words)
    return f"{noun}按{sides}统计{pivot.labels[2]}"


def table(pivot: Pivot, noun: str) -> Table:
    """The report's table; sums stand in its last line as formulas, averages as a line of their own."""
    summed, kind = pivot.report.how != AVERAGE, kind_of(pivot)
    names = [*(head.words for head in pivot.across), WHOLE_WORDS] if pivot.across else [pivot.labels[2]]
    columns = (Column(pivot.labels[0], WORDS, 26), *(Column(name, kind, 14, total=summed) for name in names))
    keys = [*(head.key for head in pivot.across), WHOLE]
    rows = [(head.words, *(pivot.value(head.key, key) for key in keys)) for head in pivot.down]
    if not summed:
        rows.append((WHOLE_WORDS, *(pivot.value(WHOLE, key) for key in keys)))
    return Table(title(pivot, noun), columns, tuple(rows), notes(pivot, noun))


def notes(pivot: Pivot, noun: str) -> tuple[str, ...]:
    """What a reader must know: whose rows, of which time, how they were reckoned."""
    said = f"{noun}，{period_words(pivot.report.period)}，共 {pivot.rows} 条记录，{pivot.labels[2]}"
    if pivot.report.how == COUNT:
        return (said,)
    whole = pivot.cells.get((WHOLE, WHOLE))
    filled = whole.filled if whole else 0
    missing = f"，其中 {pivot.rows - filled} 条没有填写，未计入" if pivot.rows > filled else ""
    return (f"{said}{'' if pivot.report.how == AVERAGE else f'（{HOWS[SUM]}）'}{missing}",)


def chart(pivot: Pivot, noun: str, timely: bool) -> ChartSpec:
    """A course where time runs down, parts where something stands across, else bars."""
    drawn = table(pivot, noun)
    across = tuple(column.label for column in drawn.columns[1:])
    parts = across[:-1] if 1 < len(across) <= MOST_SERIES + 1 else across[-1:]
    stacks = len(parts) > 1 and pivot.report.how != AVERAGE
    return ChartSpec("line" if timely else "stack" if stacks else "bar", drawn.title, pivot.labels[0], parts)
