"""What the officer's menu offers about the workspace itself: a copy of it, its recovery key, a thorough check."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.services import care
from daan_desk.services.care import Health
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box
from daan_desk.ui.kit.page import Choice
from daan_desk.ui.kit.saved_files import ask_place, offer_file
from daan_desk.ui.pages.welcome.entrance import ENDING
from daan_desk.ui.pages.welcome.recovery import recovery_box


class Keeping(QObject):
    """Bound to one open workspace; its boxes open over the window that the desk belongs to."""

    def __init__(self, desk: Desk, recovery: str) -> None:
        super().__init__(desk)
        self.desk, self._recovery = desk, recovery
        self.box: Box | None = None  # the one that is open, for tests

    @property
    def name(self) -> str:
        """The workspace as officers call it."""
        return self.desk.office.database.path.stem

    def choices(self) -> tuple[Choice, ...]:
        """The lines of the menu, found in the palette too."""
        return (
            Choice(self.tr("备份工作区…"), self.back_up, self.name, "download"),
            Choice(self.tr("检查工作区"), self.check, self.name, "circle-check"),
            Choice(self.tr("恢复密钥…"), self.show_key, self.name, "key-round"),
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
        self.box = recovery_box(self._host, self.name, self._recovery)

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
