"""企业名录: the ledger of enterprises, and one at a time with everything about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row, Where
from daan_desk.services import enterprises, ledgers
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.paper import Paper
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.pages.enterprises.paper import sheet_paper
from daan_desk.ui.pages.enterprises.policies import PoliciesDoor
from daan_desk.ui.pages.enterprises.source import EnterpriseForm, arranged
from daan_desk.ui.pages.enterprises.view import EnterpriseView

SIZES = {"大型": "violet", "中型": "accent", "小型": "grey", "微型": "grey"}


def tabs(mine: Sequence[str] = ()) -> tuple[Tab, ...]:
    """All, 规上 and 规下, those that the officer looks after, those with open issues, those that do not run well."""
    return (
        Tab("全部"),
        Tab("规上", (Where("above_scale", "is", True),)),
        Tab("规下", (Where("above_scale", "not", True),)),
        Tab("我的企业", (Where("id", "in", tuple(mine)),)),
        Tab("有未办结问题", (Where("open_issues", "from", 1),)),
        Tab("减产停产", (Where("operating_state", "in", ("减产", "停产")),)),
    )


class EnterprisesPage(Page):
    """Two faces: the ledger, and one enterprise in full."""

    key = "enterprises"
    title = "企业名录"
    icon = "building-2"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.preview: Preview | None = None
        self._mine: tuple[str, ...] = ()
        self._ask_mine()  # first: its answer is there before the tabs are counted
        self.policies = PoliciesDoor(desk, self.window)
        self.ledger = LedgerPage(desk, "enterprises", self._setup(), self)
        self.view = EnterpriseView(desk)
        self.stack = QStackedWidget()
        for face in (self.ledger, self.view):
            self.stack.addWidget(face)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.stack)
        self.view.left.connect(self.leave)
        self.view.edit_wanted.connect(self.ledger.records.form)
        self.view.print_wanted.connect(self.print_sheet)
        self.view.policies_wanted.connect(self.policies.open)
        self._show_face(self.ledger)

    def _setup(self) -> LedgerSetup:
        visit = LedgerAction(self.tr("登记走访"), "map-pin-check", partial(self._begin, "visits"), "one", "both")
        issue = LedgerAction(self.tr("登记问题"), "circle-alert", partial(self._begin, "issues"), "one", "menu")
        edit = LedgerAction(self.tr("修改"), "pencil", lambda s: self.ledger.records.form(s.selected[0]), "one", "menu")
        told = LedgerAction(
            self.tr("可享受的政策"), "scroll-text", lambda s: self.policies.open(s.selected[0]), "one", "menu"
        )
        paper = LedgerAction(
            self.tr("打印这家企业"), "printer", lambda s: self.print_sheet(s.selected[0]), "one", "menu"
        )
        return LedgerSetup(
            tabs=tabs(),
            tones={"operating_state": {}, "size_class": SIZES},
            actions=(visit, issue, edit, told, paper),
            open_record=self.open_enterprise,
            form=EnterpriseForm,
            source=OfficeSource(self.desk.office, arranged()),
        )

    # -- what the page is asked ---------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        if target is not None and target.record:
            self._show_face(self.view)
            self.view.open(target.record)
        else:
            self._show_face(self.ledger)
            self.ledger.show_for(target)

    def refresh(self, changes: Changes) -> None:
        if changes.touch("assignments"):
            self._ask_mine()
        self.ledger.refresh(changes)
        self.view.refresh(changes)

    def choices(self) -> tuple[Choice, ...]:
        if self.stack.currentWidget() is self.ledger or self.view.sheet is None:
            return self.ledger.choices()
        name, view = str(self.view.sheet.row["name"]), self.view
        return (
            Choice(self.tr("登记走访"), partial(view.begin, "visits"), name, "map-pin-check", "Ctrl+N"),
            Choice(self.tr("登记问题"), partial(view.begin, "issues"), name, "circle-alert", "Ctrl+I"),
            Choice(self.tr("修改"), partial(self.ledger.records.form, view.enterprise), name, "pencil", "Ctrl+E"),
            Choice(self.tr("可享受的政策"), view.policies.click, name, "scroll-text", "Ctrl+J"),
            Choice(self.tr("打印"), partial(self.print_sheet, view.enterprise), name, "printer", "Ctrl+P"),
        )

    # -- faces --------------------------------------------------------------------------------------------------------

    def open_enterprise(self, enterprise: str) -> None:
        """Go to one enterprise, so that the way back leads here again."""
        self.desk.go(self.key, Target(record=enterprise))

    def leave(self) -> None:
        """Back to the list, with the same rows."""
        self.desk.go(self.key)

    def _show_face(self, face: QWidget) -> None:
        self.stack.setCurrentWidget(face)
        self.setFocusProxy(self.ledger.table if face is self.ledger else self.view.back)

    # -- acts ---------------------------------------------------------------------------------------------------------

    def print_sheet(self, enterprise: str) -> None:
        """Show the enterprise as it will be printed."""
        work = partial(sheet_paper, self.desk.office, enterprise)
        self.desk.tasks.run(work, self._show_paper, owner=self)

    def _show_paper(self, paper: Paper) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.preview = Preview(paper, Path(documents), self)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()

    def _begin(self, page: str, shown: Shown) -> None:
        """A new record of another page that begins with the selected enterprise."""
        work = partial(ledgers.row, self.desk.office, "enterprises", shown.selected[0])
        self.desk.tasks.run(work, partial(self._begin_with, page), owner=self)

    def _begin_with(self, page: str, row: Row) -> None:
        self.desk.go(page, Target(fresh={"enterprise": Linked(row.id, str(row["name"]))}))

    def _ask_mine(self) -> None:
        work = partial(enterprises.looked_after, self.desk.office, self.desk.office.officer)
        self.desk.tasks.run(work, self._know_mine, owner=self)

    def _know_mine(self, mine: tuple[str, ...]) -> None:
        self._mine = mine
        control = self.ledger.control
        control.tabs = tabs(mine)
        control.ask(control.asking)
