"""A month that is walked through by keys and opened by click."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.calendar import MonthCalendar, month_after
from daan_desk.ui.kit.month_grid import Entry, placed
from daan_desk.ui.kit.theme import Theme

TODAY = date(2026, 11, 23)
ENTRIES = tuple(Entry(n, TODAY, f"走访 {n}") for n in range(5))


@pytest.fixture
def calendar(qtbot: QtBot, theme: Theme) -> MonthCalendar:
    made = MonthCalendar(TODAY)
    qtbot.addWidget(made)
    made.resize(800, 640)
    made.show()
    return made


def test_that_weeks_begin_on_monday_and_the_month_is_whole(calendar: MonthCalendar) -> None:
    days = calendar.grid.days
    assert days.day_at(0, 0) == date(2026, 10, 26)
    assert days.day_at(5, 6) == date(2026, 12, 6)
    assert [days.headerData(n, Qt.Orientation.Horizontal) for n in (0, 6)] == ["周一", "周日"]
    assert calendar.title.text() == "2026年11月"


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageDown, date(2026, 12, 1)),
        (Qt.Key.Key_PageUp, date(2026, 10, 1)),
    ],
)
def test_that_keys_walk_by_day_week_and_month(qtbot: QtBot, calendar: MonthCalendar, key: Qt.Key, day: date) -> None:
    qtbot.keyClick(calendar.grid, key)
    assert calendar.grid.day == day


def test_that_walking_out_of_the_month_turns_it_and_tells(qtbot: QtBot, calendar: MonthCalendar) -> None:
    with qtbot.waitSignal(calendar.month_turned) as turned:
        qtbot.keyClick(calendar.grid, Qt.Key.Key_Down)
        qtbot.keyClick(calendar.grid, Qt.Key.Key_Down)
    assert turned.args == [date(2026, 12, 1)]
    assert calendar.title.text() == "2026年12月"
    assert calendar.grid.day == date(2026, 12, 7)


def test_that_the_buttons_turn_and_come_back_to_today(qtbot: QtBot, calendar: MonthCalendar) -> None:
    qtbot.mouseClick(calendar.after, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(calendar.after, Qt.MouseButton.LeftButton)
    assert calendar.title.text() == "2027年1月"
    qtbot.mouseClick(calendar.before, Qt.MouseButton.LeftButton)
    assert calendar.title.text() == "2026年12月"


def test_that_enter_and_a_double_click_open_the_day(qtbot: QtBot, calendar: MonthCalendar) -> None:
    opened: list[object] = []
    calendar.day_opened.connect(opened.append)
    qtbot.keyClick(calendar.grid, Qt.Key.Key_Return)
    place = calendar.grid.visualRect(calendar.grid.currentIndex()).center()
    qtbot.mouseDClick(calendar.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [TODAY, TODAY]


def test_that_a_click_on_an_entry_opens_it_and_beside_it_does_not(qtbot: QtBot, calendar: MonthCalendar) -> None:
    calendar.show_entries(ENTRIES)
    opened: list[object] = []
    calendar.entry_opened.connect(opened.append)
    cell = calendar.grid.visualRect(calendar.grid.currentIndex())
    first = placed(QRectF(cell), ENTRIES)[0][0].center().toPoint()
    qtbot.mouseClick(calendar.grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseClick(calendar.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell.topRight())
    assert opened == [0]


def test_that_entries_without_room_are_counted(calendar: MonthCalendar) -> None:
    shown = placed(QRectF(0, 0, 120, 26 + 2 * 22 + 2), ENTRIES)
    assert [(entry.key, more) for _, entry, more in shown] == [(0, 0), (1, 3)]
    assert placed(QRectF(0, 0, 120, 20), ENTRIES) == []


def test_that_new_entries_leave_the_day_where_it_was(qtbot: QtBot, calendar: MonthCalendar) -> None:
    qtbot.keyClick(calendar.grid, Qt.Key.Key_Right)
    calendar.show_entries(ENTRIES, {date(2026, 11, 28): "休"})
    assert calendar.grid.day == date(2026, 11, 24)


def test_that_a_day_is_read_aloud_with_its_entries(calendar: MonthCalendar) -> None:
    calendar.show_entries(ENTRIES[:1], {TODAY: "班"})
    spoken = calendar.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "11月23日 班\n走访 0"


@pytest.mark.parametrize(
    ("day", "by", "first"),
    [
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), -1, date(2025, 12, 1)),
        (date(2026, 5, 5), 14, date(2027, 7, 1)),
    ],
)
def test_that_months_are_counted_over_the_year(day: date, by: int, first: date) -> None:
    assert month_after(day, by) == first
