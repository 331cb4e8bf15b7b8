"""A sheet of an old workbook: its cells are read and written in place, all other records stay as they are."""

from __future__ import annotations

import struct
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from decimal import Decimal

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.cells import clean, numeric
from daan_desk.exchange.form_merges import covered
from daan_desk.exchange.xls_forms.formulas import come_to, formula_of, result_of, tokens_of
from daan_desk.exchange.xls_forms.reading import merged, short_number, span
from daan_desk.exchange.xls_forms.records import (
    BLANK,
    COLINFO,
    DIMENSIONS,
    FORMULA,
    LABELSST,
    MULBLANK,
    MULRK,
    NUMBER,
    RK,
    RULE,
    Record,
    Records,
)
from daan_desk.exchange.xls_forms.rules import choices
from daan_desk.exchange.xls_forms.table import HIDDEN, PLAIN, STYLED, CellTable
from daan_desk.exchange.xls_forms.texts import Texts
from daan_desk.exchange.xls_forms.tokens import sum_of, summands

DEFAULT_HEIGHT, USUAL_HEIGHT = 0x225, 270
DAYS_1904 = 1462
EMPTY = frozenset({BLANK, MULBLANK})


@dataclass(frozen=True, slots=True)
class Around:
    """What a sheet shares with its book: its texts, the styles that look like nothing, whether days begin in 1904."""

    texts: Texts
    plain: Container[int]
    since_1904: bool


class OldPage:
    """The records of one sheet: before its cells, its cells, behind them."""

    def __init__(self, name: str, records: Records, around: Around) -> None:
        self.name, self.around = name, around
        first, end = span(records)
        self.head, self.tail = records[:first], records[end:]
        self.table = CellTable()
        self.table.read(records[first:end])
        self.merges: dict[tuple[int, int], Merge] = {}
        self.note_merges()

    def note_merges(self) -> None:
        """Note where merges lie."""
        self.merges = covered(merged([*self.head, *self.tail]))

    def written(self) -> Records:
        """All records of the sheet."""
        head = [self.table.extent(one) if one.kind == DIMENSIONS else one for one in self.head]
        return [*head, *self.table.written(), *self.tail]

    @property
    def last_row(self) -> int:
        """The last row that the sheet speaks of."""
        return self.table.last_row

    def is_drawn(self, row: int, at: int) -> bool:
        """Whether the sheet has a record for a cell."""
        return (row, at) in self.table.cells

    def drawn(self) -> Collection[tuple[int, int]]:
        """All places of which it has a record."""
        return self.table.cells

    def is_hidden(self, row: int) -> bool:
        """Whether a row is hidden."""
        return bool(self.table.options(row)[0] & HIDDEN)

    def is_empty(self, row: int, at: int) -> bool:
        """Whether neither a value nor a formula stands in a place."""
        unit = self.table.cells.get(self.corner(row, at))
        return unit is None or unit.kind in EMPTY

    def corner(self, row: int, at: int) -> tuple[int, int]:
        """The cell that holds the value of a place."""
        area = self.merges.get((row, at))
        return (area.top, area.left) if area else (row, at)

    def style(self, row: int, at: int) -> int:
        """The number of a cell's style; 0 for every style that looks like nothing."""
        found = self.style_written(row, at)
        return 0 if found in self.around.plain else found

    def style_written(self, row: int, at: int) -> int:
        """The number of a cell's style: its own, its row's, its column's."""
        unit = self.table.cells.get((row, at))
        if unit is not None:
            return unit.style(at)
        flags, style = self.table.options(row)
        if flags & STYLED:
            return style
        for one in self.head:
            if one.kind == COLINFO and len(one.data) >= 8:
                first, last, _, of_column = struct.unpack_from("<4H", one.data)
                if first <= at <= last:
                    return int(of_column)
        return PLAIN

    def formula(self, row: int, at: int) -> str | None:
        """Nothing but that there is one: its words are not worked out."""
        unit = self.table.cells.get((row, at))
        return "" if unit is not None and unit.kind == FORMULA else None

    def options(self, row: int, at: int) -> tuple[str, ...]:
        """The words that a cell's list of choices offers."""
        rules = (one.data for one in [*self.head, *self.tail] if one.kind == RULE)
        return next((found for rule in rules if (found := choices(rule, row, at)) is not None), ())

    def put(self, row: int, at: int, value: object) -> bool:
        """Write a value where a cell has no formula."""
        row, at = self.corner(row, at)
        if self.formula(row, at) is not None:
            return False
        number = numeric(value)
        place = struct.pack("<HHH", row - 1, at, self.style_written(row, at))
        if number is not None:
            days = DAYS_1904 if self.around.since_1904 and hasattr(value, "year") else 0
            self.set(row, at, Record(NUMBER, place + struct.pack("<d", float(number) - days)))
        elif value in (None, ""):
            self.set(row, at, Record(BLANK, place))
        else:
            text = self.around.texts.place(clean(str(value)))
            self.set(row, at, Record(LABELSST, place + struct.pack("<I", text)))
        return True

    def set(self, row: int, at: int, record: Record) -> None:
        """Let a record be what a cell holds."""
        self.table.set(row, at, record)
        self.table.touch_row(row, at, self.height())

    def height(self) -> int:
        """How high a row is of which nobody says anything."""
        told = next((one.data for one in self.head if one.kind == DEFAULT_HEIGHT and len(one.data) >= 4), None)
        return struct.unpack_from("<H", told, 2)[0] & 0x7FFF if told else USUAL_HEIGHT

    def put_sum(self, row: int, at: int, first: int, last: int) -> None:
        """A sum of one column."""
        self.set(row, at, formula_of(row, at, self.style_written(row, at), sum_of(at, first, last)))

    def formulas(self) -> Iterator[tuple[int, int]]:
        """Where formulas stand."""
        return (spot for spot, unit in self.table.cells.items() if unit.kind == FORMULA)

    def summed(self, row: int, at: int) -> list[Merge] | None:
        """What a formula adds up, where it is nothing but a sum."""
        return summands(tokens_of(self.table.cells[row, at].data))

    def amount(self, row: int, at: int) -> Decimal | None:
        """The number in a cell."""
        unit = self.table.cells.get((row, at))
        if unit is None or unit.kind not in (NUMBER, RK, MULRK, FORMULA):
            return None
        if unit.kind == FORMULA:
            return result_of(unit.data)
        if unit.kind == NUMBER:
            return Decimal(repr(struct.unpack_from("<d", unit.data, 6)[0]))
        return short_number(struct.unpack_from("<I", unit.data, 6 + (at - unit.first) * 6)[0])

    def settle(self, row: int, at: int, total: Decimal | None) -> None:
        """Note what a formula comes to; the text that it came to before goes."""
        unit = self.table.cells[row, at]
        unit.records = come_to(unit.records, total)
