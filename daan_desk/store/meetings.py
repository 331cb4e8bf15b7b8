"""Meetings with enterprises (活动): tea meetings, sessions with banks, symposiums, work on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, ClassVar

from sqlalchemy import ColumnElement

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LongText, OneOf, People, Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Mapped, Record, field
from daan_desk.store.tallies import number_of

KIND_WORDS = (
    ("下午茶", "“安逸隆”下午茶"),
    ("安逸隆下午茶", "“安逸隆”下午茶"),
    ("恳谈会", "银政企恳谈会"),
    ("政银企恳谈会", "银政企恳谈会"),
    ("银企对接会", "银政企恳谈会"),
    ("企业座谈会", "座谈会"),
    ("现场办公", "现场办公会"),
)
WHAT, HELD, COUNTED = "活动", "议程和纪要", "收集情况"


class Meeting(Record):
    """A meeting of the office with enterprises, numbered for its year and kind."""

    __tablename__ = "meetings"
    ledger = Ledger(
        "活动",
        noun="活动",
        icon="coffee",
        title="day theme",
        keys=(("day", "kind", "theme"), ("day", "theme")),
        order="-day",
        aliases=("活动台账", "下午茶", "恳谈会", "座谈会", "现场办公会"),
    )

    worked_out: ClassVar[Mapping[str, Callable[[], ColumnElement[Any]]]] = {
        "people": partial(number_of, "participants", "meeting", "meetings"),
        "issues": partial(number_of, "issues", "meeting", "meetings"),
        "demands": partial(number_of, "financing", "meeting", "meetings"),
    }
    shown = (
        Field("people", "参加人数", Integer("人"), width=10, group=COUNTED, derived=True, kept=False),
        Field("issues", "收集问题", Integer("个"), width=10, group=COUNTED, derived=True, kept=False),
        Field("demands", "融资需求", Integer("个"), width=10, group=COUNTED, derived=True, kept=False),
    )

    kind: Mapped[str | None] = field(
        "类别",
        OneOf(setting="meeting_kinds", aliases=KIND_WORDS),
        index=True,
        required=True,
        width=22,
        group=WHAT,
        aliases="活动类别 活动类型 会议类型 形式",
    )
    theme: Mapped[str | None] = field(
        "主题",
        Text(200),
        required=True,
        width=34,
        searched=True,
        group=WHAT,
        aliases="活动主题 会议主题 活动名称 会议名称",
    )
    day: Mapped[date | None] = field(
        "日期",
        Day(),
        index=True,
        required=True,
        width=12,
        group=WHAT,
        aliases="活动日期 活动时间 会议时间 召开时间 举办时间 时间",
    )
    hours: Mapped[str | None] = field("时段", Text(40), listed=False, group=WHAT, aliases="活动时段 起止时间")
    place: Mapped[str | None] = field(
        "地点", Text(120), width=22, group=WHAT, aliases="活动地点 会议地点 举办地点 召开地点"
    )
    host: Mapped[str | None] = field(
        "主持人", People(), width=14, searched=True, group=WHAT, aliases="主持领导 主持 召集人 出席领导"
    )
    number: Mapped[int | None] = field(
        "期号", Integer(), width=8, group=WHAT, aliases="期数 第几期", hint="留空时按年份和类别自动编号"
    )
    former_number: Mapped[int | None] = field("曾用期号", Integer(), listed=False, group=WHAT, derived=True)
    agenda: Mapped[str | None] = field(
        "议程", LongText(), listed=False, width=40, group=HELD, aliases="活动议程 会议议程 活动安排"
    )
    minutes: Mapped[str | None] = field(
        "纪要",
        LongText(),
        listed=False,
        width=40,
        searched=True,
        group=HELD,
        aliases="会议纪要 活动纪要 活动情况 会议内容 活动内容 主要内容",
    )
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24, group=HELD)
