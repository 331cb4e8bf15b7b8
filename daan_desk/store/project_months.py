"""What was done on projects month by month (月度进展)."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.days import Month
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText
from daan_desk.domain.numbers import Money
from daan_desk.store.base import Mapped, Record, field


class ProjectMonth(Record):
    """One project in one month; 今年累计 is counted from the months where it is left empty."""

    __tablename__ = "project_months"
    ledger = Ledger(
        "月度进展",
        noun="月度进展",
        icon="calendar-check",
        title="month project",
        keys=(("project", "month"),),
        order="-month",
        aliases=("项目月度进展", "项目月报", "项目进度月报", "项目进展情况"),
    )

    project: Mapped[str | None] = field(
        "项目", LinkTo("projects"), index=True, required=True, width=36, searched=True, aliases="项目名称"
    )
    month: Mapped[str | None] = field(
        "月份", Month(), index=True, required=True, width=10, aliases="年月 报告期 统计月份"
    )
    done_month: Mapped[Decimal | None] = field(
        "本月完成投资", Money(), total=True, width=14, aliases="当月完成投资 月度完成投资"
    )
    done_year: Mapped[Decimal | None] = field(
        "今年累计完成投资",
        Money(),
        width=16,
        aliases="本年累计完成投资 累计完成投资 年度完成投资",
        hint="留空时按各月相加",
    )
    progress: Mapped[str | None] = field(
        "本月进展", LongText(), width=40, aliases="工程进度 进展情况 形象进度 项目进展"
    )
    problems: Mapped[str | None] = field(
        "问题和建议", LongText(), width=30, aliases="存在问题 存在的问题 问题及建议 困难问题"
    )
