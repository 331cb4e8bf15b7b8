"""Search box and chips: what narrows the ledger down, each of it removable by one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_asking import IDS, Asking, said

PAUSE = 200  # ms after the last key


class SearchBox(QLineEdit):
    """Searches as you type, a moment after the last key; Down goes to the rows, Esc empties it."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        sign = QAction(self)
        put_icon(sign, "search", "faint")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self._told = ""

    def show_text(self, text: str) -> None:
        """Put words in that are already being searched for."""
        self._told = text.strip()
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)


class Chip(QFrame):
    """One filter in words, with a cross."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.words, self.cross = QToolButton(self), QToolButton(self)
        self.words.setText(text)
        self.words.clicked.connect(self.pressed)
        self.cross.setAccessibleName(self.tr("去掉筛选 {text}").format(text=text))
        self.cross.setToolTip(self.tr("去掉这个筛选"))
        self.cross.clicked.connect(self.removed)
        put_icon(self.cross, "x")
        self.setFixedHeight(30)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)


class ChipBar(QWidget):
    """The filters that are on, as chips; hidden while there are none."""

    pressed = Signal(str)
    removed = Signal(str)
    cleared = Signal()

    def __init__(self, ledger: Ledger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.chips: dict[str, Chip] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 0, 18, 6)
        self._row.setSpacing(8)
        self.hide()

    def show_filters(self, asking: Asking) -> None:
        """A chip for every filtered field, and 清除全部 where there are several."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.chips = {name: self._chip(name, asking) for name in asking.filtered()}
        for chip in self.chips.values():
            self._row.addWidget(chip)
        if len(self.chips) > 1:
            clearing = button(self.tr("清除全部"), "link")
            clearing.clicked.connect(self.cleared)
            self._row.addWidget(clearing)
        self._row.addStretch(1)
        self.setVisible(bool(self.chips))

    def _chip(self, name: str, asking: Asking) -> Chip:
        chip = Chip(said(self._ledger, name, asking.of(name)), self)
        chip.removed.connect(partial(self.removed.emit, name))
        if name != IDS:
            chip.pressed.connect(partial(self.pressed.emit, name))
        return chip
