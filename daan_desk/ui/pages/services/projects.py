"""项目 and their months: the ledger beside a picture of their times, and a month's progress typed in one sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from daan_desk.domain.entry_sheets import EntrySheet
from daan_desk.domain.periods import months_after
from daan_desk.domain.projects import BUILT
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.schedules import Schedule
from daan_desk.services import project_schedules, project_sheets
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import Card, EmptyState, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.entry_board import EntryBoard, EntryWork
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.page import Page, Target
from daan_desk.ui.kit.schedule_chart import ScheduleChart
from daan_desk.ui.kit.view_switch import Views
from daan_desk.ui.kit.views_page import LEDGER, ViewsPage
from daan_desk.ui.pages.services.page import ServicePage

TIMES, SHEET = "times", "sheet"
EMPTY = (
    "calendar-check",
    "没有正在推进的项目",
    "先在“项目”里登记，阶段到“签约”以后，这里每月列出一行，一次填完所有项目的进展。",
    "登记项目",
    "projects",
)


class TimesView(Page):
    """Planned against real time of every project; a line opens the project."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head, self.told = QHBoxLayout(), label("", "small")
        self.done = QToolButton()
        self.done.setText(self.tr("连同已竣工"))
        self.done.setCheckable(True)
        self.done.setProperty("look", "chip")
        self.chart, self.card = ScheduleChart(desk.office.today()), Card()
        self.empty = EmptyState(
            "construction", self.tr("还没有项目"), self.tr("登记项目的计划和实际开工、竣工日期后，这里画出进度。")
        )
        self.head.setSpacing(10)
        self.head.addWidget(self.done)
        self.head.addStretch(1)
        self.head.addWidget(self.told)
        self.card.body.addWidget(self.chart, 1)
        room = page_room(self)
        room.addLayout(self.head)
        for part in (self.card, self.empty):
            room.addWidget(part, 1)
        self.empty.hide()
        self.done.clicked.connect(self.read)
        self.chart.chosen.connect(lambda identity: desk.go("projects", Target(record=identity)))
        self.setFocusProxy(self.chart)
        self.read()

    def concerns(self, changes: Changes) -> bool:
        return changes.touch("projects", "project_months", "enterprises", "settings")

    def read(self) -> None:
        where = () if self.done.isChecked() else (Where("stage", "not", BUILT),)
        work = partial(project_schedules.schedules, self.desk.office, Question("projects", where=where))
        self.desk.tasks.run(work, self._show, owner=self)

    def _show(self, schedules: Sequence[Schedule]) -> None:
        self.chart.show_schedules(schedules)
        self.card.setVisible(bool(schedules))
        self.empty.setVisible(not schedules)
        late = sum(schedule.tone == "red" for schedule in schedules)
        words = self.tr("{n} 个项目，空框是计划，实条是实际，虚线是今天").format(n=len(schedules))
        self.told.setText(words + (self.tr("；红色 {n} 个").format(n=late) if late else ""))


class ProjectsPage(ViewsPage):
    """Two views of the projects."""

    key: ClassVar[str] = "projects"
    title: ClassVar[str] = "项目"
    icon: ClassVar[str] = "construction"
    views: ClassVar[Views] = ((LEDGER, "台账", "rows-3"), (TIMES, "进度图", "chart-gantt"))

    def made(self) -> Mapping[str, Callable[[], tuple[Page, QHBoxLayout, int]]]:
        return {LEDGER: self._ledger, TIMES: self._times}

    def _times(self) -> tuple[Page, QHBoxLayout, int]:
        view = TimesView(self.desk)
        return view, view.head, 0

    def _ledger(self) -> tuple[Page, QHBoxLayout, int]:
        page = ServicePage(self.desk, "projects")
        return page, page.head, 3


class ProgressPage(ViewsPage):
    """Two views of the months."""

    key: ClassVar[str] = "project_months"
    title: ClassVar[str] = "月度进展"
    icon: ClassVar[str] = "calendar-check"
    views: ClassVar[Views] = ((SHEET, "本月填写", "table-2"), (LEDGER, "台账", "rows-3"))

    def made(self) -> Mapping[str, Callable[[], tuple[Page, QHBoxLayout, int]]]:
        return {SHEET: self._sheet, LEDGER: self._ledger}

    def _sheet(self) -> tuple[Page, QHBoxLayout, int]:
        work = EntryWork(
            partial(_load, self.desk.office),
            project_sheets.doubted,
            lambda today: today.replace(day=1),
            months_after,
            ("project_months", "projects", "enterprises"),
            EMPTY,
            (("every", "连同洽谈的"),),
        )
        board = EntryBoard(self.desk, work, self.tr("项目月度进展"))
        return board, board.head, 3

    def _ledger(self) -> tuple[Page, QHBoxLayout, int]:
        page = ServicePage(self.desk, "project_months")
        return page, page.head, 3


def _load(office: Office, day: date, options: frozenset[str]) -> EntrySheet:
    return project_sheets.sheet(office, f"{day:%Y-%m}", "every" in options)
