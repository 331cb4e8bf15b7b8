"""The table of a ledger: rows by keyboard and mouse, sorting, quick edit, and a menu for what can be done with rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_delegate import ROW, LedgerDelegate, Tones
from daan_desk.ui.kit.ledger_frozen import FrozenColumn
from daan_desk.ui.kit.ledger_header import LedgerHeader
from daan_desk.ui.kit.ledger_model import Index, LedgerModel

LOOK_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible
REMEMBERED = 2_000  # selected rows that are found again after the rows were asked for anew


class LedgerTable(QTableView):
    """Shows a `LedgerModel`; says what was asked for and leaves the doing to its page."""

    opened = Signal(str)
    copy_wanted = Signal()
    remove_wanted = Signal()
    typed = Signal(str)
    picked = Signal(int)  # how many rows are selected

    def __init__(self, model: LedgerModel, around: Around, tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ledger = model
        self.menu_of: Callable[[QMenu], None] | None = None
        self._before: tuple[tuple[str, ...], str, tuple[int, int]] = ((), "", (0, 0))
        self.head = LedgerHeader(model, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.delegate = LedgerDelegate(model, around, tones, self)
        self.setItemDelegate(self.delegate)
        self.frozen = FrozenColumn(self, model, LedgerDelegate(model, around, tones, self))
        self.frozen.head.sort_wanted.connect(self.head.sort_wanted)
        self.frozen.head.filter_wanted.connect(self.head.filter_wanted)
        self.frozen.doubleClicked.connect(self._open)
        self._look()
        self._behave()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(self._open)

    def _look(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))  # the style would draw a frame between the scroll bars
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.ledger.source.ledger.label)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    # -- selection ----------------------------------------------------------------------------------------------------

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, from the top; a hundred thousand of them cost no more than their ranges."""
        ids = self.ledger.ids()
        return tuple(dict.fromkeys(id_ for top, bottom in self._spans() for id_ in ids[top : bottom + 1]))

    def select_ids(self, ids: Iterable[str]) -> None:
        """Select these records as far as they are among the rows, and bring the first one into sight."""
        wanted = set(ids)
        rows = [row for row, id_ in enumerate(self.ledger.ids()) if id_ in wanted] if wanted else []
        chosen = QItemSelection()
        last = self.ledger.columnCount() - 1
        for row in rows:
            chosen.select(self.ledger.index(row, 0), self.ledger.index(row, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.go_to(rows[0])

    def show_marks(self, sort: tuple[str, ...], filtered: Collection[str]) -> None:
        """Mark sort keys and filtered columns in the header."""
        for head in (self.head, self.frozen.head):
            head.show_state(sort, filtered)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE_VISIBLE) -> None:
        """Bring a cell into sight, and out from under the frozen column."""
        super().scrollTo(index, hint)
        covered = self.frozen.width() - self.visualRect(index).left()
        if self.frozen.isVisible() and index.column() > 0 and covered > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - covered)

    def go_to(self, row: int) -> None:
        """Make that row the current one without touching the selection."""
        index = self.ledger.index(row, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def _selection_changed(self) -> None:
        self.picked.emit(sum(bottom - top + 1 for top, bottom in self._spans()))

    def _spans(self) -> list[tuple[int, int]]:
        return sorted({(span.top(), span.bottom()) for span in self.selectionModel().selection().toList()})

    def _remember(self) -> None:
        ids, at = self.selected_ids(), self.currentIndex()
        current = self.ledger.ids()[at.row()] if at.isValid() else ""
        places = (self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        self._before = (ids if len(ids) <= REMEMBERED else (), current, places)

    def _recall(self) -> None:
        ids, current, (down, aside) = self._before
        self.select_ids(ids)
        if current and (row := self.ledger.row_of(current)) >= 0:
            self.go_to(row)
        self.updateGeometries()  # or the scroll bars still have the range of no rows
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(aside)
        self._selection_changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            for delegate in self.findChildren(LedgerDelegate):
                delegate.forget_look()

    # -- keys and mouse -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        """Letters typed on the table go to the search box: Qt's own search would read every row."""
        if text.strip():
            self.typed.emit(text)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.ledger.ids()[index.row()])

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.menu_of:
            self.menu_of(menu)
        if menu.actions():
            menu.popup(self.viewport().mapToGlobal(place))
