"""Any ledger to a workbook in two clicks: which rows, which columns, private ones only when ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.tables import Table
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.paper_box import PaperBox
from daan_desk.ui.kit.phones_tick import PhonesTick
from daan_desk.ui.kit.tasks import Job


@dataclass(frozen=True)
class Export:
    """What can be exported: the ledger, what its page shows, and how many rows that is."""

    ledger: Ledger
    shown: Shown
    count: int


class ExportBox(PaperBox):
    """Asks the database for the rows, then writes them in a thread of its own."""

    def __init__(self, desk: Desk, host: QWidget, what: Export, place: Path) -> None:
        ledger, shown, count = what.ledger, what.shown, what.count
        super().__init__(desk, host, desk.tr("导出{label}").format(label=ledger.label), place, desk.tr("导出"))
        self.ledger, self.what = ledger, shown
        private = [f.label for f in ledger.fields if f.private]
        every = len(ledger.fields) - len(private)
        self.sentence.setText(self.tr("按屏幕上的筛选和排序导出，带格式、冻结表头和合计。"))
        self.rows = self._either(
            (self.tr("全部 {n} 条（当前筛选）").format(n=f"{count:,}"), True),
            (self.tr("只要选中的 {n} 条").format(n=f"{len(shown.selected):,}"), len(shown.selected) > 1),
        )
        self.columns = self._either(
            (self.tr("屏幕上的 {n} 列").format(n=len(shown.columns)), True),
            (self.tr("全部 {n} 列").format(n=every), True),
        )
        self.private = QCheckBox(self.tr("连同不公开的栏目：{some}").format(some="、".join(private)))
        self.private.setVisible(bool(private))
        self.wishes.addWidget(self.private)
        self.phones = PhonesTick(desk, ledger, (f.kind for f in ledger.fields))
        self.wishes.addWidget(self.phones)
        self.phones.toggled.connect(self._say_phones)
        self._say_phones(self.phones.isChecked())

    def _either(self, *choices: tuple[str, bool]) -> QButtonGroup:
        """Radio buttons under each other, the first one chosen; those that make no sense are left out."""
        group = QButtonGroup(self)
        for at, (words, offered) in enumerate(choices):
            press = QRadioButton(words)
            press.setChecked(at == 0)
            press.setVisible(offered)
            group.addButton(press, at)
            self.wishes.addWidget(press)
        alone = sum(offered for _, offered in choices) < 2
        group.button(0).setVisible(not alone)
        self.wishes.addWidget(label(choices[0][0], "soft")) if alone else self.wishes.addSpacing(4)
        return group

    def _say_phones(self, whole: bool) -> None:
        """The button says that numbers go out, for a tick that is remembered is easily overlooked."""
        self.doing.setText(self.tr("导出（含电话）") if whole else self.tr("导出"))

    def question(self) -> Question:
        """The rows that are wanted."""
        if self.rows.checkedId() == 1:
            return replace(self.what.question, text="", where=(Where("id", "in", self.what.selected),))
        return self.what.question

    def names(self) -> Sequence[str]:
        """The columns that are wanted; none named are all."""
        own = [f.name for f in self.ledger.fields if f.private]
        if self.columns.checkedId() == 1:
            return ()
        more = [name for name in own if self.private.isChecked() and name not in self.what.columns]
        return (*self.what.columns, *more)

    def begin(self) -> None:
        self.show_working()
        private = self.private.isChecked()
        work = partial(ledgers.table, self.desk.office, self.question(), self.names(), private)
        self.desk.tasks.run(work, then=self._write, failed=self.show_failure, owner=self)

    def _write(self, table: Table) -> None:
        self.write_in_background(partial(_written, self.phones.told(table), self.place))


def _written(table: Table, place: Path, job: Job) -> str:
    total = len(table.rows)
    count = write_ledger(table, place, tick=lambda done: job.report(done, total))
    return f"已导出 {count:,} 条"
