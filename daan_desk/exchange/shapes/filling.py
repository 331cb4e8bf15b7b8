"""Values that stand once for several records: merged cells, groups with only their first row filled, “同上”."""

from __future__ import annotations

from itertools import pairwise

from daan_desk.domain.sheets import Cell, Header
from daan_desk.exchange.shapes.views import View, is_blank
from daan_desk.exchange.shapes.words import GROUP, bare

Fills = dict[int, dict[int, Cell]]
MARKS = ("同上", "同 上", "同上。", "同前", "〃", "〃〃", "〞", "″", "”", '"', "''", "’’", "′′", "—〃—", "--〃--")
PADS = ("", " ", "  ", "\u3000")
DITTO = frozenset(f"{left}{mark}{right}" for mark in MARKS for left in PADS for right in PADS)
MOSTLY_FILLED = 0.75


def merged(view: View, numbers: list[int]) -> Fills:
    """By row and column the values that vertically merged cells lend to the records below their first."""
    records = set(numbers)
    fills: Fills = {}
    for merge in view.tall:
        value = view.cell(merge.top, merge.left)
        for row in range(merge.top + 1, min(merge.bottom, view.last) + 1):
            if row in records:
                fills.setdefault(row, {})[merge.left] = value
    return fills


def first_rows(view: View, records: list[int], headers: tuple[Header, ...], name: int) -> tuple[Fills, list[Header]]:
    """The same for columns left of the names whose value only stands on the first row of each group."""
    fills: Fills = {}
    found: list[Header] = []
    taken = {merge.left for merge in view.tall if merge.top >= (records[0] if records else 1)}
    for header in headers:
        if header.column >= name or header.column in taken or not GROUP.search(bare(header.text)):
            continue
        values = [view.cell(row, header.column) for row in records]
        if _is_grouped(values):
            found.append(header)
            _fill(fills, records, header.column, values)
    return fills, found


def continued(view: View, records: list[int], name: int, serial: int) -> Fills:
    """The name (and number) for rows that go on with the enterprise above: both are blank, words follow."""
    fills: Fills = {}
    above = 0
    for row in records if name >= 0 else ():
        if not is_blank(view.cell(row, name)):
            above = row
        elif above and _goes_on(view, row, max(name, serial)):
            fills[row] = {column: view.cell(above, column) for column in (name, serial) if column >= 0}
    return fills if len(fills) < 0.9 * len(records) else {}


def dittos(view: View, records: list[int], lent: Fills) -> Fills:
    """The values of the record above for cells that only say “as above”; in the first record they say nothing.

    lent: what was filled in before, for it may stand above.
    """
    fills: Fills = {}
    for before, row in pairwise([0, *records]):
        line = view.rows[row - 1]
        if not DITTO.isdisjoint(line):
            stands = {**lent.get(before, {}), **fills.get(before, {})}
            cells = {at: view.cell(before, at) for at, cell in enumerate(line) if cell in DITTO}
            fills[row] = {at: stands.get(at, cell) for at, cell in cells.items()}
    return fills


def _goes_on(view: View, row: int, after: int) -> bool:
    filled = view.filled(row)
    return all(column > after for column, _ in filled) and any(isinstance(cell, str) for _, cell in filled)


def _is_grouped(values: list[Cell]) -> bool:
    """The first record has the value, many others have none, and no value follows itself."""
    given = [value for value in values if not is_blank(value)]
    if not given or is_blank(values[0]) or len(given) > MOSTLY_FILLED * len(values) or len(values) < 3:
        return False
    return all(before != after for before, after in pairwise(given))


def _fill(fills: Fills, records: list[int], column: int, values: list[Cell]) -> None:
    current: Cell = None
    for row, value in zip(records, values, strict=True):
        if is_blank(value):
            fills.setdefault(row, {})[column] = current
        else:
            current = value
