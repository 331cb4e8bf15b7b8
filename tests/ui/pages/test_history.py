"""The history shows acts, what each did, and takes one back after showing what would happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daan_desk.services import ledgers, records, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan
from daan_desk.ui.kit.page import Page
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
