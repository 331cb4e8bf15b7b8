"""A column for each month (产值: 1月, 2月, 3月): every enterprise and month becomes a record of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from daan_desk.domain.sheets import Cell, DataRow, Header, Layout, Role, Skipped
from daan_desk.exchange.shapes.blocks import BETWEEN
from daan_desk.exchange.shapes.several import naming
from daan_desk.exchange.shapes.views import is_blank
from daan_desk.exchange.shapes.words import bare

MONTH = re.compile(r"(?:(?P<year>(?:19|20)\d{2})年?)?(?P<month>1[0-2]|0?[1-9])月(?:份|当月)?")
PACKED = re.compile(r"(?P<year>(?:19|20)\d{2})[.\-/]?(?P<month>0[1-9]|1[0-2])")
YEAR = re.compile(r"((?:19|20)\d{2})年")
MEASURE = re.compile(
    r"工业总产值|总产值|产值|主营业务收入|营业收入|销售收入|营收|利润总额|利润|入库税金|税收|税金|纳税额|用电量|用电|出口交货值|出口额|从业人员|用工人数"
)
FEWEST = 2
EMPTY = "各月都没有填数"


class MonthColumn(NamedTuple):
    """The place of a column among the headers, its month (2026-05), and what it measures in words."""

    place: int
    month: str
    measure: str


def unfolded(found: Layout) -> Layout:
    """The layout with a record for each month, or as it is where its columns are no months of figures."""
    columns = [one for at, head in enumerate(found.headers) if (one := _column(at, head, found)) is not None]
    own = naming(found.headers)
    if len(columns) < FEWEST or own is None or found.role not in (Role.ROSTER, Role.LEDGER):
        return found
    places = {column.place for column in columns}
    kept = [at for at in range(len(found.headers)) if at not in places]
    measures = list(dict.fromkeys(column.measure for column in columns))
    end = max(head.column for head in found.headers) + 1
    heads = [Header(end + at, "", words, words) for at, words in enumerate(["月份", *measures])]
    rows = tuple([made for row in found.rows for made in _months(row, kept, columns, measures)])
    told = {(row.sheet, row.number) for row in rows}
    empty = [Skipped(row.number, EMPTY, row.sheet) for row in found.rows if (row.sheet, row.number) not in told]
    return replace(
        found,
        headers=(*(found.headers[at] for at in kept), *heads),
        rows=rows,
        skipped=tuple(sorted([*found.skipped, *empty])),
        month="",
        to_date=False,  # “1—9月” in the title says which months have a column
        decisions=(*found.decisions, f"每个月一栏，按月展开为{'、'.join(measures)}的月度数据"),
    )


def _column(place: int, head: Header, found: Layout) -> MonthColumn | None:
    """What a header says of its month, where it says one, and the sheet its year and what is measured."""
    *groups, last = [bare(part) for part in head.text.split(BETWEEN)]
    measure = next((said[0] for words in (last, *groups, bare(found.title)) if (said := MEASURE.search(words))), "")
    named = MONTH.fullmatch(MEASURE.sub("", last)) or PACKED.fullmatch(last)
    if not named or not measure:
        return None
    over = next((said[1] for words in groups if (said := YEAR.search(words))), None)
    year = named["year"] or over or found.year
    return MonthColumn(place, f"{year}-{int(named['month']):02d}", measure) if year else None


def _months(
    row: DataRow, kept: Sequence[int], columns: Sequence[MonthColumn], measures: Sequence[str]
) -> list[DataRow]:
    fixed = tuple([row.cells[at] for at in kept])
    by_month: dict[str, dict[str, Cell]] = {}
    for column in columns:
        cell = row.cells[column.place]
        if not is_blank(cell):
            by_month.setdefault(column.month, {})[column.measure] = cell
    return [row._replace(cells=(*fixed, month, *_of(told, measures))) for month, told in by_month.items()]


def _of(told: Mapping[str, Cell], measures: Sequence[str]) -> tuple[Cell, ...]:
    return tuple([told.get(measure) for measure in measures])
