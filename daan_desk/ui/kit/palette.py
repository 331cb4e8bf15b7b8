"""The command palette: everything by typing a few letters, chosen with arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import label, rule
from daan_desk.ui.kit.choices import ROW, ChoiceDelegate, ChoiceModel
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Choice
from daan_desk.ui.kit.tasks import Job, Tasks

WIDTH: Final = 640
SHOWN: Final = 9
FROM_TOP: Final = 84
SHADE: Final = QColor(0, 0, 0, 70)
MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Search = Callable[[str], Sequence[Choice]]


class CommandPalette(QWidget):
    """Lies over the whole window, shading it; no window of its own, because input methods need the window's focus.

    `offers` is asked at once (pages, commands), `search` in the background (records); a choice acts after closing.
    """

    def __init__(self, window: QWidget, tasks: Tasks, offers: Search, search: Search) -> None:
        super().__init__(window)
        self._window, self._tasks, self._offers, self._search = window, tasks, offers, search
        self._job: Job | None = None
        self._found: tuple[Choice, ...] = ()
        self._before: QWidget | None = None
        self.line, self.list, self.box = QLineEdit(), QListView(), QFrame(self)
        self._choices = ChoiceModel(self)
        self.nothing = label("", "soft")
        self._build()
        self.line.textChanged.connect(self._typed)
        self.list.clicked.connect(self._choose)
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices.choices

    def open(self, text: str = "") -> None:
        """Show it over the upper middle of the window, ready to type."""
        self._before = self._window.focusWidget()
        self.line.setText(text)
        self._typed(text)
        self.resize(self._window.size())
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_box(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.resize(self._window.size())
            self._place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            return self._pressed(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_box()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), SHADE)
        painter.end()

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in MOVES:
            self._move(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.close_box()
        # Tab would leave the box for widgets under the shade
        return key in (
            *MOVES,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
        )

    def _move(self, key: Qt.Key) -> None:
        step = {MOVES[0]: -1, MOVES[1]: 1, MOVES[2]: -SHOWN, MOVES[3]: SHOWN}[key]
        last = len(self.choices) - 1
        row = self.list.currentIndex().row() + step
        if abs(step) == 1 and last > 0:
            row %= last + 1
        self.list.setCurrentIndex(self._choices.index(max(0, min(row, last))))

    def _build(self) -> None:
        self.box.setProperty("look", "raised")
        self.box.setGeometry(0, 0, WIDTH, 100)
        self.box.setAccessibleName(self.tr("查找和命令"))
        self.line.setPlaceholderText(self.tr("搜索企业、问题、会议，或输入命令（支持拼音首字母）"))
        self.line.setAccessibleName(self.line.placeholderText())
        sign = QAction(self.line)
        put_icon(sign, "search")
        self.line.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self._choices)
        self.list.setItemDelegate(ChoiceDelegate(self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("结果"))
        for part in (self.line, self.list):
            part.setProperty("look", "palette")
        room = QVBoxLayout(self.box)
        room.setContentsMargins(1, 1, 1, 7)
        room.setSpacing(6)
        for widget in (self.line, rule(), self.list, self.nothing):
            room.addWidget(widget)
        self.nothing.setContentsMargins(16, 8, 16, 10)

    def _typed(self, text: str) -> None:
        if self._job:
            self._job.cancel()
        self._job, self._found = None, ()
        if text.strip():
            self._job = self._tasks.run(partial(self._search, text.strip()), then=self._arrived, owner=self)
        self._show()

    def _arrived(self, found: Sequence[Choice]) -> None:
        self._job, self._found = None, tuple(found)
        row = max(0, self.list.currentIndex().row())
        self._show()
        self.list.setCurrentIndex(self._choices.index(row))

    def _show(self) -> None:
        choices = (*self._offers(self.line.text().strip()), *self._found)
        self._choices.show_choices(choices)
        self.list.setCurrentIndex(self._choices.index(0))
        self.list.setVisible(bool(choices))
        self.nothing.setText(
            self.tr("正在查找…") if self._job else self.tr("没有找到。可以输入名称、拼音首字母、电话或编号。")
        )
        self.nothing.setVisible(not choices)
        self.list.setFixedHeight(ROW * min(len(choices), SHOWN))
        self._place()

    def _place(self) -> None:
        self.box.setFixedWidth(min(WIDTH, self._window.width() - 48))
        self.box.adjustSize()
        self.box.move((self._window.width() - self.box.width()) // 2, FROM_TOP)

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            choice: Choice = index.data(Qt.ItemDataRole.UserRole)
            self.close_box()
            choice.act()
