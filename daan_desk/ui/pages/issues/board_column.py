"""One state as a column of cards; takes cards from other columns."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from daan_desk.domain.questions import Question
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.ledger_model import ID, Index, LedgerModel
from daan_desk.ui.kit.ledger_source import Source
from daan_desk.ui.kit.pills import Pill, PillLabel, tone_of
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.issues.card import GAP, HEIGHT, CardDelegate, words_of

CARD = "application/x-daan-desk-issue"
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class CardModel(LedgerModel):
    """The ledger's rows as cards: they can be dragged, and they say all their words to screen readers."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        kept = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return kept if index.isValid() else Qt.ItemFlag.NoItemFlags

    def forget(self) -> None:
        """Whatever was read is read again when it is next seen."""
        self._rows.clear()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self.row_at(index.row())
            return "，".join(word for word in words_of(row) if word) if row else None
        return super().data(index, role)


class Cards(QTableView):
    """The cards of a column; up and down inside it, left and right to the next ones, Enter opens, M lists the moves."""

    opened = Signal(str)
    sideways = Signal(int)
    menu_wanted = Signal(str, QPoint)
    dropped = Signal(str)
    lifted = Signal(bool)  # a card is held over the column

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # a table of one column: unlike a list it does not walk through all its rows before it paints the first
        self.setItemDelegate(CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent; selection-background-color: transparent;")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT + GAP)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def current(self) -> str:
        """The id of the card that has the focus, "" for none."""
        index = self.currentIndex()
        return str(index.data(ID)) if index.isValid() else ""

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(ID)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.mark_first()

    def mark_first(self) -> None:
        """Put the mark on the first card where no card has it."""
        model = self.model()
        if not self.currentIndex().isValid() and model and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in SIDES:
            self.sideways.emit(SIDES[key])
        elif key in ENDS:
            rows = self.model().rowCount()
            self.setCurrentIndex(self.model().index(ENDS[key] % rows if rows else 0, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Menu) and self.current():
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.current(), self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_wanted.emit(str(index.data(ID)), event.globalPos())

    # -- dragging -----------------------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        data, index = QMimeData(), self.currentIndex()
        data.setData(CARD, self.current().encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD) and event.source() is not self:
            self._lift(True)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._lift(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._lift(False)
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(CARD).data()).decode())

    def _lift(self, lifted: bool) -> None:
        self.lifted.emit(lifted)


class BoardColumn(QFrame):
    """A state: its word, how many issues, and their cards in the order of their days."""

    def __init__(self, state: str, source: Source, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.model = CardModel(source, tasks, self)
        self.model.show_fields(source.ledger.fields[:1])  # a list has one column
        self.cards, self.count = Cards(self), label("", "soft")
        self.cards.setModel(self.model)
        self.cards.setAccessibleName(state)
        self.setMinimumWidth(198)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(PillLabel(Pill(state, tone_of(state))))
        head.addWidget(self.count)
        head.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(4, 8, 4, 4)
        room.setSpacing(8)
        room.addLayout(head)
        room.addWidget(self.cards, 1)
        self.model.answered.connect(self._answered)
        self.cards.lifted.connect(self._lift)

    def ask(self, question: Question) -> None:
        """Show the cards of that question."""
        self.model.ask(question)

    def _lift(self, lifted: bool) -> None:
        self.setProperty("look", "note" if lifted else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def _answered(self, _question: Question) -> None:
        self.count.setText(f"{self.model.rowCount():,}")
        if self.cards.hasFocus():
            self.cards.mark_first()
