"""The first page: what is owed, due and loose, and every number a way to its rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from daan_desk.services import issues, ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Page, Target
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.home.page import HomePage
from tests import builders

Opened = Callable[[type[Page]], HomePage]


@pytest.fixture
def work(office: Office) -> str:
    """An enterprise that owes the leader a visit, with an issue overdue by a day; answers its id."""
    one = builders.enterprise(office, "甲公司")
    leader = builders.officer(office)
    records.add(
        office, "assignments", {"enterprise": one, "officer": leader, "role": "县级领导", "since": "2026-01-01"}
    )
    early = Office(office.database, office.officer, builders.at(builders.MONDAY - timedelta(days=10)))
    late = builders.issue(early, one, grade="咨询", title="用电增容", raised=early.today())
    issues.move(early, late, "dispatch", {"lead_department": "区经信局"})
    return one


def test_that_an_empty_workspace_says_what_to_do_first(qtbot: QtBot, opened: Opened, real_desk: Desk) -> None:
    page = opened(HomePage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    assert not page.empty.isHidden()
    qtbot.mouseClick(page.empty.doing, Qt.MouseButton.LeftButton)
    assert went[0].key == "imports"


@pytest.mark.parametrize(("press", "page"), [("visiting", "visits"), ("asking", "issues")])
def test_that_one_click_on_the_first_page_begins_a_visit_or_an_issue(
    qtbot: QtBot, work: str, opened: Opened, real_desk: Desk, press: str, page: str
) -> None:
    shown = opened(HomePage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    qtbot.mouseClick(getattr(shown.head, press), Qt.MouseButton.LeftButton)
    assert went == [Journey(page, Target(fresh={}))]


def test_that_an_officer_of_a_new_workspace_is_told_too_where_to_begin(opened: Opened, office: Office) -> None:
    page = opened(HomePage)
    page.turn(whole=False)
    page.desk.tasks.settle()
    assert not page.empty.isHidden()
    builders.enterprise(office, "别人联系的公司")
    page.read()
    page.desk.tasks.settle()
    assert page.empty.isHidden()


def test_that_owed_visits_and_overdue_issues_are_shown_with_their_rows(
    qtbot: QtBot, work: str, opened: Opened, real_desk: Desk, office: Office
) -> None:
    page = opened(HomePage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    assert page.numbers["visits_owed"].number.text() == "1"
    assert page.numbers["overdue"].number.text() == "1"
    assert page.issues.list.lines[0].title == "用电增容"
    assert "逾期" in page.issues.list.lines[0].pill.text
    qtbot.mouseClick(page.numbers["overdue"], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    target = went[0].target
    assert target is not None
    assert target.question is not None
    assert len(ledgers.ids(office, target.question)) == 1


def test_that_a_row_leads_to_the_visit_that_is_owed(work: str, opened: Opened, real_desk: Desk) -> None:
    page = opened(HomePage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    page.duties.list.chosen.emit(page.duties.list.lines[0].key)
    assert went[0].key == "visits"
    assert went[0].target is not None
    assert went[0].target.fresh == {"enterprise": work}


def test_that_a_visit_logged_elsewhere_takes_the_duty_away(
    work: str, opened: Opened, real_desk: Desk, office: Office, tasks: Tasks
) -> None:
    page = opened(HomePage)
    values = {"enterprise": work, "day": office.today(), "way": "实地", "led_by": "王建国"}
    real_desk.act(lambda: records.add(office, "visits", values))
    tasks.settle()
    tasks.settle()
    assert page.numbers["visits_owed"].number.text() == "0"
    assert page.duties.list.lines == ()
    assert not page.duties.nothing.isHidden()


def test_that_my_own_work_is_told_from_that_of_the_district(work: str, opened: Opened, tasks: Tasks) -> None:
    page = opened(HomePage)
    page.turn(False)
    tasks.settle()
    assert page.numbers["visits_owed"].number.text() == "0"
    assert not page.mine.isHidden()
    page.turn(True)
    tasks.settle()
    assert page.numbers["visits_owed"].number.text() == "1"
    assert page.mine.isHidden()
