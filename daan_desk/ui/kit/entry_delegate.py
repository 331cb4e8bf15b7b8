"""A cell of a sheet to type into: its value, and small below it what stood there before; odd and wrong ones marked."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from daan_desk.domain.entry_sheets import EntryRow
from daan_desk.domain.fields import Field
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.entry_model import EntryModel, Index
from daan_desk.ui.kit.fonts import sized

ROW: Final = 52
PAD: Final = 10
ENOUGH: Final = 100  # from here on nobody compares decimals at a glance
ELIDE = Qt.TextElideMode.ElideRight
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryDelegate(QStyledItemDelegate):
    """Paints an `EntryModel`; the editor is one line that takes whatever the field's kind can read.

    entered: Enter was pressed and the text is kept.
    """

    entered = Signal()

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, field = self._entries.row(index.row()), self._entries.field(index.column())
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        self._ground(painter, area, option, self._tone(row, field))
        self._value(painter, area, row, field)
        self._beside(painter, area, row, field)
        painter.restore()

    def _tone(self, row: EntryRow, field: Field) -> str:
        """The soft ground of a cell: wrong, odd, typed and not yet kept, or none."""
        if self._entries.problem(row, field):
            return "red"
        if self._entries.doubt(row, field):
            return "amber"
        return "accent" if self._entries.is_typed(row, field) else ""

    def _ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, tone: str) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("accent-soft"))
        elif tone:
            painter.fillRect(area, colour(f"{tone}-soft"))
        painter.setPen(colour("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tone))
            corner = area.topRight()
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(8, 0), corner + QPointF(0, 8)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.drawRect(area.adjusted(0.5, 0.5, -1, -1))

    def _value(self, painter: QPainter, area: QRectF, row: EntryRow, field: Field) -> None:
        wrong = bool(self._entries.problem(row, field))
        painter.setFont(sized(14, bold=field.kind.align == "right"))
        painter.setPen(colour("red" if wrong else "text"))
        upper = QRectF(area.left() + PAD, area.top() + 5, area.width() - 2 * PAD, 22)
        _write(painter, upper, self._entries.text(row, field), field, 14)

    def _beside(self, painter: QPainter, area: QRectF, row: EntryRow, field: Field) -> None:
        words = self._entries.problem(row, field) or beside(self._entries, row, field, short=True)
        painter.setFont(sized(12))
        painter.setPen(colour("red" if self._entries.problem(row, field) else "faint"))
        lower = QRectF(area.left() + PAD, area.bottom() - 23, area.width() - 2 * PAD, 18)
        _write(painter, lower, words, field, 12)

    # -- typing -------------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        right = self._entries.field(index.column()).kind.align == "right"
        line.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the cell and goes down: a column is typed from top to bottom."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTERS
        if down and isinstance(watched, QWidget):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)


def beside(model: EntryModel, row: EntryRow, field: Field, *, short: bool = False) -> str:
    """What stood in a cell before: 上月 120.35 · 上年 98; short as it is written small, where whole numbers suffice."""
    pairs = zip(model.sheet.beside, (row.before, row.ago), strict=True)
    kept = ((word, values.get(field.name)) for word, values in pairs if word)
    said = ((word, field.kind.show(_whole(value) if short else value)) for word, value in kept)
    return " · ".join(f"{word} {text}" for word, text in said if text)


def _whole(value: object) -> object:
    return value.quantize(Decimal(1)) if isinstance(value, Decimal) and abs(value) >= ENOUGH else value


def _write(painter: QPainter, area: QRectF, text: str, field: Field, pixels: int) -> None:
    side = Qt.AlignmentFlag.AlignRight if field.kind.align == "right" else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetricsF(sized(pixels)).elidedText(text.replace("\n", " "), ELIDE, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | side, shown)
