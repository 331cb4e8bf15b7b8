"""The history shows acts, what each did, and takes one back after showing what would happen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Where
from daan_desk.services import ledgers, records, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan
from daan_desk.ui.kit.export_box import ExportBox
from daan_desk.ui.kit.ledger_filter_popup import RangeFilter
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages import history
from daan_desk.ui.pages.history import HistoryPage
from tests import builders

Opened = Callable[[type[Page]], HistoryPage]


def test_that_an_act_opens_field_by_field(qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks) -> None:
    one = builders.enterprise(office, "甲公司", employees=5, town="大山铺镇")
    act = records.change(office, "enterprises", one, {"employees": 9, "town": "牛佛镇"}).act
    page = opened(HistoryPage)
    page.table.select_ids([act])
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    tasks.settle()
    assert page.details is not None
    table = page.details.table
    shown = {tuple(table.item(row, at).text() for at in range(5)) for row in range(table.rowCount())}
    assert shown == {
        ("企业名录", "甲公司", "从业人数", "5", "9"),
        ("企业名录", "甲公司", "镇街", "大山铺镇", "牛佛镇"),
    }


def test_that_taking_back_is_planned_shown_and_done(
    opened: Opened, office: Office, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = builders.enterprise(office, "甲公司", employees=5)
    act = records.change(office, "enterprises", one, {"employees": 9}).act
    page = opened(HistoryPage)
    asked: list[Plan] = []
    monkeypatch.setattr(history, "confirm", lambda _parent, plan: asked.append(plan) or True)
    page.table.select_ids([act])
    page.setup.actions[0].act(page.shown())
    tasks.settle()
    assert asked[0].counts == [("企业名录", 1)]
    assert ledgers.row(office, "enterprises", one)["employees"] == 5
    assert undo.acts(office, 1)[0].undoes == act


def test_that_a_new_act_stands_in_the_history_at_once(
    opened: Opened, office: Office, real_desk: Desk, tasks: Tasks
) -> None:
    page = opened(HistoryPage)
    before = page.model.rowCount()
    real_desk.act(lambda: records.add(office, "enterprises", {"name": "甲公司"}))
    tasks.settle()
    tasks.settle()
    assert page.model.rowCount() == before + 1


def test_that_the_time_is_asked_by_whole_days(qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks) -> None:
    records.add(office, "enterprises", {"name": "甲公司"})
    page = opened(HistoryPage)
    newest = undo.acts(office, 1)[0].at.date()
    day, of_day = str(newest), [act.id for act in undo.acts(office, None) if act.at.date() == newest]
    page.control.open_filter("at", page.filter_button)
    popup = page.control.popup
    assert popup is not None
    assert isinstance(popup.body, RangeFilter)
    for end in ("from", "to"):
        popup.body.ends[end].fill(date.fromisoformat(day))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    tasks.settle()
    assert page.control.asking.where == (Where("at", "from", day), Where("at", "to", day))
    assert list(page.model.ids()) == of_day


def test_that_what_is_shown_goes_to_paper_and_to_excel_by_keyboard(
    qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks
) -> None:
    records.add(office, "enterprises", {"name": "甲公司"})
    page = opened(HistoryPage)
    page.focus_search()
    page.search.setText("甲公司")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    tasks.settle()
    assert page.model.rowCount() == 1
    for key, box in ((Qt.Key.Key_P, Preview), (Qt.Key.Key_E, ExportBox)):
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.table.setFocus()
        qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ControlModifier)
        tasks.settle()
        found = page.findChild(box)
        assert found is not None, key
        assert found.isVisible()
        found.close()
