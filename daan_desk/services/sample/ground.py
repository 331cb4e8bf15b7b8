"""What every part of the services' sample needs: chance, keys, the day, and who may take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.services.sample.assignments import Team
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.enterprises import Sketch
from daan_desk.services.sample.people import Person
from daan_desk.services.sample.scale import Scale

Values = dict[str, object]


@dataclass(frozen=True)
class Ground:
    """The district as the services see it; towns and departments by name, with their keys."""

    today: date
    scale: Scale
    ids: Iterator[str]
    dice: Dice
    teams: Sequence[Team]
    staff: Sequence[Person]
    towns: Mapping[str, str]
    departments: Mapping[str, str]

    @property
    def sketches(self) -> list[Sketch]:
        """The enterprises that somebody looks after and that still work, the large ones first."""
        every = [team.sketch for team in self.teams]
        return [sketch for sketch in every if sketch.alive][: self.scale.served] or every

    def of(self, role: str) -> list[Person]:
        """The officers of a role."""
        return [person for person in self.staff if person.role == role]

    def count(self, usual: int) -> int:
        """So many in a district of this size as `usual` in the usual one, at least one."""
        return max(1, round(usual * min(self.scale.enterprises, 3120) / 312))

    def ago(self, most: int, least: int = 0) -> date:
        """A day between so many days ago."""
        return self.today - timedelta(days=self.dice.randrange(least, most + 1))

    def row(self, **values: object) -> Values:
        """A record with its key."""
        return {"id": next(self.ids), **values}
