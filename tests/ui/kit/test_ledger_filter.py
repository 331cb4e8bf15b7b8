"""Search, column filters, chips, tabs and saved views narrow a ledger down together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Where
from daan_desk.ui.kit.ledger_asking import Asking, Tab
from daan_desk.ui.kit.ledger_filter_popup import ContainsFilter, RangeFilter, WordsFilter
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests.ui.kit.made_up import MadeUpSource

Key = Qt.Key
Pages = Callable[..., LedgerPage]
TABS = (Tab("全部"), Tab("停产", (Where("state", "is", "停产"),)))


def test_that_searching_waits_for_the_last_key(page_of: Pages, source: MadeUpSource, qtbot: QtBot) -> None:
    page = page_of(source)
    asked: list[str] = []
    page.search.searched.connect(asked.append)
    QTest.keyClicks(page.search, "00007")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["00007"])
    page.desk.tasks.settle()
    assert page.model.ids() == ("r000007",)


def test_that_ctrl_f_goes_to_the_search_box_and_down_back_to_the_rows(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Key.Key_Down)
    assert page.table.hasFocus()


def test_that_enter_searches_at_once_and_esc_shows_all_again(
    page_of: Pages, source: MadeUpSource, qtbot: QtBot
) -> None:
    page = page_of(source)
    page.search.setText("没有这样的")
    QTest.keyClick(page.search, Key.Key_Return)
    page.desk.tasks.settle()
    assert page.body.stack.currentWidget() is page.body.empty
    assert page.body.empty.sentence.text() == "没有符合条件的企业"
    QTest.keyClick(page.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.control.asking.text == "")
    page.desk.tasks.settle()
    assert page.model.rowCount() == 30


def test_that_an_empty_ledger_says_what_to_do_first(page_of: Pages) -> None:
    page = page_of(MadeUpSource(0))
    assert page.body.stack.currentWidget() is page.body.empty
    assert page.body.empty.sentence.text() == "还没有企业"
    page.body.empty.doing.click()
    assert page.records.dialog is not None
    page.records.dialog.close()


def test_that_the_words_of_a_column_come_with_their_counts_and_a_tick_filters(
    page_of: Pages, source: MadeUpSource
) -> None:
    page = page_of(source)
    page.control.open_filter("state")
    page.desk.tasks.settle()
    popup = page.control.popup
    assert popup is not None
    assert isinstance(popup.body, WordsFilter)
    counts = [popup.body.list.item(row).text() for row in range(popup.body.list.count())]
    assert counts == ["正常　8", "减产　8", "停产　7", "注销　7"]
    popup.body.list.item(2).setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(popup, Key.Key_Return)
    page.desk.tasks.settle()
    assert page.model.rowCount() == 7
    assert page.body.chips.chips["state"].words.text() == "经营状态：停产"
    page.body.chips.chips["state"].cross.click()
    page.desk.tasks.settle()
    assert page.model.rowCount() == 30
    assert not page.body.chips.isVisible()


def test_that_a_filter_opens_with_what_it_was_set_to(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.control.filter("state", (Where("state", "in", ("停产",)),))
    page.control.open_filter("state")
    page.desk.tasks.settle()
    popup = page.control.popup
    assert popup is not None
    assert popup.body.where() == (Where("state", "in", ("停产",)),)
    popup.close()


def test_that_days_are_filtered_from_to_in_the_words_of_their_editor(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.control.open_filter("founded")
    popup = page.control.popup
    assert popup is not None
    assert isinstance(popup.body, RangeFilter)
    popup.body.ends["from"].fill("2010.1.1")
    popup.body.ends["to"].fill("什么时候")
    popup.accept()
    assert "什么时候" in popup.problem.text()
    assert popup.isVisible()
    popup.body.ends["to"].fill("2012年12月31日")
    assert popup.body.where() == (Where("founded", "from", "2010-01-01"), Where("founded", "to", "2012-12-31"))
    popup.close()


def test_that_other_columns_are_filtered_by_what_they_contain_or_by_being_empty(
    page_of: Pages, source: MadeUpSource
) -> None:
    page = page_of(source)
    page.control.open_filter("code")
    popup = page.control.popup
    assert popup is not None
    assert isinstance(popup.body, ContainsFilter)
    QTest.keyClicks(popup.body.line, "0003")
    QTest.keyClick(popup.body.line, Key.Key_Return)
    page.desk.tasks.settle()
    assert page.control.asking.where == (Where("code", "has", "0003"),)
    page.control.filter("above", (Where("above", "empty"),))
    page.desk.tasks.settle()
    assert page.body.chips.chips["above"].words.text() == "是否规上：为空"
    page.control.clear_filters()
    page.desk.tasks.settle()
    assert page.model.rowCount() == 30


def test_that_what_is_worked_out_when_shown_is_neither_filtered_nor_sorted(
    page_of: Pages, source: MadeUpSource
) -> None:
    page = page_of(source)
    page.control.open_filter("light")
    page.control.sort("light")
    assert page.control.popup is None
    assert page.control.asking == Asking()
