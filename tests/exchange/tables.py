"""Made-up tables that the tests of files share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.kinds import Linked, LinkTo, LongText, OneOf, Phone, Text, YesNo
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.tables import Column, Table

TOWNS = ("大安街道", "龙井街道", "牛佛镇")
COLUMNS = (
    Column("企业名称", Text(), name="name"),
    Column("统一社会信用代码", Text(18), name="credit_code"),
    Column("镇街", LinkTo("towns"), name="town"),
    Column("规模", OneOf(("大型", "小型")), name="size_class"),
    Column("是否规上", YesNo(), name="above_scale"),
    Column("联系电话", Phone(), name="contact_phone"),
    Column("从业人数", Integer("人"), total=True, name="employees"),
    Column("上年营业收入", Money(), total=True, name="revenue_last_year"),
    Column("成立日期", Day(), name="founded"),
    Column("备注", LongText(), name="notes"),
)


def enterprise(number: int, notes: object = None) -> tuple[object, ...]:
    """One made-up enterprise."""
    return (
        f"自贡示例{number}号硬质合金有限公司",
        f"0091510304MA{number:06d}",
        Linked(f"t{number % 3}", TOWNS[number % 3]),
        "大型" if number % 5 == 0 else "小型",
        number % 2 == 0,
        f"0{13800000000 + number}",
        number * 3,
        Decimal(number * 101) / 10,
        date(2001, 1, 1 + number % 28),
        notes,
    )


def enterprises(count: int, **changes: object) -> Table:
    """A roster of made-up enterprises."""
    rows = tuple(enterprise(number) for number in range(1, count + 1))
    made = {"title": "企业名录", "columns": COLUMNS, "rows": rows, **changes}
    return Table(**made)  # type: ignore[arg-type]
