"""The switch between ledger and board; two of them, one in each view, always say the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from daan_desk.ui.kit.icons import put_icon

VIEWS = (("ledger", "台账", "table-2"), ("board", "看板", "columns-3"))


class ViewSwitch(QWidget):
    """Two buttons of which one is pressed; `chosen` carries the name of the view."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, icon in VIEWS:
            press = QToolButton(self)
            press.setText(words)
            press.setCheckable(True)
            press.setProperty("look", "chip")
            press.setToolTip(self.tr("切换到{view}（Ctrl+B）").format(view=words))
            put_icon(press, icon)
            press.setToolButtonStyle(press.toolButtonStyle().ToolButtonTextBesideIcon)
            press.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(press)
            self.buttons[name] = press
            row.addWidget(press)

    def mark(self, name: str) -> None:
        """Show which view is open."""
        self.buttons[name].setChecked(True)
