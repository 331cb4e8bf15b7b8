"""What both doors look like, and their field for a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from daan_desk.ui.kit.cards import Card, button, label, put_look
from daan_desk.ui.kit.logo import Logo

ENDING: Final = ".daan"
WIDTH: Final = 520


class PathField(QWidget):
    """A path that can be typed, and a button that chooses it: an existing file, or a place for a new one."""

    def __init__(self, path: Path, existing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._existing = existing
        self.line, choosing = QLineEdit(), button(self.tr("选择…"))
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.line, 1)
        room.addWidget(choosing)
        self.setFocusProxy(self.line)
        self.show_path(path)
        choosing.clicked.connect(self._choose)

    @property
    def path(self) -> Path:
        return Path(self.line.text().strip())

    def text(self) -> str:
        return self.line.text()

    def show_path(self, path: Path) -> None:
        self.line.setText(str(path) if path.name else "")
        self.line.setCursorPosition(0)
        self.line.setToolTip(self.line.text())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _choose(self) -> None:
        pattern = self.tr("工作区 (*{ending})").format(ending=ENDING)
        asking = QFileDialog.getOpenFileName if self._existing else QFileDialog.getSaveFileName
        chosen, _ = asking(self, self.tr("选择工作区文件"), str(self.path), pattern)
        if chosen:
            path = Path(chosen)
            self.show_path(path if path.suffix or self._existing else path.with_suffix(ENDING))


class Entrance(QWidget):
    """A card in the middle of the window: the sign, a title, fields, one sentence for what is wrong, buttons.

    Enter leads to the next field that is still empty, and presses `main` where there is none.
    """

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card, self.form, self.foot = Card(), QFormLayout(), QHBoxLayout()
        self.main: QPushButton | None = None
        self._lines: list[QLineEdit] = []
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.card.setFixedWidth(WIDTH)
        self.card.body.setContentsMargins(32, 28, 32, 24)
        self.card.body.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Logo(40))
        head.addWidget(label(title, "title"), 1)
        words = label(sentence, "soft")
        words.setWordWrap(True)
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(16)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for part in (head, words, self.form, self.problem, self.foot):
            self.card.body.addWidget(part) if isinstance(part, QWidget) else self.card.body.addLayout(part)
        room = QVBoxLayout(self)
        room.addStretch(1)
        room.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addStretch(1)

    def row(self, words: str, field_: QWidget) -> None:
        """A field with its words before it."""
        field_.setAccessibleName(words)
        name = label(words, "soft")
        name.setBuddy(field_)
        self.form.addRow(name, field_)
        line = field_.focusProxy() or field_
        if isinstance(line, QLineEdit):
            self._lines.append(line)
            line.returnPressed.connect(self.go_on)

    def go_on(self) -> None:
        """What Enter does in a field."""
        here = self.focusWidget()
        below = self._lines[self._lines.index(here) + 1 :] if here in self._lines else ()
        empty = next((line for line in below if line.isVisible() and not line.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.main is not None:
            self.main.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and isinstance(self.focusWidget(), QCheckBox | QComboBox):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def refuse(self, sentence: str, field_: QLineEdit | None = None) -> None:
        """Say what is wrong, and go to where it can be mended."""
        put_look(self.problem, "look", "bad")
        self.problem.setText(sentence)
        self.fit()
        if field_ is not None:
            field_.setFocus()
            field_.selectAll()

    def wait(self, sentence: str) -> None:
        """Say what is being done: keys are stretched on purpose, and that takes a moment."""
        put_look(self.problem, "look", "soft")
        self.problem.setText(sentence)
        self.fit()

    def fit(self) -> None:
        """Give the card the height that its words take when they are wrapped: Qt counts their first line only."""
        self.card.setMinimumHeight(self.card.body.totalHeightForWidth(WIDTH))
