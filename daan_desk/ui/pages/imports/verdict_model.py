"""One list of judged rows as Qt sees it; a cell that can be mended is edited in its place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.pages.imports.grid import NOWHERE, Index
from daan_desk.ui.pages.imports.verdicts import Lines

NOTHING = Lines("", (), (), lambda _item, _column: "", lambda _item: ("", 0))


class VerdictModel(QAbstractTableModel):
    """`mended` carries the place of a cell in the sheet and its new text."""

    mended = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = NOTHING

    def show_lines(self, lines: Lines) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def item(self, index: Index) -> Any:
        return self.lines.items[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines.items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.lines.heads[section][0] if across else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._mendable(index) else flags

    def _mendable(self, index: Index) -> bool:
        return index.column() == self.lines.mended and self.lines.mend(self.item(index)) is not None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole):
            return self.lines.say(self.item(index), index.column())
        if role == Qt.ItemDataRole.BackgroundRole and self._mendable(index):
            return colour("red-soft")
        at, tone = self.lines.tone
        return colour(tone) if role == Qt.ItemDataRole.ForegroundRole and index.column() == at else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a mended cell; the list changes when the row is judged again."""
        place = self.lines.mend(self.item(index))
        if place is None or value == self.data(index):
            return False
        self.mended.emit(place, str(value))
        return True
