"""The import itself: a copy first, one act, how long it still takes, and a way to stop that leaves nothing behind."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from daan_desk.domain.copies import BEFORE_IMPORT
from daan_desk.services import care, imports
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.tasks import Job, Progress
from daan_desk.ui.pages.imports.study import Study


class Carriage:
    """One import on its way; it is stopped by its own flag, so that a stop that comes too late is told as done."""

    def __init__(self, office: Office, study: Study) -> None:
        self._office, self.study = office, study
        self._stop = Event()

    def stop(self) -> None:
        """Ask it to leave nothing behind."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def carry(self, job: Job) -> Changes:
        """Copy the workspace, write all of it or nothing, then remember what the officer taught."""
        plan = self.study.plan
        assert plan is not None
        job.report(0, 0, "正在备份…")
        care.automatic(self._office, BEFORE_IMPORT)
        changes = imports.carry_out(self._office, plan, progress=job.report, cancelled=self._stop.is_set)
        if self.study.wishes.taught:
            imports.remember(self._office, plan)
        return changes


def time_left(done: int, total: int, milliseconds: int) -> str:
    """“约还需 12 秒”, from how long the part that is done took; "" while nobody can know."""
    if not done or not total or done >= total or milliseconds < 500:
        return ""
    seconds = round(milliseconds / 1000 * (total - done) / done)
    if seconds < 2:
        return "马上就好"
    return f"约还需 {seconds} 秒" if seconds < 90 else f"约还需 {round(seconds / 60)} 分钟"


class CarryBar(QWidget):
    """The foot: what would be written and the button; while it is written a bar and the way to stop."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said, self.bar = label("", "small"), QProgressBar()
        self.doing, self.stopping = button("", "main"), button(self.tr("取消"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(260)
        self.bar.setAccessibleName(self.tr("导入进度"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        for part in (self.bar, self.stopping, self.doing):
            row.addWidget(part)
        self.doing.clicked.connect(self.wanted)
        self.stopping.clicked.connect(self._stop)
        self._clock = QElapsedTimer()
        self.show_busy(busy=False)

    def show_study(self, study: Study) -> None:
        """Say what the button will do."""
        extras = len(study.plan.extras) if study.plan else 0
        beside = self.tr("，另带 {n} 条相关记录").format(n=f"{extras:,}") if extras else ""
        self.doing.setText(self.tr("导入 {n} 条").format(n=f"{study.writes:,}"))
        self.doing.setEnabled(study.writes + extras > 0)
        told = self.tr("将写入 {n} 条{beside}。导入前自动备份，导入后可以撤销。")
        none = self.tr("没有需要写入的内容。")
        words = told.format(n=f"{study.writes:,}", beside=beside) if study.writes + extras else none
        self.said.setText(words if study.plan else "")

    def show_busy(self, busy: bool) -> None:
        """Show the bar or the button."""
        here = self.doing.hasFocus() or self.stopping.hasFocus()
        for part in (self.bar, self.stopping):
            part.setVisible(busy)
        self.doing.setVisible(not busy)
        self.stopping.setEnabled(True)
        if here:  # a button that goes takes no focus along
            (self.stopping if busy else self.doing).setFocus()
        if busy:
            self.bar.setRange(0, 0)
            self.said.setText(self.tr("正在备份…"))
            self._clock.start()

    def show_progress(self, progress: Progress) -> None:
        """How far it is, and how long it still takes."""
        if not progress.total:
            return
        if self.bar.maximum() == 0:
            self._clock.restart()
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        left = time_left(progress.done, progress.total, self._clock.elapsed())
        told = self.tr("已写入 {done} / {total} 条").format(done=f"{progress.done:,}", total=f"{progress.total:,}")
        self.said.setText("，".join(part for part in (told, left) if part))

    def _stop(self) -> None:
        self.stopping.setEnabled(False)
        self.said.setText(self.tr("正在取消…"))
        self.stopped.emit()
