"""Sheets by way of calamine, the fast reader; only ever called in a child process, because a bad file can end it."""

from __future__ import annotations

import io
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from daan_desk.domain.sheets import Cell, Merge, Row, Sheet
from daan_desk.exchange.books.grid import trimmed
from daan_desk.exchange.books.refusals import refusal

Failed = (CalamineError, OSError, ValueError, OverflowError)


class Workbook:
    """An opened workbook whose sheets are asked for by name."""

    def __init__(self, data: bytes) -> None:
        self._book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        worksheets = [about for about in self._book.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
        self.names: tuple[str, ...] = tuple(about.name for about in worksheets)
        self.hidden = {about.name for about in worksheets if about.visible != SheetVisibleEnum.Visible}

    def sheet(self, name: str) -> Sheet:
        """One sheet with its cells and, where the format tells them, its merges; `Failed` where it is unreadable."""
        source = self._book.get_sheet_by_name(name)
        left = [""] * (source.start[1] if source.start else 0)  # rows begin with the first column in use
        known: dict[str, str] = {}
        rows = [tidy([*left, *line], known) for line in source.iter_rows()]
        merges = [Merge(a + 1, b, c + 1, d) for (a, b), (c, d) in source.merged_cell_ranges or ()]
        return Sheet(name, trimmed(rows), tuple(merges), hidden=name in self.hidden)


def tidy(line: list[Any], known: dict[str, str]) -> Row:
    """A row as calamine gives it: "" is an empty cell, whole floats are whole numbers, blank rows share one tuple.

    known: texts seen before; a text that many cells share stays one text, here and where the sheet is sent.
    """
    share = known.setdefault
    row = tuple([share(c, c) or None if type(c) is str else _whole(c) if type(c) is float else c for c in line])
    return row if row.count(None) < len(row) else ()


def _whole(value: float) -> Cell:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """All sheets that can be read, and a sentence for each that cannot; `Trouble` where there is none at all."""
    try:
        book = Workbook(data)
    except Failed as why:
        raise refusal("encrypted" if type(why).__name__ == "PasswordError" else "damaged") from why
    read, lost = [], []
    for name in book.names:
        try:
            read.append(book.sheet(name))
        except Failed:
            lost.append(name)
    if not read:
        raise refusal("damaged")
    return tuple(read), tuple(f"工作表“{name}”读不出来，可能是图表，已跳过" for name in lost)
