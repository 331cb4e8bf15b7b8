"""What duties and summaries are worked out from: plain tuples of ids and days, filled by one pass over the tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """In what capacity an officer serves; the words are those on paper."""

    LEADER = "县级领导"
    CHIEF_SERVICE_OFFICER = "企业首席服务官"
    STATIONED = "驻企干部"
    LIAISON = "服务专员"
    OFFICE = "专班"


class EnterpriseFact(NamedTuple):
    """An enterprise: id, and the ids and flags by which figures are broken down; None where the roster says nothing."""

    id: str
    town: str | None = None
    park: str | None = None
    above_scale: bool | None = None


class VisitFact(NamedTuple):
    """A visit; officers: ids and names of everybody who came, the one who led it included."""

    id: str
    day: date
    enterprise: str
    way: str
    led_by: str | None = None
    officers: tuple[str, ...] = ()


class IssueFact(NamedTuple):
    """An issue; explained: whether it went by 解释说明, explained_on and closed: the days, where they are known."""

    id: str
    enterprise: str
    state: str
    raised: date | None = None
    category: str | None = None
    department: str | None = None
    due: date | None = None
    answered: date | None = None
    callback: str | None = None
    callback_day: date | None = None
    closed: date | None = None
    explained: bool = False
    explained_on: date | None = None


class LinkFact(NamedTuple):
    """An officer linked to an enterprise (包联); the name, because companions of a visit are written by name."""

    officer: str
    name: str
    role: str
    enterprise: str
    since: date | None = None
    until: date | None = None

    def holds(self, first: date, last: date) -> bool:
        """Whether the link is in force on at least one of these days."""
        return (self.since is None or self.since <= last) and (self.until is None or self.until >= first)


class ServiceFact(NamedTuple):
    """Something that was done for an enterprise besides visits and issues, with its sum in 万元 where it has one."""

    key: str
    id: str
    day: date | None
    amount: Decimal | None = None
