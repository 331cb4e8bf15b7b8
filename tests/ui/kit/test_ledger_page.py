"""A ledger's page as a whole: actions, columns, refreshes, and the door in from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.bulk import BulkDialog
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_column_chooser import ColumnChooser
from daan_desk.ui.kit.ledger_columns import default_names, default_width
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.page import Target
from tests.ui.kit.made_up import THINGS, MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[..., LedgerPage]


def test_that_an_action_is_told_what_the_page_shows(page_of: Pages, source: MadeUpSource) -> None:
    heard: list[Shown] = []
    page = page_of(source, actions=(LedgerAction("导出 Excel", "download", heard.append, keys="Ctrl+E"),))
    page.control.search_for("宏达")
    page.control.sort("revenue")
    page.desk.tasks.settle()
    page.table.selectRow(1)
    QTest.mouseClick(page.bar.buttons["导出 Excel"][0], Qt.MouseButton.LeftButton)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_E, Mod.ControlModifier)
    assert heard[0] == heard[1]
    assert heard[0].question == page.control.question()
    assert heard[0].question.text == "宏达"
    assert heard[0].question.sort == ("revenue",)
    assert heard[0].columns == default_names(THINGS)
    assert heard[0].selected == page.table.selected_ids()
    assert [choice.text for choice in page.choices()] == ["导出 Excel", "新增企业"]


def test_that_buttons_for_rows_are_there_only_when_rows_are_selected(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    bulk = page.bar.buttons["批量修改"][0]
    assert not bulk.isVisible()
    page.table.selectRow(1)
    assert bulk.isVisible()
    QTest.mouseClick(bulk, Qt.MouseButton.LeftButton)
    assert isinstance(page.records.dialog, BulkDialog)
    assert page.records.dialog.ids == ("r000001",)
    page.records.dialog.reject()


def test_that_ctrl_n_makes_a_record_that_is_then_selected(page_of: Pages, source: MadeUpSource, qtbot: QtBot) -> None:
    page = page_of(source, fresh={"state": "正常"})
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_N, Mod.ControlModifier)
    dialog = page.records.dialog
    assert isinstance(dialog, FormDialog)
    dialog.form.cells["name"].editor.fill("新来的企业")
    dialog.save()
    page.desk.tasks.settle()
    assert source.acts == [("add", {"name": "新来的企业", "state": "正常"})]
    assert page.model.rowCount() == 31
    assert page.table.selected_ids() == ("n30",)


def test_that_a_fixed_ledger_only_shows(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source, fixed=True)
    assert page.bar.buttons == {}
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Key.Key_Delete)
    page.desk.tasks.settle()
    assert page.records.dialog is None


def test_that_columns_and_widths_are_remembered(page_of: Pages, source: MadeUpSource, qtbot: QtBot) -> None:
    page = page_of(source)
    chooser = ColumnChooser(THINGS, page.body.columns.names(), page)
    qtbot.addWidget(chooser)
    chooser.chosen.connect(page.body.columns.choose)
    for row in range(chooser.list.count()):
        item = chooser.list.item(row)
        keep = item.text() in ("企业名称", "上年营业收入", "备注")
        item.setCheckState(Qt.CheckState.Checked if keep else Qt.CheckState.Unchecked)
    chooser.list.insertItem(0, chooser.list.takeItem(chooser.list.count() - 1))
    chooser.list.insertItem(0, chooser.list.takeItem(chooser.list.count() - 1))
    chooser.accept()
    page.table.head.resizeSection(page.body.columns.names().index("revenue"), 222)
    page.body.columns._keep()
    again = page_of(source)
    assert again.body.columns.names() == page.body.columns.names()
    assert set(again.body.columns.names()) == {"name", "revenue", "notes"}
    assert again.table.columnWidth(again.body.columns.names().index("revenue")) == 222
    again.body.columns.reset()
    assert page_of(source).body.columns.names() == default_names(THINGS)


def test_that_a_dragged_column_takes_its_place_for_good(page_of: Pages, source: MadeUpSource, qtbot: QtBot) -> None:
    page = page_of(source)
    before = page.body.columns.names()
    page.table.head.moveSection(2, 0)
    qtbot.waitUntil(lambda: page.body.columns.names() != before)
    assert page.body.columns.names() == (before[2], before[0], before[1], *before[3:])
    assert [page.table.head.logicalIndex(at) for at in range(len(before))] == list(range(len(before)))
    assert page_of(source).body.columns.names() == page.body.columns.names()


def test_that_spare_room_goes_to_the_column_that_names_a_row(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.body.columns.show_names(("name", "state"))
    assert page.table.columnWidth(1) == default_width(THINGS["state"])
    assert page.table.columnWidth(0) + page.table.columnWidth(1) == page.table.viewport().width()
    page.resize(1400, 640)
    assert page.table.columnWidth(0) + page.table.columnWidth(1) == page.table.viewport().width()


def test_that_the_menu_of_a_header_hides_its_column(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    menu = page.body.column_menu("town")
    words = [action.text() for action in menu.actions()]
    assert words == ["排序", "作为次要排序（Shift+单击）", "筛选…", "", "隐藏这一列", "选择列…"]
    menu.actions()[4].trigger()
    assert "town" not in page.body.columns.names()
    assert "排序" not in [action.text() for action in page.body.column_menu("light").actions()]


def test_that_only_acts_on_this_ledger_or_its_links_are_read_again(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    source.asked_rows.clear()
    page.refresh(Changes("a", "别处", {"other": ("x",)}))
    page.desk.tasks.settle()
    page.model.index(0, 0).data()
    page.desk.tasks.settle()
    assert source.asked_rows == []
    page.refresh(Changes("a", "改镇街", {"places": ("t1",)}))
    page.desk.tasks.settle()
    page.table.viewport().repaint()
    page.desk.tasks.settle()
    assert sum(source.asked_rows) >= 30


def test_that_a_page_that_nobody_sees_reads_again_when_it_is_seen(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source, shown=False)
    del source.kept["r000003"]
    page.refresh(Changes("a", "删除", {"things": ("r000003",)}))
    page.desk.tasks.settle()
    assert page.model.rowCount() == 30
    page.show()
    page.desk.tasks.settle()
    assert page.model.rowCount() == 29


def test_that_a_target_opens_a_record_or_a_new_one(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.show_for(Target(record="r000002"))
    page.desk.tasks.settle()
    dialog = page.records.dialog
    assert isinstance(dialog, FormDialog)
    assert dialog.record == "r000002"
    dialog.reject()
    page.show_for(Target(fresh={"name": "从别处来"}))
    dialog = page.records.dialog
    assert isinstance(dialog, FormDialog)
    assert dialog.form.raws()["name"] == "从别处来"
    dialog.reject()
    page.show_for(None)
