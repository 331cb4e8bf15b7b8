"""Which columns a ledger shows and in which order, to be ticked and dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.editors_popup import Popup

NAME = Qt.ItemDataRole.UserRole


class ColumnChooser(Popup):
    """Every field to tick and to drag into order."""

    chosen = Signal(object)
    reset = Signal()

    def __init__(self, ledger: Ledger, shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumSize(250, 360)
        self.list.setSpacing(2)
        rest = [f.name for f in ledger.fields if f.name not in shown]
        for name in (*shown, *rest):
            item = QListWidgetItem(ledger[name].label, self.list)
            item.setData(NAME, name)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
        room = QVBoxLayout(self)
        room.setContentsMargins(14, 12, 14, 12)
        room.addWidget(label(self.tr("显示的列（拖动可调整顺序）"), "soft"))
        room.addWidget(self.list)
        room.addLayout(self._feet())

    def _feet(self) -> QHBoxLayout:
        row = QHBoxLayout()
        back, doing = button(self.tr("恢复默认"), "link"), button(self.tr("确定"), "main")
        back.clicked.connect(self.reset)
        back.clicked.connect(self.close)
        doing.clicked.connect(self.accept)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(doing)
        return row

    def accept(self) -> None:
        """Take what is ticked; a table without any column is not taken."""
        items = [self.list.item(row) for row in range(self.list.count())]
        names = tuple(str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)
        if names:
            self.chosen.emit(names)
            self.close()
