"""The table of a ledger under real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.desk import Desk, Message
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_header import sorted_by
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests.ui.kit.made_up import MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[..., LedgerPage]


def clicked_head(page: LedgerPage, name: str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    head = page.table.head
    at = page.body.columns.names().index(name)
    place = QPoint(head.sectionViewportPosition(at) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, mod, place)


def names_shown(page: LedgerPage, column: str, count: int = 5) -> list[object]:
    page.desk.tasks.settle()
    at = page.body.columns.names().index(column)
    for row in range(count):
        page.model.index(row, at).data()
    page.desk.tasks.settle()
    return [page.model.index(row, at).data() for row in range(count)]


def test_that_clicks_sort_up_then_down_and_shift_sorts_second() -> None:
    assert sorted_by(("name",), "town", second=False) == ("town",)
    assert sorted_by(("town",), "town", second=False) == ("-town",)
    assert sorted_by(("-town",), "town", second=False) == ("town",)
    assert sorted_by(("town",), "revenue", second=True) == ("town", "revenue")
    assert sorted_by(("town", "revenue"), "revenue", second=True) == ("town", "-revenue")


def test_that_a_click_on_a_header_sorts_by_sql_and_marks_it(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    clicked_head(page, "town")
    clicked_head(page, "name", Mod.ShiftModifier)
    page.desk.tasks.settle()
    assert page.model.question.sort == ("town", "name")
    assert page.table.head.mark_of("town") == "▲1"
    assert page.table.head.mark_of("name") == "▲2"
    clicked_head(page, "name")
    assert page.table.head.mark_of("town") == "▲1"  # until the answer is there
    names = names_shown(page, "name")
    assert names == sorted((str(row["name"]) for row in source.kept.values()), reverse=True)[:5]
    assert page.table.head.mark_of("name") == "▼"


def test_that_enter_opens_the_record_in_its_form(page_of: Pages, source: MadeUpSource, qtbot: QtBot) -> None:
    page = page_of(source)
    page.table.setFocus()
    page.table.selectRow(3)
    QTest.keyClick(page.table, Key.Key_Return)
    dialog = page.records.dialog
    assert isinstance(dialog, FormDialog)
    page.desk.tasks.settle()
    assert str(source.row("r000003")["name"]) in dialog.windowTitle()
    dialog.reject()


def test_that_a_page_may_open_records_in_its_own_way(page_of: Pages, source: MadeUpSource) -> None:
    opened: list[str] = []
    page = page_of(source, open_record=opened.append)
    page.table.selectRow(2)
    page.table.doubleClicked.emit(page.model.index(2, 0))
    assert opened == ["r000002"]


def test_that_copied_rows_are_a_table_for_excel_with_texts_as_texts(
    page_of: Pages, source: MadeUpSource, told: list[object]
) -> None:
    page = page_of(source)
    page.table.setFocus()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Key.Key_C, Mod.ControlModifier)
    page.desk.tasks.settle()
    data = QGuiApplication.clipboard().mimeData()
    head, line = data.text().split("\n")
    cells = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert cells["代码"] == "91510304MA60000001"
    assert cells["上年营业收入"] == "37.5"
    assert cells["镇街"] == "凉高山街道"
    assert "mso-number-format:'\\@'\">91510304MA60000001</td>" in data.html()
    assert "<td>37.5</td>" in data.html()
    assert told == [Message("已复制 1 行，可以直接粘贴到 Excel")]


def test_that_everything_can_be_selected_and_the_foot_says_how_many(page_of: Pages) -> None:
    page = page_of(MadeUpSource(5_000))
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_A, Mod.ControlModifier)
    assert len(page.table.selected_ids()) == 5_000
    assert page.body.foot.text().startswith("共 5,000 条 · 已选 5,000 条 · 上年营业收入合计 ")
    assert "万元" in page.body.foot.text()


def test_that_delete_names_the_records_and_deletes_only_when_told_to(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.table.setFocus()
    page.table.selectRow(0)
    for agreed in (False, True):
        QTest.keyClick(page.table, Key.Key_Delete)
        page.desk.tasks.settle()
        box = page.records.dialog
        assert box is not None
        assert "删除 1 条企业" in box.windowTitle()
        if agreed:
            box.accept()  # type: ignore[attr-defined]
        else:
            box.reject()  # type: ignore[attr-defined]
        page.desk.tasks.settle()
        assert ("r000000" in source.kept) is not agreed
    page.desk.tasks.settle()
    assert page.model.rowCount() == 29


def test_that_letters_typed_on_the_table_go_to_the_search_box(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_H)
    assert page.search.text() == "h"
    assert page.search.hasFocus()


def test_that_the_menu_offers_what_fits_the_selection(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    assert lines(page) == []
    page.table.selectRow(0)
    assert lines(page) == ["打开", "批量修改", "复制\tCtrl+C", "删除"]
    page.table.selectAll()
    assert lines(page) == ["批量修改", "复制\tCtrl+C", "删除"]


def test_that_only_a_clipped_text_has_a_tool_tip(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    names_shown(page, "name")
    delegate = page.table.itemDelegate()
    index = page.model.index(0, page.body.columns.names().index("name"))
    page.table.setColumnWidth(index.column(), 60)
    assert delegate.is_clipped(page.table, index)
    page.table.setColumnWidth(index.column(), 600)
    assert not delegate.is_clipped(page.table, index)


def test_that_selection_and_place_survive_a_refresh(page_of: Pages, source: MadeUpSource, desk: Desk) -> None:
    page = page_of(source)
    page.table.selectRow(20)
    page.table.scrollToBottom()
    place = page.table.verticalScrollBar().value()
    del source.kept["r000029"]
    page.model.refresh()
    desk.tasks.settle()
    assert page.table.selected_ids() == ("r000020",)
    assert place - page.table.verticalScrollBar().value() <= 44


def lines(page: LedgerPage) -> list[str]:
    menu = QMenu()
    page._fill_menu(menu)
    return [action.text() for action in menu.actions()]
