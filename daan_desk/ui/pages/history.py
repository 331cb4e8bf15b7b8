"""What was done, by whom and when; every act can be opened, and taken back where nobody worked since."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from daan_desk.services import ledgers, undo
from daan_desk.services.changes import Changes
from daan_desk.services.undo import Detail, UndoPlan
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan, confirm
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup

HEADS = ("台账", "记录", "栏目", "原来", "改为")
MOST = 500
ROW = 36


class HistoryPage(LedgerPage):
    """The journal as officers read it."""

    key: ClassVar[str] = "history"
    title: ClassVar[str] = "操作记录"
    icon: ClassVar[str] = "history"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        back = LedgerAction(self.tr("撤销这一步"), "undo-2", self._plan, "one", "both")
        opened = LedgerSetup(actions=(back,), open_record=self._open, fixed=True)
        super().__init__(desk, "acts", opened, parent)
        self.details: Details | None = None

    def concerns(self, changes: Changes) -> bool:
        return bool(changes.act)  # every act is a row here, whatever it touched

    def _open(self, act: str) -> None:
        office = self.desk.office

        def read() -> tuple[str, tuple[Detail, ...]]:
            row = ledgers.row(office, "acts", act)
            return f"{row['name']}（{row['by']}）", undo.details(office, act, MOST)

        self.desk.tasks.run(read, then=self._show, owner=self)

    def _show(self, found: tuple[str, tuple[Detail, ...]]) -> None:
        self.details = Details(*found, self)
        self.details.show()

    def _plan(self, shown: Shown) -> None:
        work = partial(undo.plan, self.desk.office, shown.selected[0])
        self.desk.tasks.run(work, then=self._confirm, failed=self.desk.complain, owner=self)

    def _confirm(self, planned: UndoPlan) -> None:
        if confirm(self, told(planned)):
            self.desk.take_back(planned.act)


def told(planned: UndoPlan) -> Plan:
    """What taking an act back would do, in words."""
    counts = [(ledgers.ledger(name).label, count) for name, count in planned.counts.items()]
    kept = tuple(f"“{each.text}”{each.why}" for each in planned.kept)
    sentence = "下列记录会恢复原样。" if counts else "没有可以恢复的记录。"
    if kept:
        sentence += f"另有 {len(kept)} 条保留不动。"
    return Plan(f"撤销“{planned.name}”", sentence, counts, kept, "撤销")


class Details(QDialog):
    """Field by field: what stood there, what stands there."""

    def __init__(self, title: str, details: tuple[Detail, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(900, 520)
        self.table = QTableWidget(len(details), len(HEADS), self)
        self.table.setHorizontalHeaderLabels([self.tr(head) for head in HEADS])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(title)
        for at, detail in enumerate(details):
            words = (detail.ledger, detail.record, detail.field, detail.before or "—", detail.after or "—")
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.setProperty("look", "numbers")
        room = QVBoxLayout(self)
        room.setContentsMargins(20, 16, 20, 16)
        room.addWidget(label(title, "title"))
        room.addWidget(self.table, 1)
        if len(details) >= MOST:
            room.addWidget(label(self.tr("内容很多，这里只列出前 {n} 项。").format(n=MOST), "small"))
