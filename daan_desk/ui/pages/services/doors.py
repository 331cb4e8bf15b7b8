"""What can be done on the services' pages: ways to the rows that belong to a record, and the boxes that explain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.services import ledgers, policies
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.services.entitled import EntitledDoor
from daan_desk.ui.pages.services.funnel import FunnelDoor
from daan_desk.ui.pages.services.months import MonthDoor
from daan_desk.ui.pages.services.pushing import PushDoor
from daan_desk.ui.pages.services.spaces import SpaceDoor


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another ledger: its rows that link to the record, or with `fresh` a new one that does."""

    text: str
    icon: str
    ledger: str
    link: str
    fresh: bool = False


WAYS: Mapping[str, tuple[Way, ...]] = {
    "meetings": (
        Way("参加人员", "users", "participants", "meeting"),
        Way("登记问题", "circle-alert", "issues", "meeting", fresh=True),
        Way("登记融资需求", "hand-coins", "financing", "meeting", fresh=True),
    ),
    "financing": (Way("银行对接", "landmark", "bank_responses", "demand"),),
    "policies": (
        Way("条件", "list-checks", "conditions", "policy"),
        Way("兑现情况", "coins", "entitlements", "policy"),
    ),
    "projects": (
        Way("月度进展", "calendar-check", "project_months", "project"),
        Way("登记本月进展", "plus", "project_months", "project", fresh=True),
    ),
}


class Doors:
    """The actions of one ledger's page; `window` answers what boxes open over."""

    def __init__(self, desk: Desk, ledger: str, window: Callable[[], QWidget]) -> None:
        self.desk, self.ledger, self.window = desk, ledger, window
        self.funnel, self.push = FunnelDoor(desk, window), PushDoor(desk, window)
        self.entitled, self.spaces = EntitledDoor(desk, window), SpaceDoor(desk, window)
        self.months = MonthDoor(desk, window)

    def actions(self) -> tuple[LedgerAction, ...]:
        """Own boxes first, then the ways to other ledgers, which stand in the menu of a row."""
        ways = tuple(
            LedgerAction(way.text, way.icon, partial(self._go, way), "one", "menu") for way in WAYS.get(self.ledger, ())
        )
        return (*self._own().get(self.ledger, ()), *ways)

    def _own(self) -> Mapping[str, tuple[LedgerAction, ...]]:
        tr = self.desk.tr
        return {
            "financing": (
                LedgerAction(tr("推送银行"), "send", lambda s: self.push.open(s.selected), "rows", "both"),
                LedgerAction(tr("对接漏斗"), "funnel", lambda s: self.funnel.open(s.question)),
            ),
            "policies": (
                LedgerAction(tr("比对企业"), "list-checks", lambda s: self.entitled.open(s.selected[0]), "one", "both"),
            ),
            "entitlements": (LedgerAction(tr("已告知"), "phone", self._tell, "rows", "both"),),
            "space_needs": (
                LedgerAction(tr("匹配资产"), "combine", lambda s: self.spaces.open(s.selected[0]), "one", "both"),
            ),
            "figures": (
                LedgerAction(tr("核对"), "badge-check", self.months.check, place="more"),
                LedgerAction(tr("锁定月份"), "lock", self.months.lock, place="more"),
                LedgerAction(tr("重新打开月份"), "lock-open", self.months.reopen, place="more"),
            ),
        }

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


def linked(office: Office, ledger: str, identity: str) -> Linked:
    """A record as a link with the words that name it."""
    described, row = ledgers.ledger(ledger), ledgers.row(office, ledger, identity)
    words = (described[name].kind.show(row[name]) for name in described.title.split())
    return Linked(identity, " ".join(word for word in words if word))
