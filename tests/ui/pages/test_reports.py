"""The page of reports: chosen by hand, counted at once, opened to the rows, kept by name, written and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Where
from daan_desk.domain.reports import Axis, Report
from daan_desk.services import records, reports, saved_reports
from daan_desk.services.office import Office
from daan_desk.ui.kit.chooser import Chooser
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.reports.page import ReportsPage
from tests import builders
from tests.ui.pages.journeys import reached

Opened = Callable[[type[Page]], ReportsPage]


@pytest.fixture
def work(office: Office) -> dict[str, str]:
    """Three issues of two categories, two demands for money."""
    one = builders.enterprise(office, "甲公司", town="大安街道")
    road, plain = builders.issue(office, one), builders.issue(office, one, grade="一般")
    loan = builders.issue(office, one, category="融资", raised="2026-03-02")
    for amount in (300, 200):
        records.add(office, "financing", {"enterprise": one, "amount": amount, "raised": "2026-10-01"})
    return {"road": road, "plain": plain, "loan": loan}


def choose(qtbot: QtBot, chooser: Chooser, key: str) -> None:
    """Choose by keyboard, as somebody who tabs through the page."""
    box = chooser.box
    at = box.findData(key)
    assert at >= 0, key
    while box.currentIndex() != at:
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)
    chooser.chosen.emit()


def words(page: ReportsPage) -> list[list[str]]:
    model = page.results.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_that_an_empty_workspace_says_what_to_do(opened: Opened) -> None:
    page = opened(ReportsPage)
    assert page.results.currentIndex() == 1
    assert page.results.nothing.isVisible()


def test_that_choices_are_counted_at_once_and_every_number_opens_its_rows_by_click_and_enter(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, tasks: Tasks, went: list[Journey]
) -> None:
    page = opened(ReportsPage)
    choose(qtbot, page.builder.columns, "grade")
    tasks.settle()
    assert words(page)[0][0] == "全部"
    assert words(page)[0][-1] == "3"
    table = page.results.table
    at = next(row for row, line in enumerate(words(page)) if line[0] == "融资")
    box = table.visualRect(table.model().index(at, len(words(page)[0]) - 1))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    tasks.settle()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    tasks.settle()
    assert [reached(office, journey) for journey in went] == [{work["loan"]}, set(work.values())]


def test_that_a_sum_by_month_is_a_course_whose_points_open_their_rows(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, tasks: Tasks, went: list[Journey]
) -> None:
    page = opened(ReportsPage)
    choose(qtbot, page.builder.ledger, "financing")
    choose(qtbot, page.builder.rows, "raised")
    choose(qtbot, page.builder.how, "sum")
    tasks.settle()
    assert page.builder.value.isVisible()
    assert words(page) == [["全部", "500"], ["2026-10", "500"]]
    page.results.chart.chosen.emit(("2026-10", "\0"))
    tasks.settle()
    assert len(reached(office, went[0])) == 2


def test_that_conditions_narrow_the_report_and_can_be_taken_off(
    qtbot: QtBot, work: dict[str, str], opened: Opened, tasks: Tasks
) -> None:
    page = opened(ReportsPage)
    page.builder.filter("category", (Where("category", "in", ("融资",)),))
    tasks.settle()
    assert words(page)[0][-1] == "1"
    qtbot.mouseClick(page.builder.chips.chips["category"].cross, Qt.MouseButton.LeftButton)
    tasks.settle()
    assert words(page)[0][-1] == "3"


def test_that_days_of_ones_own_are_taken_and_what_is_no_day_is_said(
    qtbot: QtBot, work: dict[str, str], opened: Opened, tasks: Tasks
) -> None:
    page = opened(ReportsPage)
    choose(qtbot, page.builder.period.stretch, "own")
    first = page.builder.period.ends[0]
    first.setText("2026/3/1")
    first.editingFinished.emit()
    page.builder.period.ends[1].setText("2026-03-31")
    page.builder.period.ends[1].editingFinished.emit()
    tasks.settle()
    assert first.text() == "2026-03-01"
    assert words(page)[0][-1] == "1"
    first.setText("三月")
    first.editingFinished.emit()
    tasks.settle()
    assert page.results.currentIndex() == 2
    assert "看不出是哪段时间" in page.results.problem.sentence.text()
    assert not page.export.isEnabled()


def test_that_a_report_is_kept_under_a_name_opened_again_and_given_up(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, tasks: Tasks
) -> None:
    page = opened(ReportsPage)
    choose(qtbot, page.builder.rows, "enterprise.town")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    (box,) = page.findChildren(Box)
    qtbot.keyClicks(box.findChild(QLineEdit), "towns")
    box.doing.click()
    for _ in range(3):
        tasks.settle()
    assert saved_reports.named_report(office, "towns").rows == Axis("enterprise.town")
    assert (page.names.key, page.state.text()) == ("towns", "")
    choose(qtbot, page.builder.rows, "grade")
    tasks.settle()
    assert page.state.text() == "有改动，尚未保存"
    page.open_named("towns")
    tasks.settle()
    assert page.builder.rows.key == "enterprise.town"
    assert "统计：towns" in [choice.text for choice in page.choices()]
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    for _ in range(3):
        tasks.settle()
    assert saved_reports.saved(office) == {}
    assert page.names.key == ""


def test_that_another_ledger_lets_go_of_conditions_and_columns_of_the_old_one(
    qtbot: QtBot, work: dict[str, str], opened: Opened, tasks: Tasks
) -> None:
    page = opened(ReportsPage)
    page.builder.filter("category", (Where("category", "in", ("融资",)),))
    choose(qtbot, page.builder.columns, "grade")
    choose(qtbot, page.builder.ledger, "projects")
    tasks.settle()
    found = page.builder.report()
    assert (found.ledger, found.columns, found.where) == ("projects", None, ())
    assert page.results.currentIndex() in (1, 2)


def test_that_a_ledger_whose_rows_nothing_brings_together_is_not_offered() -> None:
    offered = {each.name for each in reports.subjects()}
    assert "banks" not in offered
    assert {"issues", "financing", "officers"} <= offered


def test_that_a_kept_report_whose_field_is_gone_is_said_and_the_page_lives(
    opened: Opened, office: Office, tasks: Tasks, real_desk: Desk
) -> None:
    page = opened(ReportsPage)
    said: list[object] = []
    real_desk.complained.connect(said.append)
    page.kept = {"旧": Report("issues", Axis("颜色"), name="旧"), "坏": None}
    page.open_named("旧")
    page.open_named("坏")
    tasks.settle()
    assert "不能按“颜色”分组" in str(said[0])
    assert "请重新做一个" in str(said[1])


def test_that_the_workbook_has_a_native_chart_and_the_paper_a_preview(
    qtbot: QtBot,
    work: dict[str, str],
    opened: Opened,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened(ReportsPage)
    wanted = tmp_path / "统计.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    page.write()
    tasks.settle()
    book = load_workbook(wanted)
    assert book.worksheets[0]["A1"].value == "类别"
    assert len(book["图表"]._charts) == 1
    (box,) = page.findChildren(Box)
    box.reject()
    page.print()
    assert page.papers.preview is not None
    page.papers.preview.tasks.settle(30)
    page.papers.preview.close()


@pytest.mark.parametrize("width", [816, 1158, 1712])
def test_that_nothing_lies_outside_the_page(
    work: dict[str, str], opened: Opened, tasks: Tasks, width: int, qtbot: QtBot
) -> None:
    page = opened(ReportsPage)
    page.resize(width, 700)
    choose(qtbot, page.builder.how, "count")
    tasks.settle()
    QApplication.processEvents()
    for part in (page.builder, page.results, page.printing, page.builder.adding):
        assert part.mapTo(page, QPoint(part.width(), 0)).x() <= width
