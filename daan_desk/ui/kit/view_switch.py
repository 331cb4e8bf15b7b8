"""The switch between the views of a page; several of them, one in each view, always say the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from daan_desk.ui.kit.icons import put_icon

Views = Sequence[tuple[str, str, str]]  # name, words, icon


class ViewSwitch(QWidget):
    """Buttons of which one is pressed; `chosen` carries the name of the view."""

    chosen = Signal(str)

    def __init__(self, views: Views, keys: str = "Ctrl+B", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, icon in views:
            press = QToolButton(self)
            press.setText(words)
            press.setCheckable(True)
            press.setProperty("look", "chip")
            press.setToolTip(self.tr("切换到{view}（{keys}）").format(view=words, keys=keys))
            put_icon(press, icon)
            press.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            press.clicked.connect(partial(self._choose, name))
            self._group.addButton(press)
            self.buttons[name] = press
            row.addWidget(press)

    def mark(self, name: str) -> None:
        """Show which view is open."""
        self.buttons[name].setChecked(True)

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)
