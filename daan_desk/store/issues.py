"""Issues that enterprises raise (问题诉求)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, People, Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Mapped, Record, field

SOURCES = ("走访", "下午茶", "恳谈会", "驻企", "12345", "上级交办", "企业自报")
SOURCE_WORDS: tuple[tuple[str, str], ...] = (
    ("实地走访", "走访"),
    ("走访收集", "走访"),
    ("银政企恳谈会", "恳谈会"),
    ("“安逸隆”下午茶", "下午茶"),
)
SOURCE_WORDS += (
    ("驻企收集", "驻企"),
    ("12345热线", "12345"),
    ("上级转办", "上级交办"),
    ("自主申报", "企业自报"),
    ("企业反映", "企业自报"),
)
GRADES = ("咨询", "一般", "复杂", "疑难")
STATES = ("待交办", "已交办", "退回", "办理中", "长期推进", "已办结", "解释说明", "已销号")
STATE_WORDS = tuple((w, "办理中") for w in ("正在办理", "推进中", "正在推进", "进行中", "未办结", "否", "办理", "在办"))
STATE_WORDS += tuple((w, "已办结") for w in ("办结", "已完成", "完成", "已解决", "是", "已落实", "√", "已办"))
STATE_WORDS += (
    ("销号", "已销号"),
    ("已关闭", "已销号"),
    ("长期", "长期推进"),
    ("暂无法解决", "长期推进"),
    ("未交办", "待交办"),
    ("已解释", "解释说明"),
)
CALLBACKS = ("非常满意", "满意", "基本满意", "不满意")
CALLBACK_WORDS = (
    ("很满意", "非常满意"),
    ("较满意", "基本满意"),
    ("一般", "基本满意"),
    ("是", "满意"),
    ("否", "不满意"),
)
WHAT, WHO, RESULT = "问题", "办理", "结果"


class Issue(Record):
    """An issue of an enterprise, followed until the enterprise is satisfied."""

    __tablename__ = "issues"
    __table_args__ = (Index("issues_open", "enterprise", "deleted_at", "state"),)
    ledger = Ledger(
        "问题诉求",
        noun="问题",
        icon="circle-alert",
        title="number title",
        keys=(("number",), ("enterprise", "title", "raised"), ("enterprise", "title")),
        order="-raised",
        aliases=("问题台账", "诉求台账", "问题清单", "困难问题", "问题诉求台账", "企业诉求"),
    )

    shown = (
        Field("light", "时限灯", Text(), width=14, group=WHO, derived=True, kept=False),
        Field("light_colour", "灯色", Text(), width=8, group=WHO, listed=False, derived=True, kept=False),
    )

    number: Mapped[str | None] = field(
        "编号", Text(30), index=True, width=12, searched=True, group=WHAT, aliases="问题编号", hint="留空时自动编号"
    )
    former_number: Mapped[str | None] = field(
        "曾用编号", Text(60), listed=False, searched=True, group=WHAT, derived=True
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        required=True,
        width=34,
        searched=True,
        group=WHAT,
        aliases="企业名称 单位名称 反映企业 诉求企业 公司名称",
    )
    title: Mapped[str | None] = field(
        "标题",
        Text(200),
        required=True,
        width=34,
        searched=True,
        group=WHAT,
        aliases="问题标题 诉求标题 问题名称 问题",
    )
    category: Mapped[str | None] = field(
        "类别",
        OneOf(setting="issue_categories"),
        index=True,
        required=True,
        width=12,
        group=WHAT,
        aliases="问题类别 诉求类型 问题类型 诉求类别 类型",
    )
    grade: Mapped[str | None] = field(
        "难度", OneOf(GRADES), quick=True, width=8, group=WHAT, aliases="难易程度 问题难度"
    )
    source: Mapped[str | None] = field(
        "来源", OneOf(SOURCES, aliases=SOURCE_WORDS), width=10, group=WHAT, aliases="问题来源 诉求来源 收集方式"
    )
    raised: Mapped[date | None] = field(
        "提出日期",
        Day(),
        index=True,
        width=12,
        group=WHAT,
        aliases="提出时间 收集时间 登记时间 反映时间 收集日期",
    )
    description: Mapped[str | None] = field(
        "描述",
        LongText(),
        listed=False,
        width=40,
        searched=True,
        group=WHAT,
        aliases="问题描述 诉求内容 存在问题 困难问题 企业诉求 问题内容 具体问题 主要问题 反映问题",
    )
    visit: Mapped[str | None] = field("来源走访", LinkTo("visits"), index=True, listed=False, group=WHAT)
    meeting: Mapped[str | None] = field("来源活动", LinkTo("meetings"), index=True, listed=False, group=WHAT)
    state: Mapped[str | None] = field(
        "状态",
        OneOf(STATES, aliases=STATE_WORDS),
        index=True,
        width=10,
        group=WHO,
        derived=True,
        aliases="办理状态 是否办结 办理情况状态 问题状态 当前状态",
    )
    lead_department: Mapped[str | None] = field(
        "牵头部门",
        LinkTo("departments"),
        index=True,
        width=20,
        group=WHO,
        aliases="责任部门 责任单位 牵头单位 承办单位 主管部门 承办部门 交办部门 牵头责任单位",
    )
    assisting: Mapped[str | None] = field(
        "协办部门",
        People(),
        listed=False,
        width=20,
        group=WHO,
        aliases="配合单位 协办单位 配合部门 责任单位（协办）",
    )
    handler: Mapped[str | None] = field("承办人", Text(60), listed=False, group=WHO, aliases="经办人 责任人 联系人")
    dispatched: Mapped[date | None] = field(
        "交办日期", Day(), listed=False, group=WHO, derived=True, aliases="交办时间"
    )
    due: Mapped[date | None] = field(
        "办理时限",
        Day(),
        index=True,
        width=12,
        group=WHO,
        aliases="完成时限 办结时限 整改时限 截止日期 要求完成时间 办理期限 完成期限 办结期限",
    )
    extended: Mapped[int | None] = field("延期次数", Integer("次"), listed=False, group=WHO, derived=True)
    outcome: Mapped[str | None] = field(
        "办理结果",
        LongText(),
        listed=False,
        width=40,
        group=RESULT,
        aliases="处理结果 解决措施 办理情况 进展情况 办理进展 落实情况",
    )
    answered: Mapped[date | None] = field(
        "办结日期", Day(), width=12, group=RESULT, derived=True, aliases="办结时间 完成时间 解决时间"
    )
    callback: Mapped[str | None] = field(
        "回访评价",
        OneOf(CALLBACKS, aliases=CALLBACK_WORDS),
        width=10,
        group=RESULT,
        derived=True,
        aliases="满意度 是否满意 企业评价 回访结果",
    )
    callback_day: Mapped[date | None] = field(
        "回访日期", Day(), listed=False, group=RESULT, derived=True, aliases="回访时间"
    )
    callback_by: Mapped[str | None] = field("回访人", Text(60), listed=False, group=RESULT, derived=True)
    closed: Mapped[date | None] = field("销号日期", Day(), listed=False, group=RESULT, derived=True, aliases="销号时间")
    redone: Mapped[int | None] = field("重办次数", Integer("次"), listed=False, group=RESULT, derived=True)
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24, group=RESULT)
