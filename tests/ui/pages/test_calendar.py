"""The calendar of visits: days, rest days, what is owed, and a new visit on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.services import records
from daan_desk.services.duties import CalendarDay
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.calendar.page import ALL, MINE, CalendarPage
from daan_desk.ui.pages.calendar.side import kind_of, remark
from tests import builders

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(opened: Callable[[Any], Any], went: list[Journey]) -> Callable[[], CalendarPage]:
    def made() -> CalendarPage:
        found: CalendarPage = opened(CalendarPage)
        found.activateWindow()
        settle(found)
        return found

    return made


Pages = Callable[[], CalendarPage]


def settle(page: CalendarPage) -> None:
    for _ in range(3):
        page.desk.tasks.settle()


def entries(page: CalendarPage, day: date) -> list[str]:
    days = page.calendar.grid.days
    return [entry.text for entry in days.box(*days.place_of(day)).entries]


def test_that_visits_stand_on_their_days_and_the_marked_day_lists_them(office: Office, page: Pages) -> None:
    one = builders.enterprise(office)
    visit = builders.visit(office, one, day="2026-11-20")
    shown = page()
    assert entries(shown, date(2026, 11, 20)) == ["自贡天工机械有限公司"]
    assert shown.of_day.nothing.isVisible()
    for _ in range(3):
        QTest.keyClick(shown.calendar.grid, Key.Key_Left)
    assert shown.of_day.title.text() == "11月20日 周五　工作日"
    assert [(line.key, line.detail) for line in shown.of_day.list.lines] == [(("visits", visit), "李慧敏")]


def test_that_a_visit_opens_from_the_list_and_a_new_one_begins_on_the_day(
    office: Office, page: Pages, went: list[Journey]
) -> None:
    visit = builders.visit(office, builders.enterprise(office), day="2026-11-23")
    shown = page()
    shown.of_day.list.setFocus()
    QTest.keyClick(shown.of_day.list, Key.Key_Return)
    QTest.keyClick(shown.calendar.grid, Key.Key_Right)
    QTest.keyClick(shown.calendar.grid, Key.Key_N, Mod.ControlModifier)
    QTest.keyClick(shown.calendar.grid, Key.Key_Return)
    QTest.mouseClick(shown.of_day.add, Qt.MouseButton.LeftButton)
    begun = Journey("visits", Target(fresh={"day": date(2026, 11, 24)}))
    assert went == [Journey("visits", Target(record=visit)), begun, begun, begun]


def test_that_holidays_and_worked_weekends_are_named(page: Pages) -> None:
    shown = page()
    shown.calendar.grid.choose(date(2026, 10, 10))
    settle(shown)
    days = shown.calendar.grid.days
    assert days.box(*days.place_of(date(2026, 10, 1))).remark == "休 国庆节"
    assert days.box(*days.place_of(date(2026, 10, 10))).remark == "班 国庆节"
    assert days.box(*days.place_of(date(2026, 10, 18))).remark == ""
    assert shown.of_day.title.text() == "10月10日 周六　班 国庆节"


@pytest.mark.parametrize(
    ("day", "working", "holiday", "said"),
    [
        (date(2026, 11, 23), True, "", "工作日"),
        (date(2026, 11, 22), False, "", "休息日"),
        (date(2026, 11, 24), False, "", "休"),
        (date(2026, 11, 28), True, "", "班"),
        (date(2026, 10, 3), False, "国庆节", "休 国庆节"),
    ],
)
def test_that_every_kind_of_day_has_its_word(day: date, working: bool, holiday: str, said: str) -> None:
    made = CalendarDay(day, working, holiday, (), ())
    assert kind_of(made) == said
    assert remark(made) == ("" if said in ("工作日", "休息日") else said)


def test_that_what_is_owed_stands_beside_the_month_and_in_mine_on_its_day(
    office: Office, page: Pages, went: list[Journey]
) -> None:
    one = builders.enterprise(office)
    given = {"enterprise": one, "officer": office.officer.id, "role": "企业首席服务官", "since": "2026-01-01"}
    records.add(office, "assignments", given)
    shown = page()
    assert shown.owed.title.text() == "还应走访 1 家次"
    [line] = shown.owed.list.lines
    day = date(2026, 11, int(line.mark.rstrip("日")))
    assert entries(shown, day) == []
    QTest.mouseClick(shown.chips[MINE], Qt.MouseButton.LeftButton)
    settle(shown)
    assert entries(shown, day) == ["应访 自贡天工机械有限公司"]
    shown.owed.list.chosen.emit(line.key)
    assert went == [Journey("enterprises", Target(record=one))]


def test_that_mine_leaves_out_what_others_did_and_is_remembered(office: Office, page: Pages) -> None:
    builders.visit(office, builders.enterprise(office), day="2026-11-20", companions="周立")
    shown = page()
    assert (shown.whose, len(entries(shown, date(2026, 11, 20)))) == (ALL, 1)
    shown.choose(MINE)
    settle(shown)
    assert entries(shown, date(2026, 11, 20)) == []
    assert page().whose == MINE


def test_that_a_new_visit_appears_and_another_month_is_asked_for(office: Office, page: Pages) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-12-01")
    shown = page()
    given = {"enterprise": one, "day": "2026-11-23", "way": "实地", "companions": "李慧敏"}
    shown.desk.act(lambda: records.add(office, "visits", given))
    settle(shown)
    assert [line.title for line in shown.of_day.list.lines] == ["自贡天工机械有限公司"]
    QTest.keyClick(shown.calendar.grid, Key.Key_PageDown)
    settle(shown)
    assert entries(shown, date(2026, 12, 1)) == ["自贡天工机械有限公司"]
    assert shown.owed.nothing.isVisible()


def test_that_a_page_that_was_hidden_reads_again_when_it_is_opened(office: Office, page: Pages) -> None:
    shown = page()
    shown.hide()
    one = builders.enterprise(office)
    given = {"enterprise": one, "day": "2026-11-23", "way": "实地", "companions": "李慧敏"}
    shown.desk.act(lambda: records.add(office, "visits", given))
    settle(shown)
    assert entries(shown, date(2026, 11, 23)) == []
    shown.show()
    shown.show_for(None)
    settle(shown)
    assert entries(shown, date(2026, 11, 23)) == ["自贡天工机械有限公司"]


def test_that_the_palette_offers_the_marked_day(page: Pages) -> None:
    assert [choice.text for choice in page().choices()] == ["登记 11 月 23 日的走访"]
