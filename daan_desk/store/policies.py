"""Policies that enterprises may be entitled to (政策事项): words, window, benefit; no amount is ever invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import ColumnElement

from daan_desk.domain.benefits import BENEFITS
from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Phone, Text
from daan_desk.domain.numbers import Integer, Money, Percent
from daan_desk.domain.policies import LEVELS, PAYMENTS, SORTS
from daan_desk.domain.stacking import STACKINGS
from daan_desk.store.base import Mapped, Record, field
from daan_desk.store.tallies import number_of

LEVEL_WORDS = (("国家", "国"), ("国家级", "国"), ("中央", "国"), ("四川省", "省"), ("自贡市", "市"), ("大安区", "区"))
SORT_WORDS = (("税费减免", "减免"), ("奖励", "奖补"), ("补贴", "奖补"), ("补助", "奖补"), ("资质认定", "资质"))
TEXT, MONEY, PAID, TERM = "政策", "标准", "兑现", "时间"


class Policy(Record):
    """One item of a policy; its conditions are rows of their own."""

    __tablename__ = "policies"
    ledger = Ledger(
        "政策事项",
        noun="政策",
        icon="scroll-text",
        keys=(("name",),),
        aliases=("政策清单", "惠企政策", "政策汇编", "政策库"),
    )

    worked_out: ClassVar[Mapping[str, Callable[[], ColumnElement[Any]]]] = {
        "conditions": partial(number_of, "conditions", "policy", "policies"),
    }
    shown = (
        Field("conditions", "条件数", Integer("条"), width=8, group=TEXT, derived=True, kept=False),
        Field("window", "申报窗口", Text(), width=22, group=TERM, derived=True, kept=False),
        Field("window_colour", "灯色", Text(), width=8, listed=False, group=TERM, derived=True, kept=False),
    )

    name: Mapped[str | None] = field(
        "名称",
        Text(300),
        index=True,
        required=True,
        width=40,
        searched=True,
        group=TEXT,
        aliases="政策名称 事项名称 政策事项 兑现事项 文件名称",
    )
    document: Mapped[str | None] = field(
        "文号", Text(120), width=20, searched=True, group=TEXT, aliases="发文字号 文件号 政策文号"
    )
    level: Mapped[str | None] = field(
        "级别", OneOf(LEVELS, aliases=LEVEL_WORDS), quick=True, width=8, group=TEXT, aliases="政策级别 政策层级"
    )
    sort: Mapped[str | None] = field(
        "类别", OneOf(SORTS, aliases=SORT_WORDS), quick=True, width=8, group=TEXT, aliases="政策类别 政策类型 事项类型"
    )
    text: Mapped[str | None] = field(
        "条款原文",
        LongText(),
        listed=False,
        width=44,
        searched=True,
        group=TEXT,
        aliases="政策原文 政策内容 主要内容 条款内容 申报条件",
    )
    benefit: Mapped[str | None] = field(
        "标准", OneOf(BENEFITS), width=14, group=MONEY, aliases="奖补标准 兑现标准 补助方式", hint="文件没有写明就留空"
    )
    fixed: Mapped[Decimal | None] = field("定额", Money(), listed=False, group=MONEY, aliases="定额标准 奖补金额")
    rate: Mapped[Decimal | None] = field("比例", Percent(), listed=False, width=8, group=MONEY, aliases="奖补比例")
    base: Mapped[str | None] = field(
        "计算基数", OneOf(setting="policy_facts"), listed=False, width=16, group=MONEY, aliases="计算依据"
    )
    cap: Mapped[Decimal | None] = field(
        "上限", Money(), listed=False, group=MONEY, aliases="最高限额 封顶金额 最高金额"
    )
    tiers: Mapped[str | None] = field(
        "分档表",
        LongText(),
        listed=False,
        width=30,
        group=MONEY,
        hint="每行一档，写成“下限=金额”，如 5000=10：计算基数达到 5000 得 10 万元",
    )
    stacking: Mapped[str | None] = field(
        "与上级奖励关系", OneOf(STACKINGS), listed=False, width=14, group=MONEY, aliases="叠加关系 是否叠加"
    )
    superior: Mapped[str | None] = field(
        "对应上级政策",
        LinkTo("policies"),
        listed=False,
        width=30,
        group=MONEY,
        aliases="上级政策 对应的上级政策",
        hint="同一事项的上级奖励，用来核算“含上级”“就高不重复”",
    )
    payment: Mapped[str | None] = field(
        "兑现方式", OneOf(PAYMENTS), width=12, group=PAID, aliases="申报方式 享受方式 办理方式"
    )
    pay_days: Mapped[int | None] = field(
        "兑现时限", Integer("工作日"), listed=False, width=12, group=PAID, aliases="兑现期限 拨付时限"
    )
    department: Mapped[str | None] = field(
        "主管部门", LinkTo("departments"), width=20, group=PAID, aliases="责任部门 牵头部门 责任单位"
    )
    office: Mapped[str | None] = field("受理科室", Text(80), width=18, group=PAID, aliases="受理部门 办理科室 责任科室")
    phone: Mapped[str | None] = field(
        "电话", Phone(public=True), width=16, group=PAID, aliases="咨询电话 联系电话 联系方式"
    )
    window_from: Mapped[date | None] = field(
        "申报开始", Day(), width=12, group=TERM, aliases="申报开始时间 受理开始 申报起始日期 开始申报时间"
    )
    window_to: Mapped[date | None] = field(
        "申报截止", Day(), index=True, width=12, group=TERM, aliases="申报截止时间 申报截止日期 受理截止 截止日期"
    )
    valid_from: Mapped[date | None] = field(
        "有效期起", Day(), listed=False, width=12, group=TERM, aliases="施行日期 生效日期 执行日期"
    )
    valid_to: Mapped[date | None] = field("有效期至", Day(), width=12, group=TERM, aliases="失效日期 有效期 到期日期")
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24, group=TEXT)
