"""The head of a sheet: which period, what to look for, what is shown, and the button that keeps what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from daan_desk.ui.kit.action_bar import ActionBar
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.presses import arrow, chip

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
            arrow("chevron-left", self.tr("上一期（Ctrl+PgUp）")),
            arrow("chevron-right", self.tr("下一期（Ctrl+PgDn）")),
        )
        self.options = {name: chip(words) for name, words in options}
        self.save = button(self.tr("保存"), "main")
        self.bar = ActionBar(actions, lambda: shown)
        put_icon(self.save, "save", "on-accent")
        self._lay()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.search.textChanged.connect(self.sought)
        for press in self.options.values():
            press.clicked.connect(self.turned)

    def chosen(self) -> frozenset[str]:
        """The options that are on."""
        return frozenset(name for name, press in self.options.items() if press.isChecked())

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
