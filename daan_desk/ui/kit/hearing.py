"""Fresh news on the screen: a thread listens to the server, pages are read again when nobody is typing."""

from __future__ import annotations

from threading import Event, Thread
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from daan_desk.services import hearing
from daan_desk.services.changes import Changes
from daan_desk.services.hearing import Back, Heard, Lost
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.tasks import Tasks

LOOKS = 700  # milliseconds between two looks whether somebody types
GAP = 3.0  # seconds between two readings for the sake of others: in a busy office something happens all the time
PATIENCE = 3.0  # seconds that closing waits for the thread


class Ear(QObject):
    """`lost` and `back` tell of the line; what others did reaches open forms at once, pages in a calm."""

    lost = Signal(object)
    back = Signal()
    _told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk, self.calm = desk, Calm(desk.tasks, self)
        self._stop = Event()
        self._told.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self.calm.came.connect(desk.acted)
        self._thread = Thread(target=self._listen, name="listening", daemon=True)

    def start(self) -> None:
        """Listen from now on."""
        self._thread.start()

    def end(self) -> None:
        """Listen no more."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _listen(self) -> None:
        try:
            hearing.listen(self.desk.office, self._say, self._stop)
        except Exception as fault:  # noqa: BLE001  the thread's outermost door: whatever is left is a fault of ours
            self._say(fault)

    def _say(self, news: Heard | Lost | Back | Exception) -> None:
        """On the thread: nobody is told any more when the window is being closed."""
        if not self._stop.is_set() and isValid(self):
            self._told.emit(news)

    def take(self, news: Heard | Lost | Back | Exception) -> None:
        """One piece of news, on the window's thread."""
        if isinstance(news, Heard):
            self.desk.heard.emit(news)
            self.calm.put(news.changes)
        elif isinstance(news, Lost):
            self.lost.emit(news)
        elif isinstance(news, Exception):
            self.desk.complain(news)
        else:
            self.back.emit()
            self.calm.put(news.changes)


class Calm(QObject):
    """Gathers changes of others and lets them come when nobody is in the middle of a word or of an open list.

    What the officer asked for goes first: as long as anything is being read or saved, others wait.
    """

    came = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self.gap, self._last = tasks, GAP, 0.0
        self._waiting: list[Changes] = []
        self._before: tuple[int, str] | None = None
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self.look)

    def put(self, changes: Changes) -> None:
        """Changes that shall be seen soon."""
        self._waiting.append(changes)
        if not self._timer.isActive():
            self._before = _typing()
            self._timer.start()

    def look(self) -> None:
        """Let them come, unless a list or a cell is open, or the text in hand grew since the last look."""
        now = _typing()
        typed, self._before = now != self._before, now
        if self._tasks.busy or monotonic() - self._last < self.gap:
            return
        if typed or QApplication.activePopupWidget() or _in_a_cell(QApplication.focusWidget()):
            return
        self._timer.stop()
        self._last = monotonic()
        waiting, self._waiting = self._waiting, []
        self.came.emit(together(waiting))


def together(some: list[Changes]) -> Changes:
    """Several changes of others as one."""
    ids: dict[str, tuple[str, ...]] = {}
    for changes in some:
        for ledger, found in changes.ids.items():
            ids[ledger] = tuple(dict.fromkeys((*ids.get(ledger, ()), *found)))
    return Changes(some[-1].act, "", ids, elsewhere=True)


def _typing() -> tuple[int, str] | None:
    here = QApplication.focusWidget()
    if isinstance(here, QLineEdit):
        return id(here), here.text()
    return (id(here), here.toPlainText()) if isinstance(here, QPlainTextEdit) else None


def _in_a_cell(here: QWidget | None) -> bool:
    """Whether the focus is in an editor that a table has opened."""
    around = here.parentWidget() if here else None
    while around is not None and not isinstance(around, QAbstractItemView):
        around = around.parentWidget()
    return around is not None and here is not around and here is not around.viewport()
