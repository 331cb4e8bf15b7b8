"""What lies over a window while it is locked: nothing of the work, and the question for the password."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import IconTile, button, label
from daan_desk.ui.kit.secret import secret

WIDTH = 380


class Locked(QWidget):
    """`asked` carries what was typed; whoever knows calls `refuse`, with the seconds until the next try."""

    asked = Signal(str)

    def __init__(self, window: QWidget, wait: int = 0) -> None:
        super().__init__(window)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self.password, self.opening, self.problem = secret(), button(self.tr("解锁"), "main"), label("", "bad")
        self.password.setAccessibleName(self.tr("密码"))
        self.password.setPlaceholderText(self.tr("密码"))
        self.opening.setAutoDefault(False)
        self.problem.setWordWrap(True)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.password)
        self._build()
        self.password.returnPressed.connect(self.ask)
        self.opening.clicked.connect(self.ask)
        self.hold(wait)

    def ask(self) -> None:
        """Ask with what was typed, when the wait is over."""
        if self._left <= 0 and self.password.text() and not self.password.isReadOnly():
            self.password.setReadOnly(True)
            self.opening.setEnabled(False)
            self.problem.setText(self.tr("正在核对密码…"))
            self.asked.emit(self.password.text())

    def refuse(self, sentence: str, wait: int = 0) -> None:
        """Say what is wrong; nothing can be tried for so many seconds."""
        self.password.setReadOnly(False)
        self.problem.setText(sentence)
        self.password.selectAll()
        self.password.setFocus()
        self.hold(wait)

    def hold(self, seconds: int) -> None:
        """Let nothing be tried for so long."""
        self._left = seconds
        if seconds > 0:
            self._timer.start()
        self._say_wait()

    def tick(self) -> None:
        """One second has passed."""
        self.hold(self._left - 1)
        if self._left <= 0:
            self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # neither Enter nor Escape may reach the dialog below

    def focusNextPrevChild(self, next_: bool) -> bool:  # Tab never leads below
        (self.opening if self.password.hasFocus() and self.opening.isEnabled() else self.password).setFocus()
        return True

    def _say_wait(self) -> None:
        waits = self._left > 0
        self.opening.setEnabled(not waits)
        self.opening.setText(self.tr("请等 {n} 秒再试").format(n=self._left) if waits else self.tr("解锁"))

    def _build(self) -> None:
        middle, head, words, row = QWidget(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        middle.setFixedWidth(WIDTH)
        body, room = QVBoxLayout(middle), QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        head.setSpacing(14)
        words.setSpacing(6)
        words.addWidget(label(self.tr("已锁定"), "heading"))
        words.addWidget(label(self.tr("输入工作区的密码继续，刚才填写的都还在。"), "soft"))
        head.addWidget(IconTile("lock"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        row.addWidget(self.password, 1)
        row.addWidget(self.opening)
        body.addLayout(head)
        body.addLayout(row)
        body.addWidget(self.problem)
        room.setContentsMargins(24, 20, 24, 18)
        room.addWidget(middle, 0, Qt.AlignmentFlag.AlignCenter)
