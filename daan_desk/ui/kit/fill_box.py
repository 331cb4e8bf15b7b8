"""A superior's blank form filled from our rows: which columns will be filled and which are unknown, then the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.domain.periods import Period
from daan_desk.domain.questions import Question
from daan_desk.exchange import forms
from daan_desk.exchange.form_columns import Known
from daan_desk.exchange.forms import FillPlan
from daan_desk.services import ledgers
from daan_desk.services.forms import Values, records, related, told_period
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.paper_box import PaperBox
from daan_desk.ui.kit.tasks import Job

ROW = 32
TALLEST = 320
SOME = 5  # so many of those that were not found are named


@dataclass(frozen=True)
class Filling:
    """A form, what filling it would do, how many records there are for it, and how many of the period it names."""

    form: Path
    plan: FillPlan
    known: Known
    count: int
    period: Period | None = None
    within: int = 0


def planned(office: Office, form: Path, question: Question) -> Filling:
    """Understand the form; `Trouble` and `Rejected` say why it cannot be filled."""
    ours = known(ledgers.ledger(question.ledger))
    plan = forms.plan_fill(form, ours)
    filling = Filling(form, plan, ours, len(ledgers.ids(office, question)))
    period = told_period(ours.ledger, plan.titles, office.today())
    if period is None:
        return filling
    return replace(filling, period=period, within=len(records(office, question, period=period)))


def known(ledger: Ledger) -> Known:
    """The ledger, with those that its records cannot be without."""
    return Known(ledger, related(ledger))


class FillBox(PaperBox):
    """Shows what would be filled before anything is written."""

    def __init__(self, desk: Desk, host: QWidget, filling: Filling, question: Question, place: Path) -> None:
        super().__init__(
            desk, host, desk.tr("填写“{name}”").format(name=filling.form.name), place, desk.tr("填写并保存")
        )
        self.filling, self.asked = filling, question
        plan = filling.plan
        self.only = QCheckBox(self.tr("只填{period}的，这是表名里写明的时间").format(period=self._period()))
        self.only.setVisible(filling.period is not None)
        self.only.setChecked(filling.period is not None)
        self.only.toggled.connect(self._tell)
        self.wishes.addWidget(self.only)
        self._tell()
        self.table = QTableWidget(len(plan.columns) + len(plan.unknown), 2, self)
        self._fill_table()
        self.wishes.addWidget(self.table)
        if plan.unknown:
            words = self.tr("有 {n} 栏没有对应的数据，会空着，请填好后再报送。")
            self.wishes.addWidget(label(words.format(n=len(plan.unknown)), "warn"))
        private = [self._words(name) for name in plan.columns.values() if self._is_private(name)]
        self.private = QCheckBox(self.tr("连同不公开的栏目：{some}").format(some="、".join(private)))
        self.private.setVisible(bool(private))
        self.wishes.addWidget(self.private)

    def _period(self) -> str:
        return self.filling.period.words if self.filling.period else ""

    def _tell(self) -> None:
        """How much would be filled in, as it is wished now."""
        filling = self.filling
        told = self.tr("把 {n} 条{noun}填进“{sheet}”，其余保持原样；空白表本身不会改动。")
        count = filling.within if self.only.isChecked() else filling.count
        self.sentence.setText(told.format(n=f"{count:,}", noun=filling.known.ledger.noun, sheet=filling.plan.sheet))

    def _field(self, name: str) -> tuple[Ledger, str]:
        link, _, field = name.rpartition(".")
        known = self.filling.known
        return known.related.get(link, known.ledger), field

    def _is_private(self, name: str) -> bool:
        ledger, field = self._field(name)
        return field in ledger.by_name and ledger[field].private

    def _words(self, name: str) -> str:
        ledger, field = self._field(name)
        label_ = ledger[field].label if field in ledger.by_name else field
        return label_ if ledger is self.filling.known.ledger else f"{ledger.noun}：{label_}"

    def _fill_table(self) -> None:
        table, plan = self.table, self.filling.plan
        table.setHorizontalHeaderLabels([self.tr("表里的栏目"), self.tr("填入")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setAccessibleName(self.tr("栏目对照"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setProperty("look", "numbers")
        rows = [(head, self._words(name), "text") for head, name in plan.columns.items()]
        rows += [(head, self.tr("没有这项数据，空着"), "amber") for head in plan.unknown]
        for at, (head, words, tone) in enumerate(rows):
            for column, text in enumerate((" ".join(head.split()), words)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setForeground(colour(tone))
                table.setItem(at, column, item)
        table.setFixedHeight(min(TALLEST, ROW * len(rows) + 46))

    def begin(self) -> None:
        self.show_working()
        period = self.filling.period if self.only.isChecked() else None
        work = partial(records, self.desk.office, self.asked, self.private.isChecked(), period)
        self.desk.tasks.run(work, then=self._write, failed=self.show_failure, owner=self)

    def _write(self, rows: Sequence[Values]) -> None:
        self.write_in_background(partial(_filled, self.filling, rows, self.place))


def _filled(filling: Filling, rows: Sequence[Values], place: Path, job: Job) -> str:
    job.report(0)
    done = forms.fill(filling.form, rows, filling.known, place, sheet=filling.plan.sheet)
    if not done.unmatched:
        return f"已填好 {done.rows:,} 条"
    some = "、".join(done.unmatched[:SOME]) + ("等" if len(done.unmatched) > SOME else "")
    return f"已填好 {done.rows:,} 条；表里另有 {len(done.unmatched):,} 家没有对应的记录，未填：{some}"
