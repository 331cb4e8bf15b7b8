"""What the officer writes into a month's summary; typed text survives everything until it is saved or given up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from daan_desk.ui.kit.cards import Card, button, label

PARAGRAPHS = (("cases", "典型案例"), ("problems", "存在问题"), ("next_steps", "下一步"))
PAUSE, LEAST_HEIGHT = 800, 60


class OwnWords(Card):
    """The fields of one month; `paused` comes when the officer stops typing, `kept` when the words are to be saved."""

    paused = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("由您撰写", parent=parent)
        self.number, self.heading = QLineEdit(), QLineEdit()
        self.texts = {name: QPlainTextEdit() for name, _ in PARAGRAPHS}
        self.carried, self.adopt = label("", "small"), button(self.tr("采用"), "link")
        self.state, self.save = label("", "small"), button(self.tr("保存"), "main")
        self._carried_words = ""
        self.saved: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.paused)
        self._build()

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        texts = {name: text.toPlainText().strip() for name, text in self.texts.items()}
        return {"issue_number": self.number.text().strip(), "heading": self.heading.text().strip(), **texts}

    @property
    def dirty(self) -> bool:
        return self.values() != self.saved

    def altered(self) -> dict[str, str]:
        """The fields that differ from what is saved."""
        return {name: words for name, words in self.values().items() if words != self.saved.get(name)}

    def show_month(self, saved: Mapping[str, str], typed: Mapping[str, object], carried: str) -> None:
        """The words of a month: what is saved, over it what was typed and not saved; the plan of the month before."""
        self.saved = {name: str(saved.get(name, "")) for name in self.values()}
        self._put({**self.saved, **{name: str(text) for name, text in typed.items() if name in self.saved}})
        self._carried_words = carried
        self.carried.setText(self.tr("上月的“下一步”：{words}").format(words=" ".join(carried.split())[:80]))
        for part in (self.carried, self.adopt):
            part.setVisible(bool(carried) and not self.texts["next_steps"].toPlainText())
        self._tell()

    def show_saved(self, words: Mapping[str, str]) -> None:
        """These words are saved now; what was typed since is not."""
        self.saved |= words
        self._tell()

    def show_words(self, words: Mapping[str, str]) -> None:
        """Other words in some of the fields."""
        self._put({**self.values(), **words})
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving counts as a pause: nothing typed waits for a timer."""
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()
        super().hideEvent(event)

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        self.number.setPlaceholderText(self.tr("如 11"))
        self.heading.setPlaceholderText(self.tr("留空时按月份自动拟定"))
        form.addRow(self.tr("期号"), self.number)
        form.addRow(self.tr("标题"), self.heading)
        self.body.addLayout(form)
        for name, words in PARAGRAPHS:
            text = self.texts[name]
            text.setTabChangesFocus(True)
            text.setMinimumHeight(LEAST_HEIGHT)
            text.setAccessibleName(words)
            text.setPlaceholderText(self.tr("每段一行"))
            text.textChanged.connect(self._typed)
            self.body.addWidget(label(words, "soft"))
            self.body.addWidget(text, 1)
        self.carried.setWordWrap(True)
        for part, words in ((self.number, "期号"), (self.heading, "标题")):
            part.setAccessibleName(words)
            part.textEdited.connect(self._typed)
        self.body.addLayout(self._row(self.carried, self.adopt))
        self.body.addLayout(self._row(self.state, self.save))
        self.adopt.clicked.connect(self._adopt)
        self.save.clicked.connect(self.kept)

    def _row(self, words: QWidget, press: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(press)
        return row

    def _put(self, values: Mapping[str, str]) -> None:
        self.number.setText(values["issue_number"])
        self.heading.setText(values["heading"])
        for name, text in self.texts.items():
            text.blockSignals(True)
            text.setPlainText(values[name])
            text.blockSignals(False)

    def _adopt(self) -> None:
        self.texts["next_steps"].setPlainText(self._carried_words)
        self.texts["next_steps"].setFocus()

    def _typed(self) -> None:
        self._pause.start()
        self._tell()

    def _tell(self) -> None:
        self.state.setText(self.tr("有改动，尚未保存（已留草稿）") if self.dirty else "")
        self.save.setEnabled(self.dirty)
        shown = bool(self._carried_words) and not self.texts["next_steps"].toPlainText()
        for part in (self.carried, self.adopt):
            part.setVisible(shown)
