"""The office: a workspace, the officer who works in it, and the clock; every act begins here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from daan_desk.domain.failures import Offline, Rejected
from daan_desk.services import stale
from daan_desk.services.changes import Changes
from daan_desk.store import certainty, subjects
from daan_desk.store.base import LEDGERS
from daan_desk.store.database import Database
from daan_desk.store.journal import Chain
from daan_desk.store.reader import Line, Reader
from daan_desk.store.standing import standing
from daan_desk.store.writing import Writer

assert subjects.SUBJECTS  # the ledgers are whole only when every subject was imported


TITLE = 40  # characters of a record's title in an act's name


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works: the id of the officer's record ("" for a script), name and role."""

    id: str = ""
    name: str = "系统"
    role: str = ""


class Act(Reader):
    """One act in one transaction: reads like a `Reader`, and writes records together with their journal."""

    def __init__(self, writer: Writer, office: Office, name: str) -> None:
        super().__init__(writer.connection)
        self.office = office
        self.name = name
        self.id = writer.act
        self.changes = Changes()
        self.end = ""  # the last entry of the journal, known when nothing but the commit is missing
        self.remarks: list[str] = []
        self._writer = writer

    def get(self, ledger: str, identity: str) -> Line:
        """One row that must be there."""
        found = self.line(ledger, identity)
        if found is None:
            raise Rejected(f"这条{LEDGERS[ledger].ledger.noun}已不存在，可能刚被删除。")
        return found

    def add(self, ledger: str, values: Mapping[str, object]) -> str:
        """Keep one new record of values already read."""
        return self.add_many(ledger, [values])[0]

    def add_many(self, ledger: str, rows: Sequence[Mapping[str, object]]) -> list[str]:
        """Keep many at once; answers their ids in order."""
        return self._writer.add(ledger, rows)

    def change(self, ledger: str, identity: str, values: Mapping[str, object]) -> bool:
        """Set fields of one record; False where all of it was so already."""
        return bool(self.change_many(ledger, {identity: values}))

    def change_many(self, ledger: str, changes: Mapping[str, Mapping[str, object]]) -> list[str]:
        """Set fields of many records, by id; answers those that changed. `Stale` where one was seen otherwise."""
        if seen := stale.seen_of(ledger, changes):
            stale.refuse(self, seen, changes[seen.id], self.altered(ledger, seen.id), self.office.today())
        return self._writer.change(ledger, changes)

    def insist(self, ledger: str, identity: str, values: Mapping[str, object]) -> None:
        """Set fields of one record even where it is so already: a choice among the values of a conflict."""
        self._writer.change(ledger, {identity: values}, insist=True)

    def remove(self, ledger: str, ids: Sequence[str]) -> list[str]:
        """Leave tombstones."""
        return self._writer.remove(ledger, ids)

    def altered(self, ledger: str, identity: str) -> Set[str]:
        """The fields of a record that this act has changed; of a record that it made itself, none."""
        return self._writer.altered[ledger].get(identity, frozenset())

    def follow(self, stamps: Iterable[int]) -> None:
        """What this act writes from now on comes after these moments of other workspaces."""
        self._writer.chain.follow(stamps)

    def touch(self, ledger: str, identity: str) -> None:
        """Say that a record is concerned although none of its own fields changed: a step was added to it."""
        self._writer.touched[ledger].append(identity)

    def concerns(self, ledger: str, identity: str) -> None:
        """Put the record's title into the act's name: 新增企业：某某公司."""
        words = self.titles(ledger, [identity]).get(identity, "")
        self.name = f"{self.name}：{words[:TITLE]}" if words else self.name

    def close(self, undoes: str | None = None) -> None:
        """Write the act itself into the journal; an act that touched nothing leaves no trace."""
        touched = {ledger: tuple(dict.fromkeys(ids)) for ledger, ids in self._writer.touched.items() if ids}
        if touched:
            self._writer.finish(self.name, self.office.officer.name, undoes)
            self.end = self._writer.chain.end
        self.changes = Changes(self.id if touched else "", self.name, touched, tuple(self.remarks))


class Office:
    """Handed to every act and question; made once, where the program is put together."""

    def __init__(self, database: Database, officer: Identity, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.officer = officer
        self._clock = clock

    def now(self) -> datetime:
        """The moment, with its time zone."""
        return self._clock()

    def today(self) -> date:
        """The day where the officer sits."""
        return self._clock().date()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent view."""
        with standing(self.today()), self.database.reading() as connection:
            yield Reader(connection)

    @contextmanager
    def writing(self, name: str, undoes: str | None = None) -> Iterator[Act]:
        """One act: kept whole when the block ends, not at all when it raises. `changes` is there afterwards."""
        moment = int(self.now().astimezone(UTC).timestamp() * 1_000_000)
        author = self.officer.id or self.officer.name
        act = None
        try:
            with standing(self.today()), self.database.writing() as connection:
                chain = Chain(connection, self.database.replica, author, moment, self.database.schema)
                act = Act(Writer(connection, chain, self.database.region, author), self, name)
                yield act
                act.close(undoes)
        except Offline:
            if act is None or not act.end or not certainty.kept(self.database, act.end, act.name):
                raise
