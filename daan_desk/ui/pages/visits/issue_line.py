"""One issue on one line of the visit's form: title, category, grade, and the keyword that 其他 asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QToolButton, QWidget

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Text
from daan_desk.domain.settings import asks_for_keyword
from daan_desk.services import ledgers
from daan_desk.ui.kit import line_messages
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.icons import put_icon

NAMES: Final = ("title", "category", "grade", "keyword")
STRETCH: Final = {"title": 6, "category": 3, "grade": 2, "keyword": 3}
USUAL_GRADE: Final = "一般"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def field_of(name: str) -> Field:
    """The field of a line, with a hint that fits into it."""
    if name == "keyword":
        return Field("keyword", "关键词", Text(30), hint="写明哪一类")
    hints = {"title": "一句话说清问题", "category": "汉字或拼音"}
    return replace(ledgers.ledger("issues")[name], hint=hints.get(name, ""))


class IssueLine(QWidget):
    """Enter goes from editor to editor and from the last one to the next line."""

    changed = Signal()
    ended = Signal()  # Enter in the last editor
    given_up = Signal()  # Enter in an empty title
    removed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = {name: editor_for(field_of(name), around, self) for name in NAMES}
        self.messages: dict[str, QLabel] = {}
        self.gone = QToolButton(self)
        self.gone.setToolTip(self.tr("去掉这一条（Alt+Delete）"))
        self.gone.setAccessibleName(self.tr("去掉这一条"))
        self.gone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        put_icon(self.gone, "x")
        self.gone.clicked.connect(self.removed)
        self._lay()
        for editor in self.editors.values():
            editor.changed.connect(self._edited)
        self.fill({})

    def _lay(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for at, (name, editor) in enumerate(self.editors.items()):
            self.messages[name] = label("", "bad")
            self.messages[name].setWordWrap(True)
            self.messages[name].setAlignment(Qt.AlignmentFlag.AlignTop)
            self.messages[name].hide()
            grid.addWidget(editor, 0, at)
            grid.addWidget(self.messages[name], 1, at)
            grid.setColumnStretch(at, STRETCH[name])
        grid.addWidget(self.gone, 0, len(NAMES))

    def number(self, at: int) -> None:
        """Say to readers which line this is, counting from 1."""
        for name, editor in self.editors.items():
            words = self.tr("第 {n} 个问题：{field}").format(n=at, field=field_of(name).label)
            (editor.focusProxy() or editor).setAccessibleName(words)

    # -- values -------------------------------------------------------------------------------------------------------

    def raw(self) -> dict[str, object]:
        """What stands in the line; nothing where neither title nor category were typed."""
        found = {name: self.editors[name].raw() for name in NAMES}
        if not asks_for_keyword(str(found["category"] or "")):
            del found["keyword"]
        return {name: raw for name, raw in found.items() if raw} if found["title"] or found["category"] else {}

    def fill(self, values: Mapping[str, object]) -> None:
        for name, editor in self.editors.items():
            editor.fill(values.get(name))
        if not values:
            self.editors["grade"].fill(USUAL_GRADE)
        self.say({})
        self._show_keyword()

    def say(self, problems: Mapping[str, str]) -> None:
        """Sentences below their editors; what has none is fine."""
        line_messages.say(self.messages, self.editors, problems)

    def problem(self) -> str:
        """The editor that has the first problem, "" for none."""
        return line_messages.first_problem(self.messages)

    def unfinished(self) -> bool:
        """Whether somebody is still typing here."""
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here)

    def _edited(self) -> None:
        self._show_keyword()
        self.changed.emit()

    def _show_keyword(self) -> None:
        asked = asks_for_keyword(str(self.editors["category"].raw() or ""))
        self.editors["keyword"].setVisible(asked)
        self._grid.setColumnStretch(NAMES.index("keyword"), STRETCH["keyword"] if asked else 0)
        self.messages["keyword"].setVisible(asked and bool(self.messages["keyword"].text()))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control, alt = (bool(event.modifiers() & held) for held in (CONTROL, ALT))
        last = "keyword" if self.editors["keyword"].isVisible() else "grade"
        if event.key() == Qt.Key.Key_Delete and alt:  # Ctrl+Delete is the line's own: it takes a word
            self.removed.emit()
        elif event.key() in ENTER and not control and self._is_in(last):
            self.ended.emit()
        elif event.key() in ENTER and not control and self._is_in("title") and not self.raw():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _is_in(self, name: str) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.editors[name].isAncestorOf(here)
