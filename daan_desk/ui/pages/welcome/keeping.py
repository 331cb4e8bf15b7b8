"""What the officer's menu offers about the workspace itself: a copy of it, its keys, a thorough check."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.services import care, guarding
from daan_desk.services.care import Health
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box
from daan_desk.ui.kit.page import Choice
from daan_desk.ui.kit.saved_files import ask_place, offer_file
from daan_desk.ui.pages.welcome.entrance import ENDING
from daan_desk.ui.pages.welcome.password import PasswordBox
from daan_desk.ui.pages.welcome.recovery import recovery_box


class Keeping(QObject):
    """Bound to one open workspace; its boxes open over the window that the desk belongs to."""

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__(desk)
        self.desk, self.place = desk, place
        self.box: Box | None = None  # the one that is open, for tests

    @property
    def name(self) -> str:
        """The workspace as officers call it."""
        return self.desk.office.database.name

    def choices(self) -> tuple[Choice, ...]:
        """The lines of the menu, found in the palette too; a server's copies and keys are its administrators'."""
        checking = Choice(self.tr("检查工作区"), self.check, self.name, "circle-check")
        if self.desk.office.database.shared:
            return (checking,)
        return (
            Choice(self.tr("备份工作区…"), self.back_up, self.name, "download"),
            checking,
            Choice(self.tr("恢复密钥…"), self.show_key, self.name, "key-round"),
            Choice(self.tr("修改密码…"), self.ask_password, self.name, "lock"),
        )

    def back_up(self) -> None:
        """Ask where to and make a copy in the background."""
        to = ask_place(self._host, self.desk.preferences, f"{self.name}-备份-{self.desk.office.today():%Y%m%d}", ENDING)
        if to:
            self.desk.tasks.run(partial(care.back_up, self.desk.office, to), then=self._kept, owner=self)

    def check(self) -> None:
        """Verify pages, journal, rows and files, and tell what was found."""
        self.desk.tell(self.tr("正在检查工作区…"))
        self.desk.tasks.run(partial(care.check, self.desk.office), then=self._checked, owner=self)

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

    def _kept(self, file: Path) -> None:
        self.box = offer_file(self._host, file, self.tr("备份已存好，用同一个密码打开"))

    def _checked(self, health: Health) -> None:
        if not health.problems:
            told = self.tr("工作区完好：核对了 {rows} 条记录和 {entries} 条变动")
            self.desk.tell(told.format(rows=f"{health.rows:,}", entries=f"{health.entries:,}"), tone="good")
            return
        sentence = self.tr("请不要继续录入，用最近的备份恢复，并把下面的内容发给维护人员。")
        plan = Plan(self.tr("检查发现 {n} 处问题").format(n=len(health.problems)), sentence, (), health.problems)
        self.box = plan_box(self._host, plan)
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.open()

    @property
    def _host(self) -> QWidget:
        host = self.desk.parent()
        assert isinstance(host, QWidget)
        return host
