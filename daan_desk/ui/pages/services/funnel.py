"""The funnel of financing: four numbers with four sums of their own, first borrowers, banks, why they declined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.first_loans import BankRecord, FirstLoans
from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Question, Where
from daan_desk.services import financing_record
from daan_desk.services.financing_record import Declined, FinancingRecord
from daan_desk.ui.kit.cards import NumberCard, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

ICONS = {"需求": "hand-coins", "推送": "send", "授信": "badge-check", "放款": "banknote"}
WIDTH, HEIGHT = 1200, 250


class FunnelDoor:
    """Opens the funnel of the demands that the page shows."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None

    def open(self, question: Question) -> None:
        """Work the record out in the background, then show it."""
        self.desk.tasks.run(partial(financing_record.record, self.desk.office, question), self._show, owner=self.desk)

    def _show(self, record: FinancingRecord) -> None:
        tr = self.desk.tr
        sentence = tr("需求、推送、授信、放款是四个不同口径的金额，分别统计，不相加。点数字和每一行打开对应的记录。")
        self.box = box = Box(self.window(), tr("融资对接漏斗"), sentence, "funnel")
        box.setMinimumWidth(WIDTH)
        cards = QHBoxLayout()
        for stage in record.funnel.stages:
            card = NumberCard(stage.word, ICONS[stage.word], stage.ids)
            card.show_number(f"{stage.count}", f"{stage.amount_word} {Money().show(stage.amount)} 万元")
            card.opened.connect(partial(self._open, "financing"))
            cards.addWidget(card)
        box.body.addLayout(cards)
        box.body.addLayout(self._lists(record))
        box.offer(tr("关闭"))
        box.open()

    def _lists(self, record: FinancingRecord) -> QHBoxLayout:
        """First borrowers, banks and reasons side by side."""
        tr, both = self.desk.tr, QHBoxLayout()
        both.setSpacing(24)
        first_title, first_lines = headed(tr("首贷户"), record.first), first(record.first)
        banks, reasons = [bank(one) for one in record.banks], [reason(one) for one in record.declined]
        for title, lines, nothing, ledger, share in (
            (first_title, first_lines, tr("没有标为首贷户的需求"), "financing", 3),
            (tr("各银行"), banks, tr("还没有推送给银行"), "bank_responses", 5),
            (tr("未授信的原因"), reasons, tr("还没有银行婉拒"), "bank_responses", 3),
        ):
            both.addLayout(self._column(title, lines, nothing, ledger), share)
        return both

    def _column(self, title: str, lines: Sequence[Line], nothing: str, ledger: str) -> QVBoxLayout:
        column, shown = QVBoxLayout(), LineList(boxed=True)
        shown.setAccessibleName(title)
        shown.show_lines(lines)
        shown.setFixedHeight(HEIGHT)
        shown.chosen.connect(partial(self._open, ledger))
        column.addWidget(label(title, "heading"))
        column.addWidget(shown if lines else label(nothing, "soft"))
        column.addStretch(1)
        return column

    def _open(self, ledger: str, ids: tuple[str, ...]) -> None:
        if self.box:
            self.box.accept()
        self.desk.go(ledger, Target(question=Question(ledger, where=(Where("id", "in", ids),))))


def first(record: FirstLoans) -> list[Line]:
    """Demands, credits and loans of first borrowers, each with a sum of its own."""
    rows = (
        ("首贷户需求", record.demands, "需求金额", record.amount),
        ("其中已授信", record.credited, "授信金额", record.credit),
        ("其中已放款", record.paid, "放款金额", record.loan),
    )
    if not record.demands:
        return []
    return [Line(ids, word, f"{of} {Money().show(sum_)} 万元", _count(ids, "个")) for word, ids, of, sum_ in rows]


def headed(title: str, record: FirstLoans) -> str:
    """The heading with the share of those who got their first loan."""
    return f"{title}：成功率 {record.rate}" if record.demands else title


def bank(one: BankRecord) -> Line:
    """A bank with what it made of what was pushed to it; credit and loan are named apart."""
    late = Pill(f"逾期 {len(one.late)}", "red") if one.late else Pill(f"推送 {len(one.pushed)}", "accent")
    counts = f"答复 {len(one.answered)}，同意 {len(one.agreed)}，婉拒 {len(one.declined)}"
    sums = f"；授信 {Money().show(one.credit)}、放款 {Money().show(one.loan)} 万元"
    return Line(one.pushed, one.bank, counts + sums, late)


def reason(one: Declined) -> Line:
    """A reason with how often it was given."""
    return Line(one.ids, one.reason, pill=_count(one.ids, "次", "amber"))


def _count(ids: Sequence[str], unit: str, tone: str = "accent") -> Pill:
    return Pill(f"{len(ids)} {unit}", tone)
