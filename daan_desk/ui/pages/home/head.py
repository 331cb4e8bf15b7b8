"""The head of the first page: who sits here, what the day brings, whose work is shown, two acts of every day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.flow import PAGE_MARGINS
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.presses import chip


class Head(QHBoxLayout):
    """`turned` carries whether the whole district is wanted, `begun` the page on which something new is wanted."""

    turned = Signal(bool)
    begun = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.hello, self.today = label("", "title"), label("", "soft")
        self.own, self.all = chip(self.tr("我的")), chip(self.tr("全区"))
        self.asking = self._press(self.tr("登记问题"), "circle-alert", "issues")
        self.visiting = self._press(self.tr("登记走访"), "map-pin-check", "visits", "main")
        self.setContentsMargins(PAGE_MARGINS[0], 0, PAGE_MARGINS[2], 0)
        self.setSpacing(8)
        self.today.setWordWrap(True)
        self.addWidget(self.hello)
        self.addSpacing(16)
        self.addWidget(self.today, 1)
        for part in (self.own, self.all, self.asking, self.visiting):
            self.addWidget(part)
        self.own.clicked.connect(lambda: self.turned.emit(False))
        self.all.clicked.connect(lambda: self.turned.emit(True))

    def show_acts(self, shown: bool) -> None:
        """Without an enterprise there is nobody to visit."""
        for press in (self.asking, self.visiting):
            press.setVisible(shown)

    def _press(self, words: str, icon: str, page: str, look: str = "") -> QPushButton:
        made = button(words, look)
        put_icon(made, icon, "on-accent" if look else "soft")
        made.clicked.connect(partial(self.begun.emit, page))
        return made
