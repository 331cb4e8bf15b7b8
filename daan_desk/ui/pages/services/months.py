"""A month of figures: what looks odd, the lock when it is approved, and its opening with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from daan_desk.domain.periods import months_after
from daan_desk.domain.questions import Question, Where
from daan_desk.services import figures
from daan_desk.services.changes import Changes
from daan_desk.services.figures import Doubt
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, text_box
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

HEIGHT = 380


class MonthDoor:
    """Asks which month, then checks it, locks it, or opens it again."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None

    def check(self, _shown: Shown) -> None:
        """Name what is odd in a month."""
        self._ask(self.desk.tr("核对哪个月的指标"), self._check)

    def lock(self, _shown: Shown) -> None:
        """Approve a month."""
        act = partial(figures.lock, self.desk.office)
        self._ask(self.desk.tr("锁定哪个月的指标"), lambda month: self._act(partial(act, month)))

    def reopen(self, _shown: Shown) -> None:
        """Open a month again: the month, then why."""
        self._ask(self.desk.tr("重新打开哪个月"), self._why)

    def _why(self, month: str) -> None:
        act = partial(figures.reopen, self.desk.office, month)
        self._line(
            self.desk.tr("为什么重新打开 {m}").format(m=month), "", lambda reason: self._act(partial(act, reason))
        )

    def _act(self, work: Callable[[], Changes]) -> None:
        self.desk.act(work)

    def _ask(self, title: str, then: Callable[[str], object]) -> None:
        month = months_after(self.desk.office.today().replace(day=1), -1)
        self._line(title, f"{month:%Y-%m}", then)

    def _line(self, title: str, text: str, then: Callable[[str], object]) -> None:
        box, line = text_box(self.window(), title, text)
        self.box = box
        box.finished.connect(partial(_told, line, then))
        box.open()

    def _check(self, month: str) -> None:
        work = partial(figures.checks, self.desk.office, month)
        self.desk.tasks.run(work, partial(self._show, month), owner=self.desk)

    def _show(self, month: str, found: Sequence[Doubt]) -> None:
        tr = self.desk.tr
        sentence = tr("有 {n} 处需要核对，点一行打开那条指标。").format(n=len(found))
        title = tr("{m} 指标核对").format(m=month)
        self.box = box = Box(self.window(), title, sentence if found else tr("没有发现异常。"), "badge-check")
        lines = LineList(boxed=True)
        lines.setAccessibleName(title)
        lines.show_lines([Line(one.id, one.enterprise, one.odd.words, Pill("请核对", "amber")) for one in found])
        lines.setFixedHeight(min(HEIGHT, lines.full_height() + 4))
        lines.setVisible(bool(found))
        lines.chosen.connect(self._open)
        box.setMinimumWidth(620)
        box.body.addWidget(lines)
        box.offer(tr("关闭"))
        box.open()

    def _open(self, identity: str) -> None:
        if self.box:
            self.box.accept()
        self.desk.go("figures", Target(question=Question("figures", where=(Where("id", "in", (identity,)),))))


def _told(line: QLineEdit, then: Callable[[str], object], answer: int) -> None:
    if answer == QDialog.DialogCode.Accepted and line.text().strip():
        then(line.text().strip())
