"""A setting that is a table: a row of editors for each of its rows, with buttons to add, remove and move them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QVBoxLayout, QWidget

from daan_desk.domain.shapes import Rows, Several, Shape, Switch, Whole
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.shape_editors import ListEditor, ShapeEditor, cell_for

ROW, HEAD, MOST_ROWS = 40, 36, 12
BLANK: dict[type[Shape], Any] = {Several: [], Switch: False, Whole: 0}


class TableEditor(ShapeEditor):
    """Rows of objects; the order of the rows is kept."""

    def __init__(self, shape: Rows, parent: QWidget | None = None) -> None:
        self.shape = shape
        self.table = QTableWidget(0, len(shape.parts))
        whole = QWidget()
        super().__init__(whole, parent)
        self.setFocusProxy(self.table)
        self.table.setHorizontalHeaderLabels([part.label for part in shape.parts])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        room = QVBoxLayout(whole)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.table)
        room.addLayout(self._buttons())

    def value(self) -> list[dict[str, Any]]:
        return [
            {part.name: self.cell(row, at).value() for at, part in enumerate(self.shape.parts)}
            for row in range(self.table.rowCount())
        ]

    def show_value(self, value: Any) -> None:
        self.table.setRowCount(0)
        for row in value or ():
            self._append(row)
        self._fit()

    def cell(self, row: int, column: int) -> ShapeEditor:
        """The editor in a cell."""
        editor = self.table.cellWidget(row, column)
        assert isinstance(editor, ShapeEditor)
        return editor

    def add(self) -> None:
        """A blank row at the end, ready to be typed into."""
        self._append({part.name: BLANK.get(type(part.shape), "") for part in self.shape.parts})
        self._fit()
        self.cell(self.table.rowCount() - 1, 0).setFocus()
        self.changed.emit()

    def remove(self) -> None:
        """Take the row away in which the officer is."""
        row = self._here()
        if row >= 0:
            self.table.removeRow(row)
            self._fit()
            self.changed.emit()

    def shift(self, step: int) -> None:
        """Move the officer's row up (-1) or down (1)."""
        row, rows = self._here(), self.value()
        if row >= 0 and 0 <= row + step < len(rows):
            rows[row], rows[row + step] = rows[row + step], rows[row]
            self.show_value(rows)
            self.table.selectRow(row + step)
            self.changed.emit()

    def _here(self) -> int:
        for row in range(self.table.rowCount()):
            if any(self.cell(row, at).part.hasFocus() for at in range(self.table.columnCount())):
                return row
        chosen = self.table.selectionModel().selectedRows()
        return chosen[0].row() if chosen else self.table.rowCount() - 1

    def _append(self, values: dict[str, Any]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for at, part in enumerate(self.shape.parts):
            editor = cell_for(part.shape)
            editor.show_value(values.get(part.name))
            editor.part.setAccessibleName(part.label)
            editor.changed.connect(self.changed)
            self.table.setCellWidget(row, at, editor)

    def _fit(self) -> None:
        self.table.setFixedHeight(HEAD + ROW * max(1, min(MOST_ROWS, self.table.rowCount())) + 4)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        acts = (
            (self.tr("添加一行"), "plus", self.add),
            (self.tr("删除这一行"), "trash-2", self.remove),
            (self.tr("上移"), "arrow-up", lambda: self.shift(-1)),
            (self.tr("下移"), "arrow-down", lambda: self.shift(1)),
        )
        for text, icon, act in acts:
            press = button(text)
            put_icon(press, icon)
            press.clicked.connect(act)
            row.addWidget(press)
        row.addStretch(1)
        return row


def editor_for(shape: Shape, parent: QWidget | None = None) -> ShapeEditor:
    """The editor of a setting."""
    if isinstance(shape, Rows):
        return TableEditor(shape, parent)
    if isinstance(shape, Several):
        return ListEditor(shape, parent)
    return cell_for(shape, parent)
