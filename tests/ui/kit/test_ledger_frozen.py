"""The column that names a row stays in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.ledger_page import LedgerPage
from tests.ui.kit.made_up import MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[..., LedgerPage]


def test_that_the_name_stays_in_sight_while_the_rest_is_scrolled_sideways(
    page_of: Pages, source: MadeUpSource, qtbot: QtBot
) -> None:
    page = page_of(source)
    table, frozen = page.table, page.table.frozen
    assert not frozen.isVisible()
    table.setColumnWidth(0, 250)
    table.setColumnWidth(3, 900)
    table.horizontalScrollBar().setValue(300)
    assert frozen.isVisible()
    assert frozen.width() == 250
    table.verticalScrollBar().setValue(132)
    assert frozen.rowViewportPosition(5) == table.rowViewportPosition(5)
    place = frozen.visualRect(page.model.index(5, 0)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, place)
    assert table.selected_ids() == ("r000005",)
    with qtbot.waitSignal(table.head.sort_wanted) as heard:
        QTest.mouseClick(frozen.head.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, QPoint(30, 15))
    assert heard.args == ["name", False]
    table.scrollTo(page.model.index(5, 1))
    assert table.visualRect(page.model.index(5, 1)).left() >= frozen.width() or not frozen.isVisible()


def test_that_a_name_never_stands_beside_another_rows_figures(page_of: Pages) -> None:
    page = page_of(MadeUpSource(2_000))
    table, frozen = page.table, page.table.frozen
    table.setColumnWidth(3, 1_500)
    QApplication.processEvents()  # the scroll bar learns of it
    table.verticalScrollBar().setValue(44 * 900 + 13)
    table.horizontalScrollBar().setValue(300)
    assert frozen.rowViewportPosition(905) == table.rowViewportPosition(905)
    page.control.search_for("宏达")
    page.desk.tasks.settle()
    assert frozen.isVisible()
    assert table.horizontalScrollBar().value() == 300
    table.verticalScrollBar().setValue(44 * 100 + 7)
    page.resize(1100, 500)
    QApplication.processEvents()
    assert frozen.rowViewportPosition(102) == table.rowViewportPosition(102)
    table.scrollToBottom()
    last = page.model.rowCount() - 1
    assert frozen.rowViewportPosition(last) == table.rowViewportPosition(last)
