"""The page of visits: its lists, and the ways from it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.services.office import Identity, Office
from daan_desk.services.visit_grounds import LEADING
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import own, tabs
from tests import builders
from tests.ui.pages.visits_hands import Opened, left, page_of, settle

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_that_the_lists_are_by_month_own_and_way(office: Office, opened: Opened) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one, day="2026-11-01", next_step="再来")
    builders.visit(office, one, day="2026-10-31", way="电话", companions="周立")
    builders.visit(office, one, day="2025-11-05")
    texts = page_of(opened).ledger.body.tabs.texts()
    assert texts == ("全部 3", "本月 1", "上月 1", "我的走访 2", "实地 2", "电话 1", "有下一步 1")


def test_that_a_leaders_own_visits_are_those_that_he_led() -> None:
    for role in LEADING:
        assert own(Identity("o1", "王建国", role)) == ("led_by", "is", "o1")
    assert own(Identity("o2", "李慧敏", "专班")) == ("companions", "has", "李慧敏")


def test_that_january_looks_back_over_the_year() -> None:
    last = tabs(date(2027, 1, 5), Identity())[2]
    assert [where.value for where in last.where] == [date(2026, 12, 1), date(2026, 12, 31)]


def test_that_an_empty_ledger_says_what_to_do_first_and_enter_does_it(opened: Opened, qtbot: QtBot) -> None:
    page = page_of(opened)
    page.activateWindow()
    empty = page.ledger.body.empty
    assert page.ledger.body.stack.currentWidget() is empty
    assert empty.sentence.text() == "还没有走访"
    QTest.keyClick(empty.doing, Key.Key_Return)
    assert isinstance(page.ledger.records.dialog, VisitForm)
    settle(page)
    left(page.ledger.records.dialog)


def test_that_another_page_begins_a_visit_with_its_enterprise_and_day(office: Office, opened: Opened) -> None:
    one = builders.enterprise(office)
    page = page_of(opened)
    page.show_for(Target(fresh={"enterprise": one, "day": date(2026, 11, 18)}))
    settle(page)
    form = page.ledger.records.dialog
    assert isinstance(form, VisitForm)
    assert form.form.cells["enterprise"].editor.raw() == Linked(one, "自贡天工机械有限公司")
    assert form.form.cells["day"].editor.raw() == "2026-11-18"
    left(form)


def test_that_the_menu_leads_to_the_enterprise_and_to_the_next_visit(office: Office, opened: Opened) -> None:
    one = builders.enterprise(office)
    visit = builders.visit(office, one)
    page = page_of(opened)
    went: list[object] = []
    page.desk.went.connect(went.append)
    page.ledger.table.select_ids([visit])
    by_text = {action.text: action for action in page.ledger.setup.actions}
    by_text["看企业"].act(page.ledger.shown())
    by_text["再走访这家企业"].act(page.ledger.shown())
    settle(page)
    assert [(j.key, j.target.record) for j in went] == [("enterprises", one)]  # type: ignore[attr-defined]
    form = page.ledger.records.dialog
    assert isinstance(form, VisitForm)
    assert form.banner.recent.pill.text == "近 30 天已有 1 批走访"
    left(form)


def test_that_the_palette_offers_a_new_visit(opened: Opened) -> None:
    assert "新增走访" in [choice.text for choice in page_of(opened).choices()]
