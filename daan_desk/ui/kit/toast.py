"""A sentence at the foot of the window that goes away by itself, with 撤销 where an act can be taken back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.desk import Message
from daan_desk.ui.kit.icons import pixmap, put_icon

SHOWN_MS: Final = 6000
READING_MS: Final = 120  # per character, so that a long sentence can be read to its end
ICONS: Final = {
    "good": ("circle-check", "green"),
    "bad": ("circle-alert", "red"),
    "warn": ("triangle-alert", "amber"),
    "plain": ("info", "accent"),
}
FROM_BOTTOM: Final = 24


class Toast(QFrame):
    """One at a time over the middle of the host's foot; `undone` carries the number of the act to take back."""

    undone = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("look", "raised")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._host, self._act = host, ""
        self._sign, self.words = QLabel(), label()
        self.words.setWordWrap(True)
        self.undo, self.close_button = button(self.tr("撤销"), "link"), QToolButton()
        self.close_button.setToolTip(self.tr("关闭"))
        self.close_button.setAccessibleName(self.tr("关闭提示"))
        put_icon(self.close_button, "x")
        room = QHBoxLayout(self)
        room.setContentsMargins(14, 6, 6, 6)
        room.setSpacing(10)
        for part in (self._sign, self.words, self.undo, self.close_button):
            room.addWidget(part, 1 if part is self.words else 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.close_button.clicked.connect(self.hide)
        self.undo.clicked.connect(self._take_back)
        host.installEventFilter(self)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show the sentence in place of the one before."""
        self._act = message.act
        name, role = ICONS[message.tone]
        self._sign.setPixmap(pixmap(name, role, 18, self.devicePixelRatioF()))
        self.words.setText(f"{message.text}  {message.remedy}".strip())
        self.setAccessibleName(self.words.text())
        self.undo.setVisible(bool(message.act))
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))
        self._timer.start(SHOWN_MS + READING_MS * len(self.words.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(SHOWN_MS)

    def _place(self) -> None:
        host = self._host
        room = min(host.width() - 48, 720)
        words = min(self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2, room - 180)
        self.words.setMinimumWidth(words)
        self.adjustSize()
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - FROM_BOTTOM)

    def _take_back(self) -> None:
        self.hide()
        self.undone.emit(self._act)
