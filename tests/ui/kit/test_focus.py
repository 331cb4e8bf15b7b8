"""Whoever works by keys sees where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.calendar import MonthCalendar
from daan_desk.ui.kit.cards import NumberCard, button
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.navigation import NavRow
from daan_desk.ui.kit.page import PageEntry
from daan_desk.ui.kit.theme import Theme
from tests.ui.kit.test_calendar import TODAY


def checked(widget: QCheckBox | QRadioButton) -> QWidget:
    widget.setChecked(True)
    return widget


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("基本信息")
    made.addTab("资质")
    return made


def chip() -> QToolButton:
    made = QToolButton()
    made.setText("全部")
    made.setProperty("look", "chip")
    return made


def nav() -> NavRow:
    entry = PageEntry("home", "工作首页", "house", "", lambda desk: pytest.fail("no page is made here"))
    return NavRow(entry, "Ctrl+1")


KINDS: list[Callable[[], QWidget]] = [
    lambda: button("导入"),
    lambda: button("新建", "main"),
    lambda: button("删除", "danger"),
    lambda: button("查看", "link"),
    lambda: checked(QCheckBox("规上企业")),
    lambda: QCheckBox("不公开"),
    lambda: checked(QRadioButton("实地走访")),
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QDateEdit,
    QSpinBox,
    tabs,
    chip,
    nav,
    lambda: NumberCard("逾期问题", "triangle-alert"),
]


def taken(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def changed(one: QImage, other: QImage) -> int:
    """How many pixels differ between the two."""
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("make", KINDS)
def test_that_the_focus_can_be_seen(qtbot: QtBot, theme: Theme, make: Callable[[], QWidget], dark: bool) -> None:
    theme.switch(dark)
    window, other, wanted = QWidget(), QPushButton("别处"), make()
    qtbot.addWidget(window)
    room = QVBoxLayout(window)
    room.addWidget(other)
    room.addWidget(wanted)
    window.show()
    window.activateWindow()
    other.setFocus()
    without = taken(wanted)
    wanted.setFocus()
    assert wanted.hasFocus()
    with_ = taken(wanted)
    assert without.size() == with_.size()
    assert changed(without, with_) >= wanted.width() // 2


def test_that_the_marked_day_of_a_month_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    calendar = MonthCalendar(TODAY)
    qtbot.addWidget(calendar)
    calendar.resize(700, 500)
    calendar.show()
    image = taken(calendar.grid.viewport())
    cell = calendar.grid.visualRect(calendar.grid.currentIndex())
    edge = {image.pixelColor(x, cell.center().y()).name() for x in range(cell.left(), cell.left() + 4)}
    assert colour("accent").name() in edge
