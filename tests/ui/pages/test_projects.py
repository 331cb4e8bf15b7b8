"""Projects in a picture of their times, and the sheet of their months."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.services import records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.services.projects import ProgressPage, ProjectsPage, TimesView

Opened = Callable[..., Any]


def project(office: Office, name: str, **values: object) -> str:
    return records.add(office, "projects", {"name": name, "kind": "技改", "stage": "在建", **values}).first("projects")


def times(page: ProjectsPage, tasks: Tasks) -> TimesView:
    page.show_view("times")
    tasks.settle()
    found = page.faces["times"]
    assert isinstance(found, TimesView)
    return found


def test_that_projects_stand_in_the_order_of_their_begin_with_the_late_ones_named(
    opened: Opened, office: Office, tasks: Tasks
) -> None:
    project(office, "后开工的", plan_start="2027-01-01", plan_finish="2027-09-01", stage="签约")
    project(office, "该开工没开工的", plan_start="2026-03-01", plan_finish="2027-03-01", stage="签约")
    project(office, "没有日期的")
    project(office, "竣工的", plan_start="2025-01-01", stage="竣工", finished="2026-01-01")
    page = opened(ProjectsPage)  # who lets go of it lets go of its views
    view = times(page, tasks)
    assert [one.title for one in view.chart.model.schedules] == ["该开工没开工的", "后开工的", "没有日期的"]
    assert view.told.text().startswith("3 个项目") and "红色 1 个" in view.told.text()
    view.done.click()
    tasks.settle()
    assert len(view.chart.model.schedules) == 4


def test_that_enter_on_a_line_opens_the_project(opened: Opened, office: Office, tasks: Tasks, real_desk: Desk) -> None:
    one = project(office, "热处理改造", plan_start="2026-03-01")
    ways: list[Journey] = []
    real_desk.went.connect(ways.append)
    page = opened(ProjectsPage)  # who lets go of it lets go of its views
    view = times(page, tasks)
    view.chart.list.setCurrentIndex(view.chart.model.index(0, 0))
    QTest.keyClick(view.chart.list, Qt.Key.Key_Return)
    assert [(way.key, way.target.record if way.target else "") for way in ways] == [("projects", one)]


def test_that_no_project_says_what_to_do_first(opened: Opened, tasks: Tasks) -> None:
    page = opened(ProjectsPage)  # who lets go of it lets go of its views
    view = times(page, tasks)
    assert view.empty.isVisible() and not view.card.isVisible()


def test_that_the_month_has_a_line_for_every_project_under_way(opened: Opened, office: Office, tasks: Tasks) -> None:
    project(office, "热处理改造", plan_start="2026-03-01", plan_year=1000)
    page = opened(ProgressPage)
    board = page.face("sheet")
    assert board.model.row(0).title == "热处理改造"
    board.model.type([(0, 0, "120"), (0, 1, "600")])
    board.save()
    tasks.settle()
    assert board.model.counts() == (0, 0, 0)
    assert board.model.row(0).values["done_year"] == 600
