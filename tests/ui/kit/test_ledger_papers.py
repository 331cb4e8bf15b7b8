"""A ledger's page to a workbook, to paper, to the clipboard, and the way to imports."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from daan_desk.domain.questions import Question, Where
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.kit.export_box import ExportBox
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.paper import Grid
from daan_desk.ui.kit.preview import Preview
from tests.ui.kit.papers_at_work import (
    FIRMS,
    LEFT,
    Pages,
    carried_out,
    cells,
    exporting,
    more,
    offered,
    page_of_two,
    papers,
)


@pytest.fixture
def page(page_at: Pages, office: Office, tmp_path: Path) -> LedgerPage:
    return page_of_two(page_at, office, tmp_path)


def test_that_a_plain_page_offers_files_in_a_calm_order(page: LedgerPage) -> None:
    shown = [press for press in page.bar.findChildren(QPushButton) if press.isVisible()]
    words = [press.text() for press in sorted(shown, key=lambda press: press.x())]
    assert words == ["导入", "导出 Excel", "更多", "新增企业"]
    assert offered(page) == ["打印…", "填写上级表格…", "下载导入模板…", "复制全部行", "从备份找回…"]
    page.table.selectRow(0)
    QApplication.processEvents()
    shown = [press for press in page.bar.findChildren(QPushButton) if press.isVisible()]
    words = [press.text() for press in sorted(shown, key=lambda press: press.x())]
    assert words == ["批量修改", "删除", "更多", "新增企业"]
    assert page.bar.geometry().right() <= page.width()


def test_that_a_page_where_nothing_is_made_only_leads_out(page_at: Pages) -> None:
    fixed = page_at("enterprises", LedgerSetup(fixed=True))
    assert list(fixed.bar.buttons) == ["导出 Excel"]
    assert offered(fixed) == ["打印…", "复制全部行"]


def test_that_two_clicks_make_the_workbook_of_what_is_shown(page: LedgerPage, tmp_path: Path) -> None:
    page.control.sort("employees")
    page.control.sort("employees")
    page.desk.tasks.settle()
    box = exporting(page)
    assert box.place == tmp_path / "企业名录-20261123.xlsx"
    carried_out(page, box)
    rows = cells(tmp_path / "企业名录-20261123.xlsx")
    assert [row[0] for row in rows[1:3]] == [FIRMS[1], FIRMS[0]]
    assert len(rows[0]) == len(page.body.columns.names())
    assert "不公开备注" not in rows[0]
    assert box.heading.text() == "已导出 2 条"
    box.reject()
    assert exporting(page).place.name == "企业名录-20261123-2.xlsx"


def test_that_private_fields_leave_only_when_ticked(page: LedgerPage) -> None:
    box = exporting(page)
    box.columns.button(1).click()
    carried_out(page, box)
    assert "不公开备注" not in cells(box.place)[0]
    box.reject()
    box = exporting(page)
    box.private.setFocus()
    QTest.keyClick(box.private, Qt.Key.Key_Space)
    carried_out(page, box)
    rows = cells(box.place)
    assert "欠税" in rows[1] + rows[2]
    box.reject()


def test_that_a_filter_holds_for_the_workbook_and_so_do_selected_rows(page: LedgerPage) -> None:
    page.control.search_for("华岭")
    page.desk.tasks.settle()
    box = exporting(page)
    carried_out(page, box)
    assert [row[0] for row in cells(box.place)[1:2]] == [FIRMS[1]]
    box.reject()
    page.control.clear()
    page.desk.tasks.settle()
    page.table.selectAll()
    papers(page).export(page.shown())
    page.desk.tasks.settle()
    box = papers(page).dialog
    assert isinstance(box, ExportBox)
    assert box.rows.button(1).text() == "只要选中的 2 条"
    box.rows.button(1).click()
    assert set(box.question().where[0].value) == set(page.table.selected_ids())  # type: ignore[call-overload]
    box.reject()


def test_that_a_place_that_cannot_be_written_is_told_in_the_box_and_mended_there(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = exporting(page)
    box.show_place(tmp_path / "没有" / "名录.xlsx")
    carried_out(page, box)
    assert "不存在" in box.status.text()
    assert box.doing.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "名录"), ""))
    QTest.mouseClick(box.change, LEFT)
    assert box.place == tmp_path / "名录.xlsx"
    carried_out(page, box)
    assert box.place.exists()
    box.reject()


def test_that_file_and_folder_are_opened_after_an_export(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True)
    for words in ("打开文件", "打开所在文件夹"):
        box = exporting(page)
        carried_out(page, box)
        press = next(press for press in box.findChildren(QPushButton) if press.text() == words)
        place = box.place
        QTest.mouseClick(press, LEFT)
        assert opened.pop() == str(place if words == "打开文件" else tmp_path)


def test_that_the_page_is_printed_as_it_is_shown(page: LedgerPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.desk.tasks.settle()
    preview = papers(page).dialog
    assert isinstance(preview, Preview)
    preview.tasks.settle()
    table = preview.paper.blocks[0].table  # type: ignore[union-attr]
    assert [column.name for column in table.columns] == list(page.body.columns.names())
    assert len(table.rows) == 2
    preview.reject()


def test_that_a_printed_list_says_which_rows_it_leaves_out_and_as_of_when(page: LedgerPage) -> None:
    page.control.filter("town", (Where("town", "is", "牛佛镇"),))
    page.control.search_for("天工")
    page.desk.tasks.settle()
    more(page, "打印")
    preview = papers(page).dialog
    assert isinstance(preview, Preview)
    preview.tasks.settle()
    grid = preview.paper.blocks[0]
    assert isinstance(grid, Grid)
    assert grid.under == "镇街：牛佛镇　搜索“天工”　共 1 条　2026年11月23日"
    preview.reject()


def test_that_import_leads_where_files_come_in_and_says_from_where(page: LedgerPage) -> None:
    journeys: list[Journey] = []
    page.desk.went.connect(journeys.append)
    QTest.mouseClick(page.bar.buttons["导入"][0], LEFT)
    assert journeys == [Journey("imports", Target(question=Question("enterprises")))]


def test_that_all_rows_are_copied_when_none_is_selected(page: LedgerPage) -> None:
    more(page, "复制全部行")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[0].split("\t")[0] == "企业名称"
