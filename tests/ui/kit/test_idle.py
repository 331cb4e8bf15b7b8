"""Whether anybody works, told by a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.idle import Idle

CONTROL_L = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


@dataclass
class Watch:
    """A clock, the setting, and how often somebody was found to be away."""

    now: float = 0.0
    minutes: int = 15
    found: int = 0

    def count(self) -> None:
        self.found += 1


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def idle(qtbot: QtBot, watch: Watch) -> Iterator[Idle]:
    made = Idle(lambda: watch.minutes, CONTROL_L, clock=lambda: watch.now)
    made.wanted.connect(watch.count)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.hasFocus)
    return made


def after(idle: Idle, watch: Watch, seconds: float) -> int:
    watch.now += seconds
    idle.look()
    return watch.found


def test_that_quiet_minutes_are_told_when_they_are_full(idle: Idle, watch: Watch) -> None:
    assert after(idle, watch, 15 * 60 - 1) == 0
    assert after(idle, watch, 1) == 1


def test_that_a_key_and_a_click_begin_the_minutes_anew(qtbot: QtBot, idle: Idle, watch: Watch, line: QLineEdit) -> None:
    assert after(idle, watch, 14 * 60) == 0
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert after(idle, watch, 14 * 60) == 0
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert after(idle, watch, 14 * 60) == 0
    assert line.text() == "a"
    assert after(idle, watch, 60) == 1


def test_that_the_mouse_over_the_window_and_an_input_method_are_somebody(
    qtbot: QtBot, idle: Idle, watch: Watch, line: QLineEdit
) -> None:
    assert after(idle, watch, 14 * 60) == 0
    QTest.mouseMove(line.windowHandle(), line.rect().center())
    QApplication.processEvents()
    assert after(idle, watch, 14 * 60) == 0
    written = QInputMethodEvent()
    written.setCommitString("走访")
    QApplication.sendEvent(line, written)
    assert after(idle, watch, 14 * 60) == 0
    assert after(idle, watch, 60) == 1


def test_that_none_means_never_and_another_setting_holds_at_once(idle: Idle, watch: Watch) -> None:
    watch.minutes = 0
    assert after(idle, watch, 1e6) == 0
    watch.minutes = 1
    assert after(idle, watch, 0) == 1


def test_that_the_keys_tell_at_once_and_no_field_gets_them(
    qtbot: QtBot, idle: Idle, watch: Watch, line: QLineEdit
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert watch.found == 1
    idle.stop()
    qtbot.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert watch.found == 1
