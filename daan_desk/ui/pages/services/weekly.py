"""驻企周记: a week's notes of all stationed cadres typed in one sheet, and the ledger behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout

from daan_desk.domain.entry_sheets import EntrySheet
from daan_desk.domain.facts import Role
from daan_desk.services import weekly_sheets
from daan_desk.services.office import Office
from daan_desk.ui.kit.entry_board import EntryBoard, EntryWork
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.view_switch import Views
from daan_desk.ui.kit.views_page import LEDGER, ViewsPage
from daan_desk.ui.pages.services.page import ServicePage

SHEET = "sheet"
EMPTY = (
    "notebook-pen",
    "这一周没有驻企干部",
    "先在“包联关系”里登记谁驻在哪家企业（身份选“驻企干部”），这里就列出每个人这一周的周记。",
    "登记包联关系",
    "assignments",
)


class WeeklyPage(ViewsPage):
    """Two views of the notes."""

    key: ClassVar[str] = "weekly_notes"
    title: ClassVar[str] = "驻企周记"
    icon: ClassVar[str] = "notebook-pen"
    views: ClassVar[Views] = ((SHEET, "本周填写", "table-2"), (LEDGER, "台账", "rows-3"))

    def made(self) -> Mapping[str, Callable[[], tuple[Page, QHBoxLayout, int]]]:
        return {SHEET: self._sheet, LEDGER: self._ledger}

    def _sheet(self) -> tuple[Page, QHBoxLayout, int]:
        work = EntryWork(
            partial(_load, self.desk.office),
            weekly_sheets.doubted,
            lambda today: today,
            lambda day, weeks: day + timedelta(weeks=weeks),
            ("weekly_notes", "assignments", "enterprises"),
            EMPTY,
            (("mine", "只看我的"),) if self.desk.office.officer.role == Role.STATIONED else (),
        )
        board = EntryBoard(self.desk, work, self.tr("驻企周记"))
        return board, board.head, 3

    def _ledger(self) -> tuple[Page, QHBoxLayout, int]:
        page = ServicePage(self.desk, "weekly_notes")
        return page, page.head, 3


def _load(office: Office, day: date, options: frozenset[str]) -> EntrySheet:
    return weekly_sheets.sheet(office, day, office.officer.id if "mine" in options else "")
