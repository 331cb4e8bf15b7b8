"""The way into a workspace on the office's server: where it is, who logs in, the password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from daan_desk.domain.addresses import ServerAddress, address_of, is_server, place_of
from daan_desk.domain.failures import Rejected
from daan_desk.domain.guarding import wait_after
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.kit.secret import secret
from daan_desk.ui.pages.welcome.entrance import Entrance

USUAL = "desk"  # what `server-set-up` is shown with in the manual
MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Joining:
    """A shared workspace to log in to."""

    address: ServerAddress
    password: str = field(repr=False)


class Join(Entrance):
    """`asked` carries a `Joining`, `file_wanted` says that a workspace in a file is meant."""

    asked = Signal(object)
    file_wanted = Signal()

    def __init__(self, recent: Sequence[ServerAddress], parent: QWidget | None = None) -> None:
        super().__init__("连接服务器", "单位的服务器上有大家共用的工作区时，用自己的登录名进入。", parent)
        self.failures, self._left = 0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.recent, self.password = LineList(), secret()
        self.server, self.name, self.user = QLineEdit(), QLineEdit(USUAL), QLineEdit()
        self.server.setPlaceholderText(self.tr("如 10.1.2.3，也可以粘贴整个地址"))
        self.user.setPlaceholderText(self.tr("技术人员给您的登录名"))
        for words, line in (
            (self.tr("服务器"), self.server),
            (self.tr("工作区"), self.name),
            (self.tr("登录名"), self.user),
            (self.tr("密码"), self.password),
        ):
            self.row(words, line)
        self._buttons()
        self._show_recent(recent)
        self.server.editingFinished.connect(self._split)
        self.setFocusProxy(self.password if recent else self.server)

    def show_address(self, address: ServerAddress) -> None:
        """Fill all but the password in, and wait for that."""
        self.server.setText(address.server)
        self.name.setText(address.name)
        self.user.setText(address.user)
        for line in (self.server, self.name, self.user):
            line.setCursorPosition(0)
        self.setFocusProxy(self.password)
        self.password.setFocus()

    def refuse_password(self, sentence: str) -> None:
        """A wrong password: say so, and make the next try wait the longer the more often it was wrong."""
        self.failures += 1
        self._left = wait_after(self.failures)
        self.refuse(sentence, self.password)
        if self._left:
            self._timer.start()
        self._say_wait()

    @property
    def waiting(self) -> int:
        """Seconds until the next try."""
        return self._left

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
        self._say_wait()

    def _say_wait(self) -> None:
        waits = self._left > 0
        self.opening.setEnabled(not waits)
        self.opening.setText(self.tr("请等 {n} 秒再试").format(n=self._left) if waits else self.tr("连接"))

    def _buttons(self) -> None:
        self.filing, self.opening = button(self.tr("打开本机的工作区文件"), "link"), button(self.tr("连接"), "main")
        self.main = self.opening
        self.opening.setDefault(True)
        self.foot.addWidget(self.filing)
        self.foot.addStretch(1)
        self.foot.addWidget(self.opening)
        self.filing.clicked.connect(self.file_wanted)
        self.opening.clicked.connect(self._ask)

    def _show_recent(self, recent: Sequence[ServerAddress]) -> None:
        self.recent.setVisible(len(recent) > 1)
        self.recent.setAccessibleName(self.tr("最近连接的服务器"))
        self.recent.show_lines([Line(a, f"{a.name} · {a.user}", a.server) for a in recent[:MOST_SHOWN]])
        self.recent.setFixedHeight(self.recent.full_height() + 2)
        self.card.body.insertWidget(2, self.recent)
        self.recent.chosen.connect(self.show_address)
        if recent:
            self.show_address(recent[0])

    def _split(self) -> None:
        """Somebody pasted a whole address where only the server is asked for."""
        text = self.server.text()
        if is_server(text):
            try:
                found = place_of(text)
            except Rejected as refused:
                self.refuse(str(refused), self.server)
                return
            assert isinstance(found, ServerAddress)
            self.refuse("")
            self.show_address(found)

    def _ask(self) -> None:
        if self._left > 0:
            return
        self._split()
        for line, sentence in (
            (self.server, self.tr("请填写服务器的名字或地址。")),
            (self.name, self.tr("请填写工作区的名字，就是地址里斜杠后面的那个词。")),
            (self.user, self.tr("请填写您的登录名。")),
            (self.password, self.tr("请输入密码。")),
        ):
            if not line.text().strip():
                self.refuse(sentence, line)
                return
        try:
            address = address_of(self.server.text(), self.name.text(), self.user.text())
        except Rejected as refused:
            self.refuse(str(refused), self.server)
            return
        self.refuse("")
        self.asked.emit(Joining(address, self.password.text()))
