"""A sheet made ready for questions about its shape: what is filled, what is merged, what a cell looks like."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from daan_desk.domain.sheets import Cell, Merge, Sheet
from daan_desk.exchange.shapes.words import HEADER, HEADER_LATIN, KIND_OF_ENTERPRISE, ORGANISATION, bare

CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{18}|\d{15}")
DIGITS = re.compile(r"[+\-]?[\d,.\-/ （()）—–~至:：]+[%年月日号万亿元人家%]{0,2}")
YEAR = re.compile(r"(?:19|20)\d{2}(?:年度?)?(?:(?:0[1-9]|1[0-2])|\d{1,2}(?:-\d{1,2})?月)?|(?:1[0-2]|0?[1-9])月份?")
SENTENCE = 60
HEADER_AREA = 80
ROOM = 500_000  # merges that lie on each other, thousands of them, only cost
ROWS_KEPT = 5000  # more than are looked at twice; of all rows together the cells of a large sheet would be kept again
WIDE = 500  # a header says in its first columns that it is one
NOTHING: list[tuple[int, Cell]] = []


class View:
    """A sheet with its merges sorted by where they are; rows from 1, columns from 0."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sheet.rows
        self.last = len(sheet.rows)
        self._filled: dict[int, list[tuple[int, Cell]]] = {}
        self._covered: dict[tuple[int, int], Merge] = {}
        self._room = ROOM
        for merge in sheet.merges:
            if merge.top <= HEADER_AREA:
                self._note(merge)

    def _note(self, merge: Merge) -> None:
        bottom, right = min(merge.bottom, HEADER_AREA), min(merge.right, merge.left + 300)
        self._room -= (bottom - merge.top + 1) * (right - merge.left + 1)
        for row in range(merge.top, bottom + 1 if self._room > 0 else merge.top):
            for column in range(merge.left, right + 1):
                self._covered[row, column] = merge

    def narrow(self) -> View:
        """The same sheet without the columns beyond all measure, which looking for the header would only cost."""
        if max(map(len, self.rows[:HEADER_AREA]), default=0) <= WIDE:
            return self
        return View(replace(self.sheet, rows=tuple([row[:WIDE] for row in self.rows])))

    @cached_property
    def tall(self) -> tuple[Merge, ...]:
        """Merges over several rows that have something in them; of two that lie on each other only the upper one."""
        ends: dict[int, int] = {}
        found = []
        for merge in sorted(merge for merge in self.sheet.merges if merge.tall):
            if self.cell(merge.top, merge.left) is not None and merge.top > ends.get(merge.left, 0):
                ends[merge.left] = merge.bottom
                found.append(merge)
        return tuple(found)

    def cell(self, row: int, column: int) -> Cell:
        if not 1 <= row <= self.last:
            return None
        line = self.rows[row - 1]
        return line[column] if column < len(line) else None

    def merge(self, row: int, column: int) -> Merge | None:
        """The merge that a cell near the top of the sheet belongs to."""
        return self._covered.get((row, column))

    def shown(self, row: int, column: int) -> Cell:
        """What the eye sees in a cell: of merged cells the value that they share."""
        merge = self._covered.get((row, column))
        return self.cell(merge.top, merge.left) if merge else self.cell(row, column)

    def filled(self, row: int) -> list[tuple[int, Cell]]:
        """Column and value of the cells that hold something; worked out once while the row is looked at."""
        known = self._filled.get(row)
        if known is None:
            line = self.rows[row - 1] if 1 <= row <= self.last else ()
            if not line:
                return NOTHING
            known = [
                (at, cell)
                for at, cell in enumerate(line)
                if cell is not None and (type(cell) is not str or not (cell == "" or cell.isspace()))
            ]
            if len(self._filled) > ROWS_KEPT:
                self._filled.clear()
            self._filled[row] = known if known else NOTHING
        return known

    def holds(self, row: int) -> bool:
        """Whether a row shows anything at all."""
        return 1 <= row <= self.last and not all(map(is_blank, self.rows[row - 1]))

    @cached_property
    def top(self) -> tuple[int, ...]:
        """The first rows that hold anything, where a header may be."""
        found: list[int] = []
        for number, line in enumerate(self.rows, start=1):
            if line and self.filled(number):
                found.append(number)
                if len(found) == 40:
                    break
        return tuple(found)


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and (cell == "" or cell.isspace()))


def is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_year(cell: Cell) -> bool:
    """Whether a cell could head a column as a year or a month: 2023, 2023年, 202306, 6月."""
    text = bare(cell) if isinstance(cell, str) else str(cell) if isinstance(cell, int) else ""
    return bool(YEAR.fullmatch(text))


def is_value(cell: Cell) -> bool:
    """Whether a cell looks recorded and not like a heading: numbers, days, codes, phones, company names."""
    if is_year(cell):
        return False
    if not isinstance(cell, str):
        return isinstance(cell, int | float | date | datetime | time | timedelta)
    words = bare(cell)
    if DIGITS.fullmatch(words) or CREDIT_CODE.fullmatch(words) or len(words) > SENTENCE * 3:
        return True
    named = len(words) >= 5 and bool(ORGANISATION.search(words)) and not re.search(r"名称|是否|数$|[:：]", words)
    return named and not (words.endswith("企业") and KIND_OF_ENTERPRISE.fullmatch(words))


def is_heading(cell: Cell) -> bool:
    """Whether a text uses the words of headers."""
    if not isinstance(cell, str) or len(cell) > SENTENCE * 3:
        return False
    words = bare(cell)
    return bool(HEADER.search(words) or HEADER_LATIN.fullmatch(cell.strip())) and not is_value(cell)
