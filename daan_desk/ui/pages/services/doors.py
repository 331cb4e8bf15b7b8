"""What can be done on the services' pages: the boxes that explain, and the ways to the rows that belong to a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.services import leads, policies
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.services.bank_lists import BankListDoor
from daan_desk.ui.pages.services.climbing import ClimberDoor
from daan_desk.ui.pages.services.entitled import EntitledDoor
from daan_desk.ui.pages.services.funnel import FunnelDoor
from daan_desk.ui.pages.services.land import LandDoor, RevivalDoor
from daan_desk.ui.pages.services.listed import ListsDoor
from daan_desk.ui.pages.services.months import MonthDoor
from daan_desk.ui.pages.services.pushing import PushDoor
from daan_desk.ui.pages.services.spaces import SpaceDoor, TakerDoor
from daan_desk.ui.pages.services.steps import StepDoor
from daan_desk.ui.pages.services.ways import WAYS, Way, linked
from daan_desk.ui.pages.services.wholly import WholeDoor

Actions = Mapping[str, tuple[LedgerAction, ...]]


class Doors:
    """The actions of one ledger's page; `window` answers what boxes open over."""

    def __init__(self, desk: Desk, ledger: str, window: Callable[[], QWidget]) -> None:
        self.desk, self.ledger, self.window = desk, ledger, window
        self.funnel, self.push = FunnelDoor(desk, window), PushDoor(desk, window)
        self.lists = BankListDoor(desk, window)
        self.entitled, self.whole = EntitledDoor(desk, window), WholeDoor(desk, window)
        self.reminders, self.steps = ListsDoor(desk, window), StepDoor(desk, window)
        self.climbers, self.months = ClimberDoor(desk, window), MonthDoor(desk, window)
        self.spaces, self.takers = SpaceDoor(desk, window), TakerDoor(desk, window)
        self.revived, self.land = RevivalDoor(desk, window), LandDoor(desk, window)

    def actions(self) -> tuple[LedgerAction, ...]:
        """Own boxes first, then the ways to other ledgers, which stand in the menu of a row."""
        ways = tuple(
            LedgerAction(way.text, way.icon, partial(self._go, way), "one", "menu") for way in WAYS.get(self.ledger, ())
        )
        own = {**self._money(), **self._policies(), **self._spaces(), **self._figures(), **self._leads()}
        return (*own.get(self.ledger, ()), *ways)

    def _money(self) -> Actions:
        tr = self.desk.tr
        return {
            "financing": (
                LedgerAction(tr("推送银行"), "send", lambda s: self.push.open(s.selected), "rows", "both"),
                LedgerAction(tr("推送清单…"), "file-spreadsheet", self.lists.of_demands, "rows", "menu"),
                LedgerAction(tr("对接漏斗"), "funnel", lambda s: self.funnel.open(s.question)),
            ),
            "bank_responses": (LedgerAction(tr("推送清单…"), "file-spreadsheet", self.lists.of_pushes),),
            "cultivation": (LedgerAction(tr("谁快到了"), "sprout", self.climbers.open),),
        }

    def _policies(self) -> Actions:
        tr = self.desk.tr
        whole = LedgerAction(tr("全部比对"), "list-checks", self.whole.open, alone=True)
        lists = LedgerAction(tr("政策提醒"), "bell-ring", self.reminders.open, alone=True)
        return {
            "policies": (
                LedgerAction(tr("比对企业"), "list-checks", lambda s: self.entitled.open(s.selected[0]), "one", "both"),
                whole,
                lists,
            ),
            "entitlements": (
                LedgerAction(tr("已告知"), "phone", self._tell, "rows", "both"),
                *self.steps.actions(),
                replace(whole, place="more"),  # on a small screen the head has no room for both
                lists,
            ),
        }

    def _spaces(self) -> Actions:
        tr = self.desk.tr
        land = LedgerAction(tr("用地总账"), "map-pinned", self.land.open, alone=True)
        return {
            "space_needs": (
                LedgerAction(tr("匹配资产"), "combine", lambda s: self.spaces.open(s.selected[0]), "one", "both"),
            ),
            "assets": (
                LedgerAction(tr("匹配需求"), "combine", lambda s: self.takers.open(s.selected[0]), "one", "both"),
                LedgerAction(tr("盘活前后"), "warehouse", self.revived.open, alone=True),
                LedgerAction(tr("用地总账"), "map-pinned", self.land.open, place="more"),
            ),
            "land_accounts": (land,),
            "idle_lands": (land,),
        }

    def _figures(self) -> Actions:
        tr = self.desk.tr
        return {
            "figures": (
                LedgerAction(tr("核对"), "badge-check", self.months.check, place="more"),
                LedgerAction(tr("锁定月份"), "lock", self.months.lock, place="more"),
                LedgerAction(tr("重新打开月份"), "lock-open", self.months.reopen, place="more"),
            ),
        }

    def _leads(self) -> Actions:
        return {"leads": (LedgerAction(self.desk.tr("转为项目"), "construction", self._begin_project, "one", "both"),)}

    def _begin_project(self, shown: Shown) -> None:
        work = partial(leads.as_project, self.desk.office, shown.selected[0])
        self.desk.tasks.run(work, self._open_project, owner=self.desk)

    def _open_project(self, values: Mapping[str, object]) -> None:
        self.desk.go("projects", Target(fresh=values))

    def _tell(self, shown: Shown) -> None:
        self.desk.act(partial(policies.tell, self.desk.office, shown.selected))

    def _go(self, way: Way, shown: Shown) -> None:
        work = partial(linked, self.desk.office, self.ledger, shown.selected[0])
        self.desk.tasks.run(work, partial(self._arrive, way), owner=self.desk)

    def _arrive(self, way: Way, record: Linked) -> None:
        if way.fresh:
            self.desk.go(way.ledger, Target(fresh={way.link: record}))
        else:
            self.desk.go(way.ledger, Target(question=Question(way.ledger, where=(Where(way.link, "is", record),))))
