"""What banks answered to demands that were pushed to them (银行对接)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.financing import DECISIONS
from daan_desk.domain.kinds import LinkTo, OneOf, Text
from daan_desk.domain.numbers import Money, Percent
from daan_desk.store.base import Mapped, Record, field

DECISION_WORDS = (
    ("通过", "同意"),
    ("已授信", "同意"),
    ("拒绝", "婉拒"),
    ("不同意", "婉拒"),
    ("未通过", "婉拒"),
    ("未授信", "婉拒"),
    ("对接中", "待定"),
    ("审批中", "待定"),
)


class BankResponse(Record):
    """One demand at one bank: when it was pushed there, what was decided, what was granted and what was paid out."""

    __tablename__ = "bank_responses"
    ledger = Ledger(
        "银行对接",
        noun="银行对接",
        icon="landmark",
        title="demand bank",
        keys=(("demand", "bank", "pushed"), ("demand", "bank")),
        order="-pushed",
        aliases=("银行对接情况", "授信情况", "贷款投放", "银企对接台账"),
    )

    shown = (
        Field("light", "答复灯", Text(), width=18, derived=True, kept=False),
        Field("light_colour", "灯色", Text(), width=8, listed=False, derived=True, kept=False),
    )

    demand: Mapped[str | None] = field(
        "融资需求",
        LinkTo("financing"),
        index=True,
        required=True,
        width=38,
        searched=True,
        aliases="企业名称 企业 需求编号 单位名称 借款企业",
    )
    bank: Mapped[str | None] = field(
        "银行",
        LinkTo("banks"),
        index=True,
        required=True,
        width=22,
        searched=True,
        aliases="银行名称 对接银行 授信银行 放款银行 贷款银行 金融机构",
    )
    pushed: Mapped[date | None] = field(
        "推送日期", Day(), index=True, width=12, aliases="推送时间 推荐日期 推荐时间 对接日期"
    )
    due: Mapped[date | None] = field(
        "答复时限", Day(), width=12, aliases="反馈时限 答复期限", hint="留空时按推送日期推算"
    )
    decision: Mapped[str | None] = field(
        "结论", OneOf(DECISIONS, aliases=DECISION_WORDS), width=8, aliases="对接结论 对接结果 审批结果 是否授信"
    )
    credit: Mapped[Decimal | None] = field("授信金额", Money(), total=True, width=14, aliases="授信额度 批复金额")
    credit_day: Mapped[date | None] = field("授信日期", Day(), width=12, aliases="授信时间 批复日期")
    loan: Mapped[Decimal | None] = field(
        "放款金额", Money(), total=True, width=14, aliases="发放金额 投放金额 贷款发放金额 实际放款金额"
    )
    loan_day: Mapped[date | None] = field("放款日期", Day(), width=12, aliases="放款时间 发放日期 投放日期")
    rate: Mapped[Decimal | None] = field("年利率", Percent(), width=8, aliases="利率 贷款利率 执行利率 年化利率")
    reason: Mapped[str | None] = field(
        "未授信原因",
        OneOf(setting="rejection_reasons"),
        width=18,
        aliases="未成功原因 拒贷原因 婉拒原因 未放款原因 未通过原因",
    )
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
