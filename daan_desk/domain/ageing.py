"""How long open issues have been waiting (账龄), in calendar days since they were raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from daan_desk.domain.facts import IssueFact
from daan_desk.domain.issues import OPEN
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.tallies import is_overdue

# Words, from so many days, to so many days.
AGES: Final = (("7 天以内", 0, 7), ("8–15 天", 8, 15), ("16–30 天", 16, 30), ("30 天以上", 31, None))
UNKNOWN: Final = "未填日期"
STATES: Final = tuple(state.value for state in OPEN)


@dataclass(frozen=True, slots=True)
class Age:
    """The open issues of one age, and those of them that are overdue."""

    name: str
    question: Question
    count: int
    overdue: tuple[str, ...]


def ages(issues: Iterable[IssueFact], day: date) -> tuple[Age, ...]:
    """Every age in order, youngest first; issues without a day stand at the end where there are any."""
    waiting = [issue for issue in issues if issue.state in OPEN]
    found = [_age(name, waiting, day, begin, end) for name, begin, end in AGES]
    undated = [issue for issue in waiting if issue.raised is None]
    if undated:
        found.append(_counted(UNKNOWN, (Where("raised", "empty"),), undated, day))
    return tuple(found)


def _age(name: str, waiting: Iterable[IssueFact], day: date, begin: int, end: int | None) -> Age:
    latest = day - timedelta(days=begin) if begin else None  # what is dated ahead is young, not lost
    earliest = day - timedelta(days=end) if end is not None else None
    own = [
        issue
        for issue in waiting
        if issue.raised is not None
        and (latest is None or issue.raised <= latest)
        and (earliest is None or issue.raised >= earliest)
    ]
    where = (*((Where("raised", "from", earliest),) if earliest else ()), *(_to(latest)))
    return _counted(name, where, own, day)


def _to(latest: date | None) -> tuple[Where, ...]:
    return (Where("raised", "to", latest),) if latest else ()


def _counted(name: str, where: tuple[Where, ...], own: list[IssueFact], day: date) -> Age:
    question = Question("issues", where=(Where("state", "in", STATES), *where))
    return Age(name, question, len(own), tuple(issue.id for issue in own if is_overdue(issue, day)))
