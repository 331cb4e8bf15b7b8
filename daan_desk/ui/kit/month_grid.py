"""The days of a month as a table model, six weeks from Monday, and how one day is painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.words import weekday

WEEKS: Final = 6
CHIP: Final = 20
CHIP_STEP: Final = 22
HEAD: Final = 26
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a day; `key` comes back when it is chosen."""

    key: object
    day: date
    text: str
    tone: str = "accent"


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of the grid: its day, whether that is in the month and today, a remark (休 国庆节, 班), its entries."""

    day: date
    inside: bool
    today: bool
    remark: str
    entries: tuple[Entry, ...]


class MonthModel(QAbstractTableModel):
    """Six weeks around a month; `data` under UserRole answers the day's `Box`."""

    def __init__(self, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.today = today
        self.first = today.replace(day=1)
        self._entries: dict[date, tuple[Entry, ...]] = {}
        self._remarks: dict[date, str] = {}

    def show_month(self, day: date) -> None:
        self.beginResetModel()
        self.first = day.replace(day=1)
        self.endResetModel()

    def show_entries(self, entries: Iterable[Entry], remarks: dict[date, str]) -> None:
        self.beginResetModel()
        self._entries, self._remarks = {}, dict(remarks)
        for entry in entries:
            self._entries[entry.day] = (*self._entries.get(entry.day, ()), entry)
        self.endResetModel()

    def day_at(self, row: int, column: int) -> date:
        return self.first + timedelta(days=row * 7 + column - self.first.weekday())

    def place_of(self, day: date) -> tuple[int, int]:
        """Row and column of a day that the grid shows."""
        return divmod((day - self.day_at(0, 0)).days, 7)

    def box(self, row: int, column: int) -> Box:
        day = self.day_at(row, column)
        inside = (day.year, day.month) == (self.first.year, self.first.month)
        return Box(day, inside, day == self.today, self._remarks.get(day, ""), self._entries.get(day, ()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        box = self.box(index.row(), index.column())
        if role == Qt.ItemDataRole.UserRole:
            return box
        if role == Qt.ItemDataRole.AccessibleTextRole or (role == Qt.ItemDataRole.ToolTipRole and box.entries):
            words = "\n".join(entry.text for entry in box.entries)
            return f"{box.day.month}月{box.day.day}日 {box.remark}\n{words}".strip()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        return f"周{weekday(section)}" if across and role == Qt.ItemDataRole.DisplayRole else None


class DayDelegate(QStyledItemDelegate):
    """The number of the day, its remark, and as many entries as there is room for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: Box = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(colour("accent"))
            painter.setBrush(colour("accent-soft"))
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -2.5, -2.5), 6, 6)
        self._number(painter, area, box)
        for place, entry, more in placed(area, box.entries):
            _chip(painter, place, entry, more)
        painter.restore()

    def _number(self, painter: QPainter, area: QRectF, box: Box) -> None:
        spot = QRectF(area.left() + 6, area.top() + 4, 24, 20)
        if box.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(spot, 10, 10)
        painter.setFont(sized(13, bold=box.today))
        painter.setPen(colour("on-accent" if box.today else "text" if box.inside else "faint"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(box.day.day))
        painter.setFont(sized(12))
        painter.setPen(colour("red" if box.remark.startswith("班") else "green"))
        room = QRectF(spot.right() + 2, spot.top(), area.right() - spot.right() - 8, spot.height())
        words = QFontMetricsF(sized(12)).elidedText(box.remark, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def placed(area: QRectF, entries: tuple[Entry, ...]) -> list[tuple[QRectF, Entry, int]]:
    """Where the entries of a day stand, and how many more hide behind the last one."""
    room = max(0, int((area.height() - HEAD - 2) // CHIP_STEP))
    shown = entries[:room]
    hidden = len(entries) - len(shown)
    return [
        (
            QRectF(area.left() + 5, area.top() + HEAD + at * CHIP_STEP, area.width() - 12, CHIP),
            entry,
            hidden if at == len(shown) - 1 else 0,
        )
        for at, entry in enumerate(shown)
    ]


def _chip(painter: QPainter, place: QRectF, entry: Entry, more: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{entry.tone}-soft"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(sized(12))
    painter.setPen(colour(entry.tone))
    count = f"+{more}" if more else ""
    metrics = QFontMetricsF(sized(12))
    inside = place.adjusted(6, 0, -6, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
    inside.setRight(inside.right() - metrics.horizontalAdvance(count))
    words = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)
