"""Who owes which visit: a rule per role, what of it is done in the period, and who has been neglected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain.facts import LinkFact, Role, VisitFact
from daan_desk.domain.periods import Period, PeriodKind, period_of
from daan_desk.domain.working_days import Calendar

PHONE = "电话"
WAYS = ("实地", "电话", "座谈", "视频", "驻企")
RECENT_DAYS = 30
NEGLECTED_DAYS = 90
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class VisitRule:
    """What a role owes each of its enterprises: so many times a period, in the ways that count."""

    role: str
    period: PeriodKind
    times: int
    ways: tuple[str, ...]


VISIT_RULES = (
    VisitRule(Role.LEADER, "month", 1, ("实地",)),
    VisitRule(Role.CHIEF_SERVICE_OFFICER, "month", 1, ("实地", "座谈", "视频", "驻企")),
    VisitRule(Role.STATIONED, "week", 1, ("实地", "驻企")),
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What an officer owes an enterprise in a period.

    done: visits that count; by_phone: calls, which count separately. last_visit: the officer's last of any way but the
    telephone. next_day: the working day on which the next visit makes sense, None where nothing is owed any more.
    """

    officer: str
    name: str
    role: str
    enterprise: str
    period: Period
    times: int
    done: int
    by_phone: int
    last_visit: date | None
    next_day: date | None
    visits: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        return max(0, self.times - self.done)


@dataclass(frozen=True, slots=True)
class Recent:
    """How often an enterprise was visited lately, and the visits."""

    count: int
    words: str
    visits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neglected:
    """An enterprise that nobody has visited for long; never: last_visit and days are None."""

    enterprise: str
    last_visit: date | None
    days: int | None


Visits = Mapping[str, Sequence[VisitFact]]
Post = tuple[LinkFact, LinkFact | None]  # who holds it, and who did until the day before
Bound = tuple[VisitRule, Period]  # what the role owes, and the period around the day


def by_enterprise(visits: Iterable[VisitFact]) -> dict[str, list[VisitFact]]:
    found: defaultdict[str, list[VisitFact]] = defaultdict(list)
    for visit in visits:
        found[visit.enterprise].append(visit)
    return dict(found)


def owed(
    links: Iterable[LinkFact], visits: Iterable[VisitFact], rules: Iterable[VisitRule], day: date, calendar: Calendar
) -> tuple[Owed, ...]:
    """What every linked officer owes in the period around `day`, done or not; roles without a rule owe nothing.

    links: also those that ended lately, because the visits of a predecessor in the same post count.
    """
    known = by_enterprise(visits)
    of_role = {rule.role: (rule, period_of(rule.period, day)) for rule in rules if rule.times > 0}
    every = tuple(links)
    ended = {(link.enterprise, link.role, link.until): link for link in every if link.until is not None}
    rows = []
    for link in every:
        bound = of_role.get(link.role)
        if bound is not None and link.holds(day, day):
            before = ended.get((link.enterprise, link.role, link.since - DAY)) if link.since else None
            rows.append(_owed((link, before), known.get(link.enterprise, ()), bound, day, calendar))
    return tuple(rows)


def _owed(links: Post, visits: Sequence[VisitFact], bound: Bound, day: date, calendar: Calendar) -> Owed:
    """The duty goes with the post: what a predecessor did until the day before, an enterprise need not have twice."""
    (rule, period), (link, before) = bound, links
    mine = [visit for visit in visits if visit.day <= day and (was_there(link, visit) or _was_before(before, visit))]
    now = [visit for visit in mine if visit.day >= period.first]
    counted = tuple(visit.id for visit in now if visit.way in rule.ways)
    last = max((visit.day for visit in mine if visit.way != PHONE), default=None)
    return Owed(
        link.officer,
        link.name,
        link.role,
        link.enterprise,
        period,
        rule.times,
        len(counted),
        sum(visit.way == PHONE for visit in now),
        last,
        None if len(counted) >= rule.times else _next_day(last, period, rule.times, day, calendar),
        counted,
    )


def was_there(link: LinkFact, visit: VisitFact) -> bool:
    """Whether the linked officer took part in a visit, by id or by name."""
    return link.officer in (visit.led_by, *visit.officers) or link.name in visit.officers


def _was_before(link: LinkFact | None, visit: VisitFact) -> bool:
    return link is not None and link.until is not None and visit.day <= link.until and was_there(link, visit)


def _next_day(last: date | None, period: Period, times: int, day: date, calendar: Calendar) -> date:
    """Visits spread evenly over the period: a share of it after the last one, not in the past, on a working day."""
    share = timedelta(days=((period.last - period.first).days + 1) // times)
    wanted = min(max(day, last + share) if last else day, period.last)
    if calendar.is_working(wanted):
        return wanted
    ahead, back = calendar.after(wanted, 1), calendar.before(wanted, 1)
    return ahead if ahead <= period.last or back < day else back


def duty_bound(links: Iterable[LinkFact], rules: Iterable[VisitRule], period: Period) -> frozenset[str]:
    """The enterprises that are owed a visit in a period: those with an officer whose role has a rule."""
    roles = {rule.role for rule in rules if rule.times > 0}
    return frozenset(link.enterprise for link in links if link.role in roles and link.holds(period.first, period.last))


def covered(visits: Iterable[VisitFact], rules: Iterable[VisitRule], period: Period) -> frozenset[str]:
    """The enterprises visited at least once in a period in a way that counts for anybody."""
    ways = {way for rule in rules for way in rule.ways}
    return frozenset(visit.enterprise for visit in visits if visit.way in ways and visit.day in period)


def recent(visits: Iterable[VisitFact], enterprise: str, day: date, days: int = RECENT_DAYS) -> Recent:
    """The visits of the last days up to `day`, telephone calls left out, in the words that the form shows."""
    first = day - timedelta(days=days)
    found = sorted(
        (visit.day, visit.id)
        for visit in visits
        if visit.enterprise == enterprise and first < visit.day <= day and visit.way != PHONE
    )
    return Recent(len(found), f"近 {days} 天已有 {len(found)} 批走访", tuple(visit for _, visit in reversed(found)))


def neglected(
    enterprises: Iterable[str], visits: Iterable[VisitFact], day: date, days: int = NEGLECTED_DAYS
) -> tuple[Neglected, ...]:
    """Enterprises that nobody visited for at least so many days, those never visited first, then the longest ago."""
    last: dict[str, date] = {}
    for visit in visits:
        if visit.way != PHONE and visit.day <= day and visit.day > last.get(visit.enterprise, date.min):
            last[visit.enterprise] = visit.day
    rows = [
        Neglected(enterprise, last.get(enterprise), (day - last[enterprise]).days if enterprise in last else None)
        for enterprise in enterprises
        if enterprise not in last or (day - last[enterprise]).days >= days
    ]
    return tuple(sorted(rows, key=lambda row: (row.last_visit or date.min, row.enterprise)))
