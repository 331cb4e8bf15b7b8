"""The cells of a sheet of an old workbook, by place. Rows are counted from 1 here, from 0 in the records."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from operator import attrgetter

from daan_desk.exchange.xls_forms.records import (
    BLANK,
    BOF,
    BOOLERR,
    DIMENSIONS,
    EOF,
    FORMULA,
    LABEL,
    LABELSST,
    MULBLANK,
    MULRK,
    NUMBER,
    POSITIONS,
    RK,
    ROW,
    RSTRING,
    Record,
    Records,
    patched,
)
from daan_desk.exchange.xls_forms.refusals import broken

SINGLE = frozenset({FORMULA, BLANK, NUMBER, LABEL, RSTRING, BOOLERR, RK, LABELSST})
SEVERAL = {MULRK: (RK, 6), MULBLANK: (BLANK, 2)}
BLOCK = 32  # so many rows stand before their cells
LEAST = {FORMULA: 22, NUMBER: 14, RK: 10, LABELSST: 10, BOOLERR: 8}
HIDDEN, STYLED = 0x20, 0x80
PLAIN = 15  # the style of a cell that nobody has given one


@dataclass
class Unit:
    """One cell, or several alike that lie in one record; with the records that belong to it behind it."""

    first: int
    last: int
    records: Records

    @property
    def kind(self) -> int:
        """The kind of the cell's own record."""
        return self.records[0].kind

    @property
    def data(self) -> bytes:
        """The content of the cell's own record."""
        return self.records[0].data

    def style(self, at: int) -> int:
        """The number of the style of one of its cells."""
        step = SEVERAL[self.kind][1] if self.kind in SEVERAL else 0
        return int(struct.unpack_from("<H", self.data, 4 + (at - self.first) * step)[0])

    def moved(self, row: int) -> Unit:
        """The same in another row."""
        head = self.records[0]
        return Unit(
            self.first, self.last, [head._replace(data=patched(head.data, 0, "<H", row - 1)), *self.records[1:]]
        )


@dataclass
class CellTable:
    """Rows with their measures, and units in them from left to right."""

    rows: dict[int, Record] = field(default_factory=dict)
    units: dict[int, list[Unit]] = field(default_factory=dict)
    cells: dict[tuple[int, int], Unit] = field(default_factory=dict)

    def read(self, records: Records) -> None:
        """Take in the records between a sheet's first row and its last cell; strange ones stay behind the cell."""
        last: Unit | None = None
        depth = 0
        for one in records:
            depth += (one.kind == BOF) - (one.kind == EOF)
            if depth and last is not None:
                last.records.append(one)  # a chart: what looks like cells in it are its own numbers
            elif one.kind == ROW:
                self.rows[struct.unpack_from("<H", one.data)[0] + 1] = one
            elif one.kind in SINGLE or one.kind in SEVERAL:
                refuse_short(one)
                row, first = struct.unpack_from("<HH", one.data)
                end = struct.unpack_from("<H", one.data, len(one.data) - 2)[0] if one.kind in SEVERAL else first
                last = Unit(first, end, [one])
                self.add(row + 1, last)
            elif last is not None and one.kind not in POSITIONS:
                last.records.append(one)

    def add(self, row: int, unit: Unit) -> None:
        """Put a unit into its row."""
        line = self.units.setdefault(row, [])
        line.append(unit)
        line.sort(key=attrgetter("first"))
        self.cells.update({(row, at): unit for at in range(unit.first, unit.last + 1)})

    def alone(self, row: int, at: int) -> Unit | None:
        """The unit of one cell and no other; None where there is no cell."""
        unit = self.cells.get((row, at))
        if unit is None or unit.kind not in SEVERAL:
            return unit
        self.units[row].remove(unit)
        kind, size = SEVERAL[unit.kind]
        for number, place in enumerate(range(unit.first, unit.last + 1)):
            own = unit.data[4 + number * size : 4 + (number + 1) * size]
            self.add(row, Unit(place, place, [Record(kind, struct.pack("<HH", row - 1, place) + own)]))
        self.cells[row, unit.last].records += unit.records[1:]
        return self.cells[row, at]

    def set(self, row: int, at: int, record: Record) -> None:
        """Let a record be what a cell holds; what belonged to its old value goes with it."""
        unit = self.alone(row, at)
        if unit is None:
            self.add(row, Unit(at, at, [record]))
        else:
            unit.records = [record]

    def touch_row(self, row: int, at: int, height: int) -> None:
        """See that a row is told of, and that it reaches as far as a cell."""
        if row not in self.rows:
            told = struct.pack("<6HI", row - 1, at, at + 1, height, 0, 0, 0x000F0100)
            self.rows[row] = Record(ROW, told)
        first, end = struct.unpack_from("<HH", self.rows[row].data, 2)
        if not first <= at < end:
            data = patched(self.rows[row].data, 2, "<HH", min(first, at) if end else at, max(end, at + 1))
            self.rows[row] = Record(ROW, data)

    def options(self, row: int) -> tuple[int, int]:
        """A row's marks and the number of its style."""
        if row not in self.rows:
            return 0, PLAIN
        flags, style = struct.unpack_from("<HH", self.rows[row].data, 12)
        return flags, style & 0xFFF

    def renumber(self, numbers: dict[int, int]) -> None:
        """Rows move to other numbers, with their cells."""
        rows, units = self.rows, self.units
        self.rows, self.units, self.cells = {}, {}, {}
        for row, one in rows.items():
            now = numbers.get(row, row)
            self.rows[now] = one if now == row else Record(ROW, patched(one.data, 0, "<H", now - 1))
        for row, line in units.items():
            now = numbers.get(row, row)
            for unit in line:
                self.add(now, unit if now == row else unit.moved(now))

    @property
    def last_row(self) -> int:
        """The last row that is told of."""
        return max([*self.rows, *self.units], default=0)

    def written(self) -> Records:
        """The records again: every few rows, and their cells behind them."""
        made: Records = []
        numbers = sorted({*self.rows, *self.units})
        for start in range(0, len(numbers), BLOCK):
            block = numbers[start : start + BLOCK]
            made += [self.rows[row] for row in block if row in self.rows]
            made += [one for row in block for unit in self.units.get(row, ()) for one in unit.records]
        return made

    def extent(self, told: Record) -> Record:
        """What a sheet says of the room that it takes, as it is now."""
        top, bottom, left, right = struct.unpack_from("<IIHH", told.data)
        rows = {row for row, line in self.units.items() if line}
        if not rows:
            return told
        columns = {edge for line in self.units.values() for unit in line for edge in (unit.first, unit.last + 1)}
        new = min(rows) - 1, max(rows), min(columns), max(columns)
        if bottom:
            new = min(top, new[0]), max(bottom, new[1]), min(left, new[2]), max(right, new[3])
        return Record(DIMENSIONS, patched(told.data, 0, "<IIHH", *new))


def refuse_short(one: Record) -> None:
    """A record that is too short for what it says is no record of ours."""
    if one.kind in SEVERAL:
        size = SEVERAL[one.kind][1]
        first, last = struct.unpack_from("<H", one.data, 2)[0], struct.unpack_from("<H", one.data, len(one.data) - 2)[0]
        if len(one.data) != 6 + size * (last - first + 1):
            raise broken()
    elif len(one.data) < LEAST.get(one.kind, 6):
        raise broken()
