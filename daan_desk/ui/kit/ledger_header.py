"""The head of a ledger's table: a click sorts, shift and click sorts second, a funnel filters, dragging orders."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPolygon
from PySide6.QtWidgets import QHeaderView, QWidget

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.icons import icon
from daan_desk.ui.kit.ledger_model import ALIGNMENT, LedgerModel, header_of

HEIGHT = 38
PAD = 12
FUNNEL = 16
MARK = 10
ELSEWHERE = -99  # a press that begins no click


def sorted_by(sort: tuple[str, ...], field: str, *, second: bool) -> tuple[str, ...]:
    """The sort keys after a click on a header: up, then down; with `second` the other keys stay before it."""
    turned = f"-{field}" if field in sort else field
    if not second:
        return (turned,)
    names = tuple(key.lstrip("-") for key in sort)
    if field not in names:
        return (*sort, turned)
    return tuple(turned if name == field else key for key, name in zip(sort, names, strict=True))


class LedgerHeader(QHeaderView):
    """Paints label, sort mark with its rank, and the funnel of a filtered or pointed-at column."""

    sort_wanted = Signal(str, bool)  # field, as second key
    filter_wanted = Signal(str)

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ledger = model
        self._sort: tuple[str, ...] = ()
        self._filtered: Collection[str] = ()
        self._pointed = -1
        self._pressed_at = -1
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(56)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_state(self, sort: tuple[str, ...], filtered: Collection[str]) -> None:
        """Mark these sort keys and these filtered columns."""
        self._sort, self._filtered = sort, filtered
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def mark_of(self, field: str) -> str:
        """“▲”, “▼”, with its rank where there are several keys; "" where the column is not sorted by."""
        for rank, key in enumerate(self._sort, 1):
            if key.lstrip("-") == field:
                return ("▼" if key.startswith("-") else "▲") + (str(rank) if len(self._sort) > 1 else "")
        return ""

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        field = self._ledger.fields[logical]
        painter.save()
        painter.fillRect(rect, colour("card"))
        painter.setPen(colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        right = field.kind.align == "right"
        text = rect.adjusted(PAD, 0, -PAD - self._paint_marks(painter, rect, logical, right=right), 0)
        painter.setPen(colour("text" if self.mark_of(field.name) else "soft"))
        painter.setFont(sized(14))
        label = painter.fontMetrics().elidedText(header_of(field), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, ALIGNMENT[field.kind.align], label)
        painter.restore()

    def _paint_marks(self, painter: QPainter, rect: QRect, logical: int, *, right: bool) -> int:
        """Paint sort mark and funnel at the end of the section; answers the width that they take from the label."""
        field, taken = self._ledger.fields[logical], 0
        if field.name in self._filtered or logical == self._pointed:
            role = "accent" if field.name in self._filtered else "faint"
            place = self._funnel(rect)
            icon("funnel", role).paint(painter, place)
            taken = FUNNEL if not right else FUNNEL - PAD + 8
        mark = self.mark_of(field.name)
        if mark:
            painter.setPen(colour("text"))
            painter.setBrush(colour("text"))
            x = rect.right() - PAD - taken - MARK
            self._triangle(painter, x, rect.center().y(), up=mark.startswith("▲"))
            if mark[1:]:
                painter.setFont(sized(10))
                painter.drawText(QRect(x + MARK, rect.y() + 4, 10, 20), Qt.AlignmentFlag.AlignLeft, mark[1:])
            taken += MARK + 6
        return taken

    @staticmethod
    def _triangle(painter: QPainter, x: int, y: int, *, up: bool) -> None:
        tip, base = (-2, 2) if up else (2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygon([QPoint(x, y + base), QPoint(x + 8, y + base), QPoint(x + 4, y + tip)]))

    def _funnel(self, rect: QRect) -> QRect:
        return QRect(rect.right() - FUNNEL - 6, rect.center().y() - FUNNEL // 2, FUNNEL, FUNNEL)

    def _section_rect(self, logical: int) -> QRect:
        return QRect(self.sectionViewportPosition(logical), 0, self.sectionSize(logical), self.height())

    def place_of(self, field: str) -> QRect:
        """Where the column's header is on the screen; the header's left end for a column that is not shown."""
        names = [each.name for each in self._ledger.fields]
        rect = self._section_rect(names.index(field)) if field in names else QRect(0, 0, 1, self.height())
        rect.moveLeft(max(0, min(rect.left(), self.width() - 80)))
        return QRect(self.mapToGlobal(rect.topLeft()), rect.size())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, logical: int) -> None:
        if logical != self._pointed:
            self._pointed = logical
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        self._pressed_at = ELSEWHERE if resizing else event.position().toPoint().x()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        logical = self.logicalIndexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or logical < 0 or abs(at.x() - self._pressed_at) > 3:
            return
        field = self._ledger.fields[logical].name
        if self._funnel(self._section_rect(logical)).adjusted(-4, -8, 4, 8).contains(at):
            self.filter_wanted.emit(field)
        else:
            self.sort_wanted.emit(field, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
