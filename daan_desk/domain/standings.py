"""How issues stand on a day, in the six words of a chart, and the rows behind every word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from daan_desk.domain.facts import IssueFact
from daan_desk.domain.issues import SOLVED, State
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.rates import Rate, is_answered, is_explained
from daan_desk.domain.tallies import is_overdue


class Standing(StrEnum):
    """Where an issue stands in a chart: every issue in exactly one of them."""

    DONE = "已办结"
    EXPLAINED = "解释说明"
    RUNNING = "办理中"
    WAITING = "待办理"
    LONG_TERM = "长期推进"
    OVERDUE = "逾期"


IN_HAND: Final = (Standing.RUNNING, Standing.WAITING, Standing.LONG_TERM)
OF_STATE: Final[Mapping[str, Standing]] = {
    State.REGISTERED: Standing.WAITING,
    State.DISPATCHED: Standing.WAITING,
    State.RETURNED: Standing.WAITING,
    State.LONG_TERM: Standing.LONG_TERM,
}


def standing(issue: IssueFact, day: date) -> Standing:
    """Where an issue stands; overdue goes before what is being done about it."""
    if is_explained(issue):
        return Standing.EXPLAINED
    if is_answered(issue):
        return Standing.DONE
    return Standing.OVERDUE if is_overdue(issue, day) else OF_STATE.get(issue.state, Standing.RUNNING)


@dataclass(frozen=True, slots=True)
class Group:
    """Issues that belong together, by standing; `where` are the conditions that find all of them again."""

    key: str
    name: str
    where: tuple[Where, ...] = ()
    rows: Mapping[Standing, tuple[str, ...]] = field(default_factory=dict)

    def count(self, *wanted: Standing) -> int:
        """How many stand so; without a word all of them."""
        return sum(len(self.rows.get(one, ())) for one in wanted or Standing)

    @property
    def rate(self) -> Rate:
        """办结率: answered ÷ valid, which is all less explained."""
        return Rate(self.count(Standing.DONE), self.count() - self.count(Standing.EXPLAINED))

    @property
    def valid(self) -> Question:
        """The rows that the rate counts."""
        return Question("issues", where=(*self.where, *self._unexplained()))

    def question(self, *wanted: Standing) -> Question:
        """The rows that stand so; without a word all of them.

        The answered ones are asked for by condition, because they grow without end; the rest is named one by one.
        """
        if not wanted:
            return Question("issues", where=self.where)
        if wanted == (Standing.DONE,):
            solved = Where("state", "in", tuple(state.value for state in SOLVED))
            return Question("issues", where=(*self.where, solved, *self._unexplained()))
        return Question(
            "issues", where=(Where("id", "in", tuple(i for one in wanted for i in self.rows.get(one, ()))),)
        )

    def _unexplained(self) -> tuple[Where, ...]:
        explained = self.rows.get(Standing.EXPLAINED, ())
        return (Where("id", "not", explained),) if explained else ()


Rows = dict[Standing, tuple[str, ...]]
Stood = tuple[Standing, IssueFact]


def stood(issues: Iterable[IssueFact], day: date) -> tuple[Stood, ...]:
    """Every issue with how it stands on a day, worked out once for all charts."""
    return tuple((standing(issue, day), issue) for issue in issues)


def grouped(issues: Iterable[Stood], key: Callable[[IssueFact], str]) -> dict[str, Rows]:
    """Key → standing → ids, in one pass."""
    found: dict[str, dict[Standing, list[str]]] = {}
    for stands, issue in issues:
        found.setdefault(key(issue), {}).setdefault(stands, []).append(issue.id)
    return {name: {one: tuple(ids) for one, ids in rows.items()} for name, rows in found.items()}


def ranked(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The largest first, what belongs nowhere at the end."""
    return tuple(sorted(groups, key=lambda group: (not group.key, -group.count(), group.name)))
