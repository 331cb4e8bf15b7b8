"""Bringing back, step by step: the password of an old backup, what would change, then the act itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.services import copies, ledgers, restore_plans, restoring
from daan_desk.services.care import Health
from daan_desk.services.changes import Changes
from daan_desk.services.restore_plans import RestorePlan
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.caring import Caring
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box
from daan_desk.ui.kit.secret import secret_box
from daan_desk.ui.pages.backups.record_box import RecordBox

WIDTH = 640
Again = Callable[[str], object]  # the same once more, with the password that was typed


class BringingBack(QObject):
    """`done` comes when everything was brought back."""

    done = Signal()

    def __init__(self, desk: Desk, place: Workplace, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.place, self.host = desk, place, host
        self.caring = Caring(desk, host)
        self.box: Box | None = None  # the one that is open, for tests

    def ask_all(self, copy: Path, password: str = "") -> None:
        """Show what bringing everything back would change."""
        self.desk.tell(self.tr("正在与备份比较…"))
        work = partial(restore_plans.plan, self.place, copy, password)
        self._run(work, partial(self._confirm, copy, password), partial(self.ask_all, copy))

    def ask_one(self, copy: Path, ledger: str = "enterprises", password: str = "") -> None:
        """Choose a record of the backup."""
        work = partial(restoring.older, self.place, copy, ledger, "", password)
        self._run(work, partial(self._choose, (copy, password), ledger), partial(self.ask_one, copy, ledger))

    def prove(self, copy: Path, password: str = "") -> None:
        """Open a backup and check all of it."""
        self.desk.tell(self.tr("正在打开备份核对…"))
        whole = self.tr("备份完好：核对了 {rows} 条记录和 {entries} 条变动")
        remedy = self.tr("这份备份有问题，恢复请用另一份；请马上再备份一次。")

        def told(health: Health) -> None:
            self.caring.tell_health(whole, remedy, health)

        self._run(partial(copies.verified, self.place, copy, password), told, partial(self.prove, copy))

    def _run(self, work: Callable[[], object], then: Callable[..., object], again: Again) -> None:
        self.desk.tasks.run(work, then=then, failed=partial(self._failed, again), owner=self)

    def _failed(self, again: Again, failure: BaseException) -> None:
        if not (isinstance(failure, Rejected) and "password" in failure.problems):
            self.desk.complain(failure)
            return
        box, line = secret_box(self.host, self.tr("备份的密码"), str(failure), self.tr("备份当时的密码"))
        box.accepted.connect(lambda: again(line.text()))
        self._open(box)

    def _confirm(self, copy: Path, password: str, found: RestorePlan) -> None:
        box = plan_box(self.host, told(found, self))
        box.setMinimumWidth(WIDTH)
        work = partial(restoring.restore_here, self.place, copy, password)
        box.accepted.connect(lambda: self.desk.tasks.run(work, then=self._restored, owner=self.desk))
        self._open(box)

    def _restored(self, aside: Path | None) -> None:
        """Everything on the screen is of yesterday: every page reads again, and nothing of before can be undone."""
        self.desk.undo_stack.clear()
        every = {each.name: ("*",) for each in ledgers.ledgers()} | {"settings": ("*",)}
        self.desk.acted.emit(Changes(act="*", name=self.tr("从备份恢复"), ids=every))
        kept = self.tr("，原来的文件留作“{name}”").format(name=aside.name) if aside else ""
        self.desk.tell(self.tr("已恢复到备份时的样子{kept}").format(kept=kept), tone="good")
        self.done.emit()

    def _choose(self, source: tuple[Path, str], ledger: str, found: object) -> None:
        box = RecordBox(self.host, self.desk, self.place, source)
        box.show_ledger(ledger)
        box.show_found(found)
        self._open(box)

    def _open(self, box: Box) -> None:
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        self.box = box


def told(found: RestorePlan, by: QObject) -> Plan:
    """What would change, in words: how many steps are taken back, how many records of each ledger."""
    sentence = by.tr("工作区会回到这份备份时的样子。现在的文件不会删除，改名留在旁边，需要时还能换回来。")
    counts = [(by.tr("备份以后的操作，将不再有"), found.steps)]
    lines = [
        by.tr("{name}：现在 {now} 条，恢复后 {then} 条").format(name=name, now=f"{now:,}", then=f"{then:,}")
        for name, then, now in found.differing
    ]
    if found.steps and not lines:
        lines.append(by.tr("各台账的条数不变，改过的内容回到备份时的样子。"))
    lines += found.newest
    if found.steps > len(found.newest):
        lines.append(by.tr("……"))
    if not found.steps:
        sentence = by.tr("这份备份和现在的内容一样，恢复不会改变什么。")
    return Plan(by.tr("恢复全部"), sentence, counts, lines, by.tr("恢复"), danger=bool(found.steps))
