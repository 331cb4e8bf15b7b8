"""What the officer's menu offers about the workspace itself: a copy of it, its keys, a thorough check."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.services import guarding, remembering
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.caring import Caring
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Choice
from daan_desk.ui.pages.welcome.password import PasswordBox
from daan_desk.ui.pages.welcome.recovery import recovery_box


class Keeping(QObject):
    """Bound to one open workspace; its boxes open over the window that the desk belongs to."""

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__(desk)
        self.desk, self.place, self.caring = desk, place, Caring(desk)
        self.box: Box | None = None  # the one that is open, for tests

    @property
    def name(self) -> str:
        """The workspace as officers call it."""
        return self.desk.office.database.name

    def choices(self) -> tuple[Choice, ...]:
        """The lines of the menu, found in the palette too; a server's copies and keys are its administrators'."""
        checking = Choice(self.tr("检查工作区"), self.caring.check, self.name, "circle-check")
        changing = Choice(self.tr("修改密码…"), self.ask_password, self.name, "lock")
        if self.desk.office.database.shared:
            return (checking, changing)
        return (
            Choice(self.tr("备份工作区…"), self.caring.back_up, self.name, "download"),
            checking,
            Choice(self.tr("恢复密钥…"), self.show_key, self.name, "key-round"),
            changing,
        )

    def show_key(self) -> None:
        """The key of the recovery sheet."""
        self.box = recovery_box(self._host, self.name, self.place.recovery)

    def ask_password(self) -> None:
        """Another password, then the new recovery sheet."""
        asking = PasswordBox(self._host, self.desk, self.place)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.changed.connect(self._password_changed)
        asking.open()
        self.box = asking

    def _password_changed(self, words: str) -> None:
        """The new sheet; and the copies of earlier passwords, for a password that became known must open nothing."""
        self.desk.tell(self.tr("密码已修改，下次打开请用新密码"), tone="good")
        if not words:
            return
        self.desk.tasks.run(partial(remembering.renew, self.place), owner=self)
        self.box = recovery_box(self._host, self.name, words)
        older = guarding.older_copies(self.desk.office)
        if older:
            self.box.sentence.setText(
                self.tr(
                    "原来的恢复单已作废，请换上这一份。旧密码还能打开 {n} 份自动备份；旧密码泄露过的，请删掉它们。"
                ).format(n=len(older))
            )
            forgetting = button(self.tr("删除旧密码的备份"), "danger")
            forgetting.setAutoDefault(False)
            forgetting.clicked.connect(self.forget_copies)
            forgetting.clicked.connect(forgetting.hide)
            self.box.foot.insertWidget(0, forgetting)

    def forget_copies(self) -> None:
        """Delete the automatic copies that an earlier password opens."""
        work = partial(guarding.forget_older_copies, self.desk.office)
        self.desk.tasks.run(work, then=self._forgotten, owner=self)

    def _forgotten(self, gone: int) -> None:
        self.desk.tell(self.tr("已删除 {n} 份旧密码的备份").format(n=gone), tone="good")

    @property
    def _host(self) -> QWidget:
        host = self.desk.parent()
        assert isinstance(host, QWidget)
        return host
