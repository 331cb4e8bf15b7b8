"""Who looks after whom in the sample district, today and before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from daan_desk.domain.facts import Role
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.enterprises import Sketch
from daan_desk.services.sample.people import Person
from daan_desk.services.sample.scale import Scale

BASIS = "大安企服专班〔{year}〕{number}号"
MINE = 12
Values = dict[str, object]


@dataclass(slots=True)
class Team:
    """The people around one enterprise; stationed: with the first day of their year there."""

    sketch: Sketch
    leader: Person | None = None
    chief: Person | None = None
    liaison: Person | None = None
    stationed: list[tuple[Person, date]] = field(default_factory=list)


class Teams:
    """Deals the officers out over the enterprises; `me`, who works in this copy, gets a share of them too."""

    def __init__(self, dice: Dice, ids: Iterator[str], people: Sequence[Person], me: Person | None) -> None:
        self._dice, self._ids, self._me = dice, ids, me
        of = {role: [p for p in people if p.role == role] for role in Role}
        self._leaders, self._chiefs = of[Role.LEADER], of[Role.CHIEF_SERVICE_OFFICER]
        self._cadres = of[Role.STATIONED]
        self._liaisons = {p.place: p for p in of[Role.LIAISON]}
        if me is not None and me.role == Role.LEADER:
            self._leaders.append(me)

    def made(
        self, sketches: Sequence[Sketch], first: int, scale: Scale, today: date
    ) -> tuple[list[Team], list[Values]]:
        """Teams and rows for these enterprises, the first of which has that number in the roster."""
        teams: list[Team] = []
        rows: list[Values] = []
        for number, sketch in enumerate(sketches[: max(0, scale.linked - first)], first):
            team = Team(sketch)
            teams.append(team)
            if sketch.output is not None:
                team.leader = self._leaders[number % len(self._leaders)]
                rows += self._long(team, team.leader, Role.LEADER, today)
            if number < scale.served:
                team.chief = self._chief(number)
                rows += self._long(team, team.chief, Role.CHIEF_SERVICE_OFFICER, today)
            else:
                team.liaison = self._liaisons.get(sketch.town)
                rows += self._long(team, team.liaison, Role.LIAISON, today) if team.liaison else []
            rows += self._station(team, number, today)
        return teams, rows

    def _chief(self, number: int) -> Person:
        if self._me is not None and self._me.role != Role.LEADER and number % 5 == 2 and number < 5 * MINE:
            return self._me
        return self._chiefs[number % len(self._chiefs)]

    def _long(self, team: Team, person: Person, role: Role, today: date) -> list[Values]:
        """A link without an end; one in twelve was taken over from somebody else, whose link has ended."""
        since = date(today.year - 3, 3, 1) + timedelta(days=self._dice.randrange(200))
        others = self._leaders if role == Role.LEADER else self._chiefs
        before = others[self._dice.randrange(len(others))]
        if role == Role.LIAISON or before.id == person.id or not self._dice.chance(1 / 12):
            return [self._row(team, person, role, (since, None))]
        handed = today - timedelta(days=self._dice.randrange(60, 300))
        return [
            self._row(team, before, role, (since, handed - timedelta(days=1))),
            self._row(team, person, role, (handed, None)),
        ]

    def _station(self, team: Team, number: int, today: date) -> list[Values]:
        """Two cadres for a year from March on: at every fifth enterprise now, at others the year before."""
        at, shift = divmod(number, 5)
        if shift not in (1, 3) or 2 * at + 1 >= len(self._cadres) or team.sketch.output is None:
            return []
        year = today.year if today >= date(today.year, 3, 5) else today.year - 1
        begin = date(year if shift == 1 else year - 1, 3, 1)
        end = date(begin.year + 1, 2, 28)
        rows = []
        for cadre in self._cadres[2 * at : 2 * at + 2]:
            team.stationed.append((cadre, begin))
            rows.append(self._row(team, cadre, Role.STATIONED, (begin, end)))
        return rows

    def _row(self, team: Team, person: Person, role: Role, term: tuple[date, date | None]) -> Values:
        since, until = term
        return {
            "id": next(self._ids),
            "enterprise": team.sketch.id,
            "officer": person.id,
            "role": role.value,
            "since": since,
            "until": until,
            "basis": BASIS.format(year=since.year, number=self._dice.randrange(1, 30)),
        }
