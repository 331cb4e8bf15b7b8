"""The tables in the papers of a meeting, and how days, bodies and numbers of people are said there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daan_desk.domain.briefs import Block, Exhibit, paragraph
from daan_desk.domain.kinds import Linked, LongText, Text
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.questions import Row
from daan_desk.domain.tables import Column, Table
from daan_desk.services.meeting_sheets import MeetingSheet

WEEKDAYS = "一二三四五六日"
UNITS = (
    *(("企业", "家企业"), ("领导", "位领导"), ("部门", "个部门"), ("银行", "家银行")),
    *(("专家", "位专家"), ("工作人员", "位工作人员")),
)


def left_over(found: MeetingSheet) -> Iterator[Block]:
    before = found.left.meeting
    if before is not None:
        held = f"{day_words(day_of(before))}召开的{before['kind']}"
        yield paragraph(f"{held}还有问题 {len(found.left.issues)} 个、融资需求 {len(found.left.demands)} 个未办结。")
    if found.left.issues:
        yield issue_table("上期未办结问题", found.left.issues)
    if found.left.demands:
        yield demand_table("上期未落实的融资需求", found.left.demands)


def people(found: MeetingSheet) -> Exhibit:
    columns = (
        Column("序号", Integer(), 6), Column("身份", Text(), 8), Column("单位", Text(), 30),
        Column("姓名", Text(), 12), Column("职务", Text(), 14), Column("到会", Text(), 8),
    )  # fmt: skip
    rows = tuple(
        (at, g["part"], unit_of(g), g["person"], g["post"], {True: "是", False: "请假"}.get(g["came"], ""))  # type: ignore[call-overload]
        for at, g in enumerate(found.guests, 1)
    )
    if not any(row[-1] for row in rows):
        return Exhibit(Table("参加人员", columns[:-1], tuple(row[:-1] for row in rows)), captioned=False)
    return Exhibit(Table("参加人员", columns, rows), captioned=False)


def issue_table(title: str, issues: Sequence[Row]) -> Exhibit:
    columns = (
        Column("编号", Text(), 12), Column("企业", Text(), 26), Column("问题", LongText(), 34),
        Column("牵头部门", Text(), 14), Column("办理情况", Text(), 14),
    )  # fmt: skip
    rows = tuple(
        (i["number"], text_of(i["enterprise"]), i["title"], text_of(i["lead_department"]) or "待明确", state_of(i))
        for i in issues
    )
    return Exhibit(Table(title, columns, rows), captioned=False)


def demand_table(title: str, demands: Sequence[Row]) -> Exhibit:
    columns = (
        Column("编号", Text(), 14), Column("企业", Text(), 28), Column("需求金额(万元)", Money(), 16, total=True),
        Column("用途", Text(), 12), Column("状态", Text(), 10),
    )  # fmt: skip
    rows = tuple((d["number"], text_of(d["enterprise"]), d["amount"], d["purpose"], d["state"]) for d in demands)
    return Exhibit(Table(title, columns, rows), captioned=False)


def state_of(issue: Row) -> str:
    """待交办 · 剩 1 个工作日."""
    state, light = str(issue["state"] or ""), str(issue["light"] or "")
    return state if light in ("", state) else f"{state}，{light}"


def unit_of(guest: Row) -> str:
    """The body that a guest stands for; a leader stands for nobody but himself."""
    return next((text for name in ("enterprise", "department", "bank") if (text := text_of(guest[name]))), "")


def day_words(day: date) -> str:
    """11月20日（星期五）."""
    return f"{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


def chinese_day(day: date) -> str:
    """2026年11月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def text_of(value: object) -> str:
    return value.text if isinstance(value, Linked) else str(value or "")


def day_of(row: Row) -> date:
    return row["day"] if isinstance(row["day"], date) else row.changed_at.date()


def number_of(row: Row) -> int | None:
    return row["number"] if isinstance(row["number"], int) else None


def counted(guests: Sequence[Row]) -> str:
    """8 家企业、3 个部门."""
    numbers = [(sum(guest["part"] == part for guest in guests), words) for part, words in UNITS]
    return "、".join(f"{number} {words}" for number, words in numbers if number)
