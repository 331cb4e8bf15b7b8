"""Cells put down one by one, wherever they stand, and taken up again as a sheet; a stray far cell costs nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from daan_desk.domain.sheets import Cell, Merge, Row, Sheet, Spot, letter
from daan_desk.exchange.books.refusals import refusal

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_PLACES = 30_000_000
FAR_ROWS, FAR_COLUMNS = 10_000, 500
STRAYS = 10
Found = dict[int, dict[int, Cell]]


@dataclass
class Grid:
    """A sheet under construction; rows are the sheet's own from 1, columns from 0."""

    name: str
    cells: Found = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: list[Spot] = field(default_factory=list)
    unvalued: list[Spot] = field(default_factory=list)
    oddities: list[Spot] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    hidden: bool = False

    def put(self, row: int, column: int, value: Cell) -> None:
        """Keep a value; empty ones and places that no sheet has are left out."""
        if value is None or value == "" or not (1 <= row <= LAST_ROW and 0 <= column < LAST_COLUMN):
            return
        line = self.cells.get(row)
        if line is None:
            self.cells[row] = {column: value}
        else:
            line[column] = value

    def hide_columns(self, first: int, last: int) -> None:
        """Hidden columns, up to the widest sheet there is."""
        if len(self.hidden_columns) < LAST_COLUMN:
            self.hidden_columns.update(range(first, min(last, LAST_COLUMN - 1) + 1))

    def sheet(self) -> Sheet:
        """The finished sheet; far stray cells are left out and named in a warning."""
        self._drop_far_rows()
        self._drop_far_columns()
        if sum(max(line) + 1 for line in self.cells.values()) > MOST_PLACES:
            raise refusal("large")
        return Sheet(
            name=self.name,
            rows=dense(self.cells),
            merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            hidden=self.hidden,
            errors=tuple(self.errors),
            unvalued=tuple(self.unvalued),
            oddities=tuple(self.oddities),
            warnings=tuple(self.warnings),
        )

    def _drop_far_rows(self) -> None:
        numbers = sorted(self.cells)
        for at in range(max(1, len(numbers) - STRAYS), len(numbers)):
            if numbers[at] - numbers[at - 1] > FAR_ROWS:
                self._leave_out([(row, column) for row in numbers[at:] for column in self.cells[row]])
                return

    def _drop_far_columns(self) -> None:
        used = sorted({column for line in self.cells.values() for column in line})
        for before, after in pairwise(used):
            far = [column for column in used if column >= after]
            if after - before > FAR_COLUMNS and len(far) <= STRAYS:
                strays = [(row, column) for row, line in self.cells.items() for column in far if column in line]
                if len(strays) <= STRAYS:
                    self._leave_out(strays)
                return

    def _leave_out(self, places: list[tuple[int, int]]) -> None:
        for row, column in places:
            self.cells[row].pop(column)
            if not self.cells[row]:
                del self.cells[row]
        names = "、".join(f"{letter(column)}{row}" for row, column in places[:5])
        self.warnings.append(f"{names} 等 {len(places)} 个单元格离表格太远，没有读入")


def dense(cells: Found) -> tuple[Row, ...]:
    """Rows from 1 to the last one used; each as long as its last cell, empty ones all the same empty tuple."""
    if not cells:
        return ()
    rows: list[Row] = [()] * max(cells)
    for number, line in cells.items():
        rows[number - 1] = tuple([line.get(column) for column in range(max(line) + 1)])
    return tuple(rows)


def trimmed(rows: list[Row]) -> tuple[Row, ...]:
    """The rows without the blank ones at the end."""
    last = len(rows)
    while last and not any(cell is not None for cell in rows[last - 1]):
        last -= 1
    return tuple(rows[:last])
