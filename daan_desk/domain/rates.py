"""Rates as the office prints them: never without numerator and denominator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from daan_desk.domain.issues import SOLVED, Satisfaction, State

TENTH = Decimal("0.1")
CONTENT = (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share that keeps both its numbers; of nothing there is no share."""

    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal | None:
        """In per cent to one decimal, halves up; None where there is nothing to divide by."""
        if not self.denominator:
            return None
        return (Decimal(100 * self.numerator) / self.denominator).quantize(TENTH, ROUND_HALF_UP)

    def __str__(self) -> str:
        shown = "—" if self.percent is None else f"{self.percent}%"
        return f"{shown}（{self.numerator}/{self.denominator}）"


class Judged(Protocol):
    """What of an issue the rates ask about; explained: it went by 解释说明, also when it is signed off by now."""

    @property
    def state(self) -> str: ...
    @property
    def explained(self) -> bool: ...
    @property
    def due(self) -> date | None: ...
    @property
    def answered(self) -> date | None: ...
    @property
    def callback(self) -> str | None: ...


def is_explained(issue: Judged) -> bool:
    return issue.explained or issue.state == State.EXPLAINED


def is_answered(issue: Judged) -> bool:
    """Answered, whether signed off or not; what was only explained is no answer."""
    return issue.state in SOLVED and not is_explained(issue)


def in_time(issue: Judged) -> bool:
    """Answered by its due day; without either day nobody can say so."""
    return issue.answered is not None and issue.due is not None and issue.answered <= issue.due


def answer_rate(issues: Iterable[Judged]) -> Rate:
    """办结率: answered ÷ valid, which is registered less explained."""
    valid = [issue for issue in issues if not is_explained(issue)]
    return Rate(sum(map(is_answered, valid)), len(valid))


def in_time_rate(issues: Iterable[Judged]) -> Rate:
    """按期办结率: answered by the due day ÷ answered."""
    answered = [issue for issue in issues if is_answered(issue)]
    return Rate(sum(map(in_time, answered)), len(answered))


def satisfaction_rate(issues: Iterable[Judged]) -> Rate:
    """满意率: (非常满意 + 满意) ÷ called back."""
    words = [issue.callback for issue in issues if issue.callback]
    return Rate(sum(word in CONTENT for word in words), len(words))


def coverage_rate(owed: Iterable[str], visited: Iterable[str]) -> Rate:
    """走访覆盖率: enterprises visited at least once in the period ÷ enterprises owed a visit (ids)."""
    wanted = frozenset(owed)
    return Rate(len(wanted & frozenset(visited)), len(wanted))
