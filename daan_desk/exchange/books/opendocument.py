"""Sheets of an OpenDocument spreadsheet (.ods), cell by cell; repeated blanks cost nothing."""

from __future__ import annotations

import re
from datetime import timedelta

from daan_desk.domain.sheets import Cell, Merge, Sheet, Spot
from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.grid import LAST_COLUMN, LAST_ROW, Grid
from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.values import from_iso, moment, number
from daan_desk.exchange.books.xml_events import Attributes, Events, refuse_declarations

DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")
ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|(?:Err:|错误：)\d{3}")
MOST_REPEATED_CELLS = 5_000_000
NUMBERS = frozenset({"float", "currency", "percentage"})


class _Content(Events):
    def __init__(self) -> None:
        super().__init__()
        self.grids: list[Grid] = []
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._line: list[tuple[int, int, Cell]] = []
        self._cell: Attributes = {}
        self._paragraphs: list[str] = []
        self._aside = self._written = 0
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._header_column = 0

    def begin_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("name", "")

    def begin_table_properties(self, attributes: Attributes) -> None:
        if attributes.get("display") == "false":
            self._hidden_styles.add(self._style)

    def begin_table(self, attributes: Attributes) -> None:
        self.grids.append(Grid(attributes.get("name", ""), hidden=attributes.get("style-name") in self._hidden_styles))
        self._row = self._header_column = 0

    def begin_table_column(self, attributes: Attributes) -> None:
        count = _repeated(attributes, "number-columns-repeated")
        if attributes.get("visibility") in ("collapse", "filter") and self.grids:
            self.grids[-1].hide_columns(self._header_column, self._header_column + count - 1)
        self._header_column += count

    def begin_table_row(self, attributes: Attributes) -> None:
        self._rows = _repeated(attributes, "number-rows-repeated")
        self._row, self._column, self._line = self._row + 1, 0, []
        if attributes.get("visibility") in ("collapse", "filter") and self.grids:
            self.grids[-1].hidden_rows.update(range(self._row, min(self._row + self._rows, LAST_ROW + 1)))

    def end_table_row(self) -> None:
        """A repeated row of values is written as often as it says, within bounds; blank ones only count."""
        self._written += self._rows * sum(count for _, count, _ in self._line)
        if self._written > MOST_REPEATED_CELLS or (self._line and self._row + self._rows - 1 > LAST_ROW):
            raise refusal("large")
        for row in range(self._row, self._row + self._rows) if self._line else ():
            for column, count, value in self._line:
                for at in range(column, column + count):
                    self.grids[-1].put(row, at, value)
        self._row += self._rows - 1

    def begin_table_cell(self, attributes: Attributes) -> None:
        self._columns = _repeated(attributes, "number-columns-repeated")
        self._cell, self._paragraphs = attributes, []
        wide = _repeated(attributes, "number-columns-spanned")
        tall = _repeated(attributes, "number-rows-spanned")
        if (wide > 1 or tall > 1) and self.grids:
            self.grids[-1].merges.append(Merge(self._row, self._column, self._row + tall - 1, self._column + wide - 1))

    begin_covered_table_cell = begin_table_cell

    def begin_annotation(self, _: Attributes) -> None:
        self._aside += 1

    def end_annotation(self) -> None:
        self._aside -= 1

    def begin_p(self, _: Attributes) -> None:
        if not self._aside:
            self.collect()

    def begin_s(self, attributes: Attributes) -> None:
        self._characters(" " * min(_repeated(attributes, "c"), 1000))

    def begin_line_break(self, _: Attributes) -> None:
        self._characters("\n")

    def begin_tab(self, _: Attributes) -> None:
        self._characters("\t")

    def end_p(self) -> None:
        if not self._aside:
            self._paragraphs.append(self.text())

    def end_table_cell(self) -> None:
        value = self._value("\n".join(self._paragraphs))
        if value is not None and value != "" and self.grids:
            if self._column + self._columns > LAST_COLUMN:
                raise refusal("large")
            self._line.append((self._column, self._columns, value))
        self._column += self._columns

    def end_covered_table_cell(self) -> None:
        self._column += self._columns

    def _value(self, words: str) -> Cell:
        kind, cell = self._cell.get("value-type", ""), self._cell
        if words and ERROR.fullmatch(words) and "formula" in cell:
            self.grids[-1].errors.append(Spot(self._row, self._column, words))
            return None
        if kind in NUMBERS:
            return number(cell.get("value", words))
        if kind == "date":
            return from_iso(cell.get("date-value", words))
        if kind == "time":
            return _span(cell.get("time-value", ""), words)
        return cell.get("boolean-value") == "true" if kind == "boolean" else words


def _span(text: str, words: str) -> Cell:
    found = DURATION.fullmatch(text)
    if not found:
        return words
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:4])
    if days > 100_000 or hours > 2_000_000 or minutes > 100_000_000:
        return words
    span = timedelta(days=days, hours=hours, minutes=minutes, seconds=min(float(found[5] or 0), 1e9))
    return moment(span / timedelta(days=1), "time") if span < timedelta(days=1) else span


def _repeated(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdigit() and len(text) < 12 else 1


def sheets(archive: Archive) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets; `Trouble` for an encrypted or incomplete document."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml") or "encrypted-package" in archive:
        raise refusal("encrypted")
    source = archive.read("content.xml")
    if not source:
        raise refusal("incomplete")
    refuse_declarations(source)
    content = _Content()
    content.walk(source)
    return tuple(grid.sheet() for grid in content.grids), ()
