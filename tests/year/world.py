"""Four workspaces through a made-up year: the office, two leaders' laptops with their own enterprises, one with all."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copyfile

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import Entry, sealed
from daan_desk.domain.parcels import Parcel
from daan_desk.domain.questions import Question
from daan_desk.services import care, laptops, merging, records, workspaces
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.store.journal import entries_of_act
from daan_desk.store.schema import LATEST
from tests import builders
from tests.laptops import laptop

OFFICE, LEADERS, WHOLE = "李慧敏", ("王建国", "周敏"), "陈立"
LAPTOPS = (*LEADERS, WHOLE)
FIRMS = tuple(f"自贡{word}机械有限公司" for word in "甲乙丙丁戊己")
START = datetime(2026, 1, 5, 9, 0, tzinfo=builders.CHINA)


def pattern(folder: Path) -> Path:
    """The four files as they are on the year's first morning."""
    place = laptop(folder, OFFICE, builders.at(START))
    office = place.office
    for who in LAPTOPS:
        builders.officer(office, who)
    for at, firm in enumerate(FIRMS):
        one = builders.enterprise(office, firm, employees=at)
        builders.issue(office, one, title=f"年初第 {at} 件")
        records.add(office, "assignments", {"officer": LAPTOPS[at % 3], "enterprise": one, "role": "县级领导"})
    for who in LAPTOPS:
        parcel = merging.pack(office, officer=who)
        laptops.made(folder / f"{who}.daan", builders.PASSWORD, parcel, builders.at(START)).close()
    place.close()
    return folder


@dataclass
class Year:
    """The places, what was acknowledged where, and all parcels that ever travelled; `now` is the right time."""

    folder: Path
    dice: random.Random
    now: datetime = START
    places: dict[str, Workplace] = field(default_factory=dict)
    offsets: dict[str, timedelta] = field(default_factory=dict)
    parcels: list[Parcel] = field(default_factory=list)
    acknowledged: dict[str, dict[str, Entry]] = field(default_factory=dict)
    copies: dict[str, list[Path]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def begin(self, patterns: Path) -> None:
        """Copy the files of the first morning and open them; some clocks are wrong from the start."""
        for who in (OFFICE, *LAPTOPS):
            copyfile(patterns / f"{who}.daan", self.folder / f"{who}.daan")
            self.acknowledged[who], self.copies[who] = {}, []
            self.offsets[who] = timedelta()
            self.open(who)

    def open(self, who: str) -> None:
        """Open a place by its file."""
        self.places[who] = workspaces.unlock(self.folder / f"{who}.daan", builders.PASSWORD, self.clock(who))
        self.office(who).database.schema -= self.dice.choice([0, 0, 1, 2])  # a laptop whose program is older

    def clock(self, who: str) -> Callable[[], datetime]:
        """The clock of a place: days, or years, off."""
        return lambda: self.now + self.offsets[who]

    def office(self, who: str) -> Office:
        """The office of a place."""
        return self.places[who].office

    def pass_time(self) -> None:
        """A while until the next thing happens: some hours, some days."""
        self.now += timedelta(hours=self.dice.choice([1, 2, 5, 30, 70, 150]))

    def tell(self, who: str, words: str) -> None:
        """What happened, for whoever looks for the cause of something."""
        self.told.append(f"{self.now:%m-%d} {who} {words}")

    def done(self, who: str, changes: Changes) -> None:
        """An act was acknowledged: its entries may never be missing again."""
        with self.office(who).reading() as reader:
            entries = entries_of_act(reader.connection, changes.act) if changes.act else []
        self.acknowledged[who] |= {entry.id: entry for entry in entries}

    def pack(self, giver: str, taker: str) -> Parcel:
        """A parcel as one of the two would choose it: for the leader, of everything, of what is new, or since a day."""
        office = self.office(giver)
        if giver == OFFICE and taker in LEADERS:
            return merging.pack(office, officer=taker)
        known = {peer.replica: peer for peer in merging.peers(office)}
        mine = self.office(taker).database.replica
        if mine in known and self.dice.random() < 0.4:
            return merging.pack(office, peer=mine)
        if self.dice.random() < 0.2:
            return merging.pack(office, since=office.today() - timedelta(days=self.dice.choice([0, 9, 99])))
        return merging.pack(office)

    def whole(self, giver: str, taker: str) -> Parcel:
        """All that the taker may have."""
        return merging.pack(self.office(giver), officer=taker if giver == OFFICE and taker in LEADERS else "")

    def take(self, taker: str, parcel: Parcel) -> int:
        """Merge a parcel; answers how many entries were new. A part whose beginning is missing is refused in words."""
        office = self.office(taker)
        try:
            plan = merging.plan(office, parcel)
        except Rejected as refused:
            assert "只带了一部分" in str(refused)
            return 0
        together = plan.twins if self.dice.random() < 0.5 else ()
        self.done(taker, merging.carry_out(office, plan, together))
        return plan.fresh

    def hear_of_newer(self, who: str) -> None:
        """A parcel of a program that knows a field more, and a ledger more."""
        office = self.office(who)
        with office.reading() as reader:
            row = reader.ids(Question("enterprises"))[0]
        replica, stamp = f"newer-{len(self.told)}", int(self.now.timestamp() * 1_000_000)
        entries: list[Entry] = []
        for table, values in (("enterprises", {"mood": "好", "employees": 7}), ("moods", {"name": "好"})):
            parent = entries[-1].id if entries else ""
            frame = (replica, len(entries) + 1, parent, stamp, "周", "act-n", table, row, LATEST + 1)
            entries.append(sealed(Entry("", *frame, values)))
        parcel = merging.pack(office)
        known = {**parcel.known, replica: ((2, entries[-1].id),)}
        self.take(who, replace(parcel, entries=(*parcel.entries, *entries), known=known))
        self.acknowledged[who] |= {entry.id: entry for entry in entries}

    def back_up(self, who: str) -> None:
        """A copy to come back to."""
        file = self.folder / f"{who}-{len(self.copies[who])}.copy"
        self.copies[who].append(care.back_up(self.office(who), file))

    def restore(self, who: str) -> None:
        """The place goes back to a copy; what only it knew since is in the file that was moved aside."""
        copy = self.dice.choice(self.copies[who])
        self.places[who].close()
        file = self.folder / f"{who}.daan"
        care.restore(copy, file, builders.PASSWORD)
        self.open(who)
        elsewhere = {identity for each in self.places for identity in self.known(each)}
        for each in self.acknowledged:
            self.acknowledged[each] = {i: e for i, e in self.acknowledged[each].items() if i in elsewhere}

    def known(self, who: str) -> set[str]:
        """The ids of all entries of a place's journal."""
        with self.office(who).database.reading() as connection:
            return set(connection.exec_driver_sql("SELECT id FROM journal").scalars())

    def close(self) -> None:
        """Let go of all files."""
        for place in self.places.values():
            place.close()
