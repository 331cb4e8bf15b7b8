"""Enterprises elsewhere that may come (招商线索)."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LongText, Name, OneOf, People, Text
from daan_desk.domain.projects import LEAD_REGIONS, LEAD_STAGES
from daan_desk.store.base import Mapped, Record, field

REGION_WORDS = (
    ("成渝地区", "成渝"),
    ("成渝双城经济圈", "成渝"),
    ("川渝", "成渝"),
    ("长三角地区", "长三角"),
    ("珠三角地区", "珠三角"),
    ("京津冀地区", "京津冀"),
    ("粤港澳大湾区", "大湾区"),
)
STAGE_WORDS = (
    ("线索收集", "线索"),
    ("初步接触", "接触"),
    ("对接中", "接触"),
    ("考察中", "考察"),
    ("在谈", "洽谈"),
    ("已签约", "签约"),
    ("已放弃", "放弃"),
)


class Lead(Record):
    """A lead with its stage, the next step and the day of the next contact."""

    __tablename__ = "leads"
    ledger = Ledger(
        "招商线索",
        noun="线索",
        icon="target",
        title="company",
        keys=(("company",),),
        order="next_contact",
        aliases=("招商线索台账", "招商项目线索", "在谈项目", "招商引资"),
    )

    shown = (
        Field("light", "联系灯", Text(), width=16, derived=True, kept=False),
        Field("light_colour", "灯色", Text(), width=8, listed=False, derived=True, kept=False),
    )

    company: Mapped[str | None] = field(
        "企业",
        Name(200),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 意向企业 招商企业 投资企业 线索企业 投资方 目标企业",
    )
    place: Mapped[str | None] = field(
        "所在地区",
        OneOf(LEAD_REGIONS, aliases=REGION_WORDS),
        quick=True,
        width=12,
        aliases="所在区域 来源地区 企业所在地 投资方所在地",
    )
    industry: Mapped[str | None] = field(
        "产业", Text(80), width=20, searched=True, aliases="产业方向 所属产业 产业类别"
    )
    intention: Mapped[str | None] = field(
        "投资意向", LongText(), width=40, searched=True, aliases="投资内容 意向内容 合作意向 项目概况"
    )
    contact: Mapped[str | None] = field(
        "对接人", People(), width=14, searched=True, aliases="招商人员 跟进人 责任人 对接人员"
    )
    stage: Mapped[str | None] = field(
        "阶段",
        OneOf(LEAD_STAGES, aliases=STAGE_WORDS),
        index=True,
        quick=True,
        width=10,
        aliases="线索阶段 洽谈阶段 项目阶段 目前阶段",
    )
    next_step: Mapped[str | None] = field("下一步", LongText(), width=30, aliases="下一步打算 下步工作 下一步工作")
    next_contact: Mapped[date | None] = field(
        "下次联系", Day(), index=True, width=12, aliases="下次联系时间 下次联系日期 下次对接时间"
    )
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
