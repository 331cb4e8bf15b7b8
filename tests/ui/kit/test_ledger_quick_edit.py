"""A safe field is changed in the table itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from daan_desk.ui.kit.editors_base import Editor
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests.ui.kit.made_up import MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[..., LedgerPage]


def test_that_a_quick_edit_is_saved_by_enter(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    editor = edited(page, "revenue")
    QTest.keyClick(line_of(editor), Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(line_of(editor), "88")
    QTest.keyClick(line_of(editor), Key.Key_Return)
    page.desk.tasks.settle()
    assert source.acts == [("change", ("r000000", {"revenue": "88"}))]
    assert source.row("r000000")["revenue"] == 88
    assert page.table.selected_ids() == ("r000000",)


def test_that_a_quick_edit_that_cannot_be_read_stays_open_with_the_sentence(
    page_of: Pages, source: MadeUpSource
) -> None:
    page = page_of(source)
    editor = edited(page, "revenue")
    QTest.keyClick(line_of(editor), Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(line_of(editor), "abc")
    QTest.keyClick(line_of(editor), Key.Key_Return)
    QApplication.processEvents()
    assert editor.isVisible()
    assert "abc" in QToolTip.text()
    assert source.acts == []
    QTest.keyClick(line_of(editor), Key.Key_Escape)
    assert source.row("r000000")["revenue"] != "abc"
    QToolTip.hideText()


def test_that_an_edit_that_changes_nothing_is_no_act(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    editor = edited(page, "revenue")
    QTest.keyClick(line_of(editor), Key.Key_Return)
    page.desk.tasks.settle()
    assert source.acts == []


def edited(page: LedgerPage, name: str) -> Editor:
    index = page.model.index(0, page.body.columns.names().index(name))
    index.data()
    page.desk.tasks.settle()
    page.table.setFocus()
    page.table.selectRow(0)
    page.table.setCurrentIndex(index)
    QTest.keyClick(page.table, Key.Key_F2)
    found = page.table.viewport().findChildren(Editor)
    assert len(found) == 1
    return found[0]


def line_of(editor: Editor) -> QWidget:
    proxy = editor.focusProxy()
    assert isinstance(proxy, QWidget)
    return proxy
