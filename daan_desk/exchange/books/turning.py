"""Sheets that lie on their side, fields down the first column and an enterprise in each column, set upright."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from daan_desk.domain.sheets import Cell, Merge, Sheet, Spot
from daan_desk.exchange.shapes.views import is_blank, is_heading
from daan_desk.exchange.shapes.words import NOTE, ORGANISATION, bare

NAMING = re.compile(r"(?:企业|单位|公司|法人单位)(?:名称|全称|详细名称)")
SIDEWAYS = "这张表是横排的（栏目在左边，每家企业一列），已转成竖排读取，行号是转过以后的"
FARTHEST, FEWEST_FIRMS, FEWEST_LABELS, MOSTLY = 15, 2, 3, 0.8
Corner = tuple[int, int]


def upright(sheet: Sheet) -> Sheet:
    """The sheet with an enterprise in every row, as it is where it stands upright already."""
    corner = _naming_row(sheet)
    if corner is None:
        return sheet
    first, last = _labels(sheet, corner)
    if last - first + 1 < FEWEST_LABELS:
        return sheet
    left = corner[1]
    lines = [row[left:] for row in sheet.rows[first - 1 : last]]
    turned = tuple(zip_longest(*lines))
    above, below = sheet.rows[: first - 1], sheet.rows[last:]
    at = _Turn(first, last, left, len(turned))
    return replace(
        sheet,
        rows=(*above, *turned, *below),
        merges=tuple(at.merge(merge) for merge in sheet.merges),
        hidden_rows=frozenset(),
        hidden_columns=frozenset(),
        errors=tuple(map(at.spot, sheet.errors)),
        unvalued=tuple(map(at.spot, sheet.unvalued)),
        oddities=tuple(map(at.spot, sheet.oddities)),
        warnings=(*sheet.warnings, SIDEWAYS),
    )


class _Turn:
    """Where the places of a block are when it is turned: rows first to last, columns from left on; tall: afterwards."""

    def __init__(self, first: int, last: int, left: int, tall: int) -> None:
        self.first, self.last, self.left, self.tall = first, last, left, tall

    def place(self, row: int, column: int) -> Corner:
        if row < self.first:
            return row, column
        if row > self.last:
            return row - (self.last - self.first + 1) + self.tall, column
        return self.first + max(column - self.left, 0), row - self.first

    def spot(self, spot: Spot) -> Spot:
        return Spot(*self.place(spot.row, spot.column), spot.text)

    def merge(self, merge: Merge) -> Merge:
        return Merge(*self.place(merge.top, merge.left), *self.place(merge.bottom, merge.right))


def _naming_row(sheet: Sheet) -> Corner | None:
    """Row and column of the label beside which nothing but names of enterprises stand."""
    for number, row in enumerate(sheet.rows[:FARTHEST], start=1):
        filled = [(at, cell) for at, cell in enumerate(row) if not is_blank(cell)]
        if len(filled) > FEWEST_FIRMS and isinstance(filled[0][1], str) and NAMING.search(bare(filled[0][1])):
            named = sum(_names_firm(cell) for _, cell in filled[1:])
            if named >= max(FEWEST_FIRMS, MOSTLY * (len(filled) - 1)):
                return number, filled[0][0]
    return None


def _labels(sheet: Sheet, corner: Corner) -> Corner:
    """The first and the last row of the block: every row from the names on that begins with a label."""
    number, left = corner
    first = last = number
    while first > 1 and _is_label(sheet.cell(first - 1, left)) and sheet.cell(first - 1, left + 1) is not None:
        first -= 1
    while last < len(sheet.rows) and _is_label(sheet.cell(last + 1, left)):
        last += 1
    return first, last


def _names_firm(cell: Cell) -> bool:
    return isinstance(cell, str) and len(bare(cell)) > 4 and bool(ORGANISATION.search(bare(cell)))


def _is_label(cell: Cell) -> bool:
    return isinstance(cell, str) and is_heading(cell) and not NOTE.match(bare(cell))
