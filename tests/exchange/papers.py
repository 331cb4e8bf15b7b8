"""A made-up summary and a made-up slip that the tests of papers share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daan_desk.domain.briefs import Brief, Exhibit, Figure, Masthead, Section, own_section, paragraph
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Area, Integer
from daan_desk.domain.slips import ClosingSlip, SlipStep
from daan_desk.domain.tables import Column, Table
from tests.exchange.tables import enterprises

TOWNS = Table(
    "各镇街情况",
    (Column("镇街", Text()), Column("走访", Integer(), total=True), Column("办结率", Text())),
    (("甲镇", 12, "75.0%（3/4）"), ("乙镇", 1030, "—")),
    ("数据截至5月31日。",),
)
NOTHING = Table("盘活", (Column("名称", Text()), Column("面积", Area(), total=True)), ())
HEAD = Masthead("企业服务工作简报", "第5期", "区企服办", date(2026, 5, 3))


def brief(**changes: object) -> Brief:
    """A summary with every sort of block in it."""
    made = Brief(
        HEAD,
        "2026年5月企业服务工作情况",
        (
            Section("总体情况", (paragraph("走访企业", Figure("1,042", "visits"), "家次<&>。"),)),
            Section("办理情况"),
            Section("镇街", (Exhibit(TOWNS, (("", "visits.甲镇"), ("", "visits.乙镇"))),), 2),
            Section("名录", (Exhibit(enterprises(60)),), 2),
            Section("盘活", (Exhibit(NOTHING),), 3),
            own_section("典型案例", "第一段。\n第二段“引号”。"),
            own_section("下一步", ""),
        ),
        ("不满一年的指标不作同比。",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def slip(**changes: object) -> ClosingSlip:
    """A slip of an issue that was answered in time."""
    made = ClosingSlip(
        "2026-0017",
        "甲示例有限公司",
        "用电容量<不足>",
        date(2026, 5, 6),
        lead="区发展和改革局",
        due=date(2026, 5, 27),
        steps=(SlipStep(date(2026, 5, 9), "李示例", "现场勘察。"), SlipStep(date(2026, 5, 20), "", "送电。")),
        outcome="已增容。",
        answered=date(2026, 5, 20),
        satisfaction="满意",
        notes=("一式两份。",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]
