"""Who owes which visit: the coverage board, the month's calendar, and where too many groups come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from daan_desk.domain import duties as rule
from daan_desk.domain.home import Duty, Forgotten
from daan_desk.domain.periods import Period, month_named, month_of
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.rates import Rate, coverage_rate
from daan_desk.domain.rulebook import Rulebook
from daan_desk.services.grounds import Grounds, grounds
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader

CROWDED = 3


@dataclass(frozen=True, slots=True)
class Bearer:
    """An officer with everything that they owe; `question` opens the enterprises that still wait."""

    officer: str
    name: str
    role: str
    duties: tuple[Duty, ...]

    @property
    def missing(self) -> int:
        """Enterprises that still wait."""
        return sum(duty.still for duty in self.duties)

    @property
    def rate(self) -> Rate:
        """Duties done, of all."""
        return Rate(len(self.duties) - self.missing, len(self.duties))

    @property
    def question(self) -> Question:
        """The enterprises that still wait."""
        return enterprises_of(duty.owed.enterprise for duty in self.duties if duty.still)


@dataclass(frozen=True, slots=True)
class Board:
    """The coverage board of a day: officers by role and name, and 走访覆盖率 of the month so far."""

    day: date
    bearers: tuple[Bearer, ...]
    coverage: Rate


def board(office: Office, day: date | None = None) -> Board:
    """Who owes what on a day, by default today; nobody is ranked by visits."""
    with office.reading() as reader:
        return board_of(grounds(reader, day or office.today()))


def board_of(known: Grounds) -> Board:
    """The board of what was read already."""
    found: defaultdict[tuple[str, str, str], list[Duty]] = defaultdict(list)
    for duty in known.duties():
        found[duty.owed.role, duty.owed.name, duty.owed.officer].append(duty)
    bearers = tuple(Bearer(officer, name, role, tuple(rows)) for (role, name, officer), rows in sorted(found.items()))
    month, rules = month_of(known.day), known.rules.visit_rules
    wanted = rule.duty_bound(known.links, rules, month)
    return Board(known.day, bearers, coverage_rate(wanted, rule.covered(known.visits, rules, month)))


def overview(office: Office, day: date) -> tuple[Board, tuple[Forgotten, ...], tuple[Crowd, ...]]:
    """The board of a day, and whom nobody or everybody visits today; every visit is read once where the days agree."""
    with office.reading() as reader:
        today = grounds(reader, office.today())
        known = today if day == today.day else grounds(reader, day)
    return board_of(known), neglected(today), crowded(today)


def enterprises_of(identities: Iterable[str]) -> Question:
    """The enterprises of these ids, each once."""
    return Question("enterprises", where=(Where("id", "in", tuple(sorted(set(identities)))),))


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit in the calendar; one that is only due has no visit id yet."""

    day: date
    enterprise: str
    enterprise_name: str
    officer: str
    way: str
    visit: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the month: whether it is worked, the holiday's name, visits made, and visits that make sense then."""

    day: date
    working: bool
    holiday: str
    visits: tuple[Entry, ...]
    due: tuple[Entry, ...]


def calendar(office: Office, month: str, officer: str = "") -> tuple[CalendarDay, ...]:
    """Every day of a month (2026-11) with its visits, of one officer (id) or of all."""
    period = month_named(month)
    with office.reading() as reader:
        known = grounds(reader, office.today())
        made = _made(reader, period, officer)
    due = [
        Entry(duty.owed.next_day, duty.owed.enterprise, duty.enterprise, duty.owed.name, "")
        for duty in known.duties(officer)
        if duty.owed.next_day is not None
    ]
    return tuple(_calendar_day(day, known.rules, made, due) for day in _days(period.first, period.last))


def _made(reader: Reader, period: Period, officer: str) -> list[Entry]:
    """The visits of a period on which the officer was, by id or by name."""
    within = Where("day", "from", period.first), Where("day", "to", period.last)
    names = ("day", "id", "enterprise", "led_by", "companions", "way")
    rows = sorted(reader.columns("visits", *names, where=within))
    officers = dict(reader.columns("officers", "id", "name"))
    firms = reader.titles("enterprises", {row[2] for row in rows})
    return [
        Entry(day, enterprise, firms.get(enterprise, ""), officers.get(led_by) or companions or "", way, identity)
        for day, identity, enterprise, led_by, companions, way in rows
        if officer in ("", led_by) or officers.get(officer) in (companions or "").split("、")
    ]


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _calendar_day(day: date, rules: Rulebook, made: Iterable[Entry], due: Iterable[Entry]) -> CalendarDay:
    days = rules.calendar
    return CalendarDay(
        day,
        days.is_working(day),
        days.names.get(day, ""),
        tuple(entry for entry in made if entry.day == day),
        tuple(entry for entry in due if entry.day == day),
    )


@dataclass(frozen=True, slots=True)
class Crowd:
    """An enterprise to which many groups came lately; `question` opens their visits."""

    enterprise: str
    name: str
    count: int
    words: str
    question: Question


def crowded(known: Grounds, least: int = CROWDED) -> tuple[Crowd, ...]:
    """Where at least so many groups came in the last days (setting), the most first."""
    days = known.rules.value("recent_days")
    found = [
        (known.names[enterprise], enterprise, rule.recent(visits, enterprise, known.day, days))
        for enterprise, visits in rule.by_enterprise(known.visits).items()
        if enterprise in known.names
    ]
    crowds = [
        Crowd(
            enterprise, name, recent.count, recent.words, Question("visits", where=(Where("id", "in", recent.visits),))
        )
        for name, enterprise, recent in sorted(found)
        if recent.count >= least
    ]
    return tuple(sorted(crowds, key=attrgetter("count"), reverse=True))


def neglected(known: Grounds) -> tuple[Forgotten, ...]:
    """The enterprises that somebody looks after and nobody visited for long (setting), those never visited first."""
    rows = rule.neglected(known.of(""), known.visits, known.day, known.rules.value("neglected_days"))
    return tuple(Forgotten(row.enterprise, known.names[row.enterprise], row.last_visit, row.days) for row in rows)
