"""How the stages of an import do on a roster whose truth is known: layout, ledger, columns, values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from daan_desk.domain.columns import Match, Matching
from daan_desk.domain.fields import Context, Ledger
from daan_desk.domain.ledger_choice import match, match_as
from daan_desk.domain.sheets import Layout
from daan_desk.exchange import layouts
from daan_desk.services.importing.reading import read_cells
from daan_desk.services.ledgers import ledger, ledgers
from tests.rosters.written import Written


class Score(NamedTuple):
    """What one roster scored; asked: doubtful columns whose right field is suggested. wrong: every mistake in words."""

    columns: int = 0
    right: int = 0
    asked: int = 0
    wrong: tuple[str, ...] = ()


def score(roster: Written) -> Score:
    """Every stage of one roster."""
    layout = layouts.layout(roster.sheet)
    wrong = list(of_layout(roster, layout))
    found = match(layout, ledgers())
    if (found.ledger or "-") not in roster.ledgers:
        wrong.append(f"台账 {found.ledger or found.refused} 不是 {'|'.join(roster.ledgers)}")
        if found.ledger or roster.ledgers == ("-",):
            return Score(wrong=tuple(wrong))
        found = match_as(layout, ledger(roster.ledgers[0]))
    if not found.ledger:
        return Score(wrong=tuple(wrong))
    columns = of_columns(roster, layout, found)
    values = of_values(roster, layout, found, ledger(found.ledger)) if not columns.wrong else ()
    return columns._replace(wrong=(*wrong, *columns.wrong, *values))


def told(layout: Layout) -> tuple[object, ...]:
    """All that later stages learn from a layout, but for its title: words over columns, cells, unit, time, role."""
    cells = tuple(row.cells for row in layout.rows)
    time = (layout.year, layout.month, layout.to_date)
    return tuple(header.text for header in layout.headers), cells, layout.unit, time, layout.role


def of_layout(roster: Written, layout: Layout) -> Iterator[str]:
    """What is wrong with header and records; where it is none of ours only that nothing breaks counts."""
    if roster.ledgers == ("-",):
        return
    if layout.header_rows != roster.header_rows:
        yield f"表头 {layout.header_rows} 不是 {roster.header_rows}"
    rows = tuple(row.number for row in layout.rows)
    if rows != roster.records:
        yield f"数据行 {rows} 不是 {roster.records}"


def of_columns(roster: Written, layout: Layout, found: Matching) -> Score:
    """Columns right, asked, and wrong or missed."""
    by_column = {layout.headers[one.column].column: one for one in found.columns}
    right, asked, wrong = 0, 0, []
    for at, wanted in enumerate(roster.columns):
        one = by_column.get(at)
        given = said(one)
        if given in wanted:
            right += 1
        elif one and not given and one.suggested in wanted:
            asked += 1
        else:
            header = one.header if one else "（没有这一列）"
            wrong.append(f"“{header}”是 {'/'.join(sorted(wanted)) or '无'}，当作 {given or '无'}")
    return Score(len(roster.columns), right, asked, tuple(wrong))


def said(one: Match | None) -> str:
    """A column's field as the rosters write it."""
    return (f"{one.field}+{one.also}" if one.also else one.field) if one else ""


def of_values(roster: Written, layout: Layout, found: Matching, known: Ledger) -> Iterator[str]:
    """The values that were told and are read otherwise."""
    for row, field, value in roster.values:
        one = found.of(field)
        cells = [data.cells[one.column] for data in layout.rows] if one else []
        if one is None or row > len(cells):
            yield f"第 {row} 条没有“{field}”"
            continue
        got = read_cells(known[field].kind, Context(one.unit or layout.unit, layout.year), cells)[row - 1]
        if plainly(got.value) != value:
            yield f"第 {row} 条的“{field}”读成 {got.value}，应是 {value}"


def plainly(value: object) -> str:
    """A value in few signs: 1.50 as 1.5."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
