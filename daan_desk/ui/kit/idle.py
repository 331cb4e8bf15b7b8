"""Watches whether anybody works: keys, mouse, wheel and touch in the window in front, and what is typed there.

A filter of the whole application would see every event of every widget, and cost each of them six microseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

LOOKS: Final = 5000  # milliseconds between two looks at the clock
TYPE: Final = QEvent.Type
LIFE: Final = frozenset(
    {
        *(TYPE.KeyPress, TYPE.KeyRelease, TYPE.InputMethod, TYPE.MouseButtonPress, TYPE.MouseMove),
        *(TYPE.Wheel, TYPE.TouchBegin, TYPE.TouchUpdate),
    }
)


class Idle(QObject):
    """`wanted` when nobody has touched anything for so many minutes (0: never), or at once when `keys` are pressed."""

    wanted = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        keys: QKeyCombination,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._keys, self._clock = minutes, keys, clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS)
        self._timer.timeout.connect(self.look)
        self._watched: list[QObject] = []
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._follow)
        application.focusObjectChanged.connect(self._follow)

    @property
    def running(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin to watch, from now on."""
        self._last = self._clock()
        self._timer.start()
        self._follow(QGuiApplication.focusWindow())
        self._follow(QGuiApplication.focusObject())

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        while self._watched:
            self._leave(self._watched.pop())

    def look(self) -> None:
        """Whether it has been quiet for long enough."""
        minutes = self._minutes()
        if minutes > 0 and self._clock() - self._last >= minutes * 60:
            self.wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in LIFE or not self.running:
            return False
        self._last = self._clock()
        keys = event.keyCombination() if isinstance(event, QKeyEvent) else None
        if keys == self._keys and event.type() == TYPE.KeyPress:
            self.wanted.emit()
            return True
        return False

    def _follow(self, focus: QObject | None) -> None:
        """Watch the window, or the field in it (input methods speak to that alone), instead of the one before."""
        if focus is None or not self.running:
            return
        kind = isinstance(focus, QWindow)
        before = [one for one in self._watched if not isValid(one) or isinstance(one, QWindow) == kind]
        for one in before:
            self._leave(one)
        self._watched = [one for one in self._watched if one not in before]
        focus.installEventFilter(self)
        self._watched.append(focus)

    def _leave(self, one: QObject) -> None:
        if isValid(one):
            one.removeEventFilter(self)
