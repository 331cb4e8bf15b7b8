"""Visits to enterprises (走访)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Index

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, People, Text
from daan_desk.domain.numbers import Integer, Money, Number
from daan_desk.store.base import Mapped, Record, field

WAYS = ("实地", "电话", "座谈", "视频", "驻企")
WAY_WORDS: tuple[tuple[str, str], ...] = (
    ("实地走访", "实地"),
    ("现场", "实地"),
    ("现场走访", "实地"),
    ("上门", "实地"),
    ("电话走访", "电话"),
)
WAY_WORDS += (("电话联系", "电话"), ("线上", "视频"), ("视频会议", "视频"), ("座谈会", "座谈"), ("上门走访", "实地"))
PRODUCTION = ("满产", "正常", "减产", "停产")
PRODUCTION_WORDS = (
    ("满负荷", "满产"),
    ("正常生产", "正常"),
    ("正常经营", "正常"),
    ("半停产", "减产"),
    ("全面停产", "停产"),
)
FIRST, STATE, WORDS = "这次走访", "企业现状", "走访记录"


class Visit(Record):
    """One visit to one enterprise."""

    __tablename__ = "visits"
    __table_args__ = (Index("visits_latest", "enterprise", "deleted_at", "day", "way"),)
    ledger = Ledger(
        "走访记录",
        noun="走访",
        icon="map-pin-check",
        title="day enterprise",
        keys=(("enterprise", "day", "led_by"), ("enterprise", "day")),
        order="-day",
        aliases=("走访台账", "走访记录表", "走访情况", "走访", "企业走访台账"),
    )

    day: Mapped[date | None] = field(
        "日期",
        Day(),
        index=True,
        required=True,
        width=12,
        group=FIRST,
        aliases="走访时间 走访日期 时间 走访日",
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        required=True,
        width=34,
        searched=True,
        group=FIRST,
        aliases="企业名称 走访企业 被走访企业 走访公司 走访对象 单位名称 走访企业名称",
    )
    way: Mapped[str | None] = field(
        "方式",
        OneOf(WAYS, aliases=WAY_WORDS),
        required=True,
        width=8,
        group=FIRST,
        aliases="走访方式 走访形式 形式",
    )
    led_by: Mapped[str | None] = field(
        "带队领导",
        LinkTo("officers"),
        index=True,
        width=12,
        searched=True,
        group=FIRST,
        aliases="走访领导 走访人 领导 带队人 走访人员 包联领导 走访干部",
    )
    companions: Mapped[str | None] = field(
        "陪同人员", People(), width=20, searched=True, group=FIRST, aliases="参加人员 随行人员 陪同 陪同部门"
    )
    met: Mapped[str | None] = field(
        "受访人",
        Text(100),
        width=12,
        group=FIRST,
        aliases="被访人 企业接待人 受访人员 接待人 企业参加人员",
    )
    production: Mapped[str | None] = field(
        "生产状态",
        OneOf(PRODUCTION, aliases=PRODUCTION_WORDS),
        width=8,
        group=STATE,
        aliases="生产情况 经营状况 开工情况",
    )
    output: Mapped[Decimal | None] = field(
        "当月产值", Money("万元"), listed=False, width=12, group=STATE, aliases="产值 本月产值 月产值"
    )
    staff: Mapped[int | None] = field(
        "在岗人数", Integer("人"), listed=False, group=STATE, aliases="在岗员工 用工人数 在岗"
    )
    order_months: Mapped[Decimal | None] = field(
        "订单可用月数", Number("月", 1), listed=False, group=STATE, aliases="在手订单月数 订单可维持月数"
    )
    policies_explained: Mapped[str | None] = field(
        "宣讲政策", Text(500), listed=False, width=24, group=WORDS, aliases="政策宣讲 宣传政策"
    )
    summary: Mapped[str | None] = field(
        "走访内容",
        LongText(),
        width=40,
        searched=True,
        group=WORDS,
        aliases="走访情况 走访情况记录 走访记录 主要内容 走访情况及成效 工作内容",
    )
    suggestion: Mapped[str | None] = field(
        "企业建议", LongText(), listed=False, width=30, group=WORDS, aliases="意见建议 企业意见 建议"
    )
    follow_up: Mapped[str | None] = field(
        "上次遗留问题复核",
        LongText(),
        listed=False,
        width=30,
        group=WORDS,
        aliases="遗留问题复核 上次问题落实情况",
    )
    next_step: Mapped[str | None] = field(
        "下一步",
        LongText(),
        listed=False,
        width=30,
        group=WORDS,
        aliases="下一步工作 下步打算 下一步计划 工作打算",
    )
