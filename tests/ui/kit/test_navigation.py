"""Groups of the navigation fold by click and by key, are remembered, and never hide the page that is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.navigation import Navigation
from daan_desk.ui.kit.navigation_group import NavGroup
from daan_desk.ui.kit.page import Page, PageEntry
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.theme import Theme

GROUPS = (("工作", 8), ("台账", 12), ("经济", 5), ("材料", 4), ("办公室", 3))
ENTRIES = tuple(
    PageEntry(f"{group}{at}", f"{group}页面{at}", "house", group, Page)
    for group, count in GROUPS
    for at in range(count)
)
Made = Callable[[], Navigation]


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, preferences: Preferences) -> Made:
    def make(entries: tuple[PageEntry, ...] = ENTRIES) -> Navigation:
        side = Navigation("大安企服台", entries, preferences)
        qtbot.addWidget(side)
        side.resize(side.width(), 768)
        side.show()
        side.mark(entries[0].key)
        QApplication.processEvents()
        return side

    return make


def group(side: Navigation, words: str) -> NavGroup:
    return next(one for one in side.groups if one.words == words)


def heading(side: Navigation, words: str) -> QPushButton:
    found = group(side, words).heading
    assert found is not None
    return found


def in_sight(side: Navigation) -> set[str]:
    """The keys of the rows that lie wholly inside the list as it stands."""
    port = side._scroll.viewport()
    return {
        key
        for key, row in side.rows.items()
        if row.isVisible() and port.rect().contains(row.rect().translated(row.mapTo(port, row.rect().topLeft())))
    }


def test_that_of_many_pages_the_daily_ones_the_short_groups_and_every_heading_are_in_sight(made: Made) -> None:
    side = made()
    assert in_sight(side) == {*(f"工作{at}" for at in range(8)), *(f"办公室{at}" for at in range(3))}
    last = heading(side, "办公室")
    assert last.mapTo(side, last.rect().bottomLeft()).y() < side.status.y()


def test_that_few_pages_are_all_open(made: Callable[..., Navigation]) -> None:
    few = tuple(PageEntry(key, key, "house", group, Page) for key, group in (("a", ""), ("b", "企业"), ("c", "办公")))
    side = made(few)
    assert in_sight(side) == {"a", "b", "c"}
    assert side.groups[0].heading is None


def test_that_a_click_opens_and_folds_a_group(qtbot: QtBot, made: Made) -> None:
    side = made()
    assert not side.rows["材料0"].isVisible()
    qtbot.mouseClick(heading(side, "材料"), Qt.MouseButton.LeftButton)
    assert side.rows["材料0"].isVisible()
    assert "已展开" in heading(side, "材料").accessibleName()
    qtbot.mouseClick(heading(side, "材料"), Qt.MouseButton.LeftButton)
    assert not side.rows["材料0"].isVisible()
    assert heading(side, "材料").accessibleName() == "材料，已收起，共 4 页"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_that_keys_open_a_group(qtbot: QtBot, made: Made, key: Qt.Key) -> None:
    side = made()
    qtbot.keyClick(heading(side, "经济"), key)
    assert side.rows["经济0"].isVisible()
    qtbot.keyClick(heading(side, "经济"), Qt.Key.Key_Left)
    assert not side.rows["经济0"].isVisible()


def test_that_what_was_folded_is_remembered(qtbot: QtBot, made: Made) -> None:
    side = made()
    for words in ("材料", "办公室"):
        qtbot.mouseClick(heading(side, words), Qt.MouseButton.LeftButton)
    again = made()
    assert again.rows["材料0"].isVisible()
    assert not again.rows["办公室0"].isVisible()
    assert not again.rows["台账0"].isVisible()


def test_that_the_group_of_the_open_page_is_always_open(qtbot: QtBot, made: Made) -> None:
    side = made()
    side.mark("台账3")
    assert group(side, "台账").opened
    qtbot.mouseClick(heading(side, "台账"), Qt.MouseButton.LeftButton)
    assert side.rows["台账3"].isVisible()
    side.mark("工作0")
    assert not group(side, "台账").opened, "it was opened for its page only"


def test_that_the_row_of_the_open_page_is_brought_into_sight(made: Made) -> None:
    side = made()
    side.resize(side.width(), 400)
    QApplication.processEvents()
    side.mark("办公室2")
    QApplication.processEvents()
    assert "办公室2" in in_sight(side)
    assert [key for key, row in side.rows.items() if row.isChecked()] == ["办公室2"]


def test_that_enter_on_a_row_chooses_its_page(qtbot: QtBot, made: Made) -> None:
    side = made()
    with qtbot.waitSignal(side.chosen) as told:
        qtbot.keyClick(side.rows["工作3"], Qt.Key.Key_Return)
    assert told.args == ["工作3"]


def test_that_rows_keep_their_height_and_no_word_is_cut(made: Made) -> None:
    side = made()
    side.mark("台账0")
    QApplication.processEvents()
    shown = [row for row in side.rows.values() if row.isVisible()]
    assert {row.height() for row in shown} == {40}
    buttons = [one for one in side.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()] == []


def test_that_rows_close_ranks_on_a_low_screen_so_that_every_open_one_is_in_sight(made: Made) -> None:
    side = made(ENTRIES[:12])
    heights = {}
    for height in (900, 640, 400):
        side.resize(side.width(), height)
        QApplication.processEvents()
        bar = side._scroll.verticalScrollBar()
        heights[height] = (side.rows["工作0"].height(), bar.maximum() == 0)
    assert heights[900] == (40, True)
    assert heights[400] == (40, False)
    assert heights[640][1] and 35 <= heights[640][0] < 40
