"""走访记录: the list of visits by month, way and own ones, and the form that logs one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.periods import month_of
from daan_desk.domain.questions import Row, Where
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.services.office import Identity
from daan_desk.services.visit_grounds import LEADING
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.pages.visits.form import VisitForm

WAYS = {"实地": "green", "电话": "grey", "座谈": "accent", "视频": "accent", "驻企": "violet"}


def tabs(today: date, officer: Identity) -> tuple[Tab, ...]:
    """All visits, those of this month and the last, my own, and those by way."""
    now = month_of(today)
    last = month_of(now.first - timedelta(days=1))
    within = ((Where("day", "from", month.first), Where("day", "to", month.last)) for month in (now, last))
    this_month, last_month = within
    return (
        Tab("全部"),
        Tab("本月", this_month),
        Tab("上月", last_month),
        Tab("我的走访", (own(officer),)),
        Tab("实地", (Where("way", "is", "实地"),)),
        Tab("电话", (Where("way", "is", "电话"),)),
        Tab("有下一步", (Where("next_step", "filled"),)),
    )


def own(officer: Identity) -> Where:
    """The visits that an officer led; of one who leads none those on which they came along."""
    if officer.role in LEADING:
        return Where("led_by", "is", officer.id)
    return Where("companions", "has", officer.name)


class VisitsPage(Page):
    """A ledger whose records open in the visit's own form."""

    key = "visits"
    title = "走访记录"
    icon = "map-pin-check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ledger = LedgerPage(desk, "visits", self._setup(), self)
        self.setFocusProxy(self.ledger.table)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.ledger)

    def _setup(self) -> LedgerSetup:
        office = self.desk.office
        at_enterprise = LedgerAction(self.tr("看企业"), "building-2", self._show_enterprise, "one", "menu")
        again = LedgerAction(self.tr("再走访这家企业"), "repeat", self._visit_again, "one", "menu")
        return LedgerSetup(
            tabs=tabs(office.today(), office.officer),
            tones={"way": WAYS, "production": {}},
            actions=(at_enterprise, again),
            form=VisitForm,
        )

    def show_for(self, target: Target | None) -> None:
        self.ledger.show_for(target)

    def refresh(self, changes: Changes) -> None:
        self.ledger.refresh(changes)

    def choices(self) -> tuple[Choice, ...]:
        return self.ledger.choices()

    def _show_enterprise(self, shown: Shown) -> None:
        self._with_enterprise(shown, lambda linked: self.desk.go("enterprises", Target(record=linked.id)))

    def _visit_again(self, shown: Shown) -> None:
        self._with_enterprise(shown, lambda linked: self.ledger.records.form("", {"enterprise": linked}))

    def _with_enterprise(self, shown: Shown, act: Callable[[Linked], object]) -> None:
        """Call with the enterprise of the selected visit."""

        def found(row: Row) -> None:
            if isinstance(row["enterprise"], Linked):
                act(row["enterprise"])

        self.desk.tasks.run(partial(ledgers.row, self.desk.office, "visits", shown.selected[0]), found, owner=self)
