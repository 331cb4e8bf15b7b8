"""干部名册: the roster, and what is done with a post."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.officers import ROLES
from daan_desk.domain.questions import Where
from daan_desk.services import ledgers
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.officers.handover import HandoverDialog

TABS = (
    Tab("全部"),
    *(Tab(role, (Where("role", "is", role),)) for role in ROLES),
    Tab("离岗", (Where("active", "is", False),)),
)
TONES = {"role": {"县级领导": "violet", "企业首席服务官": "accent", "驻企干部": "green", "专班": "amber"}}


class OfficersPage(LedgerPage):
    """The ledger of officers with handover and the way to an officer's own first page."""

    key: ClassVar[str] = "officers"
    title: ClassVar[str] = "干部名册"
    icon: ClassVar[str] = "users"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        actions = (
            LedgerAction(self.tr("看他的工作"), "layout-dashboard", self._look, "one", "both"),
            LedgerAction(self.tr("职务移交"), "arrow-left-right", self._hand_over, "one", "both"),
        )
        super().__init__(desk, "officers", LedgerSetup(tabs=TABS, tones=TONES, actions=actions), parent)
        self.dialog: HandoverDialog | None = None

    def _look(self, shown: Shown) -> None:
        self.desk.go("home", Target(record=shown.selected[0]))

    def _hand_over(self, shown: Shown) -> None:
        office, identity = self.desk.office, shown.selected[0]
        work = lambda: Linked(identity, str(ledgers.row(office, "officers", identity)["name"]))  # noqa: E731
        self.desk.tasks.run(work, then=self._open, owner=self)

    def _open(self, leaver: Linked) -> None:
        around = Around(OfficeSource(self.desk.office, ledgers.ledger("officers")), self.desk.tasks)
        self.dialog = HandoverDialog(self.desk, around, leaver, self.window())
        self.dialog.open()
