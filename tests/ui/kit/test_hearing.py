"""What others did waits for a calm moment, and comes at once and as one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from daan_desk.services.changes import Changes
from daan_desk.services.hearing import Lost
from daan_desk.ui.kit.hearing import Calm
from daan_desk.ui.kit.line_strip import LineStrip
from daan_desk.ui.kit.tasks import Tasks
from tests.builders import MONDAY

ONE = Changes("1", "", {"issues": ("a",)}, elsewhere=True)
TWO = Changes("2", "", {"issues": ("a", "b"), "steps": ("c",)}, elsewhere=True)


@pytest.fixture
def calm(tasks: Tasks) -> Iterator[Calm]:
    made = Calm(tasks)
    made.gap = 0.0
    made._timer.setInterval(60_000)  # the looks are taken by hand
    yield made
    made.deleteLater()


@pytest.fixture
def came(calm: Calm) -> list[Changes]:
    got: list[Changes] = []
    calm.came.connect(got.append)
    return got


def test_that_several_acts_of_others_come_as_one(calm: Calm, came: list[Changes]) -> None:
    for changes in (ONE, TWO):
        calm.put(changes)
    calm.look()
    assert came == [Changes("2", "", {"issues": ("a", "b"), "steps": ("c",)}, elsewhere=True)]


def test_that_nothing_comes_while_somebody_types(calm: Calm, came: list[Changes], qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    calm.put(ONE)
    for words in ("一", "一个", "一个字"):
        line.setText(words)
        calm.look()
    assert came == []
    calm.look()
    assert came == [ONE]


def test_that_nothing_comes_while_a_cell_is_being_edited(calm: Calm, came: list[Changes], qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    item = QTableWidgetItem("甲")
    table.setItem(0, 0, item)
    table.show()
    table.activateWindow()
    table.editItem(item)
    qtbot.waitUntil(lambda: table.focusWidget() is not table and table.isActiveWindow())
    calm.put(ONE)
    calm.look()
    calm.look()
    assert came == []
    table.closePersistentEditor(item)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    calm.look()
    calm.look()
    assert came == [ONE]


def test_that_what_the_officer_asked_for_goes_first_and_a_busy_office_leaves_pauses(
    calm: Calm, came: list[Changes], tasks: Tasks
) -> None:
    gate = threading.Event()
    tasks.run(gate.wait)
    calm.put(ONE)
    calm.look()
    assert came == []
    gate.set()
    tasks.settle()
    calm.look()
    assert came == [ONE]
    calm.gap = 3600.0
    calm.put(TWO)
    calm.look()
    assert came == [ONE]


def test_that_the_strip_says_since_when_why_and_what_becomes_of_what_is_typed(qtbot: QtBot, theme: object) -> None:
    strip = LineStrip()
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.show_lost(Lost(MONDAY, "与服务器的连接断了。"))
    assert strip.told.text().startswith("09:30 断线：与服务器的连接断了。正在重新连接。")
    strip.show_lost(Lost(MONDAY, "用户名或密码不对，请再试一次。", final=True))
    assert "不再让您进入" in strip.accessibleName()
