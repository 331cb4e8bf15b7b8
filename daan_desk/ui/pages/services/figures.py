"""月度指标: the month's sheet, shares and growth, and the ledger behind both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from daan_desk.domain.entry_sheets import EntrySheet
from daan_desk.domain.periods import months_after
from daan_desk.services import figure_sheets, figures
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box, text_box
from daan_desk.ui.kit.entry_board import EntryBoard, EntryWork
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.view_switch import Views
from daan_desk.ui.kit.views_page import LEDGER, ViewsPage
from daan_desk.ui.pages.services.page import ServicePage
from daan_desk.ui.pages.services.shares import SharesView

SHEET, SHARES = "sheet", "shares"
AT, LEDGER_AT = 3, 3  # where the switch stands in the heads of the views
OPTIONS = (("every", "全部企业"), ("sums", "按累计数填"))
EMPTY = (
    "chart-line",
    "还没有要填报的企业",
    "先导入企业花名册，并标明哪些是规上企业；也可以直接导入统计部门的月报表。",
    "导入花名册",
    "imports",
)


class FiguresPage(ViewsPage):
    """Three views of the months' figures."""

    key: ClassVar[str] = "figures"
    title: ClassVar[str] = "月度指标"
    icon: ClassVar[str] = "chart-line"
    views: ClassVar[Views] = (
        (SHEET, "填报", "table-2"),
        (SHARES, "占比同比", "chart-pie"),
        (LEDGER, "台账", "rows-3"),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.box: Box | None = None

    def made(self) -> Mapping[str, Callable[[], tuple[Page, QHBoxLayout, int]]]:
        return {SHEET: self._sheet, SHARES: self._shares, LEDGER: self._ledger}

    @property
    def board(self) -> EntryBoard:
        """The sheet of the month."""
        board = self.face(SHEET)
        assert isinstance(board, EntryBoard)
        return board

    def _sheet(self) -> tuple[Page, QHBoxLayout, int]:
        actions = (
            LedgerAction(self.tr("锁定本月"), "lock", self._lock, place="more"),
            LedgerAction(self.tr("重新打开本月"), "lock-open", self._reopen, place="more"),
        )
        work = EntryWork(
            partial(_load, self.desk.office),
            figure_sheets.doubted,
            lambda today: months_after(today.replace(day=1), -1),
            months_after,
            ("figures", "enterprises", "settings"),
            EMPTY,
            OPTIONS,
            actions,
        )
        board = EntryBoard(self.desk, work, self.tr("月度指标填报"))
        return board, board.head, AT

    def _shares(self) -> tuple[Page, QHBoxLayout, int]:
        shares = SharesView(self.desk)
        return shares, shares.head, AT

    def _ledger(self) -> tuple[Page, QHBoxLayout, int]:
        page = ServicePage(self.desk, "figures")
        return page, page.head, LEDGER_AT

    # -- approving ----------------------------------------------------------------------------------------------------

    def _lock(self, _shown: Shown) -> None:
        """Say what is still missing or odd, then approve the month."""
        sheet = self.board.model.sheet
        self.desk.tasks.run(partial(figures.standing, self.desk.office, sheet.period), self._ask_lock, owner=self)

    def _ask_lock(self, found: figures.MonthStanding) -> None:
        sheet = self.board.model.sheet
        counts = (
            (self.tr("已填报企业"), found.reported),
            (self.tr("规上企业未填报"), found.missing),
            (self.tr("需要核对"), len(found.doubts)),
        )
        sentence = self.tr("锁定后谁也不能再改这个月的指标；要改先写明理由重新打开，都有记录。")
        remarks = tuple(f"{one.enterprise}：{one.odd.words}" for one in found.doubts)
        plan = Plan(self.tr("锁定 {m} 指标").format(m=sheet.words), sentence, counts, remarks, self.tr("锁定"))
        self._ask(plan_box(self.window(), plan), partial(figures.lock, self.desk.office, sheet.period))

    def _reopen(self, _shown: Shown) -> None:
        """Why, then open the month again."""
        sheet = self.board.model.sheet
        box, line = text_box(self.window(), self.tr("为什么重新打开 {m}").format(m=sheet.words))
        self._ask(box, lambda: figures.reopen(self.desk.office, sheet.period, line.text()))

    def _ask(self, box: Box, act: Callable[[], Changes]) -> None:
        self.box = box
        box.finished.connect(partial(self._answered, act))
        box.open()

    def _answered(self, act: Callable[[], Changes], answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self.desk.act(act)


def _load(office: Office, day: date, options: frozenset[str]) -> EntrySheet:
    return figure_sheets.sheet(office, f"{day:%Y-%m}", "every" in options, "sums" in options)
