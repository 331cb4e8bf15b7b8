"""The numbers of a report as a table: every one opens the rows behind it, by a click or by Enter."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from daan_desk.domain.pivots import WHOLE, WHOLE_WORDS, Key, Pivot
from daan_desk.domain.report_tables import kind_of
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

Index = QModelIndex | QPersistentModelIndex
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW, LEAST, WIDEST = 36, 78, 300
UNKNOWN = "—"


class PivotModel(QAbstractTableModel):
    """Groups down with the whole of them on top, groups across with the whole of them at the end."""

    def __init__(self, pivot: Pivot, parent: QWidget) -> None:
        super().__init__(parent)
        self.pivot, self._kind = pivot, kind_of(pivot)
        self.down: tuple[Key, ...] = (WHOLE, *(head.key for head in pivot.down))
        self.across: tuple[Key, ...] = (*(head.key for head in pivot.across), WHOLE)
        self._heads = (*(head.words for head in pivot.across), WHOLE_WORDS if pivot.across else pivot.labels[2])
        self._names = (WHOLE_WORDS, *(head.words for head in pivot.down))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.down)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.across) + 1

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section - 1] if section else self.pivot.labels[0]
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section:
            return NUMBERS
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return NUMBERS
        if role == Qt.ItemDataRole.FontRole and (not index.row() or index.column() == len(self.across)):
            return sized(14, bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and self.words(index.row(), index.column()) in (UNKNOWN, "0"):
            return colour("faint")
        return None

    def words(self, row: int, column: int) -> str:
        """A cell as it is read."""
        if not column:
            return self._names[row]
        value = self.pivot.value(self.down[row], self.across[column - 1])
        return UNKNOWN if value is None else self._kind.show(value)

    def place(self, index: Index) -> tuple[Key, Key]:
        """Which group a cell speaks of; the name of a row means the whole of it."""
        return self.down[index.row()], self.across[index.column() - 1] if index.column() else WHOLE


class PivotTable(QTableView):
    """`chosen` carries (down, across) of the number that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("统计结果"))
        self.setProperty("look", "numbers")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)

    def show_pivot(self, pivot: Pivot) -> None:
        """Put the numbers in, columns as wide as their words."""
        old = self.model()
        self.setModel(PivotModel(pivot, self))
        if old is not None:
            old.deleteLater()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(LEAST)
        head.setMaximumSectionSize(WIDEST)
        self.resizeColumnsToContents()
        head.setStretchLastSection(len(pivot.across) <= 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, PivotModel):
            self.chosen.emit(model.place(index))
