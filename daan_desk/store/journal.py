"""The journal: every change of every record as an operation, chained per workspace; audit, undo and merge read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields as parts_of
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, String, Text, select

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Text as TextKind
from daan_desk.domain.merging import DAY_IN_MICROSECONDS, Entry, canonical, followed, heads, identified, next_stamp
from daan_desk.domain.moments import Moment
from daan_desk.store import anchoring
from daan_desk.store.base import Base, Mapped, Record, field, table_of
from daan_desk.store.bulk import insert_rows
from daan_desk.store.dialects import newest_stamp

CHUNK = 500


class JournalRow(Base):
    """One entry as it is kept; fields, replaced and was are JSON, `arrived` is the merge that brought it here."""

    __tablename__ = "journal"
    __table_args__ = (
        # Not unique: two copies of one file that both went on are two branches of one chain (see `absorbing`).
        Index("journal_chain", "replica", "seq"),
        Index("journal_row", "row"),
        Index("journal_act", "act"),
        Index("journal_arrived", "arrived"),
        Index("journal_stamp", "stamp"),
    )

    id: Mapped[str] = Column(String(64), primary_key=True)
    replica: Mapped[str] = Column(String(36), nullable=False)
    seq: Mapped[int] = Column(BigInteger, nullable=False)
    parent: Mapped[str] = Column(String(64), nullable=False)
    stamp: Mapped[int] = Column(BigInteger, nullable=False)
    author: Mapped[str] = Column(String(36), nullable=False)
    act: Mapped[str] = Column(String(36), nullable=False)
    table: Mapped[str] = Column(String(40), nullable=False)
    row: Mapped[str] = Column(String(36), nullable=False)
    schema: Mapped[int] = Column(Integer, nullable=False)
    fields: Mapped[str] = Column(Text, nullable=False)
    replaced: Mapped[str] = Column(Text, nullable=False)
    was: Mapped[str] = Column(Text, nullable=False)
    arrived: Mapped[str | None] = Column(String(36))


class ActRecord(Record):
    """What an officer did as one thing: its name, its author's name, and the act that it takes back."""

    __tablename__ = "acts"
    ledger: ClassVar[Ledger] = Ledger("操作记录", noun="操作", icon="history", keys=(), order="-at")

    name: Mapped[str | None] = field("操作", TextKind(200), width=30, searched=True)
    at: Mapped[int | None] = field("时间", Moment(), width=18, index=True)
    by: Mapped[str | None] = field("经办人", TextKind(60), width=12, searched=True)
    undoes: Mapped[str | None] = field("撤销了", TextKind(36), index=True, listed=False)


FULL = 5000  # entries that wait in memory before they are written
KEPT = tuple(part.name for part in parts_of(Entry))  # an entry's parts are columns of the journal, in this order


class Chain:
    """The end of one workspace's log inside one transaction: hands out entries in order, keeps them until `flush`."""

    def __init__(self, connection: Connection, replica: str, author: str, now_us: int, schema: int) -> None:
        last = connection.execute(
            select(JournalRow.seq, JournalRow.id)
            .where(JournalRow.replica == replica)
            .order_by(JournalRow.seq.desc())
            .limit(1)
        ).first()
        # Stamps of a clock that was days ahead are left aside, else every act of that day would begin anew.
        newest = newest_stamp(connection, JournalRow.stamp, now_us + DAY_IN_MICROSECONDS)
        self._connection, self._now = connection, now_us
        self._seq: int = last.seq if last else 0
        self._parent: str = last.id if last else ""
        self._replica, self._author, self._schema = replica, author, schema
        self.stamp = next_stamp(newest, now_us)
        self._waiting: list[tuple[Any, ...]] = []

    def entry(
        self,
        place: tuple[str, str, str],
        fields: Mapping[str, object],
        replaced: Mapping[str, Sequence[str]] | None = None,
        was: Mapping[str, object] | None = None,
    ) -> int:
        """Append one entry for place = (act, table, row) with JSON-able values; answers its stamp."""
        self._seq += 1
        stamp, before = self.stamp, self._parent
        texts = canonical(fields), canonical(replaced or {}), canonical(was or {})
        frame = (self._replica, self._seq, before, stamp, self._author, *place, self._schema)
        self._parent = identified(frame, *texts)
        self._waiting.append((self._parent, *frame, *texts))
        self.stamp += 1
        return stamp

    @property
    def end(self) -> str:
        """The id of the last entry."""
        return self._parent

    def follow(self, seen: Iterable[int]) -> None:
        """Go on after these stamps of other workspaces, unless their clocks are more than a day ahead."""
        for stamp in seen:
            self.stamp = max(self.stamp, followed(0, stamp, self._now) + 1)

    def spill(self) -> None:
        """Write what waits if it has become much; the rows that it speaks of are there already."""
        if len(self._waiting) >= FULL:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        insert_rows(self._connection, table_of(JournalRow), KEPT, self._waiting)
        if self._waiting:
            anchoring.extend(self._connection, [entry[0] for entry in self._waiting])
        self._waiting = []


def kept(entry: Entry) -> dict[str, object]:
    """An entry as its row of the journal table."""
    whole: dict[str, object] = {name: getattr(entry, name) for name in KEPT}
    return whole | {name: canonical(getattr(entry, name)) for name in ("fields", "replaced", "was")}


def read(row: Any) -> Entry:
    """A row of the journal table as an entry."""
    values = {name: value for name, value in row._mapping.items() if name != "arrived"}
    for name in ("fields", "replaced", "was"):
        values[name] = json.loads(values[name])
    return Entry(**values)


def entries_of_rows(connection: Connection, rows: Sequence[str]) -> dict[str, list[Entry]]:
    """Every entry of these rows, by row id, oldest first."""
    found: dict[str, list[Entry]] = {row: [] for row in rows}
    table = JournalRow.__table__
    for part in chunks(rows):
        for line in connection.execute(select(table).where(table.c.row.in_(part)).order_by(table.c.stamp)):
            found[line.row].append(read(line))
    return found


def entries_of_act(connection: Connection, act: str) -> list[Entry]:
    """What one act did, in its order."""
    table = JournalRow.__table__
    lines = connection.execute(select(table).where(table.c.act == act).order_by(table.c.stamp))
    return [read(line) for line in lines]


def seen(entries: Iterable[Entry], names: Iterable[str]) -> dict[str, list[str]]:
    """`replaced` for a writer that sees all these entries and sets these fields; "*" where all share one list."""
    standing = heads(entries)
    lists = {name: [entry.id for entry in standing.get(name, ())] for name in names}
    distinct = {tuple(ids) for ids in lists.values()}
    if len(distinct) == 1:
        return {"*": list(distinct.pop())}
    return lists


def chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """Parts small enough for one SQL statement's parameters."""
    for at in range(0, len(items), CHUNK):
        yield items[at : at + CHUNK]
