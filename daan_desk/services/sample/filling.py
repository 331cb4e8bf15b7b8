"""Fills an empty workspace with the sample district, in few acts and in parts that fit into memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.facts import Role
from daan_desk.domain.failures import refuse_unless
from daan_desk.services import rules
from daan_desk.services.office import Act, Office
from daan_desk.services.sample import figures, offering, people, qualifications
from daan_desk.services.sample.assignments import Team, Teams
from daan_desk.services.sample.dice import Dice, identities
from daan_desk.services.sample.enterprises import Roster, Sketch
from daan_desk.services.sample.ground import Ground
from daan_desk.services.sample.issues import Raising
from daan_desk.services.sample.lives import Place
from daan_desk.services.sample.meetings import with_meetings
from daan_desk.services.sample.people import Person
from daan_desk.services.sample.scale import USUAL, Scale
from daan_desk.services.sample.visits import Visiting

SEED = 510304
PART = 5000  # more than the enterprises that have details, so that one part holds all of them
PIECE = 2000
MOST = 1_000_000
Progress = Callable[[int, int], object]
Values = dict[str, object]


@dataclass(frozen=True)
class District:
    """What every part of the sample needs: seed, day, size, keys, and the names of places already kept."""

    seed: int
    today: date
    scale: Scale
    ids: Iterator[str]
    towns: Mapping[str, str]
    parks: Mapping[str, str]
    departments: Mapping[str, str]

    def dice(self, part: str) -> Dice:
        return Dice(self.seed, self.today, part)


def silent(done: int, of: int) -> None:
    """Nobody wants to know how far it is."""


def fill(
    office: Office,
    today: date,
    enterprises: int = USUAL,
    seed: int = SEED,
    progress: Progress = silent,
) -> dict[str, int]:
    """Write the sample district of that day and seed; answers how many records of each ledger.

    progress is told (enterprises done, of all) after every part. `Rejected` where there are enterprises already.
    """
    refuse_unless(1 <= enterprises <= MOST, f"示例企业数应在 1 到 {MOST} 之间。", "enterprises")
    counts: Counter[str] = Counter()
    with office.writing("填入示例区：干部和部门") as act:
        district = _district(act, seed, today, Scale(enterprises))
        staff = _people(act, district)
    counts.update(act.changes.counts)
    roster = Roster(seed, today, district.scale, {"towns": district.towns, "parks": district.parks})
    for first in range(0, enterprises, PART):
        numbers = range(first, min(first + PART, enterprises))
        counts.update(_part(office, district, roster, numbers, staff))
        progress(numbers.stop, enterprises)
    return dict(counts)


def _part(
    office: Office, district: District, roster: Roster, numbers: range, staff: Sequence[Person]
) -> Mapping[str, int]:
    """The enterprises of these numbers in one act; the first part brings everything about them along."""
    with office.writing(f"填入示例区：第 {numbers.start + 1}—{numbers.stop} 家企业") as act:
        sketches, rows = roster.made(numbers, district.ids)
        act.add_many("enterprises", rows)
        if numbers.start == 0:
            _work(act, district, staff, sketches)
    return act.changes.counts


def _district(act: Act, seed: int, today: date, scale: Scale) -> District:
    refuse_unless(not act.count("enterprises"), "这个工作区里已经有企业，示例数据只能放进空的工作区。")
    # In the order of the words: their keys differ from one workspace to the next, the sample must not.
    named = {ledger: dict(sorted(act.columns(ledger, "name", "id"))) for ledger in ("towns", "parks")}
    found = act.columns("departments", "short_name", "name", "id")
    departments = dict(sorted((short or name, key) for short, name, key in found))
    whole = named["towns"] and named["parks"] and departments
    refuse_unless(whole, "工作区里没有镇街、园区或部门，请先新建一个工作区。")
    return District(seed, today, scale, identities(seed, today), named["towns"], named["parks"], departments)


def _people(act: Act, district: District) -> list[Person]:
    made, rows = people.officers(
        district.dice("officers"), district.ids, district.scale, district.departments, list(district.towns)
    )
    taken = {name for (name,) in act.columns("officers", "name")}
    kept = [(person, row) for person, row in zip(made, rows, strict=True) if person.name not in taken]
    act.add_many("officers", [row for _, row in kept])
    return [person for person, _ in kept]


def _work(act: Act, district: District, staff: Sequence[Person], sketches: Sequence[Sketch]) -> None:
    """Everything about the enterprises at the beginning of the roster: who serves them, and two years of work."""
    scale, today, ids = district.scale, district.today, district.ids
    me = act.office.officer
    mine = Person(me.id, me.name, me.role) if me.id else None
    teams, links = Teams(district.dice("assignments"), ids, staff, mine).made(sketches, 0, scale, today)
    act.add_many("assignments", links)
    held = qualifications.made(district.dice("qualifications"), ids, sketches, scale, today)
    act.add_many("qualifications", held)
    act.add_many("figures", figures.made(district.dice("figures"), ids, sketches, today))
    visiting = Visiting(district.dice("visits"), ids, rules.calendar(act), today)
    visits = [row for team in teams for row in visiting.made(team)]
    _kept(act, "visits", visits)
    ground = _ground(district, staff, teams)
    meetings = offering.held(act, ground, _kept)
    raising = Raising(district.dice("issues"), ids, _place(act, district, staff), [team.sketch for team in teams])
    issues, steps = raising.made(visits, scale.issues)
    with_meetings(ground, issues, meetings)
    _kept(act, "issues", issues)
    _kept(act, "steps", steps)
    offering.offered(act, ground, _kept, meetings, held)


def _kept(act: Act, ledger: str, rows: Sequence[Values]) -> None:
    """Keep many rows some at a time, for the writer holds every row that it is given twice."""
    for at in range(0, len(rows), PIECE):
        act.add_many(ledger, rows[at : at + PIECE])


def _ground(district: District, staff: Sequence[Person], teams: Sequence[Team]) -> Ground:
    places = (district.towns, district.departments)
    return Ground(district.today, district.scale, district.ids, district.dice("services"), teams, staff, *places)


def _place(act: Act, district: District, staff: Sequence[Person]) -> Place:
    handlers = {p.place: p.name for p in staff if p.role == Role.LIAISON}
    departments = {short: key for short, key in district.departments.items() if short in handlers}
    clerks = tuple(p.name for p in staff if p.role == Role.OFFICE)
    return Place(district.today, rules.rulebook(act).rules, departments, handlers, clerks)
