"""The window locks itself when nobody works, or by Ctrl+L; the workspace's password opens it again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import guarding
from daan_desk.ui.kit.covering import Covering
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.idle import Idle
from daan_desk.ui.kit.lock_minutes import LockMinutes, minutes
from daan_desk.ui.kit.page import Choice
from daan_desk.ui.pages.welcome.locked import Locked

KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


class Locking(QObject):
    """Belongs to the desk of a workspace that a password opened: the file's, or the officer's own on a server."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk, self.locked = desk, False
        self.box: Box | None = None  # the one that is open, for tests
        self.covering = Covering(self._cover, self.tr("大安企服台"), self)
        self.idle = Idle(lambda: self.minutes, KEYS, self)
        self.idle.wanted.connect(self.lock)
        if guarding.can_ask(desk.office):
            self.idle.start()

    @property
    def minutes(self) -> int:
        """After how many quiet minutes; 0 means never."""
        return minutes(self.desk.preferences)

    def choices(self) -> tuple[Choice, ...]:
        """The lines of the menu, found in the palette too."""
        if not guarding.can_ask(self.desk.office):
            return ()
        return (
            Choice(self.tr("锁定"), self.lock, self.tr("离开座位时"), "lock", "Ctrl+L"),
            Choice(self.tr("自动锁定…"), self.ask_minutes, self.tr("多少分钟没有动静就锁定"), "lock"),
        )

    def lock(self) -> None:
        """Cover everything; work in the background goes on."""
        if not self.locked:
            self.locked = True
            self.idle.stop()
            self.covering.cover()

    def end(self) -> None:
        """Watch no more: the workspace is being closed."""
        self.idle.stop()
        self.covering.uncover()

    def ask_minutes(self) -> None:
        """After how many minutes; kept for this machine."""
        host, line = self._host, LockMinutes(self.desk.preferences)
        self.box = box = Box(host, self.tr("自动锁定"), self.tr("这么久没有动静就锁定窗口；0 表示从不。"), "lock")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.body.addWidget(line)
        box.offer(self.tr("确定"), self.tr("取消"))
        box.accepted.connect(line.keep)
        box.open()
        line.setFocus()
        line.selectAll()

    def _cover(self, window: QWidget) -> Locked:
        page = Locked(window, guarding.waiting(self.desk.office))
        page.asked.connect(partial(self._ask, page))
        return page

    def _ask(self, page: Locked, password: str) -> None:
        wait = guarding.waiting(self.desk.office)
        if wait > 0:  # another window's cover was tried meanwhile
            page.refuse("", wait)
            return
        work = partial(guarding.admits, self.desk.office, password)
        self.desk.tasks.run(work, then=partial(self._answered, page), failed=partial(self._failed, page), owner=page)

    def _answered(self, page: Locked, right: bool) -> None:
        if not right:
            page.refuse(self.tr("密码不对，请再试一次。"), guarding.waiting(self.desk.office))
            return
        self.locked = False
        self.covering.uncover()
        self.idle.start()

    def _failed(self, page: Locked, failure: BaseException) -> None:
        if isinstance(failure, Rejected | Trouble):
            page.refuse(str(failure))
            return
        page.refuse(self.tr("程序出了点问题，没有解锁，请再试一次。"))
        raise failure

    @property
    def _host(self) -> QWidget:
        host = self.desk.parent()
        assert isinstance(host, QWidget)
        return host
