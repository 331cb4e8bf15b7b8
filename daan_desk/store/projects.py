"""Projects under way (项目): what is planned, what is done, and who looks after it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.numbers import Money
from daan_desk.domain.projects import KINDS, STAGES
from daan_desk.store.base import Mapped, Record, field

KIND_WORDS = (
    ("技术改造", "技改"),
    ("技改项目", "技改"),
    ("新开工", "新建"),
    ("招商引资", "招商"),
    ("招商项目", "招商"),
    ("基建", "基础设施"),
)
STAGE_WORDS = (
    ("在谈", "洽谈"),
    ("已签约", "签约"),
    ("已落地", "落地"),
    ("建设中", "在建"),
    ("已开工", "在建"),
    ("开工", "在建"),
    ("已竣工", "竣工"),
    ("完工", "竣工"),
    ("已投产", "投产"),
)
WHAT, MONEY, DAYS, WHO, NOW = "项目", "投资", "工期", "服务", "进展"


class Project(Record):
    """A project with its plan for the year; its months are rows of their own, the newest of which is copied here."""

    __tablename__ = "projects"
    ledger = Ledger(
        "项目",
        noun="项目",
        icon="construction",
        keys=(("name", "enterprise"), ("name",)),
        aliases=("项目台账", "重点项目", "在建项目", "技改项目", "项目清单"),
    )

    shown = (
        Field("start_light", "开工灯", Text(), width=26, group=DAYS, derived=True, kept=False),
        Field("start_colour", "开工灯色", Text(), width=8, listed=False, group=DAYS, derived=True, kept=False),
        Field("progress_light", "进度灯", Text(), width=30, group=NOW, derived=True, kept=False),
        Field("progress_colour", "进度灯色", Text(), width=8, listed=False, group=NOW, derived=True, kept=False),
    )

    name: Mapped[str | None] = field(
        "名称", Text(200), index=True, required=True, width=36, searched=True, group=WHAT, aliases="项目名称 项目"
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        width=34,
        searched=True,
        group=WHAT,
        aliases="企业名称 项目业主 业主单位 建设单位 实施企业 项目单位 投资主体",
    )
    kind: Mapped[str | None] = field(
        "类型", OneOf(KINDS, aliases=KIND_WORDS), quick=True, width=10, group=WHAT, aliases="项目类型 项目类别"
    )
    nature: Mapped[str | None] = field("建设性质", Text(40), listed=False, group=WHAT)
    content: Mapped[str | None] = field(
        "建设内容", LongText(), listed=False, width=40, group=WHAT, aliases="建设内容及规模 建设规模 主要建设内容"
    )
    stage: Mapped[str | None] = field(
        "阶段",
        OneOf(STAGES, aliases=STAGE_WORDS),
        index=True,
        quick=True,
        width=8,
        group=WHAT,
        aliases="项目阶段 项目状态 建设阶段 建设状态",
    )
    investment: Mapped[Decimal | None] = field(
        "总投资", Money(), total=True, width=14, group=MONEY, aliases="计划总投资 投资总额 总投资额 投资额"
    )
    plan_year: Mapped[Decimal | None] = field(
        "今年计划投资",
        Money(),
        total=True,
        width=14,
        group=MONEY,
        aliases="年度计划投资 本年计划投资 当年计划投资 年度投资计划 年度投资",
    )
    done_year: Mapped[Decimal | None] = field(
        "今年累计完成投资",
        Money(),
        total=True,
        width=16,
        group=MONEY,
        aliases="本年累计完成投资 累计完成投资 年度完成投资 今年完成投资 截至目前完成投资",
    )
    done_month: Mapped[Decimal | None] = field(
        "本月完成投资", Money(), total=True, width=14, group=MONEY, listed=False, aliases="当月完成投资 月度完成投资"
    )
    plan_start: Mapped[date | None] = field(
        "计划开工", Day(), width=12, group=DAYS, aliases="计划开工时间 计划开工日期 拟开工时间"
    )
    plan_finish: Mapped[date | None] = field(
        "计划竣工", Day(), width=12, group=DAYS, aliases="计划竣工时间 计划竣工日期 计划完工时间 拟竣工时间"
    )
    started: Mapped[date | None] = field(
        "实际开工", Day(), width=12, group=DAYS, aliases="实际开工时间 实际开工日期 开工时间 开工日期"
    )
    finished: Mapped[date | None] = field(
        "实际竣工", Day(), listed=False, width=12, group=DAYS, aliases="实际竣工时间 实际竣工日期 竣工时间 完工时间"
    )
    leader: Mapped[str | None] = field(
        "包联领导",
        LinkTo("officers"),
        index=True,
        width=12,
        searched=True,
        group=WHO,
        aliases="联系领导 包挂领导 挂联领导 责任领导 牵头领导 县级领导 包保领导",
    )
    department: Mapped[str | None] = field(
        "责任单位", LinkTo("departments"), width=20, group=WHO, aliases="责任部门 牵头单位 主管部门 行业主管部门"
    )
    service: Mapped[str | None] = field("服务单位", LinkTo("departments"), listed=False, width=20, group=WHO)
    progress: Mapped[str | None] = field(
        "本月进展", LongText(), listed=False, width=36, group=NOW, aliases="工程进度 进展情况 形象进度 项目进展"
    )
    problems: Mapped[str | None] = field(
        "问题和建议", LongText(), listed=False, width=36, group=NOW, aliases="存在问题 存在的问题 问题及建议 困难问题"
    )
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24, group=NOW)
