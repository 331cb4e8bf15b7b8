"""One field of a form: its label, its editor, and what is wrong or odd about it, right below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from daan_desk.domain.fields import Field
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around


class FormCell(QWidget):
    """Says a problem in red and a warning in amber; a warning may lead to the record that it speaks of."""

    followed = Signal(str)

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.touched = False  # nobody is told that a field is empty before having been there
        self.problem = self.warning = ""
        self._twin = ""
        self.editor = editor_for(field, around, self)
        self.editor.left.connect(self._leave)
        self.message, self.link = label("", "bad"), button(self.tr("打开已有记录"), "link")
        self.message.setWordWrap(True)
        self.link.clicked.connect(lambda: self.followed.emit(self._twin))
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(4)
        room.addLayout(self._head())
        room.addWidget(self.editor)
        room.addLayout(self._foot())
        room.addStretch(1)
        self._show()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        name = QLabel(self.field.label)
        name.setProperty("look", "soft")
        name.setBuddy(self.editor)
        row.addWidget(name)
        if self.field.required:
            star = label("*", "bad")
            star.setToolTip(self.tr("必填"))
            row.addWidget(star)
        row.addStretch(1)
        if self.field.hint:
            row.addWidget(label(self.field.hint, "small"))
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.message, 1)
        row.addWidget(self.link)
        return row

    def say(self, problem: str, warning: str = "", twin: str = "") -> None:
        """Show the sentence of a problem, or of a warning with the record that it leads to; "" for neither."""
        self.problem, self.warning, self._twin = problem, warning, twin
        self._show()

    def _leave(self) -> None:
        """The kind speaks at once; what the office said stays, or its link would go just as somebody presses it."""
        self.touched = True
        own = self.editor.problem()
        if own:
            self.say(own)
        elif not self.problem and not self.warning:
            self.say("", self.editor.remark())

    def _show(self) -> None:
        said = self.problem or self.warning
        self.message.setText(said)
        self.message.setProperty("look", "bad" if self.problem else "warn")
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)
        self.message.setVisible(bool(said))
        self.link.setVisible(bool(said and self._twin))
        self.editor.show_state("wrong" if self.problem else "warn" if self.warning else "")
