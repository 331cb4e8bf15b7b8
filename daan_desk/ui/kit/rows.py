"""A short list of two-line rows, each with a status at its end; arrow keys and Enter work as in every list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.pills import Pill, paint_pill, pill_width

ROW: Final = 58
ROW_ONE_LINE: Final = 40
INSET: Final = 6
EDGES: Final = 2 * (1 + 4)  # edge and padding of a list that is a box of its own, as the style sheet has them
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `key` is what comes back when it is chosen; `mark` is a short word before it (a day, an hour)."""

    key: object
    title: str
    detail: str = ""
    pill: Pill | None = None
    mark: str = ""
    tone: str = "accent"


class LineModel(QAbstractListModel):
    """The rows as they were handed over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (line.mark, line.title, line.detail, line.pill.text if line.pill else "")
            return "，".join(part for part in parts if part)
        return line if role == Qt.ItemDataRole.UserRole else None


class LineDelegate(QStyledItemDelegate):
    """Paints a row: mark and bar, title over detail, pill at the end, a hairline below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        return QSize(120, ROW if line.detail or "\n" in line.mark else ROW_ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, area, option)
        area.adjust(INSET, 0, -INSET, 0)
        if line.mark:
            area.setLeft(_paint_mark(painter, area, line))
        if line.pill:
            paint_pill(painter, area, line.pill, right=True)
            area.setRight(area.right() - pill_width(line.pill.text) - 12)
        _paint_words(painter, area, line)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.setPen(colour("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent-soft" if focused else "grey-soft"))
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)


def _paint_mark(painter: QPainter, area: QRectF, line: Line) -> float:
    words = line.mark.split("\n")
    width = max(QFontMetricsF(sized(13)).horizontalAdvance(word) for word in words)
    painter.setFont(sized(13))
    painter.setPen(colour("soft"))
    painter.drawText(
        QRectF(area.left(), area.top(), width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, line.mark
    )
    bar = QRectF(area.left() + max(width, 40) + 12, area.top() + 12, 3, area.height() - 24)
    painter.fillRect(bar, colour(line.tone))
    return bar.right() + 12


def _paint_words(painter: QPainter, area: QRectF, line: Line) -> None:
    middle = area.center().y()
    title = QRectF(area.left(), middle - 22 if line.detail else middle - 11, area.width(), 22)
    for words, place, pixels, role in (
        (line.title, title, 14, "text"),
        (line.detail, title.translated(0, 22), 13, "soft"),
    ):
        font = sized(pixels)
        painter.setFont(font)
        painter.setPen(colour(role))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LineList(QListView):
    """The list; `chosen` carries the key of the row that was clicked or entered. boxed: it stands on no card."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, boxed: bool = False) -> None:
        super().__init__(parent)
        self._edges = EDGES if boxed else 0
        if boxed:
            self.setProperty("look", "boxed")
        self._lines = LineModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines.show_lines(lines)
        self.updateGeometry()
        self._end_at_a_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_at_a_row()

    def _end_at_a_row(self) -> None:
        """Leave the rest of the height free, so that no row is cut in half."""
        room = self.height() - self._edges
        spare = room % self._height_of(self.lines[0]) if self.full_height() > self.height() else 0
        if spare != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, spare)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines.lines

    def full_height(self) -> int:
        """Pixels that all rows take, for a list that shall not scroll."""
        return sum(self._height_of(line) for line in self.lines) + self._edges

    @staticmethod
    def _height_of(line: Line) -> int:
        return ROW if line.detail or "\n" in line.mark else ROW_ONE_LINE

    def _choose(self, index: QModelIndex) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(line.key)
