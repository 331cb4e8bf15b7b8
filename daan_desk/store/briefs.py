"""The officer's own paragraphs of a month's summary (月报)."""

from __future__ import annotations

from daan_desk.domain.days import Month
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LongText, Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Mapped, Record, field


class Brief(Record):
    """What the officer writes into one month's summary; the figures are worked out anew each time."""

    __tablename__ = "briefs"
    ledger = Ledger("月报", noun="月报", icon="file-text", title="month", keys=(("month",),), order="-month")

    month: Mapped[str | None] = field("月份", Month(), index=True, required=True, width=10)
    issue_number: Mapped[int | None] = field("期号", Integer("期"))
    heading: Mapped[str | None] = field("标题", Text(100), width=30)
    cases: Mapped[str | None] = field("典型案例", LongText(), width=40)
    problems: Mapped[str | None] = field("存在问题", LongText(), width=40)
    next_steps: Mapped[str | None] = field("下一步", LongText(), width=40)
