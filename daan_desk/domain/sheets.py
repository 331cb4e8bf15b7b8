"""What a workbook says, as plain frozen values: the grid as it stands, and the layout that was understood in it.

Rows are the sheet's own numbers, from 1; columns are counted from 0 (0 is A).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = tuple[Cell, ...]
EMPTY: frozenset[int] = frozenset()


def letter(column: int) -> str:
    """The letters over a column: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column(letters: str) -> int:
    """The column under these letters: A is 0, AA is 26."""
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - 64
    return number - 1


class Merge(NamedTuple):
    """Merged cells, first and last included; the value stands in the top left one."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def tall(self) -> bool:
        return self.bottom > self.top

    @property
    def wide(self) -> bool:
        return self.right > self.left

    def covers(self, row: int, column: int) -> bool:
        """Whether a place lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Spot(NamedTuple):
    """One cell and what there is to say about it."""

    row: int
    column: int
    text: str = ""

    @property
    def name(self) -> str:
        """The cell's name as Excel writes it: B7."""
        return f"{letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it stands: rows[0] is row 1 and cell 0 of every row is column A; None is an empty cell.

    errors: cells that hold #N/A and the like (their value is None). unvalued: formulas that were never calculated.
    oddities: cells whose value could not be kept as it was (a date that no calendar has), with the reason.
    """

    name: str
    rows: tuple[Row, ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = EMPTY
    hidden_columns: frozenset[int] = EMPTY
    hidden: bool = False
    errors: tuple[Spot, ...] = ()
    unvalued: tuple[Spot, ...] = ()
    oddities: tuple[Spot, ...] = ()
    warnings: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """The value at the sheet's own row number and a column counted from 0; None outside."""
        if not 1 <= row <= len(self.rows) or not 0 <= column < len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as read: its format by content (xlsx, xls, csv …), its sheets, what an officer should know."""

    name: str
    format: str
    sheets: tuple[Sheet, ...] = ()
    warnings: tuple[str, ...] = ()


class Role(StrEnum):
    """What a sheet is to an import."""

    ROSTER = "名册"
    LEDGER = "台账"
    FORM = "统计表"
    PEOPLE = "人员名单"
    OTHER = "其他表格"
    EMPTY = "空表"


class Header(NamedTuple):
    """One column: its place, the joined path of its header cells, cleaned (营业收入 / 2023年), and the raw words."""

    column: int
    letter: str
    text: str
    raw: str


class DataRow(NamedTuple):
    """One record: its row in the sheet, a cell for every header in their order, its sheet, the section it is under."""

    number: int
    cells: Row
    sheet: str = ""
    section: str = ""


class Skipped(NamedTuple):
    """A row that is no record, and why in words."""

    row: int
    why: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What was understood in a sheet, or in several of the same shape taken together.

    sheet: its name, of several the first. sheets: all their names; of several, the last header is the sheet's name (its
    letter is ""). unit: the text of the unit line (万元). year, month (2026-05): those a title names; to_date: it names
    January to that month. filled: cells that got their
    value from a merge or from the group's first row, as (row, column), of the first sheet only. sure: False where an
    officer should look before going on. why: the role's reason; decisions: every other one, in the order taken.
    hidden: nobody who opens the workbook sees this sheet.
    """

    sheet: str
    role: Role = Role.EMPTY
    why: str = ""
    sheets: tuple[str, ...] = ()
    title: str = ""
    title_rows: tuple[int, ...] = ()
    unit: str | None = None
    year: int | None = None
    month: str = ""
    to_date: bool = False
    header_rows: tuple[int, ...] = ()
    headers: tuple[Header, ...] = ()
    rows: tuple[DataRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[tuple[int, str], ...] = ()
    filled: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    sure: bool = True
    decisions: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def shape(self) -> tuple[str, ...]:
        """The header words: what is remembered of a confirmed file holds for the next one with the same words."""
        return tuple(header.text for header in self.headers)

    @property
    def first(self) -> int | None:
        """The row of the first record."""
        return self.rows[0].number if self.rows else None

    @property
    def last(self) -> int | None:
        """The row of the last record."""
        return self.rows[-1].number if self.rows else None
