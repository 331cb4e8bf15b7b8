"""Who looks after an enterprise, when somebody was last there and what is still open: worked out by SQL, so that it
sorts and filters like any other column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from daan_desk.domain.days import Day
from daan_desk.domain.duties import PHONE
from daan_desk.domain.facts import Role
from daan_desk.domain.fields import Field
from daan_desk.domain.issues import OPEN
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.standing import today

GROUP = "服务情况"
SHOWN = (
    Field("leader", "包联领导", Text(), width=14, group=GROUP, derived=True, kept=False),
    Field("service_officer", "首席服务官", Text(), width=14, group=GROUP, derived=True, kept=False),
    Field("last_visit", "最近走访", Day(), width=12, group=GROUP, derived=True, kept=False),
    Field("open_issues", "未办结问题", Integer("个"), width=10, group=GROUP, derived=True, kept=False),
)


def serving(role: str) -> ColumnElement[Any]:
    """The names of the officers who look after an enterprise in a role today, NULL where there is none."""
    links, officers = (table_of(LEDGERS[name]).alias() for name in ("assignments", "officers"))
    return (
        select(func.aggregate_strings(officers.c.name, "、"))
        .join_from(links, officers, officers.c.id == links.c.officer)
        .where(
            links.c.enterprise == _enterprise(),
            links.c.role == role,
            links.c.deleted_at.is_(None),
            or_(links.c.since.is_(None), links.c.since <= today()),
            or_(links.c.until.is_(None), links.c.until >= today()),
        )
        .scalar_subquery()
    )


def last_visit() -> ColumnElement[Any]:
    """The day of the latest visit in person; a call on the telephone is none."""
    visits = table_of(LEDGERS["visits"]).alias()
    found = select(func.max(visits.c.day)).where(
        visits.c.enterprise == _enterprise(),
        visits.c.deleted_at.is_(None),
        visits.c.way.is_distinct_from(PHONE),
        visits.c.day <= today(),
    )
    return found.scalar_subquery()


def open_issues() -> ColumnElement[Any]:
    """How many of its issues are not answered yet."""
    issues = table_of(LEDGERS["issues"]).alias()
    states = [state.value for state in OPEN]
    found = select(func.count()).where(
        issues.c.enterprise == _enterprise(), issues.c.deleted_at.is_(None), issues.c.state.in_(states)
    )
    return found.scalar_subquery()


def _enterprise() -> ColumnElement[Any]:
    return table_of(LEDGERS["enterprises"]).c.id


WORKED_OUT: Mapping[str, Callable[[], ColumnElement[Any]]] = {
    "leader": partial(serving, Role.LEADER.value),
    "service_officer": partial(serving, Role.CHIEF_SERVICE_OFFICER.value),
    "last_visit": last_visit,
    "open_issues": open_issues,
}
