"""The papers of a meeting: the notice that invites, the sheet on which people sign in, the minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from daan_desk.domain.briefs import Block, Brief, Exhibit, Masthead, Section, own_section, paragraph
from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Text
from daan_desk.domain.meetings import numbered_kind
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.page_setup import page_setup
from daan_desk.domain.questions import Row
from daan_desk.domain.tables import Column, Table
from daan_desk.services.meeting_sheets import MeetingSheet, sheet
from daan_desk.services.meeting_tables import (
    chinese_day,
    counted,
    day_of,
    day_words,
    demand_table,
    issue_table,
    left_over,
    number_of,
    people,
    unit_of,
)
from daan_desk.services.office import Office
from daan_desk.services.settings import setting

SPARE = 6  # empty rows on a sign-in sheet for those who walk in
SIGN_HERE = "　" * 8
WISHES = "请参会企业提前梳理生产经营中的困难、融资需求和意见建议，参会人员请提前 10 分钟签到入场。"
TALL = 30  # points for a signature


def paper(office: Office, word: str, meeting: str) -> Brief:
    """The paper of that name: 通知 (notice), 签到表 (sign-in), 纪要 (minutes)."""
    for names, make in PAPERS.items():
        if word in names:
            return replace(make(office, sheet(office, meeting)), page=page_setup(partial(setting, office)))
    raise Rejected(f"用法：活动的材料有 {'、'.join(names[0] for names in PAPERS)}，没有“{word}”。")


def notice(office: Office, found: MeetingSheet) -> Brief:
    """The letter that invites."""
    unit, row = str(setting(office, "issuing_unit")), found.row
    kind = numbered_kind(str(row["kind"] or "活动"), day_of(row), number_of(row))
    intro = f"为{_purpose(row)}，定于{day_words(day_of(row))}召开{kind}。现将有关事项通知如下。"
    sections = (
        Section("时间和地点", tuple(paragraph(line) for line in _when_and_where(row))),
        Section("参加人员", tuple(_asked(found))),
        Section("主要议程", tuple(paragraph(f"{at}. {item}") for at, item in enumerate(found.agenda, 1))),
        *((Section("上期未办结事项", tuple(left_over(found))),) if found.left.count else ()),
        Section("有关要求", (paragraph(WISHES),)),
    )
    return Brief(
        None, f"关于召开{row['kind']}的通知", sections, (), "各有关企业、部门、银行：", (paragraph(intro),),
        (unit, chinese_day(office.today())),
    )  # fmt: skip


def sign_in(office: Office, found: MeetingSheet) -> Brief:
    """The sheet on which people sign, with room for those who walk in."""
    row = found.row
    columns = (
        Column("序号", Integer(), 6), Column("单位", Text(), 30), Column("姓名", Text(), 12),
        Column("职务", Text(), 14), Column("联系电话", Text(), 15), Column("签名", Text(), 16),
    )  # fmt: skip
    rows = [(at, unit_of(g), g["person"], g["post"], g["phone"], SIGN_HERE) for at, g in enumerate(found.guests, 1)]
    rows += [(len(rows) + at, "", "", "", "", SIGN_HERE) for at in range(1, SPARE + 1)]
    table = Exhibit(Table("签到表", columns, tuple(rows)), captioned=False, tall=TALL)
    kind = str(row["kind"] or "活动")
    issue = numbered_kind(kind, day_of(row), number_of(row)).removeprefix(kind)
    lines = (f"主题：{row['theme']}{issue}", *_when_and_where(row))
    return Brief(None, f"{kind}签到表", (), (), "", (*(paragraph(line) for line in lines), table))


def minutes(office: Office, found: MeetingSheet) -> Brief:
    """What was held, who was there, what came up and what becomes of it."""
    row = found.row
    number = f"{day_of(row).year} 年第 {row['number']} 期" if row["number"] else ""
    head = Masthead(f"{row['kind']}纪要", number, str(setting(office, "issuing_unit")), day_of(row))
    sections = (
        Section("基本情况", (paragraph(_held(found)),)),
        Section("议程", tuple(paragraph(f"{at}. {item}") for at, item in enumerate(found.agenda, 1))),
        own_section("会议情况", str(row["minutes"] or "")),
        *((Section("上期事项落实情况", tuple(left_over(found))),) if found.left.count else ()),
        *((Section("收集的问题", (issue_table("收集的问题", found.issues),)),) if found.issues else ()),
        *((Section("融资需求", (demand_table("融资需求", found.demands),)),) if found.demands else ()),
        *((Section("参加人员", (people(found),)),) if found.guests else ()),
    )
    return Brief(head, str(row["theme"] or ""), sections)


PAPERS: Mapping[tuple[str, ...], Callable[[Office, MeetingSheet], Brief]] = {
    ("通知", "notice"): notice,
    ("签到表", "sign-in"): sign_in,
    ("纪要", "minutes"): minutes,
}


# -- sentences --------------------------------------------------------------------------------------------------------


def _purpose(row: Row) -> str:
    theme = str(row["theme"] or "").strip("。 ")
    return f"做好“{theme}”有关工作，听取企业意见，帮助解决实际问题" if theme else "听取企业意见，帮助解决实际问题"


def _when_and_where(row: Row) -> Iterator[str]:
    yield f"时间：{day_words(day_of(row))}{' ' + str(row['hours']) if row['hours'] else ''}"
    yield f"地点：{row['place'] or '另行通知'}"
    if row["host"]:
        yield f"主持：{row['host']}"


def _held(found: MeetingSheet) -> str:
    row = found.row
    place = f"在{row['place']}" if row["place"] else ""
    host = f"，由{row['host']}主持" if row["host"] else ""
    there = counted(found.came) or counted(found.guests)
    came = f"，{there}参加" if there else ""
    money = sum((d["amount"] or 0 for d in found.demands), start=0)  # type: ignore[misc]
    raised = f"会议收集问题 {len(found.issues)} 个，融资需求 {len(found.demands)} 个"
    amount = f"、金额 {Money().show(money)} 万元" if money else ""
    return f"{day_words(day_of(row))}{place}召开{row['kind']}{host}{came}。{raised}{amount}。"


def _asked(found: MeetingSheet) -> Iterator[Block]:
    if not found.guests:
        yield paragraph("各有关企业、部门、银行负责人。")
        return
    yield paragraph(f"{counted(found.guests)}，名单如下。")
    yield people(found)
