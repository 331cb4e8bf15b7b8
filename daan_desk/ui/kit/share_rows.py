"""Rows with a name, a bar of what is done, both numbers and a pill of what is late; arrow keys and Enter work."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from daan_desk.ui.kit.chart_values import Share, Shares
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.pills import Pill, paint_pill, pill_width

ROW: Final = 38
BAR: Final = 8
GAP: Final = 12
NAME_SHARE: Final = 0.4  # of the row at most
Index = QModelIndex | QPersistentModelIndex


class ShareModel(QAbstractListModel):
    """The rows as they were handed over."""

    def __init__(self, values: Shares, parent: QWidget) -> None:
        super().__init__(parent)
        self.values = values

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.values.shares)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.values.shares[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = zip(self.values.words, (one.done, one.of, one.percent, one.late), strict=True)
            return "，".join((one.name, *(f"{word} {number}" for word, number in said)))
        return one if role == Qt.ItemDataRole.UserRole else None


class ShareDelegate(QStyledItemDelegate):
    """Paints a row; `columns` are the widths that all rows share: name, numbers, pill."""

    def __init__(self, values: Shares, parent: QWidget) -> None:
        super().__init__(parent)
        self._late = values.words[-1]
        plain = QFontMetricsF(sized(14))
        self._name = max((plain.horizontalAdvance(one.name) for one in values.shares), default=0)
        self._numbers = max((plain.horizontalAdvance(one.words) for one in values.shares), default=0)
        self._pill = max((pill_width(self.pill(one).text) for one in values.shares if one.late), default=0)

    def pill(self, one: Share) -> Pill:
        """What is late, as a word."""
        return Pill(f"{self._late} {one.late}", "red")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def pill_left(self, area: QRectF, one: Share) -> float:
        """Where the pill begins; right of everything where nothing is late."""
        return area.right() - pill_width(self.pill(one).text) if one.late else area.right() + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Share = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state)  # type: ignore[attr-defined]
        if one.late:
            paint_pill(painter, area, self.pill(one), right=True)
        if self._pill:
            area.setRight(area.right() - self._pill - GAP)
        name = min(self._name, area.width() * NAME_SHARE)
        _write(painter, QRectF(area.left(), area.top(), name, area.height()), one.name, "text")
        _write(painter, area.adjusted(area.width() - self._numbers, 0, 0, 0), one.words, "soft", right=True)
        _bar(painter, area.adjusted(name + GAP, 0, -self._numbers - GAP, 0), one)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.setPen(colour("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent-soft" if focused else "grey-soft"))
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)


def _write(painter: QPainter, place: QRectF, words: str, role: str, right: bool = False) -> None:
    font = sized(14)
    painter.setFont(font)
    painter.setPen(colour(role))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)


def _bar(painter: QPainter, place: QRectF, one: Share) -> None:
    groove = QRectF(place.left(), place.center().y() - BAR / 2, max(place.width(), 0), BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("grey-soft"))
    painter.drawRoundedRect(groove, BAR / 2, BAR / 2)
    done = groove.width() * one.done / one.of if one.of else 0
    if done:
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(groove.left(), groove.top(), max(done, BAR), BAR), BAR / 2, BAR / 2)


class ShareRows(QListView):
    """The list; `chosen` carries the row's key, or what is late where its pill was clicked."""

    chosen = Signal(object)

    def __init__(self, values: Shares, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(ShareModel(values, self))
        self._delegate = ShareDelegate(values, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setMinimumHeight(180)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(values.words[2])
        self.activated.connect(self._enter)

    def redraw(self) -> None:
        """Paint again in the colours of the look that is on."""
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            one: Share = index.data(Qt.ItemDataRole.UserRole)
            late = event.position().x() >= self._delegate.pill_left(QRectF(self.visualRect(index)), one)
            self.chosen.emit(one.late_key if late and one.late_key else one.key)

    def _enter(self, index: QModelIndex) -> None:
        one: Share = index.data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(one.key)
