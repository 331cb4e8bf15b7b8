"""The column that names a row stays in sight while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.ledger_delegate import ROW, LedgerDelegate
from daan_desk.ui.kit.ledger_header import LedgerHeader
from daan_desk.ui.kit.ledger_model import LedgerModel


class FrozenColumn(QTableView):
    """A second view of the first column over the table; it takes no keys and leaves every act to the table."""

    def __init__(self, table: QTableView, model: LedgerModel, delegate: LedgerDelegate) -> None:
        super().__init__(table)
        self._table, self._ledger = table, model
        self.head = LedgerHeader(model, self)
        self.head.setSectionsMovable(False)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        own = self.selectionModel()
        self.setSelectionModel(table.selectionModel())
        own.deleteLater()
        self.setItemDelegate(delegate)
        self._look()
        self._follow()
        self.hide()

    def _look(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _follow(self) -> None:
        self._table.verticalScrollBar().valueChanged.connect(self._level)
        self.verticalScrollBar().rangeChanged.connect(self._level)
        self.verticalScrollBar().valueChanged.connect(self._level)
        self._table.horizontalScrollBar().valueChanged.connect(self.place)
        self._table.horizontalHeader().sectionResized.connect(self.place)
        self._ledger.modelReset.connect(self.place)
        self._table.viewport().installEventFilter(self)

    def place(self) -> None:
        """Lie over the first column where that has been scrolled away; hide where it stands there itself."""
        titles = self._ledger.source.ledger.title.split()
        fields, aside = self._ledger.fields, self._table.horizontalScrollBar().value() > 0
        width = self._table.columnWidth(0)
        if not (aside and fields and fields[0].name in titles and width * 2 < self._table.viewport().width()):
            self.hide()
            return
        for column in range(len(fields)):
            self.setColumnHidden(column, column > 0)
        self.setColumnWidth(0, width)
        self.setGeometry(0, 0, width, self.head.height() + self._table.viewport().height())
        self.show()
        self.doItemsLayout()  # a hidden view has not yet counted how far it can be scrolled
        self._level()

    def _level(self) -> None:
        """Stand at the table's own height: a name beside another row's figures would be worse than no name."""
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._table.viewport():
            self.place()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._table.wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(colour("line"))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()
