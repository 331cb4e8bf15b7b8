"""Sheets of SpreadsheetML 2003, the XML that office systems like to save as .xls."""

from __future__ import annotations

from daan_desk.domain.sheets import Cell, Merge, Sheet, Spot
from daan_desk.exchange.books.grid import Grid
from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.values import from_iso, number
from daan_desk.exchange.books.xml_events import Attributes, Events, refuse_declarations, truth


class _Workbook(Events):
    def __init__(self) -> None:
        super().__init__()
        self.grids: list[Grid] = []
        self._row = self._column = self._header_column = 0
        self._wide = 0
        self._type = ""
        self._formula = False

    def begin_Worksheet(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self.grids.append(Grid(attributes.get("Name", "")))
        self._row = self._header_column = 0

    def begin_Visible(self, _: Attributes) -> None:  # noqa: N802  the element's own name
        self.collect()

    def end_Visible(self) -> None:  # noqa: N802  the element's own name
        if self.text().strip() in ("SheetHidden", "SheetVeryHidden") and self.grids:
            self.grids[-1].hidden = True

    def begin_Column(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self._header_column = _place(attributes, self._header_column)
        last = self._header_column + _count(attributes, "Span")
        if truth(attributes, "Hidden") and self.grids:
            self.grids[-1].hide_columns(self._header_column - 1, last - 1)
        self._header_column = last

    def begin_Row(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self._row, self._column, self._wide = _place(attributes, self._row), 0, 0
        last = self._row + _count(attributes, "Span")
        if truth(attributes, "Hidden") and self.grids:
            self.grids[-1].hidden_rows.update(range(self._row, min(last, self._row + 100_000) + 1))
        self._next_row = last

    def end_Row(self) -> None:  # noqa: N802  the element's own name
        self._row = self._next_row

    def begin_Cell(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self._column = _place(attributes, self._column + self._wide)
        self._wide, tall = _count(attributes, "MergeAcross"), _count(attributes, "MergeDown")
        self._formula = "Formula" in attributes
        if (self._wide or tall) and self.grids:
            at = self._column - 1
            self.grids[-1].merges.append(Merge(self._row, at, self._row + tall, at + self._wide))

    def begin_Data(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self._type = attributes.get("Type", "String")
        self.collect()

    def end_Data(self) -> None:  # noqa: N802  the element's own name
        words = self.text()
        if not self.grids:
            return
        if self._type == "Error":
            self.grids[-1].errors.append(Spot(self._row, self._column - 1, words))
        elif not words and self._formula:
            self.grids[-1].unvalued.append(Spot(self._row, self._column - 1))
        else:
            self.grids[-1].put(self._row, self._column - 1, _value(self._type, words))


def _value(kind: str, words: str) -> Cell:
    if kind == "Number":
        return number(words)
    if kind == "DateTime":
        return from_iso(words)
    return words.strip() == "1" if kind == "Boolean" else words


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "0")
    return min(int(text), 1_048_576) if text.isdigit() and len(text) < 9 else 0


def _place(attributes: Attributes, before: int) -> int:
    return _count(attributes, "Index") or before + 1


def sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets; `Trouble` when the XML is no workbook."""
    refuse_declarations(data)
    workbook = _Workbook()
    workbook.walk(data)
    if not workbook.grids:
        raise refusal("no_table")
    return tuple(grid.sheet() for grid in workbook.grids), ()
