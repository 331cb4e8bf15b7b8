"""Three laptops and an office at random work: whatever the order, all end with the same content and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import DELETED, Entry, sealed
from daan_desk.domain.parcels import Parcel
from daan_desk.domain.questions import Question, Where
from daan_desk.services import care, issues, merging, records, undo
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.store import absorbing, checking
from daan_desk.store.base import packed
from daan_desk.store.schema import LATEST
from tests import builders
from tests.laptops import contents, laptop

WHO = ("企服办", "王建国", "周敏", "陈立")
ROUNDS = 22


class Clock:
    """A laptop's clock: it may be years off, and it may be set while work goes on."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=7)
        return self.moment


class World:
    """Four workspaces, the parcels that were ever packed, and dice."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        offsets = [0, *self.dice.choices([0, 3, -400, 900, -5000], k=3)]
        self.clocks = [Clock(builders.MONDAY + timedelta(days=days)) for days in offsets]
        self.places: list[Workplace] = [laptop(folder, who, clock) for who, clock in zip(WHO, self.clocks, strict=True)]
        self.parcels: list[Parcel] = []
        self.refused = 0

    @property
    def offices(self) -> list[Office]:
        return [place.office for place in self.places]

    def work(self) -> None:
        """One random act on one random laptop."""
        office = self.dice.choice(self.offices)
        act = self.dice.choice(
            [self.add, self.add, self.edit, self.edit, self.edit, self.remove, self.undo, self.issue]
        )
        try:
            act(office)
        except Rejected:
            return  # the officer is told so and goes on

    def some(self, office: Office, ledger: str) -> str:
        with office.reading() as reader:
            ids = reader.ids(Question(ledger))
        if not ids:
            raise Rejected("nothing there")
        return self.dice.choice(ids)

    def add(self, office: Office) -> None:
        builders.enterprise(office, f"自贡{self.dice.randrange(10**9)}公司", employees=self.dice.randrange(9))

    def issue(self, office: Office) -> None:
        one = builders.issue(office, self.some(office, "enterprises"), title=f"第{self.dice.randrange(10**6)}件")
        if self.dice.random() < 0.5:
            issues.move(office, one, "交办", {"lead_department": "区交通局"})

    def edit(self, office: Office) -> None:
        field = self.dice.choice(["employees", "address", "short_name", "founded"])
        value = {"employees": self.dice.randrange(9), "founded": "2020-01-0" + str(self.dice.randrange(1, 9))}
        text = self.dice.choice(["甲", "乙", "丙", ""])
        records.change(office, "enterprises", self.some(office, "enterprises"), {field: value.get(field, text)})

    def remove(self, office: Office) -> None:
        ledger = self.dice.choice(["issues", "enterprises"])
        records.remove(office, ledger, [self.some(office, ledger)])

    def undo(self, office: Office) -> None:
        acts = [act for act in undo.acts(office, 6) if "放入" not in act.name and "建立" not in act.name]
        undo.undo(office, self.dice.choice(acts).id if acts else "none")

    def meet(self) -> None:
        """A parcel is packed, whole or in part, and it or an older one is merged somewhere, sometimes twice."""
        giver, taker = self.dice.sample(self.offices, 2)
        since = giver.today() if self.dice.random() < 0.3 else None
        self.parcels.append(merging.pack(giver, since=since))
        self.take(taker, self.dice.choice([self.parcels[-1], self.parcels[-1], *self.parcels[-4:]]))

    def take(self, taker: Office, parcel: Parcel) -> None:
        for _ in range(self.dice.choice([1, 1, 2])):
            try:
                merging.carry_out(taker, merging.plan(taker, parcel))
            except Rejected as refused:
                assert "只带了一部分" in str(refused)
                self.refused += 1
        with taker.reading() as reader:
            assert checking.chain(reader.connection)[1] == []

    def settle_all(self) -> None:
        """Everybody hears of everybody until nobody has news."""
        for _ in range(2):
            order = self.dice.sample(self.offices, 4)
            for giver, taker in [*pairwise(order), *pairwise(order[::-1])]:
                self.take(taker, merging.pack(giver))

    def close(self) -> None:
        for place in self.places:
            place.close()


def every_entry(office: Office) -> tuple[Entry, ...]:
    with office.reading() as reader:
        return absorbing.lacking(reader.connection, {})


def oracle(entries: tuple[Entry, ...]) -> dict[tuple[str, str], dict[str, object]]:
    """What the living rows must say, by the plain definition and from all entries that anybody ever wrote."""
    rows: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.stamp, entry.id)):
        rows.setdefault((entry.table, entry.row), []).append(entry)
    return {place: values for place, found in rows.items() if (values := said_by(found)) is not None}


def said_by(entries: list[Entry]) -> dict[str, object] | None:
    """The newest head of every field; None where somebody deleted the row and had seen all that stands."""
    replaced: dict[str, set[str]] = {}
    heads: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.fields:
            replaced.setdefault(name, set()).update(entry.replaced.get(name, entry.replaced.get("*", ())))
    for entry in entries:
        for name in entry.fields:
            if entry.id not in replaced[name]:
                heads.setdefault(name, []).append(entry)
    spoken = heads.pop(DELETED, [])
    others = {entry.id for found in heads.values() for entry in found}
    if spoken and all(entry.fields[DELETED] for entry in spoken):
        seen = [{entry.id}.union(*entry.replaced.values()) for entry in spoken]
        if any(others <= known for known in seen):
            return None
    newest = {name: found[-1].fields[name] for name, found in heads.items()}
    return {name: value for name, value in newest.items() if value is not None}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cheap keys and no copies before merges: both have tests of their own."""
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)


@pytest.fixture(params=[2, 3, 14])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, request.param)
    yield made
    made.close()


def test_that_all_converge_and_nothing_is_doubled_or_lost(world: World) -> None:
    written: dict[str, Entry] = {}
    for _ in range(ROUNDS):
        for _ in range(3):
            world.work()
        world.meet()
        for office in world.offices:
            written |= {entry.id: entry for entry in every_entry(office)}
    world.settle_all()
    first, *others = [contents(office) for office in world.offices]
    for other in others:
        assert other == first
    for office in world.offices:
        entries = every_entry(office)
        assert len({entry.id for entry in entries}) == len(entries)
        assert set(written) <= {entry.id for entry in entries}
        assert care.check(office).problems == ()
        assert merging_words(office) == merging_words(world.offices[0])
        assert numbers_are_single(office)
    agrees_with_oracle(world.offices[0])


def merging_words(office: Office) -> list[tuple[str, str, frozenset[str]]]:
    found = merging.conflicts(office)
    return [(each.id, each.field, frozenset(side.entry for side in each.sides)) for each in found]


def numbers_are_single(office: Office) -> bool:
    with office.reading() as reader:
        numbers = [line["number"] for line in reader.where("issues", Where("number", "filled"))]
    return len(set(numbers)) == len(numbers)


def agrees_with_oracle(office: Office) -> None:
    wanted = oracle(every_entry(office))
    for ledger, rows in contents(office).items():
        if ledger == "acts":
            continue
        assert {row for table, row in wanted if table == ledger} == set(rows)
        for row, line in rows.items():
            filled = {name: packed(value) for name, value in line.items() if value is not None}
            assert filled == wanted[ledger, row]


def newer(entries: tuple[Entry, ...], replica: str) -> Entry:
    """What a newer program on another laptop adds to the chain of nobody else: a field and a ledger unknown here."""
    row = next(entry.row for entry in entries if entry.table == "enterprises")
    fields = {"employees": 7, "mood": "好"}
    return sealed(Entry("", replica, 1, "", entries[-1].stamp, "周", "act-n", "enterprises", row, LATEST + 1, fields))


def test_that_an_older_program_passes_on_what_it_does_not_know(tmp_path: Path) -> None:
    world = World(tmp_path, 5)
    first, second, third = world.offices[:3]
    world.add(first)
    parcel = merging.pack(first)
    strange = newer(parcel.entries, "newer-laptop")
    sent = replace(
        parcel, entries=(*parcel.entries, strange), known={**parcel.known, "newer-laptop": ((1, strange.id),)}
    )
    merging.carry_out(second, merging.plan(second, sent))
    records.change(second, "enterprises", strange.row, {"employees": 8})
    merging.carry_out(third, merging.plan(third, merging.pack(second)))
    for office in (second, third):
        kept = {entry.id: entry for entry in every_entry(office)}
        assert kept[strange.id].fields == {"employees": 7, "mood": "好"}
        assert care.check(office).problems == ()
    assert contents(third)["enterprises"] == contents(second)["enterprises"]
    world.close()
