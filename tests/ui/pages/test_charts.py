"""The page of charts: every element leads to its rows, spans are chosen, numbers become a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from daan_desk.domain.towns import PLACES
from daan_desk.services import financing, issues, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.share_rows import ShareRows
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.charts.page import ChartsPage
from tests import builders
from tests.ui.pages.journeys import reached

Opened = Callable[[type[Page]], ChartsPage]


@pytest.fixture
def work(office: Office) -> dict[str, str]:
    """Two issues of this month (one overdue with a department, one waiting), one of spring, a visit, some output."""
    one = builders.enterprise(office, "甲公司", town="大安街道", above_scale="是")
    early = Office(office.database, office.officer, builders.at(builders.MONDAY - timedelta(days=12)))
    late = builders.issue(early, one, grade="咨询", title="用电增容", raised=early.today())
    issues.move(early, late, "dispatch", {"lead_department": "区经济和信息化局"})
    waiting = builders.issue(office, one)
    spring = builders.issue(office, one, raised="2026-03-02", category="融资")
    visit = builders.visit(office, one)
    records.add(office, "figures", {"enterprise": one, "month": "2026-10", "output": "105"})
    return {"enterprise": one, "late": late, "waiting": waiting, "spring": spring, "visit": visit}


def click(qtbot: QtBot, card: ChartCard, x: float, y: float) -> None:
    """A real click at a place in the values' units."""
    assert card.plot is not None
    view, box = card.plot.view, card.plot.plot.vb
    place = view.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    qtbot.mouseMove(view.viewport(), place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_an_empty_workspace_says_what_to_do_first(qtbot: QtBot, opened: Opened, went: list[Journey]) -> None:
    page = opened(ChartsPage)
    assert page.empty.isVisible()
    assert not page.area.isVisible()
    qtbot.mouseClick(page.empty.doing, Qt.MouseButton.LeftButton)
    assert went[0].key == "imports"


@pytest.mark.parametrize(
    ("key", "number", "wanted"),
    [
        ("enterprises", "1", {"enterprise"}),
        ("visits", "1", {"visit"}),
        ("raised", "2", {"late", "waiting"}),
        ("rate", "0.0%", {"late", "waiting", "spring"}),
    ],
)
def test_that_a_number_opens_its_rows(
    qtbot: QtBot,
    work: dict[str, str],
    opened: Opened,
    office: Office,
    went: list[Journey],
    key: str,
    number: str,
    wanted: set[str],
) -> None:
    card = opened(ChartsPage).cards.numbers[key]
    assert card.number.text() == number
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert [reached(office, journey) for journey in went] == [{work[name] for name in wanted}] * 2


@pytest.mark.parametrize(
    ("key", "x", "y", "wanted"),
    [
        ("months", 11, 1, {"late", "waiting"}),
        ("months", 3, 0.5, {"spring"}),
        ("towns", 0.5, 0, {"waiting", "spring"}),
        ("towns", 2.5, 0, {"late"}),
        ("towns", 3.1, 0, {"late", "waiting", "spring"}),
        ("categories", 0.5, 1, {"spring"}),
        ("ages", 1.1, 0.5, {"late"}),
        ("ages", 2.87, 0.5, {"spring"}),
    ],
)
def test_that_a_click_on_a_chart_opens_its_rows(
    qtbot: QtBot,
    work: dict[str, str],
    opened: Opened,
    office: Office,
    went: list[Journey],
    key: str,
    x: float,
    y: float,
    wanted: set[str],
) -> None:
    page = opened(ChartsPage)
    page.area.ensureWidgetVisible(page.cards.charts[key])
    click(qtbot, page.cards.charts[key], x, y)
    assert reached(office, went[0]) == {work[name] for name in wanted}


def test_that_a_day_of_the_calendar_opens_its_visits_and_a_month_its_figures(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    page = opened(ChartsPage)
    page.cards.charts["days"].chosen.emit(office.today())
    click(qtbot, page.cards.charts["output"], 11, 50)
    assert reached(office, went[0]) == {work["visit"]}
    assert went[1].key == "figures"
    assert len(reached(office, went[1])) == 1
    assert page.cards.growth.text() == "2026-10 缺上年同月数据（1 家，上年同月 0 家）"


def test_that_a_place_opens_its_issues_and_a_step_of_the_funnel_its_demands(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    bank = records.add(office, "banks", {"name": "甲银行"}).first("banks")
    values = {"enterprise": work["enterprise"], "amount": "300", "purpose": "设备采购"}
    demands = [records.add(office, "financing", values).first("financing") for _ in range(2)]
    financing.push(office, demands[:1], [bank])
    page = opened(ChartsPage)
    row, column = PLACES["大安街道"]
    for key, x, y in (("places", column + 0.5, row + 0.5), ("funnel", 0, 0), ("funnel", 0, 1)):
        page.area.ensureWidgetVisible(page.cards.charts[key])
        click(qtbot, page.cards.charts[key], x, y)
    issues_here = {work["late"], work["waiting"], work["spring"]}
    assert [reached(office, journey) for journey in went] == [issues_here, set(demands), {demands[0]}]


def test_that_a_departments_bar_and_its_pill_lead_to_all_and_to_what_is_overdue(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    more = builders.issue(office, work["enterprise"], title="招工")
    issues.move(office, more, "dispatch", {"lead_department": "区经济和信息化局"})
    page = opened(ChartsPage)
    card = page.cards.charts["departments"]
    listed = card.plot
    assert isinstance(listed, ShareRows)
    box = listed.visualRect(listed.model().index(0, 0))
    for x in (box.left() + 5, box.right() - 20):
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.center().y()))
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    both = {work["late"], more}
    assert [reached(office, journey) for journey in went] == [both, {work["late"]}, both]


def test_that_the_numbers_of_a_chart_lead_to_rows_by_keyboard(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    card = opened(ChartsPage).cards.charts["towns"]
    qtbot.keyClick(card.as_table, Qt.Key.Key_Space)
    table = card._table
    assert table.isVisible()
    table.setFocus()
    table.setCurrentCell(0, 4)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert reached(office, went[0]) == {work["late"]}
    qtbot.mouseClick(card.copying, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().width() == card.width()


def test_that_another_span_counts_anew_and_is_remembered(
    qtbot: QtBot, work: dict[str, str], opened: Opened, tasks: Tasks
) -> None:
    page = opened(ChartsPage)
    qtbot.mouseClick(page.chips["month"], Qt.MouseButton.LeftButton)
    tasks.settle()
    assert page.found is not None
    assert page.found.all.count() == 2
    assert page.cards.spans["towns"].text() == "本月"
    again = opened(ChartsPage)
    assert again.chips["month"].isChecked()
    assert "统计自 2026年11月1日" in again.day.text()


def test_that_new_work_shows_at_once_and_when_the_page_comes_back(
    work: dict[str, str], opened: Opened, office: Office, real_desk: Desk, tasks: Tasks
) -> None:
    page = opened(ChartsPage)
    values = {"enterprise": work["enterprise"], "title": "招工", "category": "用工人才"}
    real_desk.act(lambda: records.add(office, "issues", values))
    tasks.settle()
    tasks.settle()
    assert page.cards.numbers["raised"].number.text() == "3"
    page.hide()
    real_desk.act(lambda: records.remove(office, "issues", [work["spring"]]))
    tasks.settle()
    assert page.found is not None
    assert page.found.all.count() == 4
    page.show()
    tasks.settle()
    assert page.found.all.count() == 3


def test_that_the_workbook_holds_the_numbers_with_native_charts(
    qtbot: QtBot,
    work: dict[str, str],
    opened: Opened,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened(ChartsPage)
    wanted = tmp_path / "图表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    qtbot.mouseClick(page.export, Qt.MouseButton.LeftButton)
    tasks.settle()
    book = load_workbook(wanted)
    assert book["各镇街办理情况"]["A2"].value == "大安街道"
    assert len(book["图表"]._charts) >= 5
    (box,) = page.findChildren(Box)
    assert "统计图表已导出" in box.heading.text()
    box.reject()


@pytest.mark.parametrize("width", [800, 1158, 1712])
def test_that_no_word_is_cut_and_nothing_lies_outside(
    work: dict[str, str], opened: Opened, tasks: Tasks, width: int
) -> None:
    page = opened(ChartsPage)
    page.resize(width, 700)
    tasks.settle()
    QGuiApplication.processEvents()
    cards = [*page.cards.numbers.values(), *page.cards.charts.values()]
    assert all(card.geometry().right() <= page.area.viewport().width() for card in cards)
    shown = [one for card in cards for one in (*card.findChildren(QLabel), *card.findChildren(QPushButton))]
    assert [one.text() for one in shown if one.isVisible() and one.width() < one.minimumSizeHint().width()] == []
