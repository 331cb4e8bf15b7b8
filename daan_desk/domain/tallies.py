"""What happened in a period, and the figures that it makes; every figure carries the ids of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from daan_desk.domain.duties import PHONE, VISIT_RULES, VisitRule, covered, duty_bound
from daan_desk.domain.facts import EnterpriseFact, IssueFact, LinkFact, ServiceFact, VisitFact
from daan_desk.domain.issues import DONE, OPEN, SOLVED, State
from daan_desk.domain.periods import Period
from daan_desk.domain.rates import (
    Rate,
    answer_rate,
    coverage_rate,
    in_time,
    in_time_rate,
    is_answered,
    is_explained,
    satisfaction_rate,
)

DONE_STATES, OPEN_STATES = frozenset(DONE), frozenset(OPEN)
ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a summary reads, filled in one pass over the tables.

    names: id → words of towns, parks, departments and officers, in the order in which tables list them.
    """

    enterprises: Sequence[EnterpriseFact] = ()
    visits: Sequence[VisitFact] = ()
    issues: Sequence[IssueFact] = ()
    links: Sequence[LinkFact] = ()
    rules: Sequence[VisitRule] = VISIT_RULES
    names: Mapping[str, str] = field(default_factory=dict)
    services: Sequence[ServiceFact] = ()

    def first_day(self) -> date | None:
        """The first day of which anything is known; nothing can be said about the time before."""
        days = [visit.day for visit in self.visits] + [issue.raised for issue in self.issues if issue.raised]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the rows behind it: a number, a rate, or None where nothing is known.

    ledger: whose ids these are. part: of a rate, the rows that the numerator counts.
    """

    key: str
    name: str
    value: int | Rate | None
    ids: tuple[str, ...] = ()
    unit: str = "个"
    ledger: str = "issues"
    part: tuple[str, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The value as it is printed, without its unit."""
        return "—" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of a period: what was done in it, and how the issues stood at its end."""

    visits: tuple[VisitFact, ...] = ()
    calls: tuple[VisitFact, ...] = ()
    raised: tuple[IssueFact, ...] = ()
    finished: tuple[IssueFact, ...] = ()
    called_back: tuple[IssueFact, ...] = ()
    open: tuple[IssueFact, ...] = ()
    overdue: tuple[IssueFact, ...] = ()
    owed: frozenset[str] = frozenset()
    covered: frozenset[str] = frozenset()


def as_of(issue: IssueFact, day: date) -> IssueFact | None:
    """An issue as it stood at the end of a day, as far as its days tell; None if it was not raised yet."""
    if issue.raised is not None and issue.raised > day:
        return None
    if issue.callback_day is not None and issue.callback_day > day:
        issue = issue._replace(callback=None, callback_day=None)
    if issue.state not in DONE_STATES:
        return issue
    done = (issue.explained_on or issue.closed) if is_explained(issue) else (issue.answered or issue.closed)
    if done is not None and done > day:
        return issue._replace(state=State.IN_PROGRESS, explained=False, answered=None, closed=None, callback=None)
    if issue.state in SOLVED and issue.closed is not None and issue.closed > day:
        return issue._replace(state=State.EXPLAINED if is_explained(issue) else State.ANSWERED, closed=None)
    return issue


def tally(inputs: Inputs, period: Period, today: date) -> Tally:
    """The rows of a period up to its last day, or to today where it is not over."""
    first, end = period.first, min(today, period.last)
    within = Period(period.kind, first, end)
    seen = [visit for visit in inputs.visits if first <= visit.day <= end]
    issues = [then for issue in inputs.issues if (then := as_of(issue, end)) is not None]
    running = tuple(issue for issue in issues if issue.state in OPEN_STATES)
    return Tally(
        visits=tuple(visit for visit in seen if visit.way != PHONE),
        calls=tuple(visit for visit in seen if visit.way == PHONE),
        raised=tuple(issue for issue in issues if issue.raised and first <= issue.raised <= end),
        finished=tuple(i for i in issues if i.answered and first <= i.answered <= end and is_answered(i)),
        called_back=tuple(i for i in issues if i.callback_day and first <= i.callback_day <= end and i.callback),
        open=running,
        overdue=tuple(issue for issue in running if is_overdue(issue, end)),
        owed=duty_bound(inputs.links, inputs.rules, within),
        covered=covered(seen, inputs.rules, within),
    )


def is_overdue(issue: IssueFact, day: date) -> bool:
    """Open and past its due day; 长期推进 owes monthly progress instead."""
    return issue.due is not None and issue.due < day and issue.state in OPEN_STATES and issue.state != State.LONG_TERM


def figures_of(found: Tally) -> tuple[Figure, ...]:
    """The figures of a period in the order in which the summary speaks of them."""
    answered = [issue for issue in found.raised if is_answered(issue)]
    return (
        Figure("visits", "走访企业", len(found.visits), _ids(found.visits), "家次", "visits"),
        _visited(found.visits),
        Figure("calls", "电话联系企业", len(found.calls), _ids(found.calls), "家次", "visits"),
        _coverage(found),
        Figure("raised", "收集问题", len(found.raised), _ids(found.raised)),
        Figure("answered", "已办结", len(answered), _ids(answered), note="收集问题中到期末已办结的"),
        _answer_rate(found.raised, answered),
        Figure("finished", "办结问题", len(found.finished), _ids(found.finished), note="期内办结的，不论何时提出"),
        Figure("in_progress", "正在推进", len(found.open), _ids(found.open), note="期末在办的，不论何时提出"),
        Figure("overdue", "超期", len(found.overdue), _ids(found.overdue), note="正在推进中超过办理时限的"),
        _in_time(found.finished),
        _satisfaction(found.called_back),
    )


def _ids(rows: Iterable[VisitFact | IssueFact]) -> tuple[str, ...]:
    return tuple(map(ID, rows))


def _visited(visits: Sequence[VisitFact]) -> Figure:
    enterprises = tuple(dict.fromkeys(visit.enterprise for visit in visits))
    return Figure("visited", "走访企业家数", len(enterprises), enterprises, "家", "enterprises")


def _coverage(found: Tally) -> Figure:
    rate = coverage_rate(found.owed, found.covered)
    part = tuple(sorted(found.owed & found.covered))
    return Figure("coverage", "走访覆盖率", rate, tuple(sorted(found.owed)), "", "enterprises", part)


def _answer_rate(issues: Sequence[IssueFact], answered: Sequence[IssueFact]) -> Figure:
    valid = _ids(issue for issue in issues if not is_explained(issue))
    return Figure("answer_rate", "办结率", answer_rate(issues), valid, "", part=_ids(answered))


def _in_time(issues: Sequence[IssueFact]) -> Figure:
    undated = sum(issue.due is None for issue in issues)
    note = f"其中 {undated} 个没有办理时限，不计为按期" if undated else ""
    part = _ids(issue for issue in issues if in_time(issue))
    return Figure("in_time_rate", "按期办结率", in_time_rate(issues), _ids(issues), "", part=part, note=note)


def _satisfaction(issues: Sequence[IssueFact]) -> Figure:
    content = _ids(issue for issue in issues if satisfaction_rate([issue]).numerator)
    return Figure("satisfaction_rate", "满意率", satisfaction_rate(issues), _ids(issues), "", part=content)
