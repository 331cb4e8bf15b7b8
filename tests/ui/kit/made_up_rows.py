"""Rows of a made-up ledger, always the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from daan_desk.domain.days import Day, Month
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo, LongText, OneOf, People, Phone, Text, YesNo
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.questions import Row

TODAY = date(2026, 3, 5)
WHEN = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
STATES = ("正常", "减产", "停产", "注销")
TOWNS = ("大安街道", "凉高山街道", "和平街道", "大山铺镇", "牛佛镇")
SYLLABLES = ("宏达", "嘉禾", "启航", "瑞丰", "博创", "恒信", "鼎盛")
TRADES = ("电子", "食品", "新材料", "精密机械", "医疗器械")

FIELDS = (
    Field("name", "企业名称", Text(40), required=True, width=28, group="基本信息", searched=True),
    Field("code", "代码", Text(18), width=20, group="基本信息", searched=True, hint="18 位"),
    Field("town", "镇街", LinkTo("places"), group="基本信息", width=14),
    Field("state", "经营状态", OneOf(STATES), quick=True, group="经营情况"),
    Field("above", "是否规上", YesNo(), quick=True, group="经营情况"),
    Field("revenue", "上年营业收入", Money("万元"), total=True, quick=True, width=16, group="经营情况"),
    Field("staff", "从业人数", Integer("人"), total=True, group="经营情况"),
    Field("founded", "成立日期", Day(), group="经营情况"),
    Field("since", "入规年月", Month(), group="经营情况", listed=False),
    Field("phone", "联系电话", Phone(), group="人员", width=14),
    Field("people", "陪同人员", People(), group="人员", listed=False),
    Field("tag", "类别", OneOf(("融资", "用工"), setting="tags"), group="人员", listed=False),
    Field("notes", "备注", LongText(), group="人员", listed=False),
    Field("light", "灯", Text(), derived=True, kept=False, width=6),
)
THINGS = Ledger(
    "企业名录", noun="企业", icon="building-2", name="things", fields=FIELDS, by_name={f.name: f for f in FIELDS}
)
PLACE_FIELDS = (Field("name", "名称", Text(40), required=True),)
PLACES = Ledger("镇街", noun="镇街", name="places", fields=PLACE_FIELDS, by_name={f.name: f for f in PLACE_FIELDS})


def made_up(at: int) -> Row:
    """The row of that number, always the same."""
    name = f"{SYLLABLES[at % 7]}{TRADES[at % 5]}{at:05d}号有限公司"
    values = {
        "name": name,
        "code": f"91510304MA6{at:07d}",
        "town": Linked(f"t{at % 5}", TOWNS[at % 5]),
        "state": STATES[at % 4],
        "above": (True, False, None)[at % 3],
        "revenue": Decimal(at * 37 % 90_000) + Decimal("0.5"),
        "staff": at % 900,
        "founded": date(2000 + at % 20, 1 + at % 12, 1 + at % 28),
        "phone": f"138{at:08d}",
        "light": "绿",
    }
    return Row(f"r{at:06d}", values, WHEN, "李慧敏")
