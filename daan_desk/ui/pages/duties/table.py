"""The officers of the board as a table: one line each, arrow keys walk, Enter opens what still waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from daan_desk.domain.tables import Table
from daan_desk.services.duties import Bearer
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.row_table import RowTable

STRETCHED = 1  # the officer's name takes what is left
MISSING = "还差"


class OfficersTable(RowTable):
    """`marked` carries the officer whose line is current, `opened` the one that was entered or double-clicked."""

    marked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("各干部走访任务"), parent)
        self.bearers: tuple[Bearer, ...] = ()
        self.verticalHeader().setDefaultSectionSize(40)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.currentCellChanged.connect(self._mark)
        self.itemActivated.connect(self._open)

    def show_bearers(self, bearers: Sequence[Bearer], table: Table) -> None:
        """Put the lines in; the officer who was marked stays marked."""
        kept = self.current()
        self.blockSignals(True)
        self.bearers = tuple(bearers)
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for at, column in enumerate(table.columns):
            self._head(at, column.label, column.kind.align == "right")
            for row, values in enumerate(table.rows):
                item = self._put(row, at, column.kind.show(values[at]), column.kind.align == "right")
                if column.label == MISSING and values[at]:
                    item.setFont(sized(14, bold=True))
        self._fit()
        self.blockSignals(False)
        self._mark_again(kept)

    def current(self) -> Bearer | None:
        """The officer whose line is current."""
        return self.bearers[self.currentRow()] if 0 <= self.currentRow() < len(self.bearers) else None

    def _mark_again(self, kept: Bearer | None) -> None:
        who = (kept.officer, kept.role) if kept else ()
        same = [at for at, one in enumerate(self.bearers) if (one.officer, one.role) == who]
        self.setCurrentCell((same[0] if same else 0) if self.bearers else -1, 0)
        self.marked.emit(self.current())

    def _head(self, at: int, words: str, right: bool) -> None:
        item = QTableWidgetItem(words)
        item.setTextAlignment(_side(right))
        self.setHorizontalHeaderItem(at, item)

    def _put(self, row: int, at: int, words: str, right: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        item.setTextAlignment(_side(right))
        self.setItem(row, at, item)
        return item

    def _fit(self) -> None:
        head = self.horizontalHeader()
        for at in range(self.columnCount()):
            stretched = at == STRETCHED
            head.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            )

    def _mark(self, row: int, *_rest: int) -> None:
        self.marked.emit(self.bearers[row] if 0 <= row < len(self.bearers) else None)

    def _open(self, item: QTableWidgetItem) -> None:
        self.opened.emit(self.bearers[item.row()])


def _side(right: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
