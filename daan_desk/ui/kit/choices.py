"""The lines of the command palette: an icon, words, what they are, the keys that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.icons import pixmap
from daan_desk.ui.kit.page import Choice

ROW: Final = 42
Index = QModelIndex | QPersistentModelIndex


class ChoiceModel(QAbstractListModel):
    """The choices that fit what is typed now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.text}，{choice.detail}".strip("，")
        return {Qt.ItemDataRole.DisplayRole: choice.text, Qt.ItemDataRole.UserRole: choice}.get(Qt.ItemDataRole(role))


class ChoiceDelegate(QStyledItemDelegate):
    """Icon, words, detail behind them, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        here = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent-soft"))
            painter.drawRoundedRect(area, 6, 6)
        sign = pixmap(choice.icon, "accent" if here else "soft", 16, painter.device().devicePixelRatio())
        painter.drawPixmap(area.topLeft() + QPointF(12, (ROW - 16) / 2), sign)
        area.adjust(40, 0, -14, 0)
        self._words(painter, area, choice)
        painter.restore()

    def _words(self, painter: QPainter, area: QRectF, choice: Choice) -> None:
        small, bold = QFontMetricsF(sized(13)), QFontMetricsF(sized(14, bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(13))
        painter.setPen(colour("soft"))
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, choice.keys)
        area.setRight(area.right() - small.horizontalAdvance(choice.keys) - 16)
        shown = bold.elidedText(choice.text, Qt.TextElideMode.ElideRight, area.width())
        rest = area.adjusted(bold.horizontalAdvance(shown) + 14, 0, 0, 0)
        painter.drawText(rest, middle, small.elidedText(choice.detail, Qt.TextElideMode.ElideRight, rest.width()))
        painter.setFont(sized(14, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(area, middle, shown)
