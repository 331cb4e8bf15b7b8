"""Editors of choices: a word of a list with type-ahead, and yes / no / not known."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import OneOf
from daan_desk.services.ledgers import spelled
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.editors_suggest import Offer, Suggestions
from daan_desk.ui.kit.editors_words import text_of

TICKS = ((True, "是"), (False, "否"), (None, "空"))
TICK_KEYS = {
    Qt.Key.Key_Y: True, Qt.Key.Key_1: True, Qt.Key.Key_N: False, Qt.Key.Key_0: False,
    Qt.Key.Key_Delete: None, Qt.Key.Key_Backspace: None,
}  # fmt: skip


class ChoiceEditor(Editor):
    """A word of a list, found by Chinese, pinyin or initials; a list that the office edits takes new words too."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.words = field.kind.words if isinstance(field.kind, OneOf) else ()
        self.open_words = isinstance(field.kind, OneOf) and bool(field.kind.setting)
        if self.open_words:
            around.tasks.run(partial(around.source.words, field), self._know, owner=self)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(field.hint)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.committed)
        self.line.editingFinished.connect(self._complete)
        self.hold(self.line)
        self.list = Suggestions(self.line)
        self.list.taken.connect(self._taken)
        self.opener(self.line, "chevron-down", self.tr("打开列表（↓）"))

    def raw(self) -> object:
        return self.line.text().strip() or None

    def fill(self, value: object) -> None:
        self.line.setText(text_of(self.field, value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_popup()
        else:
            super().keyPressEvent(event)

    def open_popup(self) -> None:
        """The whole list, whatever stands in the line."""
        self.list.offer([Offer(word) for word in self.words], mark_first=not self.line.text())

    def _know(self, words: tuple[str, ...]) -> None:
        self.words = words
        if self.line.hasFocus() and self.line.isModified():  # somebody was faster than the answer
            self._suggest(self.line.text())

    def _typed(self, text: str) -> None:
        self._suggest(text)
        self.changed.emit()

    def _suggest(self, text: str) -> None:
        fitting = self._fitting(text)
        self.list.offer([Offer(word) for word in fitting], mark_first=not self.open_words or len(fitting) == 1)

    def _fitting(self, text: str) -> list[str]:
        part = text.strip().casefold()
        found = [word for word in self.words if part in word.casefold() or part in spelled(word)]
        return sorted(found, key=lambda word: not word.casefold().startswith(part))

    def _complete(self) -> None:
        # Leaving after “投” means 投产 where only one word begins so; nothing is guessed between two.
        begun = [word for word in self.words if self.line.text().strip() and word.startswith(self.line.text().strip())]
        if len(begun) == 1 and not self.open_words and begun[0] != self.line.text():
            self._taken(Offer(begun[0]))

    def _taken(self, offer: Offer) -> None:
        self.line.setText(offer.text)
        self.changed.emit()


class TickEditor(Editor):
    """Yes, no, or not known; arrows choose, 1 and 0 too, Delete empties."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.box = QFrame(self)
        self.box.setObjectName("segments")
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.group = QButtonGroup(self)
        layout = QHBoxLayout(self.box)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for at, (_, word) in enumerate(TICKS):
            layout.addWidget(self._segment(at, self.tr(word)))
        self.group.idClicked.connect(self._clicked)
        self.hold(self.box)
        self.row.addStretch(1)
        self.fill(None)

    def _segment(self, at: int, word: str) -> QToolButton:
        button = QToolButton(self.box)
        button.setText(word)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("look", "chip")
        button.setMinimumWidth(44)
        self.group.addButton(button, at)
        return button

    def raw(self) -> object:
        return TICKS[self.group.checkedId()][0]

    def fill(self, value: object) -> None:
        read = self.field.kind.read(value).value
        self.group.button([tick for tick, _ in TICKS].index(read)).setChecked(True)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}
        key = Qt.Key(event.key())
        if key in TICK_KEYS:
            self._clicked([tick for tick, _ in TICKS].index(TICK_KEYS[key]))
        elif key in steps:
            self._clicked((self.group.checkedId() + steps[key]) % len(TICKS))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self, at: int) -> None:
        self.group.button(at).setChecked(True)
        self.changed.emit()
