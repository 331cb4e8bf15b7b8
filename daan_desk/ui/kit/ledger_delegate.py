"""How a cell of a ledger is painted and edited in place: calm rows, pills for states, bars for rows on their way."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.ledger_cell_look import CellLook
from daan_desk.ui.kit.ledger_model import VALUE, Index, LedgerModel
from daan_desk.ui.kit.pills import Pill, paint_pill, pill_width, tone_of

ROW = 44
PAD = 12
PIXELS = 14
LEAST_EDITOR = 180
Tones = Mapping[str, Mapping[str, str]]  # field -> shown word -> tone of its pill


class LedgerDelegate(QStyledItemDelegate):
    """Paints cells of a `LedgerModel`; `tones` says which fields are shown as pills."""

    def __init__(self, model: LedgerModel, around: Around, tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger, self._around, self._tones = model, around, tones
        self._titles = model.source.ledger.title.split()
        self._look = CellLook(PIXELS)
        self._closed: Editor | None = None

    def forget_look(self) -> None:
        """The look was switched: take colours and letters anew."""
        self._look = CellLook(PIXELS)

    def is_pill(self, field: str) -> bool:
        """Whether the words of that field stand in pills."""
        return field in self._tones

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        field = self._ledger.fields[index.column()]
        text = str(index.data() or "")
        width = pill_width(text) if self.is_pill(field.name) else QFontMetrics(sized(PIXELS)).horizontalAdvance(text)
        return QSize(int(width) + 2 * PAD + 2, ROW)

    # -- painting -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = place(option)
        self._paint_ground(painter, option, rect)
        area = rect.adjusted(PAD, 0, -PAD, 0)
        row = self._ledger.row_at(index.row())
        if row is None:
            self._paint_waiting(painter, area, index)
            return
        field = self._ledger.fields[index.column()]
        text = field.kind.show(row.values.get(field.name))
        tones = self._tones.get(field.name)
        if tones is not None and text:
            paint_pill(painter, QRectF(area), Pill(text, tones.get(text) or tone_of(text)))
        elif text:
            strong = field.kind.align == "right" or field.name in self._titles
            painter.setPen(self._look.ink("text" if strong else "soft"))
            self._look.write(painter, area, text, field.kind.align)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.ink("accent-soft"))
        painter.setPen(self._look.ink("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
            painter.setPen(self._look.ink("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_waiting(self, painter: QPainter, area: QRect, index: Index) -> None:
        share = 40 + (index.row() * 7 + index.column() * 31) % 45
        bar = QRectF(area.x(), area.center().y() - 5, area.width() * share / 100, 10)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ink("grey-soft"))
        painter.drawRoundedRect(bar, 5, 5)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The full text of a cell that does not fit into its column."""
        clipped = event.type() == QEvent.Type.ToolTip and index.isValid() and self.is_clipped(view, index)
        QToolTip.showText(event.globalPos(), str(index.data()) if clipped else "", view)
        return True

    def is_clipped(self, view: QAbstractItemView, index: Index) -> bool:
        """Whether the text of that cell is cut off, or has more lines than the one that is shown."""
        text = str(index.data() or "")
        needed = self.sizeHint(QStyleOptionViewItem(), index).width()
        return "\n" in text or needed > view.visualRect(index).width() + 2

    # -- quick edit ---------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = editor_for(self._ledger.fields[index.column()], self._around, parent)
        editor.setAutoFillBackground(True)
        editor.committed.connect(lambda: self._finish(editor))
        editor.left.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Editor):
            editor.fill(index.data(VALUE))
            editor.started = editor.raw()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Editor) and not editor.problem() and editor.raw() != editor.started:
            model.setData(index, editor.raw())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = place(option).adjusted(2, 4, -2, -4)
        rect.setWidth(max(rect.width(), LEAST_EDITOR))
        parent = editor.parentWidget()
        if parent and rect.right() > parent.width():
            rect.moveRight(parent.width() - 2)
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and leaving are the editor's own to tell: Qt would close it over a text that cannot be read."""
        if isinstance(watched, Editor) and event.type() == QEvent.Type.FocusOut:
            return False
        if isinstance(watched, Editor) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._finish(watched)
                return True
            if event.key() != Qt.Key.Key_Escape:
                return False
            self._closed = watched
        return super().eventFilter(watched, event)

    def _finish(self, editor: Editor) -> None:
        """Save and close, or stay open with the sentence beside it where the text cannot be read."""
        if editor is self._closed:
            return
        problem = editor.problem()
        editor.show_state("wrong" if problem else "")
        if problem:
            QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), problem, editor)
            return
        self._closed = editor  # closing it makes it tell once more that it was left
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def place(option: QStyleOptionViewItem) -> QRect:
    """The cell's rectangle (PySide's stubs do not know it)."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    return rect
