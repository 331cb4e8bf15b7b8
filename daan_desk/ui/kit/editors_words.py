"""Editors of words: one line, and paragraphs that grow with what is written."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from daan_desk.domain.fields import Field
from daan_desk.ui.kit.editors_base import Around, Editor

LEAST_LINES = 3
MOST_LINES = 12


def text_of(field: Field, value: object) -> str:
    """The words that stand in an editor for a value: typed text as it is, a value as its kind shows it."""
    return value if isinstance(value, str) else field.kind.show(value)


class LineEditor(Editor):
    """One line of words."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(field.hint)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.committed)
        self.hold(self.line)

    def raw(self) -> object:
        return self.line.text() or None

    def fill(self, value: object) -> None:
        self.line.setText(text_of(self.field, value))
        self.line.setCursorPosition(0)

    def _edited(self) -> None:
        self.changed.emit()


class Paragraphs(QPlainTextEdit):
    """Plain text in which Tab goes on to the next field and the box grows to a dozen lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = max(LEAST_LINES, min(lines + 1, MOST_LINES))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * wanted + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter belongs to the form (save); the box would swallow it as a line break.
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


class ParagraphsEditor(Editor):
    """Paragraphs; line breaks stay."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.box = Paragraphs(self)
        self.box.setPlaceholderText(field.hint)
        self.box.textChanged.connect(self.changed)
        self.hold(self.box)

    def raw(self) -> object:
        return self.box.toPlainText() or None

    def fill(self, value: object) -> None:
        with QSignalBlocker(self):
            self.box.setPlainText(text_of(self.field, value))
