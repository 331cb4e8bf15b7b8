"""The window of a form: title, note about a found draft, scrolling body, and the buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.fitting import fit_to_screen

SIZE = (860, 680)
MARGIN = 60


class FormWindow(QDialog):
    """How a form's window looks, and that Enter goes on to the next field."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.setMinimumSize(420, 320)
        self.title = label("", "title")
        self.note, self.forget_button = _note(self.tr("已找回上次没有保存的内容"), self.tr("不要了"))
        self.paper = QScrollArea()
        self.paper.setWidgetResizable(True)
        self.paper.setFrameShape(QFrame.Shape.NoFrame)
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.setWidget(body)
        QApplication.instance().focusChanged.connect(self._bring_into_sight)  # type: ignore[union-attr]
        self.paper.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        room = QVBoxLayout(self)
        room.setContentsMargins(24, 18, 24, 16)
        room.setSpacing(12)
        for part in (self.title, self.note, self.paper):
            room.addWidget(part)
        room.addLayout(self._feet())
        self.name_window(title)

    def _bring_into_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Qt does this for Tab only; a problem that was gone to and a clicked half field need it too.
        if now is not None and self.paper.widget().isAncestorOf(now):
            self.paper.ensureWidgetVisible(now, 0, MARGIN)

    def _keep_in_sight(self) -> None:
        self._bring_into_sight(None, self.focusWidget())  # sentences that came in above push it out

    def name_window(self, title: str) -> None:
        self.setWindowTitle(title)
        self.title.setText(title)

    def _feet(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.state = label("", "small")
        self.leave_button = button(self.tr("取消"))
        self.more_button = button(self.tr("保存并继续新增"))
        self.save_button = button(self.tr("保存"), "main")
        row.addWidget(self.state)
        row.addStretch(1)
        for press in (self.leave_button, self.more_button, self.save_button):
            press.setAutoDefault(False)  # Enter goes on to the next field; it saves nothing by surprise
            row.addWidget(press)
        self.wait(False)
        return row

    def wait(self, waiting: bool) -> None:
        """Say that something is being saved, and let nobody save twice."""
        for press in (self.save_button, self.more_button):
            press.setEnabled(not waiting)
        self.state.setText(self.tr("正在保存…") if waiting else self.tr("Ctrl+S 保存，Esc 关闭"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)
        # parts that were put into the form later stand behind the buttons in Qt's own order
        by_tab = (widget for widget in self._chain() if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inside = [widget for widget in by_tab if self.paper.isAncestorOf(widget)]
        for before, after in pairwise([*inside[-1:], self.leave_button, self.more_button, self.save_button]):
            QWidget.setTabOrder(before, after)

    def _chain(self) -> Iterator[QWidget]:
        here = self.nextInFocusChain()
        while here is not None and here is not self:
            yield here
            here = here.nextInFocusChain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if isinstance(here, QPushButton):
            here.click()
        else:
            self.focusNextChild()


def on_press(press: QPushButton, act: Callable[[], object]) -> None:
    """Call without the word that Qt's signal brings along."""
    press.clicked.connect(lambda: act())


def _note(words: str, doing: str) -> tuple[QFrame, QPushButton]:
    note = QFrame()
    note.setProperty("look", "note")
    row = QHBoxLayout(note)
    row.setContentsMargins(12, 6, 8, 6)
    act = button(doing, "link")
    act.setAutoDefault(False)
    row.addWidget(label(words))
    row.addStretch(1)
    row.addWidget(act)
    note.hide()
    return note, act
