"""A small made-up district for summaries: two towns, two leaders, a month and the year before it."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.facts import EnterpriseFact, IssueFact, LinkFact, Role, VisitFact
from daan_desk.domain.tallies import Inputs

TODAY = date(2026, 12, 3)


def issue(number: str, raised: date | None, state: str = "办理中", **facts: object) -> IssueFact:
    plain = IssueFact(number, "e1", state, raised, "融资", "d1")
    return plain._replace(**facts)


def visit(number: str, day: date, enterprise: str = "e1", way: str = "实地", led_by: str = "o1") -> VisitFact:
    return VisitFact(number, day, enterprise, way, led_by)


ENTERPRISES = (
    EnterpriseFact("e1", "t1", "p1", True),
    EnterpriseFact("e2", "t2", None, False),
    EnterpriseFact("e3", "t2", None, None),
)
LINKS = (
    LinkFact("o1", "张三", Role.LEADER, "e1"),
    LinkFact("o2", "李四", Role.LEADER, "e2"),
    LinkFact("o3", "王五", Role.LIAISON, "e3"),
)
VISITS = (
    visit("v1", date(2026, 11, 3)),
    visit("v2", date(2026, 11, 20)),
    visit("v3", date(2026, 11, 21), "e3", led_by="o9"),
    visit("v4", date(2026, 11, 22), "e2", "电话", "o2"),
    visit("v5", date(2026, 10, 10), "e2", led_by="o2"),
    visit("v6", date(2026, 2, 2), "e2", led_by="o2"),
    visit("v7", date(2025, 11, 30)),
    visit("v8", date(2026, 12, 1)),
)
ISSUES = (
    issue(
        "i1",
        date(2026, 11, 3),
        "已销号",
        due=date(2026, 11, 12),
        answered=date(2026, 11, 10),
        closed=date(2026, 11, 11),
    )._replace(callback="满意", callback_day=date(2026, 11, 11)),
    issue("i2", date(2026, 11, 3), "办理中", due=date(2026, 11, 12), category="用工人才"),
    issue("i3", date(2026, 11, 20), "已办结", due=date(2026, 12, 1), answered=date(2026, 12, 2), enterprise="e2"),
    issue("i4", date(2026, 11, 21), "解释说明", category="其他", enterprise="e3", department=None),
    issue(
        "i5", date(2026, 10, 8), "已办结", due=date(2026, 10, 19), answered=date(2026, 11, 2), enterprise="e2"
    )._replace(callback="基本满意", callback_day=date(2026, 11, 3)),
    issue("i6", date(2026, 1, 8), "长期推进", due=date(2026, 2, 1), enterprise="e2"),
    issue("i7", None, "办理中", enterprise="e3"),
    issue("i8", date(2025, 11, 5), "已销号", answered=date(2025, 11, 7), closed=date(2025, 11, 8)),
    issue("i9", date(2026, 12, 1), "待交办"),
)
NAMES = {"t2": "团结镇", "t1": "大山铺镇", "p1": "硬质合金产业园", "d1": "区经信局", "o2": "李四", "o1": "张三"}
DISTRICT = Inputs(ENTERPRISES, VISITS, ISSUES, LINKS, names=NAMES)
