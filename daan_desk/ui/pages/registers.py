"""The pages of what the office keeps besides its work: who looks after whom, qualifications, departments, places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from daan_desk.domain.officers import ROLES
from daan_desk.domain.periods import months_after
from daan_desk.domain.questions import Row, Where
from daan_desk.services import ledgers, renewals
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Target

ALL = Tab("全部")
TITLES: Mapping[str, str] = {"qualifications": "enterprise kind"}  # whose it is comes before what it is
PILLS: Mapping[str, tuple[str, ...]] = {"qualifications": ("state",), "assignments": ("role",)}
ROLE_TONES: Mapping[str, str] = {"县级领导": "violet", "企业首席服务官": "accent", "驻企干部": "green", "专班": "amber"}


class RegisterPage(LedgerPage):
    """`RegisterPage(desk, "qualifications")` is the page of that ledger."""

    def __init__(self, desk: Desk, ledger: str, parent: QWidget | None = None) -> None:
        described = ledgers.ledger(ledger)
        source = OfficeSource(desk.office, replace(described, title=TITLES.get(ledger, described.title)))
        tabs = TABS[ledger](desk.office.today()) if ledger in TABS else ()
        tones = {field: ROLE_TONES if field == "role" else {} for field in PILLS.get(ledger, ())}
        actions = self._renewing() if ledger == "qualifications" else ()
        super().__init__(desk, ledger, LedgerSetup(tabs=tabs, tones=tones, actions=actions, source=source), parent)

    def _renewing(self) -> tuple[LedgerAction, ...]:
        begin = LedgerAction(self.tr("启动续期"), "refresh-cw", self._renew, "rows", "both")
        return begin, LedgerAction(self.tr("登记新证"), "award", self._renewed, "one", "menu")

    def _renew(self, shown: Shown) -> None:
        self.desk.act(partial(renewals.renew, self.desk.office, shown.selected))

    def _renewed(self, shown: Shown) -> None:
        """A new certificate begins with the words of the old one."""
        work = partial(ledgers.row, self.desk.office, self.ledger.name, shown.selected[0])
        self.desk.tasks.run(work, self._begin, owner=self)

    def _begin(self, row: Row) -> None:
        self.desk.go(self.ledger.name, Target(fresh={name: row[name] for name in renewals.SAME}))


def _assignments(day: date) -> tuple[Tab, ...]:
    now = Where("until", "still", day)
    roles = (Tab(role, (Where("role", "is", role), now)) for role in ROLES[:3])
    return (ALL, Tab("在任", (now,)), *roles, Tab("已结束", (Where("until", "to", day - timedelta(days=1)),)))


def _qualifications(day: date) -> tuple[Tab, ...]:
    def until(months: int) -> tuple[Where, Where]:
        return Where("expires", "from", day), Where("expires", "to", months_after(day, months))

    return (
        ALL,
        Tab("有效", (Where("expires", "still", day),)),
        Tab("三个月内到期", until(3)),
        Tab("一年内到期", until(12)),
        Tab("已过期", (Where("expires", "to", day - timedelta(days=1)),)),
    )


TABS: Mapping[str, Callable[[date], tuple[Tab, ...]]] = {
    "assignments": _assignments,
    "qualifications": _qualifications,
}
