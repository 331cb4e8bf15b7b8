"""The head of a sheet: which period, what to look for, what is shown, and the button that keeps what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from daan_desk.ui.kit.action_bar import ActionBar
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown

SEARCH, PERIOD = 168, 132


class EntryHead(QHBoxLayout):
    """`stepped` carries −1 or 1, `turned` comes when an option was switched, `sought` with the words looked for."""

    stepped = Signal(int)
    turned = Signal()
    sought = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], actions: Sequence[LedgerAction], shown: Shown) -> None:
        super().__init__()
        self.setSpacing(10)
        self.period, self.search = label("", "heading"), QLineEdit()
        self.back, self.on = (
            _arrow("chevron-left", self.tr("上一期（Ctrl+PgUp）")),
            _arrow("chevron-right", self.tr("下一期（Ctrl+PgDn）")),
        )
        self.options = {name: _chip(words) for name, words in options}
        self.save = button(self.tr("保存"), "main")
        self.bar = ActionBar(actions, lambda: shown)
        put_icon(self.save, "save", "on-accent")
        self._lay()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.search.textChanged.connect(self.sought)
        for chip in self.options.values():
            chip.clicked.connect(self.turned)

    def chosen(self) -> frozenset[str]:
        """The options that are on."""
        return frozenset(name for name, chip in self.options.items() if chip.isChecked())

    def _lay(self) -> None:
        self.period.setMinimumWidth(PERIOD)
        self.period.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.search.setPlaceholderText(self.tr("找一行"))
        self.search.setAccessibleName(self.tr("找一行"))
        self.search.setFixedWidth(SEARCH)
        self.save.setToolTip(self.tr("保存（Ctrl+S）"))
        self.save.setAutoDefault(False)
        parts: list[QWidget] = [self.back, self.period, self.on, self.search, *self.options.values()]
        for part in parts:
            self.addWidget(part)
        self.addStretch(1)
        self.addWidget(self.bar)
        self.addWidget(self.save)


def _arrow(icon: str, words: str) -> QToolButton:
    made = QToolButton()
    put_icon(made, icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def _chip(words: str) -> QToolButton:
    made = QToolButton()
    made.setText(words)
    made.setCheckable(True)
    made.setProperty("look", "chip")
    return made
