"""One enterprise on one line of the room: what it brings up, what money it asks for, and who shall answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QSizePolicy, QWidget

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Text
from daan_desk.domain.meetings import LABELS, NAMES, bare
from daan_desk.services import ledgers
from daan_desk.ui.kit import line_messages
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around

STRETCH: Final[Mapping[str, int]] = {
    "enterprise": 30,
    "title": 33,
    "category": 13,
    "amount": 13,
    "department": 15,
    "remark": 15,
}
GAP: Final = 8
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def field_of(name: str) -> Field:
    """The field of a cell, in the words of the ledger that it ends up in."""
    issues, demands = ledgers.ledger("issues"), ledgers.ledger("financing")
    fields = {
        "enterprise": replace(issues["enterprise"], hint="汉字、拼音或首字母"),
        "title": replace(issues["title"], hint="一句话说清问题"),
        "category": replace(issues["category"], hint="类别"),
        "amount": replace(demands["amount"], hint=""),
        "department": replace(issues["lead_department"], hint="部门"),
        "remark": Field("remark", LABELS["remark"], Text(500)),
    }
    return replace(fields[name], label=LABELS[name])


class RoomLine(QWidget):
    """Enter goes from cell to cell and from the last one to the next line; nothing has to be clicked."""

    changed = Signal()
    ended = Signal()  # Enter in the last cell
    moved = Signal(str, int)  # Ctrl+Up or Ctrl+Down: the cell, and one line up (-1) or down (1)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = {name: editor_for(field_of(name), around, self) for name in NAMES}
        self.messages: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for at, (name, editor) in enumerate(self.editors.items()):
            message = self.messages[name] = label("", "bad")
            message.setWordWrap(True)
            message.hide()
            share(editor)
            share(message)
            grid.addWidget(editor, 0, at)
            grid.addWidget(message, 1, at)
            grid.setColumnStretch(at, STRETCH[name])
            editor.changed.connect(self.changed)

    def number(self, at: int) -> None:
        """Say to readers which line this is, counting from 1."""
        for name, editor in self.editors.items():
            words = self.tr("第 {n} 行：{field}").format(n=at, field=LABELS[name])
            (editor.focusProxy() or editor).setAccessibleName(words)

    def raw(self) -> dict[str, object]:
        """What stands in the line, empty cells left out."""
        return bare({name: editor.raw() for name, editor in self.editors.items()})

    def fill(self, values: Mapping[str, object]) -> None:
        for name, editor in self.editors.items():
            editor.fill(values.get(name))
        self.say({})

    def say(self, problems: Mapping[str, str]) -> None:
        """Sentences below their cells; what has none is fine."""
        line_messages.say(self.messages, self.editors, problems)

    def problem(self) -> str:
        """The first cell that has a problem, "" for none."""
        return line_messages.first_problem(self.messages)

    def begin(self) -> None:
        """Go to the first cell that is to be typed: the enterprise is known beforehand where it was invited."""
        self.go_to("title" if self.editors["enterprise"].raw() else "enterprise")

    def go_to(self, name: str) -> None:
        self.editors[name].setFocus()

    def here(self) -> str:
        """The cell that is being typed in, "" for none."""
        focused = QApplication.focusWidget()
        return next((n for n, e in self.editors.items() if focused is not None and e.isAncestorOf(focused)), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name, control = self.here(), bool(event.modifiers() & CONTROL)
        if name and control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(name, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif name and event.key() in ENTER and not control:
            self._after(name)
        else:
            super().keyPressEvent(event)

    def _after(self, name: str) -> None:
        at = NAMES.index(name) + 1
        if at < len(NAMES):
            self.go_to(NAMES[at])
        else:
            self.ended.emit()


def share(widget: QWidget) -> None:
    """The columns alone decide how wide a cell is, so that every line and the heads stand below each other."""
    widget.setMinimumWidth(1)
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
