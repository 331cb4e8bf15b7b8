"""A small word over a list to choose from; the word says what is chosen there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import label

LEAST, MOST_SHOWN = 118, 16


class Chooser(QWidget):
    """`chosen` comes when somebody chooses, not when the choice is shown."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setMinimumWidth(LEAST)
        self.box.setMaxVisibleItems(MOST_SHOWN)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, it chooses nothing
        self.setFocusProxy(self.box)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(titled(name, self.box))
        self.box.activated.connect(lambda _: self.chosen.emit())

    @property
    def key(self) -> str:
        """What is chosen, "" for nothing."""
        return str(self.box.currentData() or "")

    def offer(self, choices: Iterable[tuple[str, str]], chosen: str = "") -> None:
        """Offer these keys with their words; where what was chosen is not among them the first one is."""
        self.box.clear()
        for key, words in choices:
            self.box.addItem(words, key)
        self.show_key(chosen)

    def show_key(self, key: str) -> None:
        """Show a choice without saying that somebody made it."""
        self.box.setCurrentIndex(max(0, self.box.findData(key)))


def titled(name: str, part: QWidget) -> QWidget:
    """The part under a small word."""
    made = QWidget()
    room = QVBoxLayout(made)
    room.setContentsMargins(0, 0, 0, 0)
    room.setSpacing(4)
    room.addWidget(label(name, "small"))
    room.addWidget(part)
    return made
