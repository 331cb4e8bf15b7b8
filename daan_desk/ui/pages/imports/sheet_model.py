"""A sheet as it stands, cell by cell, with what was understood as colour and words; any length, nothing copied."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from daan_desk.domain.sheets import Sheet, letter
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.pages.imports.grid import NOWHERE, Index
from daan_desk.ui.pages.imports.marks import Mark, Marks
from daan_desk.ui.pages.imports.words import one_line

PALE = (Mark.SKIPPED, Mark.BLANK)


class SheetModel(QAbstractTableModel):
    """Row 0 of the model is row 1 of the sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet, self.marks, self._width = Sheet(""), Marks(), 0

    def show_sheet(self, sheet: Sheet, marks: Marks) -> None:
        """Put a sheet on the table; the same sheet with other marks keeps its place."""
        if sheet is self.sheet:
            self.marks = marks
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self.sheet, self.marks = sheet, marks
        self._width = max((len(row) for row in sheet.rows), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self._over(section) if role == Qt.ItemDataRole.DisplayRole else None
        mark, why = self.marks.of(section + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{section + 1}  {mark.word}".rstrip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return why
        return colour(mark.tone) if role == Qt.ItemDataRole.ForegroundRole and mark.word else None

    def _over(self, column: int) -> str:
        target = self.marks.columns.get(column)
        return f"{letter(column)}  {target}" if target else f"{letter(column)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row() + 1, index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.sheet.cell(row, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            mark, why = self.marks.of(row)
            return f"{mark.word}：{why}" if mark.word else None
        return self._look(row, column, role)

    def _look(self, row: int, column: int, role: int) -> object:
        mark, _ = self.marks.of(row)
        if role == Qt.ItemDataRole.BackgroundRole:
            return colour(f"{mark.tone}-soft") if mark.tone else None
        if role == Qt.ItemDataRole.FontRole:
            return sized(bold=True) if mark is Mark.HEADER else None
        if role == Qt.ItemDataRole.ForegroundRole:
            idle = mark in PALE or (mark is Mark.DATA and column not in self.marks.columns)
            return colour("faint") if idle else None
        return None
