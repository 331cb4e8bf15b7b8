"""A month to look at: arrows move by day, Page Up and Down by month, Enter opens a day, a click opens an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QToolButton, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.month_grid import DayDelegate, Entry, MonthModel, placed

BY_DAY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
BY_MONTH = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def month_after(day: date, by: int) -> date:
    """The first day of the month `by` months later."""
    years, month = divmod(day.month - 1 + by, 12)
    return date(day.year + years, month + 1, 1)


class MonthGrid(QTableView):
    """The six weeks; walks out of the month by itself."""

    day_opened = Signal(object)
    entry_opened = Signal(object)
    month_turned = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = MonthModel(today, self)
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(28)
        self.horizontalHeader().setHighlightSections(False)
        self.choose(today)

    @property
    def day(self) -> date:
        """The day that is marked."""
        index = self.currentIndex()
        return self.days.day_at(index.row(), index.column()) if index.isValid() else self.days.first

    def choose(self, day: date) -> None:
        """Mark a day, turning to its month where needed."""
        if (day.year, day.month) != (self.days.first.year, self.days.first.month):
            self.days.show_month(day)
            self.month_turned.emit(self.days.first)
        self.setCurrentIndex(self.days.index(*self.days.place_of(day)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in BY_DAY:
            self.choose(self.day + timedelta(days=BY_DAY[key]))
        elif key in BY_MONTH:
            self.choose(month_after(self.day, BY_MONTH[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        entry = self.entry_at(self.indexAt(event.position().toPoint()), event)
        if entry:
            self.entry_opened.emit(entry.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.day_opened.emit(self.day)

    def entry_at(self, index: QModelIndex, event: QMouseEvent) -> Entry | None:
        """The entry under the pointer."""
        if not index.isValid():
            return None
        area = QRectF(self.visualRect(index))
        box = self.days.box(index.row(), index.column())
        return next((entry for place, entry, _ in placed(area, box.entries) if place.contains(event.position())), None)


class MonthCalendar(QWidget):
    """The grid with its month above it; ask for entries again whenever `month_turned` says which month is shown."""

    day_opened = Signal(object)
    entry_opened = Signal(object)
    month_turned = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.title, self.grid = label("", "heading"), MonthGrid(today)
        self.grid.setAccessibleName(self.tr("月历"))
        self.before = self._step("chevron-left", self.tr("上个月"), -1)
        self.after = self._step("chevron-right", self.tr("下个月"), 1)
        back = button(self.tr("今天"))
        back.clicked.connect(lambda: self.grid.choose(today))
        self.head = head = QHBoxLayout()
        for part in (self.before, self.title, self.after):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(back)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addLayout(head)
        room.addWidget(self.grid, 1)
        self.grid.day_opened.connect(self.day_opened)
        self.grid.entry_opened.connect(self.entry_opened)
        self.grid.month_turned.connect(self._turned)
        self._name(today)

    def show_entries(self, entries: Iterable[Entry], remarks: Mapping[date, str] | None = None) -> None:
        """Put entries on their days; `remarks` says 休 or 班 beside a day's number."""
        day = self.grid.day
        self.grid.days.show_entries(entries, dict(remarks or {}))
        self.grid.choose(day)

    def _turned(self, first: date) -> None:
        self._name(first)
        self.month_turned.emit(first)

    def _name(self, day: date) -> None:
        self.title.setText(self.tr("{year}年{month}月").format(year=day.year, month=day.month))

    def _step(self, icon: str, words: str, by: int) -> QToolButton:
        made = QToolButton()
        put_icon(made, icon)
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.grid.choose(month_after(self.grid.days.first, by)))
        return made
