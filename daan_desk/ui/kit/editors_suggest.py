"""Suggestions under a line of text: one way to offer words, records and names while somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

PAYLOAD = Qt.ItemDataRole.UserRole + 1
GAP = "　"
ROW = 34
PAD = 10
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Offer:
    """One line of the list: its words, quieter words after them, and what it stands for."""

    text: str
    detail: str = ""
    payload: object = None


class OfferDelegate(QStyledItemDelegate):
    """An offer's words, the quieter ones after them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        marked = bool(state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.fillRect(area, colour("accent-soft"))
        offer = index.data(PAYLOAD)
        area = area.adjusted(PAD, 0, -PAD, 0)
        for words, role in ((offer.text, "accent" if marked else "text"), (offer.detail, "soft")):
            painter.setFont(sized(14 if words is offer.text else 13))
            painter.setPen(colour(role))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(shown) + PAD)


class Suggestions(QObject):
    """The list under a line; Enter or Tab takes the marked offer, Esc closes the list and keeps the text."""

    taken = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        self._completer.setWidget(line)
        popup = self._completer.popup()
        popup.setItemDelegate(OfferDelegate(popup))
        popup.setProperty("look", "raised")
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]

    def offer(self, offers: Sequence[Offer], *, mark_first: bool = True) -> None:
        """Show these offers, the first one marked so that Enter takes it; none closes the list."""
        self._model.clear()
        for offer in offers:
            item = QStandardItem(f"{offer.text}{GAP}{offer.detail}" if offer.detail else offer.text)  # for readers
            item.setData(offer, PAYLOAD)
            item.setEditable(False)
            self._model.appendRow(item)
        if not offers:
            self.close()
            return
        self._completer.complete()
        popup = self._completer.popup()
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0) if mark_first else QModelIndex())

    def offers(self) -> tuple[Offer, ...]:
        """What the list holds now, in order."""
        rows = (self._model.item(row).data(PAYLOAD) for row in range(self._model.rowCount()))
        return tuple(offer for offer in rows if isinstance(offer, Offer))

    def is_open(self) -> bool:
        return self._completer.popup().isVisible()

    def close(self) -> None:
        self._completer.popup().hide()

    def _activated(self, index: QModelIndex) -> None:
        offer = index.data(PAYLOAD)
        if isinstance(offer, Offer):
            self.taken.emit(offer)
