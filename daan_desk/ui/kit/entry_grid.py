"""The grid of a sheet: typing begins anywhere, Enter goes down, Tab goes on, a block from a spreadsheet is pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from daan_desk.domain.entry_sheets import Pasted, pasted
from daan_desk.domain.fields import Field
from daan_desk.ui.kit.entry_delegate import ENTERS, ROW, EntryDelegate
from daan_desk.ui.kit.entry_model import EntryModel

NAMES, NAMES_MOST = 248, 420
NUMBERS, WORDS = 158, 300
PAD = 28  # what stands around the words of a head
VIEW = QAbstractItemView


class EntryGrid(QTableView):
    """`moved` comes with another current cell, `brought` with what was pasted."""

    moved = Signal()
    brought = Signal(object)

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries, self._longest = model, 0
        self.setModel(model)
        delegate = EntryDelegate(model, self)
        delegate.entered.connect(self.go_down)
        self.setItemDelegate(delegate)
        self.setSelectionMode(VIEW.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            VIEW.EditTrigger.AnyKeyPressed | VIEW.EditTrigger.DoubleClicked | VIEW.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(VIEW.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(VIEW.ScrollMode.ScrollPerPixel)
        self._heads()
        model.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self.moved)

    def _heads(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        for head in (rows, columns):
            head.setHighlightSections(False)
            head.setSectionsClickable(False)

    def _fit(self) -> None:
        """Room for whole names and whole heads."""
        words = self.fontMetrics().horizontalAdvance
        self._longest = max((words(row.title) + PAD for row in self.entries.sheet.rows), default=0)
        self._fit_names()
        for at, field in enumerate(self.entries.sheet.fields):
            usual = NUMBERS if field.kind.align == "right" else WORDS
            self.setColumnWidth(at, max(usual, words(field.label) + PAD))
        self.horizontalHeader().setStretchLastSection(
            bool(self.entries.sheet.fields) and not _right(self.entries.field)
        )
        if self.entries.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.entries.index(0, 0))

    def _fit_names(self) -> None:
        """As wide as the longest name, which leaves the numbers more than half."""
        width = max(NAMES, min(self._longest, NAMES_MOST, self.width() * 2 // 5))
        if width != self.verticalHeader().width():
            self.verticalHeader().setFixedWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_names()
        super().resizeEvent(event)

    def show_rows(self, fits: Callable[[int], bool]) -> None:
        """Hide the lines that do not fit what is looked for."""
        for number in range(self.entries.rowCount()):
            self.setRowHidden(number, not fits(number))

    def go_down(self) -> None:
        """To the next line that is shown, in the same column."""
        here, number = self.currentIndex(), self.currentIndex().row() + 1
        while number < self.entries.rowCount() and self.isRowHidden(number):
            number += 1
        if number < self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(number, here.column()))

    def paste(self, text: str) -> Pasted:
        """Type a copied block into the cells where it belongs."""
        here = self.currentIndex()
        found = pasted(text, self.entries.sheet, (max(here.row(), 0), max(here.column(), 0)))
        self.entries.type(list(found.cells))
        self.brought.emit(found)
        return found

    def copied(self) -> str:
        """The selected cells as a spreadsheet takes them."""
        cells = sorted((index.row(), index.column(), str(index.data())) for index in self.selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, _, text in cells:
            lines.setdefault(row, []).append(text.replace("\t", " ").replace("\n", " ").replace(",", ""))
        return "\n".join("\t".join(line) for line in lines.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            if not self.entries.sheet.closed:
                self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.entries.sheet.closed:
            self.entries.type([(index.row(), index.column(), "") for index in self.selectedIndexes()])
        elif event.key() in ENTERS and self.state() != VIEW.State.EditingState:
            self.go_down()
        else:
            super().keyPressEvent(event)


def _right(field: Callable[[int], Field]) -> bool:
    """Whether the last column stands at the right, as numbers do."""
    return field(-1).kind.align == "right"
