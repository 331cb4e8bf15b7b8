"""Days and months are typed in passing, stepped, or picked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.editors_day import DayEditor, MonthEditor
from tests.ui.kit.typing_hands import opened, pressed, typed

Key = Qt.Key


@pytest.mark.parametrize(
    ("keys", "day"),
    [("3.5", "2026-03-05"), ("11-20", "2025-11-20"), ("2026-1-2", "2026-01-02"), ("20240503", "2024-05-03")],
)
def test_that_a_day_typed_in_passing_is_understood(qtbot: QtBot, around: Around, keys: str, day: str) -> None:
    editor = opened(qtbot, "founded", around)
    assert isinstance(editor, DayEditor)
    typed(editor, keys)
    pressed(editor, Key.Key_Return)
    assert editor.line.text() == day


def test_that_words_for_days_are_understood_and_the_weekday_stands_beside(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "founded", around)
    assert isinstance(editor, DayEditor)
    editor.line.setText("昨天")
    assert editor.day() == date(2026, 3, 4)
    assert editor.weekday.text() == "周三"


def test_that_arrows_step_days_and_begin_with_today(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "founded", around)
    pressed(editor, Key.Key_Up)
    assert editor.raw() == "2026-03-05"
    pressed(editor, Key.Key_Up, Key.Key_Down, Key.Key_Down)
    assert editor.raw() == "2026-03-04"


def test_that_a_day_picked_in_the_calendar_is_taken(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "founded", around)
    assert isinstance(editor, DayEditor)
    pressed(editor, Key.Key_F4)
    popup = editor._popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate().toPython() == date(2026, 3, 5)
    with qtbot.waitSignal(editor.changed):
        QTest.keyClick(popup.calendar.findChild(QWidget, "qt_calendar_calendarview"), Key.Key_Right)
        QTest.keyClick(popup.calendar.findChild(QWidget, "qt_calendar_calendarview"), Key.Key_Return)
    assert editor.raw() == "2026-03-06"
    assert not popup.isVisible()


def test_that_a_month_takes_words_arrows_and_its_popup(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "since", around)
    assert isinstance(editor, MonthEditor)
    editor.line.setText("上月")
    assert editor.month() == "2026-02"
    pressed(editor, Key.Key_Down, Key.Key_Down)
    assert editor.raw() == "2025-12"
    editor.open_popup()
    popup = editor._popup
    assert popup is not None
    assert "2025" in popup.title.text()
    popup.turn(-1)
    popup._taken(6)
    assert editor.raw() == "2024-06"
