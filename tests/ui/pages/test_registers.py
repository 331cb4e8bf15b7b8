"""The ledgers that the office keeps besides its work: tabs and states in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from daan_desk.menu import PLAIN, entries
from daan_desk.services import records, settings
from daan_desk.services.office import Office
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.tasks import Tasks
from tests import builders

NOTHING = QStyleOptionViewItem()
Opened = Callable[[Callable[..., Any]], LedgerPage]


def maker(ledger: str) -> Callable[..., Any]:
    """What the navigation makes of a ledger."""
    return next(entry.make for entry in entries() if entry.key == ledger)


@pytest.mark.parametrize("ledger", PLAIN)
def test_that_every_tab_asks_what_its_ledger_can_answer(ledger: str, opened: Opened, tasks: Tasks) -> None:
    page = opened(maker(ledger))
    for at, _tab in enumerate(page.body.tabs.tabs):
        page.body.tabs.turned.emit(at)
        tasks.settle()
        assert page.control.asking.tab == at


def test_that_officers_stand_under_their_role(office: Office, opened: Opened, tasks: Tasks) -> None:
    builders.officer(office, "赵甲", role="县级领导")
    builders.officer(office, "钱乙", role="驻企干部")
    page = opened(maker("officers"))
    tasks.settle()
    assert "县级领导 1" in page.body.tabs.texts()
    assert "驻企干部 1" in page.body.tabs.texts()


def test_that_an_expired_qualification_is_found_in_its_tab_and_whose_it_is_comes_first(
    office: Office, opened: Opened, tasks: Tasks
) -> None:
    one = builders.enterprise(office)
    for expires in ("2020-01-01", "2099-01-01"):
        records.add(office, "qualifications", {"enterprise": one, "kind": "高新技术企业", "expires": expires})
    page = opened(maker("qualifications"))
    tasks.settle()
    assert page.model.fields[0].name == "enterprise"
    assert page.body.tabs.texts()[0] == "全部 2"
    assert {"有效 1", "已过期 1"} <= set(page.body.tabs.texts())


def test_that_who_still_looks_after_an_enterprise_is_told_from_who_did(
    office: Office, opened: Opened, tasks: Tasks
) -> None:
    one, day = builders.enterprise(office), office.today()
    settings.change_setting(office, "several_officers", ["县级领导"])
    for name, until in (("赵甲", None), ("钱乙", day), ("孙丙", day - timedelta(days=1))):
        who = builders.officer(office, name)
        values = {"enterprise": one, "officer": who, "role": "县级领导", "since": "2025-01-01", "until": until}
        records.add(office, "assignments", values)
    page = opened(maker("assignments"))
    tasks.settle()
    assert {"全部 3", "在任 2", "县级领导 2", "已结束 1"} <= set(page.body.tabs.texts())


def test_that_a_role_is_read_whole_where_the_room_is_short(office: Office, opened: Opened, tasks: Tasks) -> None:
    builders.officer(office, "赵甲", role="企业首席服务官", phone="15000000000")
    page = opened(maker("officers"))
    tasks.settle()
    for width in (1400, 760, 520):
        page.resize(width, 700)
        QApplication.processEvents()
        at = [field.name for field in page.model.fields].index("role")
        assert page.table.columnWidth(at) >= page.table.delegate.sizeHint(NOTHING, page.model.index(0, at)).width()
