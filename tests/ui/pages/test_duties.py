"""The coverage board at the screen: who owes what, where a click leads, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from daan_desk.services import records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.rows import ROW, LineList
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.duties.page import DutiesPage
from tests import builders
from tests.ui.pages.journeys import reached

Opened = Callable[[type[Page]], DutiesPage]


@pytest.fixture
def work(office: Office) -> dict[str, str]:
    """A leader with one enterprise visited this month and one only called; a chief officer with one not visited."""
    leader, chief = builders.officer(office), builders.officer(office, "陈志远", "企业首席服务官")
    found = {"leader": leader, "chief": chief}
    for name, officer, role in (
        ("甲公司", leader, "县级领导"),
        ("乙公司", leader, "县级领导"),
        ("丙公司", chief, "企业首席服务官"),
    ):
        found[name] = builders.enterprise(office, name)
        values = {"enterprise": found[name], "officer": officer, "role": role, "since": "2026-01-01"}
        records.add(office, "assignments", values)
    found["visit"] = builders.visit(office, found["甲公司"], day="2026-11-05", led_by=leader)
    builders.visit(office, found["乙公司"], day="2026-11-06", led_by=leader, way="电话")
    return found


def cells(page: DutiesPage, row: int) -> list[str]:
    table = page.frame.officers
    return [table.item(row, at).text() for at in range(table.columnCount())]


def choose(qtbot: QtBot, listed: LineList, row: int) -> None:
    """A real click on a line."""
    place = listed.visualRect(listed.model().index(row, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_six_enterprises_of_an_officer_are_in_sight_on_a_small_screen(
    work: dict[str, str], opened: Opened
) -> None:
    page = opened(DutiesPage)
    page.resize(1158, 693)  # what a screen of 1366 × 768 leaves
    page.desk.tasks.settle()
    assert page.frame.side.waiting.height() >= 6 * ROW


def test_that_without_assignments_the_page_says_what_to_do_first(
    qtbot: QtBot, opened: Opened, went: list[Journey]
) -> None:
    page = opened(DutiesPage)
    assert page.frame.empty.isVisible()
    assert page.window().focusWidget() is page.frame.empty.doing
    assert not page.frame.body.isVisible()
    qtbot.mouseClick(page.frame.empty.doing, Qt.MouseButton.LeftButton)
    assert went[0].key == "assignments"


def test_that_the_board_says_what_is_owed_done_called_and_when_next(work: dict[str, str], opened: Opened) -> None:
    page = opened(DutiesPage)
    assert cells(page, 0) == ["县级领导", "王建国", "2", "2", "1", "1", "1", "2026-11-23"]
    assert cells(page, 1) == ["企业首席服务官", "陈志远", "1", "1", "0", "0", "1", "2026-11-23"]
    assert page.frame.numbers["coverage"].number.text() == "33.3%"
    assert page.frame.numbers["coverage"].note.text() == "本月 1/3 家"
    assert page.frame.numbers["missing"].number.text() == "2"


def test_that_an_enterprise_that_waits_leads_to_a_visit_that_is_filled_in(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    page = opened(DutiesPage)
    lines = page.frame.side.waiting.lines
    assert [(line.title, line.pill.text) for line in lines if line.pill] == [
        ("乙公司", "宜 11月23日"),
        ("甲公司", "已完成"),
    ]
    assert lines[0].detail == "2026年11月 0/1 · 电话 1 次 · 还没有走访过"
    choose(qtbot, page.frame.side.waiting, 0)
    choose(qtbot, page.frame.side.waiting, 1)
    assert went[0].target is not None
    assert went[0].target.fresh == {"enterprise": work["乙公司"], "led_by": work["leader"]}
    assert reached(office, went[1]) == {work["visit"]}


def test_that_arrows_walk_through_officers_and_enter_opens_what_waits(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    page = opened(DutiesPage)
    page.frame.officers.setFocus()
    qtbot.keyClick(page.frame.officers, Qt.Key.Key_Down)
    assert page.frame.side.own.title.text() == "陈志远 已完成 0/1 家"
    qtbot.keyClick(page.frame.officers, Qt.Key.Key_Return)
    qtbot.mouseClick(page.frame.side.own.link, Qt.MouseButton.LeftButton)
    assert [reached(office, journey) for journey in went] == [{work["丙公司"]}] * 2
    choose(qtbot, page.frame.side.waiting, 0)
    assert went[2].target is not None
    assert went[2].target.fresh == {"enterprise": work["丙公司"], "companions": "陈志远"}


def test_that_the_cards_open_the_enterprises_behind_them(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    page = opened(DutiesPage)
    for key in ("coverage", "missing", "forgotten", "crowds"):
        qtbot.mouseClick(page.frame.numbers[key], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    waiting = {work["乙公司"], work["丙公司"]}
    assert [reached(office, journey) for journey in went] == [waiting, waiting, waiting, set()]


def test_that_a_role_and_an_order_are_chosen(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, tasks: Tasks
) -> None:
    for name in ("丁公司", "戊公司"):
        values = {"enterprise": builders.enterprise(office, name), "officer": work["chief"], "since": "2026-01-01"}
        records.add(office, "assignments", {**values, "role": "企业首席服务官"})
    page = opened(DutiesPage)
    assert [one.name for one in page.bearers()] == ["王建国", "陈志远"]
    qtbot.mouseClick(page.frame.chips["need"], Qt.MouseButton.LeftButton)
    assert [cells(page, row)[1] for row in (0, 1)] == ["陈志远", "王建国"]
    qtbot.mouseClick(page.frame.roles["县级领导"], Qt.MouseButton.LeftButton)
    assert page.frame.officers.rowCount() == 1
    assert page.frame.numbers["missing"].number.text() == "1"
    assert page.frame.roles["县级领导"].isChecked()


def test_that_the_end_of_the_month_before_can_be_looked_at(
    qtbot: QtBot, work: dict[str, str], opened: Opened, tasks: Tasks
) -> None:
    page = opened(DutiesPage)
    qtbot.mouseClick(page.frame.chips["before"], Qt.MouseButton.LeftButton)
    tasks.settle()
    assert cells(page, 0)[2:7] == ["2", "2", "0", "0", "2"]
    assert page.frame.told.text().startswith("截至 10月31日")


def test_that_the_neglected_and_the_crowded_are_named_with_their_ways(
    qtbot: QtBot, work: dict[str, str], opened: Opened, office: Office, went: list[Journey]
) -> None:
    some = {builders.visit(office, work["甲公司"], day=f"2026-11-{day}") for day in (10, 11)}
    page = opened(DutiesPage)
    assert page.frame.side.tabs.tabText(1) == "久未走访 2"
    page.frame.side.tabs.setCurrentIndex(1)
    choose(qtbot, page.frame.side.forgotten, 0)
    page.frame.side.tabs.setCurrentIndex(2)
    assert page.frame.side.crowds.lines[0].detail == "近 30 天已有 3 批走访"
    choose(qtbot, page.frame.side.crowds, 0)
    assert went[0].target is not None
    assert went[0].target.fresh == {"enterprise": page.found.forgotten[0].id} if page.found else False
    assert reached(office, went[1]) == {*some, work["visit"]}


def test_that_a_visit_logged_elsewhere_pays_at_once(
    work: dict[str, str], opened: Opened, office: Office, real_desk: Desk, tasks: Tasks
) -> None:
    page = opened(DutiesPage)
    values = {"enterprise": work["乙公司"], "day": office.today(), "way": "实地", "led_by": work["leader"]}
    real_desk.act(lambda: records.add(office, "visits", values))
    tasks.settle()
    tasks.settle()
    assert cells(page, 0)[4] == "2"


def test_that_the_board_goes_into_a_workbook_and_onto_paper(
    qtbot: QtBot,
    work: dict[str, str],
    opened: Opened,
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = opened(DutiesPage)
    wanted = tmp_path / "任务.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    qtbot.mouseClick(page.frame.export, Qt.MouseButton.LeftButton)
    tasks.settle()
    book = load_workbook(wanted)
    written = list(book["走访任务明细"].iter_rows(2, 4, values_only=True))
    assert [row[:3] for row in written] == [
        ("县级领导", "王建国", "乙公司"),
        ("县级领导", "王建国", "甲公司"),
        ("企业首席服务官", "陈志远", "丙公司"),
    ]
    (box,) = page.findChildren(Box)
    box.reject()
    qtbot.mouseClick(page.frame.printing, Qt.MouseButton.LeftButton)
    assert page.preview is not None
    assert page.preview.paper.title == "走访任务明细"
    page.preview.tasks.settle(60)
    page.preview.reject()
