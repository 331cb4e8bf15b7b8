"""What becomes of an enterprise's entitlement to a policy in a year (政策兑现): told, applied, reviewed, paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.entitlements import REVIEWS, WISHES
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.numbers import Money
from daan_desk.domain.policies import VERDICTS
from daan_desk.domain.years import Year
from daan_desk.store.base import Mapped, Record, field

WISH_WORDS = (("愿意", "申报"), ("有意愿", "申报"), ("不愿意", "不申报"), ("放弃", "不申报"), ("待定", "考虑中"))
REVIEW_WORDS = (("审核通过", "通过"), ("审核中", "待审核"), ("不通过", "未通过"), ("退回", "未通过"))
MATCHED, WENT = "符合情况", "兑现进度"


class Entitlement(Record):
    """One enterprise, one policy, one year."""

    __tablename__ = "entitlements"
    ledger = Ledger(
        "政策兑现",
        noun="政策兑现",
        icon="coins",
        title="enterprise policy year",
        keys=(("enterprise", "policy", "year"),),
        order="-year",
        aliases=("政策兑现台账", "政策兑现情况", "资金兑现"),
    )

    shown = (
        Field("stage", "进度", Text(), width=10, group=WENT, derived=True, kept=False),
        Field("light", "拨付灯", Text(), width=16, group=WENT, derived=True, kept=False),
        Field("light_colour", "灯色", Text(), width=8, listed=False, group=WENT, derived=True, kept=False),
    )

    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        group=MATCHED,
        aliases="企业名称 单位名称 申报企业 申报单位 享受企业",
    )
    policy: Mapped[str | None] = field(
        "政策",
        LinkTo("policies"),
        index=True,
        required=True,
        width=40,
        searched=True,
        group=MATCHED,
        aliases="政策名称 政策事项 兑现事项 申报事项 申报政策",
    )
    year: Mapped[int | None] = field(
        "年度", Year(), index=True, width=8, group=MATCHED, aliases="兑现年度 申报年度 年份"
    )
    verdict: Mapped[str | None] = field(
        "结论", OneOf(VERDICTS), width=10, group=MATCHED, derived=True, aliases="符合情况 是否符合 判断结论"
    )
    reasons: Mapped[str | None] = field(
        "逐条理由", LongText(), listed=False, width=44, group=MATCHED, derived=True, aliases="理由"
    )
    expected: Mapped[Decimal | None] = field("预计金额", Money(), total=True, width=12, group=MATCHED, derived=True)
    told: Mapped[date | None] = field("已告知", Day(), width=12, group=WENT, aliases="告知日期 告知时间 送达日期")
    wish: Mapped[str | None] = field(
        "企业意愿", OneOf(WISHES, aliases=WISH_WORDS), quick=True, width=10, group=WENT, aliases="申报意愿"
    )
    applied: Mapped[date | None] = field(
        "申报日期", Day(), index=True, width=12, group=WENT, aliases="申报时间 提交日期 受理日期"
    )
    applied_amount: Mapped[Decimal | None] = field(
        "申报金额", Money(), total=True, width=12, group=WENT, aliases="申请金额 申报资金"
    )
    review: Mapped[str | None] = field(
        "审核", OneOf(REVIEWS, aliases=REVIEW_WORDS), quick=True, width=10, group=WENT, aliases="审核结果 审核情况"
    )
    reviewed: Mapped[date | None] = field(
        "审核日期", Day(), listed=False, width=12, group=WENT, aliases="审核时间 审核通过时间"
    )
    published: Mapped[date | None] = field("公示", Day(), width=12, group=WENT, aliases="公示日期 公示时间")
    paid: Mapped[date | None] = field(
        "拨付日期", Day(), index=True, width=12, group=WENT, aliases="拨付时间 兑现日期 兑现时间 到账日期"
    )
    paid_amount: Mapped[Decimal | None] = field(
        "拨付金额", Money(), total=True, width=12, group=WENT, aliases="兑现金额 到账金额 拨付资金 兑现资金"
    )
    unpaid_reason: Mapped[str | None] = field(
        "未兑现原因", LongText(), listed=False, width=30, group=WENT, aliases="未拨付原因 未申报原因"
    )
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24, group=WENT)
