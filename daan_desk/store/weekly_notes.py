"""What stationed cadres note of a week at their enterprise (驻企周记)."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Mapped, Record, field


class WeeklyNote(Record):
    """One officer, one enterprise, one week."""

    __tablename__ = "weekly_notes"
    ledger = Ledger(
        "驻企周记",
        noun="周记",
        icon="notebook-pen",
        title="week officer enterprise",
        keys=(("officer", "enterprise", "week"),),
        order="-week",
        aliases=("驻企周报", "驻企日志", "驻企工作周报"),
    )

    officer: Mapped[str | None] = field(
        "干部", LinkTo("officers"), index=True, required=True, width=12, searched=True, aliases="驻企干部 姓名 干部姓名"
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 所驻企业 驻点企业",
    )
    week: Mapped[date | None] = field(
        "周一日期",
        Day(),
        index=True,
        required=True,
        width=12,
        aliases="周次 起始日期 日期",
        hint="这一周的星期一；填哪天都归到那一周",
    )
    days: Mapped[int | None] = field("驻企天数", Integer("天"), width=10, total=True, aliases="在企天数 到岗天数")
    done: Mapped[str | None] = field(
        "本周工作", LongText(), width=44, searched=True, aliases="工作内容 工作情况 主要工作 本周工作内容"
    )
    found: Mapped[str | None] = field("发现问题", LongText(), width=30, aliases="存在问题 收集问题 企业诉求")
    planned: Mapped[str | None] = field("下周打算", LongText(), width=30, aliases="下周计划 下周工作 下一步打算")
