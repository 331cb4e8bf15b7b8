"""The coverage board as tables for paper and workbooks: what every officer owes, and to whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.facts import Role
from daan_desk.domain.home import Duty
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.tables import Column, Table
from daan_desk.services.duties import Bearer

ROLES = tuple(role.value for role in Role)
WORDS, TIMES, DAY = Text(60), Integer("次"), Day()
WHO = (Column("身份", WORDS, 16), Column("干部", WORDS, 12))
DONE = (Column("应走访", TIMES, 10, total=True), Column("已完成", TIMES, 10, total=True))
LEFT = (Column("电话", TIMES, 8, total=True), Column("还差", TIMES, 8, total=True))


def next_day(bearer: Bearer) -> date | None:
    """The first day on which the officer's next visit makes sense."""
    return min((duty.owed.next_day for duty in bearer.duties if duty.owed.next_day), default=None)


def sums(bearer: Bearer) -> tuple[int, int, int, int]:
    """Visits owed, done (no more than owed), by telephone, and missing."""
    owed = [duty.owed for duty in bearer.duties]
    times, missing = sum(one.times for one in owed), sum(one.missing for one in owed)
    return times, times - missing, sum(one.by_phone for one in owed), missing


def by_name(bearer: Bearer) -> tuple[int, str]:
    """The order of roles as the office has them, then of names: nobody is ranked by visits made."""
    return ROLES.index(bearer.role) if bearer.role in ROLES else len(ROLES), bearer.name


def by_need(bearer: Bearer) -> tuple[int, int, str]:
    """Who still owes most comes first."""
    return -sums(bearer)[3], *by_name(bearer)


def officers(bearers: Iterable[Bearer], day: date) -> Table:
    """A line an officer, in the order handed in."""
    columns = (*WHO, Column("企业", Integer("家"), 8), *DONE, *LEFT, Column("下次合适日期", DAY, 14))
    rows = tuple((one.role, one.name, len(one.duties), *sums(one), next_day(one)) for one in bearers)
    return Table("走访任务", columns, rows, notes(day))


def enterprises(bearers: Iterable[Bearer], day: date) -> Table:
    """A line for every enterprise of every officer."""
    columns = (
        *WHO,
        Column("企业", WORDS, 34),
        Column("时段", WORDS, 20),
        *DONE,
        *LEFT,
        Column("上次走访", DAY, 12),
        Column("下次合适日期", DAY, 14),
    )
    rows = tuple((one.role, one.name, *_line(duty)) for one in bearers for duty in one.duties)
    return Table("走访任务明细", columns, rows, notes(day))


def notes(day: date) -> tuple[str, ...]:
    """What a reader must know: which day, and what does not count."""
    return (f"截至 {day:%Y-%m-%d}。电话联系单独计数，不计入已完成；已完成不超过应走访次数。",)


def _line(duty: Duty) -> tuple[object, ...]:
    owed = duty.owed
    done = owed.times - owed.missing
    return (
        duty.enterprise,
        owed.period.words,
        owed.times,
        done,
        owed.by_phone,
        owed.missing,
        owed.last_visit,
        owed.next_day,
    )
