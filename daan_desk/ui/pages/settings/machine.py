"""What counts on this machine alone: how large things are, when the window locks itself, whether the key is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.services import guarding, remembering
from daan_desk.services.remembering import Ring
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.enlarging import EnlargeBox
from daan_desk.ui.kit.lock_minutes import LockMinutes

GROUP = "本机"
FIELD_WIDTH = 160


def machine_cards(desk: Desk) -> tuple[EnlargeCard | LockCard | KeyCard, ...]:
    """The password of a server is remembered by nobody here, and where there is none nothing is locked."""
    size = EnlargeCard(desk)
    if not guarding.can_ask(desk.office):
        return (size,)
    return (LockCard(desk), size) if desk.office.database.shared else (LockCard(desk), KeyCard(desk), size)


class EnlargeCard(Card):
    """For eyes that want larger letters."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tr("文字和界面大小"), parent=parent)
        self.sizes = EnlargeBox(desk.preferences)
        self.sizes.setFixedWidth(FIELD_WIDTH)
        self.body.addWidget(label(self.tr("文字、按钮和表格一起放大；关闭程序再打开时生效。"), "small"))
        self.body.addWidget(self.sizes)

    def read(self) -> None:
        """Another window may have changed it."""
        self.sizes.show_kept()


class LockCard(Card):
    """Kept as it is typed; it takes effect at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tr("自动锁定"), parent=parent)
        self.minutes = LockMinutes(desk.preferences)
        self.minutes.setFixedWidth(FIELD_WIDTH)
        self.body.addWidget(label(self.tr("这么久没有动静就锁定窗口；0 表示从不。按 Ctrl+L 随时锁定。"), "small"))
        self.body.addWidget(self.minutes)
        self.minutes.valueChanged.connect(self.minutes.keep)

    def read(self) -> None:
        """It may have been changed in the menu."""
        self.minutes.show_kept()


class KeyCard(Card):
    """Says whether this machine knows the key, and lets it forget."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tr("在本机记住密码"), parent=parent)
        self.desk = desk
        self._ring: Ring | None = None
        self.state, self.forgetting, row = label("", "small"), button(self.tr("忘记")), QHBoxLayout()
        self.state.setWordWrap(True)
        row.addWidget(self.forgetting)
        row.addStretch(1)
        self.body.addWidget(self.state)
        self.body.addLayout(row)
        self.forgetting.clicked.connect(self.forget)
        self.forgetting.hide()

    def read(self) -> None:
        """Ask the key ring."""
        self.desk.tasks.run(self._found, then=self._show, owner=self)

    def forget(self) -> None:
        """The next opening asks for the password again."""
        if self._ring is not None:
            work = partial(remembering.forget, self._ring, self.desk.office.database.path)
            self.desk.tasks.run(work, then=self._forgotten, owner=self)

    def _forgotten(self, _: None) -> None:
        self.desk.tell(self.tr("本机已忘记密码，下次打开要输入"), tone="good")
        self.read()

    def _found(self) -> tuple[Ring | None, bool]:
        ring = remembering.system_ring()
        return ring, ring is not None and bool(remembering.remembered(ring, self.desk.office.database.path))

    def _show(self, found: tuple[Ring | None, bool]) -> None:
        self._ring, known = found
        words = self.tr("现在没有记住。下次打开时，在密码页勾“在本机记住”，密钥就由系统的钥匙串保管。")
        if self._ring is None:
            words = self.tr("这台电脑没有可用的系统钥匙串，不能记住密码；每次打开都要输入。")
        elif known:
            words = self.tr("已经记住：登录这台电脑的人不用密码就能打开工作区。锁定以后仍要输入密码。")
        self.state.setText(words)
        self.forgetting.setVisible(known)
