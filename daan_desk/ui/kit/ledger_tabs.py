"""Tabs over the table with how many rows each has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from daan_desk.ui.kit.ledger_asking import Tab


class LedgerTabs(QWidget):
    """One chip a tab; a count that is not yet known is left out."""

    turned = Signal(int)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = tuple(tabs)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for at, tab in enumerate(self.tabs):
            chip = QToolButton(self)
            chip.setText(tab.label)
            chip.setCheckable(True)
            chip.setProperty("look", "chip")
            self._group.addButton(chip, at)
            row.addWidget(chip)
        row.addStretch(1)
        self._group.idClicked.connect(self.turned)
        if not self.tabs:
            self.hide()  # never the other way: showing what has no parent yet opens a window and takes the focus
        self.open(0)

    def open(self, at: int) -> None:
        """Show that tab as the open one, without telling anyone."""
        chip = self._group.button(at)
        if chip:
            chip.setChecked(True)

    def show_counts(self, counts: Sequence[int]) -> None:
        for at, count in enumerate(counts):
            self._group.button(at).setText(f"{self.tabs[at].label} {count:,}")

    def texts(self) -> tuple[str, ...]:
        return tuple(chip.text() for chip in self._group.buttons())
