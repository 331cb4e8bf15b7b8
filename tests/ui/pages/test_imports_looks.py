"""What is understood is drawn over the sheet, and put right by pointing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.sheets import Sheet
from daan_desk.services.office import Office
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.pages.imports.marks import Mark, Marks
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.sheet_model import SheetModel
from daan_desk.ui.pages.imports.verdict_step import SKIPPED, WARNED
from daan_desk.ui.pages.imports.workbench import COLUMNS, SHEET, VERDICTS
from tests.ui.pages.rosters import FIRMS, book, load, plain, titled, wait

Opened = Callable[[type[ImportsPage]], ImportsPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Opened) -> ImportsPage:
    return opened(ImportsPage)


def test_that_every_row_is_marked_by_word_and_by_colour(page: ImportsPage, tmp_path: Path) -> None:
    path = book(
        tmp_path / "名单.xlsx",
        ("大安区企业名单", None, None),
        ("企业名称", "从业人数", "随手记"),
        (FIRMS[0], 12, None),
        ("无", 5, "缺名称"),
        (FIRMS[1], 7, None),
        ("合计", 24, None),
        merges=("A1:C1",),
        hidden=(5,),
    )
    load(page, path)
    model = page.bench.sheet.model
    words = [model.headerData(row, Qt.Orientation.Vertical) for row in range(6)]
    assert words == ["1  标题", "2  表头", "3", "4  不能导入", "5  隐藏行", "6  跳过"]
    grounds = [model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) for row in range(3)]
    assert grounds == [colour("violet-soft"), colour("accent-soft"), None]
    assert "合计" in str(model.headerData(5, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole))
    over = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert over == ["A  企业名称", "B  从业人数", "C"]
    assert model.index(2, 2).data(Qt.ItemDataRole.ForegroundRole) == colour("faint")


def test_that_the_header_is_put_right_by_pointing_at_its_row(page: ImportsPage, tmp_path: Path) -> None:
    path = book(tmp_path / "两种.xlsx", ("企业名称", "联系电话"), ("企业名称", "镇街"), (FIRMS[0], "牛佛镇"))
    load(page, path)
    page.bench.go_to(SHEET)
    step = page.bench.sheet
    rows = step.table.verticalHeader()
    spot = QPoint(20, rows.sectionViewportPosition(1) + 8)
    QTest.mouseClick(rows.viewport(), LEFT, pos=spot)
    assert step.selected_rows() == (2,)
    QTest.mouseClick(step.these, LEFT)
    wait(page)
    assert page.study is not None
    assert page.study.layout.header_rows == (2,)
    assert [match.field for match in page.study.columns] == ["name", "town"]
    QTest.mouseClick(step.none, LEFT)
    wait(page)
    assert page.study.layout.header_rows == ()
    assert page.bench.head.refusal.isVisible()
    QTest.mouseClick(step.again, LEFT)
    wait(page)
    assert page.study.wishes.header_rows is None


def test_that_another_ledger_and_another_sheet_can_be_chosen(page: ImportsPage, tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["企业名称", "联系电话"])
    made.active.append([FIRMS[0], "13800000001"])
    other = made.create_sheet("部门")
    for row in (["部门名称", "电话"], ["区经信局", "0813-5550001"]):
        other.append(row)
    made.save(tmp_path / "两张.xlsx")
    load(page, tmp_path / "两张.xlsx")
    head = page.bench.head
    assert head.ledgers.currentText() == "企业名录"
    at = next(at for at in range(head.sheets.count()) if head.sheets.itemText(at).startswith("部门"))
    head.sheets.setCurrentIndex(at)
    head.sheets.activated.emit(at)
    wait(page)
    head.ledgers.setCurrentIndex(head.ledgers.findData("departments"))
    head.ledgers.activated.emit(head.ledgers.currentIndex())
    wait(page)
    assert page.study is not None
    assert page.study.sheet.name == "部门"
    assert head.reason.text() == "由人指定"
    assert page.study.writes == 1


def test_that_skipped_rows_and_warnings_say_why_and_lead_to_the_sheet(
    page: ImportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = ((FIRMS[0], "城东街道"), (FIRMS[0], "城东街道"), ("合计", None))
    load(page, plain(tmp_path, *rows, heads=("企业名称", "镇街")))
    step = page.bench.verdicts
    step.turn(SKIPPED)
    said = [step.model.index(row, 1).data() for row in range(step.model.rowCount())]
    assert any("与第 2 行重复" in words for words in said)
    step.turn(WARNED)
    assert any("城东街道" in str(step.model.index(row, 1).data()) for row in range(step.model.rowCount()))
    step.turn(SKIPPED)
    QTest.mouseClick(step.table.viewport(), LEFT, pos=step.table.visualRect(step.model.index(0, 1)).center())
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert page.bench.stack.currentIndex() == SHEET
    assert page.bench.sheet.selected_rows() == (3,)


def test_that_the_steps_follow_each_other_by_their_buttons(page: ImportsPage, tmp_path: Path) -> None:
    load(page, titled(tmp_path))
    page.bench.go_to(SHEET)
    QTest.mouseClick(page.bench.sheet.onward, LEFT)
    assert page.bench.stack.currentIndex() == COLUMNS
    QTest.mouseClick(page.bench.columns.onward, LEFT)
    assert page.bench.stack.currentIndex() == VERDICTS


def test_that_a_sheet_of_a_hundred_thousand_rows_costs_no_more_than_what_is_seen() -> None:
    asked: list[int] = []

    class Watched(tuple[tuple[str, ...], ...]):
        def __getitem__(self, at: object) -> object:
            asked.append(0)
            return super().__getitem__(at)  # type: ignore[index]

    rows = Watched([("甲",)] * 100_000)
    model = SheetModel()
    model.show_sheet(Sheet("大表", rows), Marks(data=frozenset({99_999})))
    before = len(asked)
    assert model.rowCount() == 100_000
    assert model.index(99_998, 0).data() == "甲"
    assert model.marks.of(99_999)[0] is Mark.DATA
    assert len(asked) - before <= 2


def test_that_several_sheets_of_one_shape_are_read_together(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    made = Workbook()
    made.remove(made.active)
    for town, firm in (("大山铺镇", FIRMS[0]), ("牛佛镇", FIRMS[1])):
        sheet = made.create_sheet(town)
        for row in (("企业名称", "联系电话"), (firm, "13800000001"), (f"{firm}二厂", "13800000002")):
            sheet.append(row)
    made.save(tmp_path / "各镇街.xlsx")
    load(page, tmp_path / "各镇街.xlsx")
    model = page.bench.verdicts.model
    assert page.bench.head.sheets.currentText() == "2 张表合在一起（4 行）"
    assert [model.index(row, 0).data() for row in range(4)] == ["大山铺镇 2", "大山铺镇 3", "牛佛镇 2", "牛佛镇 3"]
    page.bench.go_to(SHEET)
    assert not page.bench.sheet.none.isEnabled()
    assert "大山铺镇" in page.bench.sheet.said.text()
