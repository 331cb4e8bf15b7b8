"""The store of technology projects (科技项目库)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.numbers import Money
from daan_desk.domain.projects import TECH_STATES
from daan_desk.store.base import Mapped, Record, field
from daan_desk.store.qualifications import LEVEL_WORDS, LEVELS

STATE_WORDS = (
    ("拟申报", "储备"),
    ("申报中", "已申报"),
    ("申报", "已申报"),
    ("立项", "已立项"),
    ("未获立项", "未立项"),
    ("实施", "实施中"),
    ("在研", "实施中"),
    ("验收", "已验收"),
    ("结题", "已验收"),
)


class TechProject(Record):
    """A project of research with its partner, its funds and what came out of it."""

    __tablename__ = "tech_projects"
    ledger = Ledger(
        "科技项目库",
        noun="科技项目",
        icon="flask-conical",
        keys=(("name", "enterprise"), ("name",)),
        aliases=("科技项目", "科技计划项目", "产学研项目"),
    )

    name: Mapped[str | None] = field(
        "名称", Text(200), index=True, required=True, width=38, searched=True, aliases="项目名称 课题名称 科技项目名称"
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 承担单位 牵头单位 申报单位 实施企业",
    )
    partner: Mapped[str | None] = field(
        "合作单位", Text(200), width=24, searched=True, aliases="合作高校 合作院校 高校院所 参与单位"
    )
    level: Mapped[str | None] = field(
        "级别", OneOf(LEVELS, aliases=LEVEL_WORDS), quick=True, width=8, aliases="项目级别 计划级别"
    )
    funds: Mapped[Decimal | None] = field(
        "申报资金", Money(), total=True, width=12, aliases="申报金额 申请资金 申请经费 支持资金"
    )
    state: Mapped[str | None] = field(
        "立项状态",
        OneOf(TECH_STATES, aliases=STATE_WORDS),
        index=True,
        quick=True,
        width=10,
        aliases="项目状态 立项情况 状态",
    )
    since: Mapped[date | None] = field("起始日期", Day(), width=12, aliases="开始时间 起始时间 实施开始时间")
    until: Mapped[date | None] = field("结束日期", Day(), width=12, aliases="结束时间 完成时间 实施结束时间")
    results: Mapped[str | None] = field("成果", LongText(), width=36, aliases="项目成果 取得成果 主要成果")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
