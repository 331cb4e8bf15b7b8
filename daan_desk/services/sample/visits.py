"""Two years of visits: each role by its duty, with gaps; few in February, on working days mostly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from daan_desk.domain.periods import month_end, months_after
from daan_desk.domain.working_days import Calendar
from daan_desk.services.sample import people
from daan_desk.services.sample.assignments import Team
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.figures import SEASON
from daan_desk.services.sample.people import Person
from daan_desk.services.sample.texts import phrases

BUSY = (0.85, 0.5, 1.05, 1.05, 1.0, 1.05, 0.95, 0.9, 1.05, 0.85, 1.05, 1.0)
SPOKEN = {"电话": "电话", "视频": "视频", "驻企": "驻企", "座谈": "参加企业座谈会"}
ONLY_IN = {"春节": (2, 3), "节后": (2, 3), "上半年": (6, 7), "明年": (11, 12)}
STATES = (("正常", 70.0), ("满产", 18.0), ("减产", 9.0), ("停产", 1.0))
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Call:
    """A visit that will be written: who comes when, in which way."""

    day: date
    way: str
    leader: Person
    others: tuple[Person, ...] = ()


class Visiting:
    """Works out who visits an enterprise when, and what they note."""

    def __init__(self, dice: Dice, ids: Iterator[str], calendar: Calendar, today: date) -> None:
        self._dice, self._ids, self._today = dice, ids, today
        first = months_after(today.replace(day=1), -24)
        days = [first + timedelta(days=at) for at in range((today - first).days + 1)]
        whole = [day for day in days if calendar.is_working(day)]
        self._months = [months_after(first, at) for at in range(25)]
        # A month that is not over has its later days too, so that some of its visits are still owed.
        self._working = {month: _working(calendar, month) for month in self._months}
        self._weeks = sorted({day - timedelta(days=day.weekday()) for day in whole})
        self._all = frozenset(whole)

    def made(self, team: Team) -> list[Values]:
        """The rows of one enterprise, oldest first."""
        calls = sorted(self._calls(team), key=lambda call: call.day)
        rows: list[Values] = []
        promised = False
        for call in calls:
            row = self._row(team, call, promised)
            promised = row["next_step"] is not None or (promised and row["follow_up"] is None)
            rows.append(row)
        return rows

    def _calls(self, team: Team) -> Iterator[Call]:
        if not team.sketch.alive:
            return
        eager = 0.18 if self._dice.chance(0.06) else self._dice.uniform(0.75, 1.1)
        for month in self._months:
            zeal = eager * BUSY[month.month - 1]
            yield from self._of_leader(team, month, zeal)
            yield from self._of_liaison(team, month, zeal)
        for cadre, begin in team.stationed:
            yield from self._weekly(cadre, begin)

    def _of_leader(self, team: Team, month: date, zeal: float) -> Iterator[Call]:
        """The leader on site with the chief service officer; without the leader the officer alone."""
        dice, chief = self._dice, team.chief
        if team.leader is not None and dice.chance(0.75 * zeal):
            with_chief = (chief,) if chief is not None and dice.chance(0.85) else ()
            yield from self._on(month, "实地", team.leader, with_chief)
            if with_chief:
                return
        if chief is not None and dice.chance(0.86 * zeal):
            way = dice.weighted((("实地", 7.0), ("座谈", 1.2), ("视频", 0.5), ("电话", 1.3)))
            yield from self._on(month, way, chief)

    def _of_liaison(self, team: Team, month: date, zeal: float) -> Iterator[Call]:
        if team.liaison is not None and self._dice.chance(0.55 * zeal):
            yield from self._on(month, "实地" if self._dice.chance(0.7) else "电话", team.liaison)

    def _on(self, month: date, way: str, leader: Person, others: tuple[Person, ...] = ()) -> Iterator[Call]:
        day = self._dice.choice(self._working[month])
        if self._dice.chance(0.02):
            day += timedelta(days=5 - day.weekday())  # now and then a Saturday
        if day <= self._today:
            yield Call(day, way, leader, others)

    def _weekly(self, cadre: Person, begin: date) -> Iterator[Call]:
        for monday in self._weeks:
            day = monday + timedelta(days=self._dice.randrange(5))
            stationed = begin <= day < begin + timedelta(days=365)
            if stationed and day in self._all and self._dice.chance(0.72):
                yield Call(day, "驻企" if self._dice.chance(0.85) else "实地", cadre)

    def _row(self, team: Team, call: Call, promised: bool) -> Values:
        dice, said = self._dice, phrases()
        staff = max(1, round(team.sketch.employees * dice.uniform(0.9, 1.05)))
        row: Values = {
            "id": next(self._ids),
            "day": call.day,
            "enterprise": team.sketch.id,
            "way": call.way,
            "led_by": call.leader.id,
            "companions": "、".join(person.name for person in call.others) or None,
            "met": people.name(dice) if dice.chance(0.9) else None,
            "production": dice.weighted(STATES),
            "staff": staff,
            "output": self._output(team, call.day),
            "order_months": Decimal(dice.choice((1, 1.5, 2, 2.5, 3, 4, 6))) if dice.chance(0.5) else None,
            "summary": self._summary(team, call, staff),
            "policies_explained": dice.choice(said["policy"]) if dice.chance(0.3) else None,
            "suggestion": dice.choice(said["suggestion"]) if dice.chance(0.2) else None,
            "next_step": dice.choice(said["next_step"]) if dice.chance(0.22) else None,
        }
        row["follow_up"] = dice.choice(said["follow_up"]) if promised and dice.chance(0.9) else None
        return row

    def _output(self, team: Team, day: date) -> Decimal | None:
        if team.sketch.output is None or not self._dice.chance(0.6):
            return None
        month = team.sketch.output / 12 * SEASON[day.month - 1]
        return Decimal(round(month * self._dice.uniform(0.9, 1.1)))

    def _summary(self, team: Team, call: Call, staff: int) -> str:
        fitting = _summaries(call.way, call.day.month)
        product = self._dice.choice(team.sketch.trade.products.split("、"))
        return self._dice.choice(fitting).format(products=product, staff=staff)


def _working(calendar: Calendar, month: date) -> list[date]:
    last = month_end(month.year, month.month)
    return [d for at in range(last.day) if calendar.is_working(d := month + timedelta(days=at))]


def _summaries(way: str, month: int) -> Sequence[str]:
    """The sentences that fit a way and a month: a call begins with 电话, the Spring Festival is in February."""
    every = [t for t in phrases()["summary"] if all(month in m for word, m in ONLY_IN.items() if word in t)]
    if way in SPOKEN:
        return [text for text in every if text.startswith(SPOKEN[way])]
    return [text for text in every if not text.startswith(tuple(SPOKEN.values()))]
