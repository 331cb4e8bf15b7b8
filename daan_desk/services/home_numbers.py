"""The numbers of the first page, each counted by the very question that opens its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from daan_desk.domain.duties import PHONE
from daan_desk.domain.home import Forgotten, LooseEnd, MonthOfIssues, Number
from daan_desk.domain.issues import OPEN, RUNNING, State
from daan_desk.domain.periods import Period, month_of, months_after
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services.duties import enterprises_of
from daan_desk.services.home_lists import Desk

CHART_MONTHS = 12
OF_MONTH = (("raised", "新增"), ("answered", "办结"))
# Calls count apart, here as in the month's summary.
OVER_TIME: tuple[tuple[str, str, str, str, tuple[Where, ...]], ...] = (
    ("visits", "本月走访", "visits", "day", (Where("way", "not", PHONE),)),
    ("calls", "本月电话联系", "visits", "day", (Where("way", "is", PHONE),)),
    ("raised", "本月新增问题", "issues", "raised", ()),
    ("answered", "本月办结问题", "issues", "answered", ()),
)


def numbers(desk: Desk, ends: Sequence[LooseEnd], forgotten: Sequence[Forgotten]) -> Iterator[Number]:
    """Every number; loose ends and forgotten enterprises are handed in, for they are listed too."""
    yield from _enterprises(desk, forgotten)
    yield from _issues(desk)
    yield _number(desk, "loose_ends", "遗留事项", Question("visits", where=(_among(end.visit for end in ends),)))
    yield from _expiring(desk)
    yield from _this_month(desk)


def _number(desk: Desk, key: str, label: str, question: Question, before: Question | None = None) -> Number:
    was = None if before is None else desk.reader.count(before.ledger, *before.where)
    return Number(key, label, desk.reader.count(question.ledger, *question.where), question, was, before)


def _among(ids: Iterable[str]) -> Where:
    return Where("id", "in", tuple(sorted(set(ids))))


def _enterprises(desk: Desk, forgotten: Sequence[Forgotten]) -> Iterator[Number]:
    every = enterprises_of(desk.enterprises) if desk.officer else Question("enterprises")
    owed = (duty.owed.enterprise for duty in desk.duties if duty.still)
    yield _number(desk, "enterprises", "我的企业" if desk.officer else "全部企业", every)
    yield _number(desk, "visits_owed", "待走访企业", enterprises_of(owed))
    yield _number(desk, "neglected", "久未走访", enterprises_of(one.id for one in forgotten))


def _issues(desk: Desk) -> Iterator[Number]:
    day, rules = desk.day, desk.known.rules
    soon = last_soon(rules, day)
    running = _state(RUNNING)
    rows = (
        ("overdue", "逾期问题", (running, Where("due", "to", day - timedelta(days=1)))),
        ("due_soon", "临期问题", (running, Where("due", "from", day), Where("due", "to", soon))),
        ("due_today", "今天到期", (running, Where("due", "is", day))),
        ("open", "未办结问题", (_state(OPEN),)),
        ("registered", "待交办", (_state((State.REGISTERED,)),)),
        ("long_term", "长期推进", (_state((State.LONG_TERM,)),)),
        ("to_call_back", "待回访", (_state((State.ANSWERED,)),)),
    )
    for key, label, where in rows:
        yield _number(desk, key, label, desk.ask("issues", *where))


def last_soon(rules: Rulebook, day: date) -> date:
    """The last due day that is yellow, as the lights have it: the next day leaves more working days than the limit."""
    return rules.calendar.after(day, rules.limits.yellow + 1) - timedelta(days=1)


def _state(states: Iterable[State]) -> Where:
    return Where("state", "in", tuple(state.value for state in states))


def _expiring(desk: Desk) -> Iterator[Number]:
    for months in sorted(desk.known.rules.value("reminder_months")):
        until = Where("expires", "to", last_reached(desk.day, months))
        question = desk.ask("qualifications", Where("expires", "from", desk.day), until)
        yield _number(desk, f"expiring_{months}", f"{months} 个月内到期资质", question)


def last_reached(day: date, months: int) -> date:
    """The latest end whose reminder, so many months before, has come on that day."""
    end = months_after(day, months)
    while months_after(end + timedelta(days=1), -months) <= day:
        end += timedelta(days=1)
    return end


def _this_month(desk: Desk) -> Iterator[Number]:
    """This month so far against the whole month before."""
    month = month_of(desk.day)
    for key, label, ledger, field, more in OVER_TIME:
        now, before = (desk.ask(ledger, *_within(field, period), *more) for period in (month, month.previous))
        yield _number(desk, key, label, now, before)
    now, before = (enterprises_of(_visited(desk, period)) for period in (month, month.previous))
    yield _number(desk, "visited", "本月走访企业", now, before)


def _within(field: str, period: Period) -> tuple[Where, Where]:
    return Where(field, "from", period.first), Where(field, "to", period.last)


def _visited(desk: Desk, period: Period) -> frozenset[str]:
    first, last = period.first, period.last
    found = {visit.enterprise for visit in desk.known.visits if first <= visit.day <= last and visit.way != PHONE}
    return desk.enterprises.intersection(found)


def months(desk: Desk) -> tuple[MonthOfIssues, ...]:
    """Issues raised and answered in each of the last twelve months, oldest first."""
    this = desk.day.replace(day=1)
    periods = [month_of(months_after(this, -back)) for back in range(CHART_MONTHS - 1, -1, -1)]
    raised, answered = (_by_month(desk, field, word, periods) for field, word in OF_MONTH)
    return tuple(map(MonthOfIssues, (f"{period.first:%Y-%m}" for period in periods), raised, answered))


def _by_month(desk: Desk, field: str, word: str, periods: Sequence[Period]) -> list[Number]:
    """The same as counting each month's question, in one pass over them all."""
    every = desk.ask("issues", Where(field, "from", periods[0].first), Where(field, "to", periods[-1].last))
    found: Counter[date] = Counter()
    for day, count in desk.reader.counted(every, field):
        found[day.replace(day=1)] += count
    questions = [desk.ask("issues", *_within(field, period)) for period in periods]
    return [
        Number(field, f"{period.words}{word}", found[period.first], question)
        for period, question in zip(periods, questions, strict=True)
    ]
