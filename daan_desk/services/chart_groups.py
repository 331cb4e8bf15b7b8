"""The issues of a span by town, department and category, each group with the conditions that find it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from daan_desk.domain.breakdowns import UNKNOWN
from daan_desk.domain.facts import EnterpriseFact, IssueFact
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Where
from daan_desk.domain.spans import Span
from daan_desk.domain.standings import Group, Rows, Standing, Stood, grouped, ranked

NO_DEPARTMENT = "未定部门"
Finding = Callable[[str, Rows], tuple[Where, ...]]  # the conditions of a group besides its days


@dataclass(frozen=True)
class Raised:
    """The issues raised in a span, as they stand on its last day; names: id → words of towns and departments."""

    span: Span
    issues: tuple[Stood, ...]
    names: Mapping[str, str]

    def all(self) -> Group:
        """All of them together."""
        rows = grouped(self.issues, lambda issue: "")
        return Group("", "", self.span.where("raised"), rows.get("", {}))

    def by_category(self) -> tuple[Group, ...]:
        """By category, most first."""
        return self._groups(lambda issue: issue.category or "", _category, UNKNOWN)

    def by_department(self) -> tuple[Group, ...]:
        """By lead department, most first."""
        return self._groups(lambda issue: issue.department or "", self._department, NO_DEPARTMENT)

    def by_town(self, enterprises: Iterable[EnterpriseFact]) -> tuple[Group, ...]:
        """By the town of the enterprise, most first."""
        town = {enterprise.id: enterprise.town or "" for enterprise in enterprises}
        of_town: dict[str, list[str]] = {}
        for enterprise, key in town.items():
            of_town.setdefault(key, []).append(enterprise)

        def where(key: str, rows: Rows) -> tuple[Where, ...]:
            return (Where("enterprise", "in", tuple(of_town[key])),) if key else _one_by_one(rows)

        return self._groups(lambda issue: town.get(issue.enterprise, ""), where, UNKNOWN)

    def _department(self, key: str, _rows: Rows) -> tuple[Where, ...]:
        return (
            (Where("lead_department", "is", Linked(key, self.names.get(key, ""))),) if key else _no("lead_department")
        )

    def _groups(self, key: Callable[[IssueFact], str], where: Finding, nowhere: str) -> tuple[Group, ...]:
        days = self.span.where("raised")
        return ranked(
            Group(found, self.names.get(found, found) if found else nowhere, (*days, *where(found, rows)), rows)
            for found, rows in grouped(self.issues, key).items()
        )


def _category(key: str, _rows: Rows) -> tuple[Where, ...]:
    return (Where("category", "is", key),) if key else _no("category")


def _no(field: str) -> tuple[Where, ...]:
    return (Where(field, "empty"),)


def _one_by_one(rows: Rows) -> tuple[Where, ...]:
    return (Where("id", "in", tuple(identity for one in Standing for identity in rows.get(one, ()))),)
