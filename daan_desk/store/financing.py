"""What enterprises want to borrow (融资需求)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import ColumnElement

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.financing import PURPOSES, STATES, WAYS
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text, YesNo
from daan_desk.domain.numbers import Integer, Money
from daan_desk.store.base import Mapped, Record, field
from daan_desk.store.tallies import number_of, sum_of

PURPOSE_WORDS = (
    ("流动资金周转", "流动资金"),
    ("补充流动资金", "流动资金"),
    ("生产经营", "流动资金"),
    ("购买设备", "设备采购"),
    ("设备购置", "设备采购"),
    ("购置设备", "设备采购"),
    ("技改", "技术改造"),
    ("研发", "研发投入"),
    ("扩大生产", "扩大产能"),
    ("厂房建设", "扩大产能"),
)
WAY_WORDS = (
    ("信用贷款", "信用"),
    ("抵押贷款", "抵押"),
    ("抵押担保", "抵押"),
    ("质押贷款", "质押"),
    ("担保贷款", "担保"),
    ("保证", "担保"),
    ("保证担保", "担保"),
    ("股权融资", "股权"),
)
STATE_WORDS = (
    ("已申报", "申报"),
    ("已推荐", "推荐"),
    ("正在对接", "对接中"),
    ("授信", "已授信"),
    ("放款", "已放款"),
    ("失败", "未成功"),
    ("已撤回", "撤回"),
)
WANT, FROM, BANKS = "需求", "来源", "银行对接"


class Demand(Record):
    """One demand for money; its sums with banks are four different ones and are never added up."""

    __tablename__ = "financing"
    ledger = Ledger(
        "融资需求",
        noun="融资需求",
        icon="hand-coins",
        title="enterprise number",
        keys=(("number",), ("enterprise", "raised", "amount"), ("enterprise", "amount")),
        order="-raised",
        aliases=("融资需求清单", "企业融资需求", "融资台账", "贷款需求"),
    )

    worked_out: ClassVar[Mapping[str, Callable[[], ColumnElement[Any]]]] = {
        "banks": partial(number_of, "bank_responses", "demand", "financing"),
        "credit": partial(sum_of, "bank_responses", "demand", "credit", "financing"),
        "loan": partial(sum_of, "bank_responses", "demand", "loan", "financing"),
    }
    shown = (
        Field("banks", "推送银行", Integer("家"), width=10, group=BANKS, derived=True, kept=False),
        Field("credit", "授信金额合计", Money(), width=14, group=BANKS, total=True, derived=True, kept=False),
        Field("loan", "放款金额合计", Money(), width=14, group=BANKS, total=True, derived=True, kept=False),
    )

    number: Mapped[str | None] = field(
        "编号", Text(30), index=True, width=14, searched=True, group=WANT, aliases="需求编号", hint="留空时自动编号"
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        group=WANT,
        aliases="企业名称 单位名称 公司名称 借款企业 融资企业 贷款企业",
    )
    amount: Mapped[Decimal | None] = field(
        "需求金额",
        Money(),
        required=True,
        total=True,
        width=14,
        group=WANT,
        aliases="融资需求金额 融资需求 贷款金额 拟贷款金额 融资金额 需求额度 贷款需求 申请金额 资金需求 融资需求额度",
    )
    purpose: Mapped[str | None] = field(
        "用途",
        OneOf(PURPOSES, aliases=PURPOSE_WORDS),
        quick=True,
        width=12,
        group=WANT,
        aliases="贷款用途 资金用途 融资用途",
    )
    months: Mapped[int | None] = field(
        "期限", Integer("月"), width=8, group=WANT, aliases="贷款期限 融资期限 借款期限 需求期限"
    )
    way: Mapped[str | None] = field(
        "融资方式",
        OneOf(WAYS, aliases=WAY_WORDS),
        quick=True,
        width=10,
        group=WANT,
        aliases="担保方式 贷款方式 融资类型",
    )
    collateral: Mapped[str | None] = field(
        "抵押物", Text(300), listed=False, width=24, group=WANT, aliases="抵质押物 可提供抵押物 抵押物情况"
    )
    first_loan: Mapped[bool | None] = field(
        "首贷户", YesNo(), quick=True, width=8, group=WANT, aliases="是否首贷 是否首贷户 首贷"
    )
    preferred_bank: Mapped[str | None] = field(
        "意向银行", Text(120), width=18, searched=True, group=WANT, aliases="意向合作银行 拟贷款银行 对接银行 贷款银行"
    )
    raised: Mapped[date | None] = field(
        "提出日期",
        Day(),
        index=True,
        width=12,
        group=FROM,
        aliases="提出时间 申报日期 申报时间 登记时间 登记日期 收集时间",
        hint="留空时是今天",
    )
    meeting: Mapped[str | None] = field("来源活动", LinkTo("meetings"), index=True, listed=False, group=FROM)
    visit: Mapped[str | None] = field("来源走访", LinkTo("visits"), index=True, listed=False, group=FROM)
    state: Mapped[str | None] = field(
        "状态",
        OneOf(STATES, aliases=STATE_WORDS),
        index=True,
        width=10,
        group=BANKS,
        aliases="对接状态 融资状态 办理状态 进展状态",
        hint="银行答复、授信、放款后自动更新",
    )
    notes: Mapped[str | None] = field(
        "备注", LongText(), listed=False, width=24, group=FROM, aliases="情况说明 对接情况 进展情况"
    )
