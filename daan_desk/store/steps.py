"""The steps of an issue's life (办理进展)."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, Text
from daan_desk.store.base import Mapped, Record, field


class Step(Record):
    """One step of an issue's life: a move, an extension, a callback or plain progress, with its day and its author."""

    __tablename__ = "steps"
    ledger = Ledger(
        "办理进展", noun="进展", icon="list-checks", title="what", keys=(("issue", "day", "move", "what"),), order="day"
    )

    issue: Mapped[str | None] = field("问题", LinkTo("issues"), index=True, required=True, width=34)
    day: Mapped[date | None] = field("日期", Day(), required=True, width=12)
    move: Mapped[str | None] = field("事项", Text(20), required=True, width=12)
    by: Mapped[str | None] = field("经办人", Text(60), width=12)
    what: Mapped[str | None] = field("内容", LongText(), width=48)
    from_state: Mapped[str | None] = field("原状态", Text(20), width=10, derived=True)
    to_state: Mapped[str | None] = field("新状态", Text(20), width=10, derived=True)
    old_due: Mapped[date | None] = field("原时限", Day(), width=12, derived=True)
    new_due: Mapped[date | None] = field("新时限", Day(), width=12, derived=True)
