"""A need and an idle asset brought together, and what became of it (用房对接): every try is a row of its own."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.matching import MATCH_STATES
from daan_desk.store.base import Mapped, Record, field

STATE_WORDS = (
    ("看厂房", "已看现场"),
    ("看地", "已看现场"),
    ("实地查看", "已看现场"),
    ("谈判中", "洽谈"),
    ("签约", "已签约"),
    ("入驻", "已签约"),
    ("未成", "未达成"),
    ("放弃", "未达成"),
)


class SpaceMatch(Record):
    """One asset offered to one need."""

    __tablename__ = "space_matches"
    ledger = Ledger(
        "用房对接",
        noun="用房对接",
        icon="combine",
        title="need asset",
        keys=(("need", "asset"),),
        order="-day",
        aliases=("载体对接台账", "厂房对接台账", "用地用房对接", "载体对接"),
    )

    shown = (
        Field("light", "跟进灯", Text(), width=20, derived=True, kept=False),
        Field("light_colour", "灯色", Text(), width=8, listed=False, derived=True, kept=False),
    )

    need: Mapped[str | None] = field(
        "用房需求",
        LinkTo("space_needs"),
        index=True,
        required=True,
        width=36,
        searched=True,
        aliases="需求 企业需求",
    )
    asset: Mapped[str | None] = field(
        "对接资产", LinkTo("assets"), index=True, required=True, width=30, searched=True, aliases="对接载体 推荐载体"
    )
    day: Mapped[date | None] = field("对接日期", Day(), index=True, width=12, aliases="推荐日期 对接时间")
    officer: Mapped[str | None] = field("跟进人", LinkTo("officers"), width=14, aliases="对接人 跟踪人")
    state: Mapped[str | None] = field(
        "对接状态", OneOf(MATCH_STATES, aliases=STATE_WORDS), index=True, quick=True, width=12, aliases="对接进度"
    )
    fits: Mapped[str | None] = field("匹配理由", LongText(), listed=False, width=40, derived=True)
    next_step: Mapped[str | None] = field("下一步", Text(300), width=28, aliases="下步工作 下一步工作")
    next_day: Mapped[date | None] = field("下次跟进", Day(), index=True, width=12, aliases="下次跟进日期 下次联系")
    reason: Mapped[str | None] = field("未达成原因", Text(300), listed=False, width=24, aliases="未成原因 放弃原因")
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24)
