"""The careful reader of .xlsx sheets: cell by cell, sparse, so that no file can make it large; four times slower."""

from __future__ import annotations

import re

from daan_desk.domain.sheets import Cell, Merge, Sheet, Spot, column
from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.grid import Grid
from daan_desk.exchange.books.ooxml_book import Part, Plan, strings, styles
from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.values import from_iso, moment, number, unescaped
from daan_desk.exchange.books.xml_events import Attributes, Events, truth

PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


def merge_of(words: str) -> Merge | None:
    """The merge that a range such as B2:C4 names."""
    found = RANGE.fullmatch(words)
    return Merge(int(found[2]), column(found[1]), int(found[4]), column(found[3])) if found else None


class _Cells(Events):
    def __init__(self, grid: Grid, words: list[str], shows: list[str], since_1904: bool) -> None:
        super().__init__()
        self.grid, self.words, self.shows, self.since_1904 = grid, words, shows, since_1904
        self._row, self._column = 0, -1
        self._type = self._style = self._value = ""
        self._inline: list[str] = []
        self._formula = self._broken = False

    def begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdigit() else self._row + 1
        self._column = -1
        if truth(attributes, "hidden"):
            self.grid.hidden_rows.add(self._row)

    def begin_col(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if truth(attributes, "hidden") and first.isdigit() and last.isdigit():
            self.grid.hide_columns(int(first) - 1, int(last) - 1)

    def begin_c(self, attributes: Attributes) -> None:
        place = PLACE.fullmatch(attributes.get("r", ""))
        self._column = column(place[1]) if place else self._column + 1
        self._row = int(place[2]) if place else self._row
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._value, self._formula = "", False
        self._inline = []

    def begin_v(self, _: Attributes) -> None:
        self.collect()

    def end_v(self) -> None:
        self._value = self.text()

    def begin_f(self, _: Attributes) -> None:
        self._formula = True

    def begin_t(self, _: Attributes) -> None:
        self.collect()

    def end_t(self) -> None:
        self._inline.append(self.text())

    def begin_mergeCell(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        merge = merge_of(attributes.get("ref", ""))
        if merge:
            self.grid.merges.append(merge)

    def end_c(self) -> None:
        if self._type == "e":
            self.grid.errors.append(Spot(self._row, self._column, self._value))
        elif self._inline and self._type == "inlineStr":
            self.grid.put(self._row, self._column, unescaped("".join(self._inline)))
        elif self._value:
            self.grid.put(self._row, self._column, self._read())
        elif self._formula and self._type != "str":
            self.grid.unvalued.append(Spot(self._row, self._column))

    def _read(self) -> Cell:
        if self._type == "s":
            at = int(self._value) if self._value.isdigit() else -1
            return self.words[at] if 0 <= at < len(self.words) else None
        if self._type == "b":
            return self._value.strip() in ("1", "true")
        if self._type == "d":
            return from_iso(self._value)
        return unescaped(self._value) if self._type == "str" else self._number()

    def _number(self) -> Cell:
        value = number(self._value)
        at = int(self._style) if self._style.isdigit() else -1
        shows = self.shows[at] if 0 <= at < len(self.shows) else ""
        if not shows or not isinstance(value, int | float):
            return value
        read = moment(value, shows, self.since_1904)
        if read is None:
            self.grid.oddities.append(Spot(self._row, self._column, f"日期数值 {self._value} 超出日历范围"))
        return read


def carefully(archive: Archive, plan: Plan) -> tuple[Sheet, ...]:
    """Every sheet, read cell by cell; `Trouble` when one that the workbook names is missing."""
    words, shows = strings(archive), styles(archive)
    return tuple(_sheet(archive, part, plan, (words, shows)) for part in plan.parts)


def _sheet(archive: Archive, part: Part, plan: Plan, tables: tuple[list[str], list[str]]) -> Sheet:
    grid = Grid(part.name, hidden=part.hidden)
    if part.path not in archive:
        raise refusal("incomplete")
    _Cells(grid, *tables, plan.since_1904).walk(archive.read(part.path))
    return grid.sheet()
