"""What menu and page offer for the workspace as a whole: a copy wherever the officer wants it, a thorough check."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.domain.failures import Trouble
from daan_desk.services import care, copies
from daan_desk.services.care import Health
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box
from daan_desk.ui.kit.saved_files import ask_place, offer_file
from daan_desk.ui.kit.tasks import Tasks

ENDING = ".daan"


class Caring(QObject):
    """Its boxes open over `host`."""

    def __init__(self, desk: Desk, host: QWidget | None = None) -> None:
        super().__init__(host or desk)
        self.desk, self._host = desk, host
        self.box: Box | None = None  # the one that is open, for tests

    @property
    def host(self) -> QWidget:
        """What boxes open over: the window that the desk belongs to where nothing else was said."""
        host = self._host or self.desk.parent()
        assert isinstance(host, QWidget)
        return host

    def back_up(self) -> None:
        """Ask where to and make a copy in the background."""
        stem = self.tr("{name}-备份-{day}").format(
            name=self.desk.office.database.name, day=f"{self.desk.office.today():%Y%m%d}"
        )
        to = ask_place(self.host, self.desk.preferences, stem, ENDING)
        if to:
            self.desk.tasks.run(partial(care.back_up, self.desk.office, to), then=self._kept, owner=self)

    def check(self) -> None:
        """Verify pages, journal, rows and files, and tell what was found."""
        self.desk.tell(self.tr("正在检查工作区…"))
        whole = self.tr("工作区完好：核对了 {rows} 条记录和 {entries} 条变动")
        remedy = self.tr("请不要继续录入，用最近的备份恢复，并把下面的内容发给维护人员。")
        told = partial(self.tell_health, whole, remedy)
        self.desk.tasks.run(partial(care.check, self.desk.office), then=told, owner=self)

    def tell_health(self, whole: str, remedy: str, health: Health) -> None:
        """That all is well, or what is not and what to do about it."""
        if not health.problems:
            self.desk.tell(whole.format(rows=f"{health.rows:,}", entries=f"{health.entries:,}"), tone="good")
            return
        title = self.tr("检查发现 {n} 处问题").format(n=len(health.problems))
        self.box = plan_box(self.host, Plan(title, remedy, (), health.problems))
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.open()

    def _kept(self, file: Path) -> None:
        self.box = offer_file(self.host, file, self.tr("备份已存好，用同一个密码打开"))


class SecondPlace(QObject):
    """Carries the newest copy to the second place in a thread of its own: a slow stick keeps nobody waiting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk, self.tasks = desk, Tasks("carry", self)

    def begin(self) -> None:
        """Ask where to; nothing happens where none is set or it lies there already."""
        if not self.desk.office.database.shared:
            self.desk.tasks.run(partial(copies.on_the_way, self.desk.office), then=self._carry, owner=self)

    def _carry(self, way: tuple[Path, Path, Path] | None) -> None:
        if way is None:
            self._close()
        else:
            work = partial(copies.carried, *way)
            self.tasks.run(work, then=self._close, failed=self._failed, owner=self)

    def _failed(self, failure: BaseException) -> None:
        """A stick that is not there is no reason to stop anybody: it is said and goes away by itself."""
        if isinstance(failure, Trouble):
            self.desk.tell(str(failure), tone="warn")
        else:
            self.desk.complain(failure)
        self._close()

    def _close(self, _: object = None) -> None:
        self.tasks.close()
