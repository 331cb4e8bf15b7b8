"""Entries of other workspaces: what both sides know, what one lacks, and taking them in so that the rows follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, insert, not_, or_, select

from daan_desk.domain.merging import Entry
from daan_desk.domain.parcels import Known, Places
from daan_desk.store import anchoring, withheld
from daan_desk.store.base import table_of
from daan_desk.store.journal import JournalRow, chunks, kept, read
from daan_desk.store.rebuilding import Rebuilt, rebuild
from daan_desk.store.verifying import places

BATCH = 5000


def known(connection: Connection) -> dict[str, tuple[tuple[int, str], ...]]:
    """Of every replica the last entries without a gap: one, or as many as its chain has branches."""
    entries, later = table_of(JournalRow), table_of(JournalRow).alias()
    follows = and_(
        later.c.replica == entries.c.replica, later.c.seq == entries.c.seq + 1, later.c.parent == entries.c.id
    )
    tips = select(entries.c.replica, entries.c.seq, entries.c.id).where(not_(exists().where(follows)))
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for line in connection.execute(tips.order_by(entries.c.replica, entries.c.seq, entries.c.id)):
        found[line.replica] = (*found.get(line.replica, ()), (line.seq, line.id))
    return found


def told(connection: Connection, sent: Iterable[Entry] = ()) -> dict[str, tuple[tuple[int, str], ...]]:
    """What this copy has of every chain from its beginning on without a gap.

    Who gets only some entries of a chain cannot place its end: the last one `sent` of it is told besides.
    """
    found = known(connection)
    for replica, seq in withheld.whole_until(connection).items():
        found[replica] = _at(connection, replica, seq)
    last = {entry.replica: (entry.seq, entry.id) for entry in sent}
    for replica, tip in last.items():
        if tip not in found[replica] and found[replica] and tip[0] <= max(found[replica])[0]:
            found[replica] = (*found[replica], tip)
    return found


def _at(connection: Connection, replica: str, seq: int) -> tuple[tuple[int, str], ...]:
    """The entries that stand at a place of a chain: none, one, or one of each of its branches."""
    entries = table_of(JournalRow).c
    found = select(entries.id).where(entries.replica == replica, entries.seq == seq).order_by(entries.id)
    return tuple((seq, identity) for identity in connection.execute(found).scalars())


def lacking(connection: Connection, theirs: Known) -> tuple[Entry, ...]:
    """The entries that a side which knows `theirs` lacks, chain by chain: all behind the last one that both have.

    Of a chain that branched here everything is sent; so it is where nothing of what they know is here.
    """
    ends = places(connection, [identity for tips in theirs.values() for _, identity in tips])
    branched = _branched(connection)
    after = {}
    for replica in known(connection):
        both = [seq for seq, identity in theirs.get(replica, ()) if identity in ends]
        after[replica] = max(both, default=0) if replica not in branched else 0
    return _after(connection, after)


def _branched(connection: Connection) -> frozenset[str]:
    entries = table_of(JournalRow).c
    twice = select(entries.replica).group_by(entries.replica, entries.seq).having(func.count() > 1)
    return frozenset(connection.execute(twice.distinct()).scalars())


def since(connection: Connection, stamp: int) -> tuple[Entry, ...]:
    """The entries from the first one on of every chain that is not older than the stamp."""
    entries = table_of(JournalRow)
    first = select(entries.c.replica, func.min(entries.c.seq).label("seq")).where(entries.c.stamp >= stamp)
    lines = connection.execute(first.group_by(entries.c.replica))
    return _after(connection, {line.replica: line.seq - 1 for line in lines})


def before(connection: Connection, sent: Iterable[Entry]) -> Places:
    """What must be where these entries go: of every chain the last entry here that does not go along."""
    first: dict[str, int] = {}
    for entry in sent:
        first[entry.replica] = min(entry.seq, first.get(entry.replica, entry.seq))
    entries = table_of(JournalRow).c
    found: dict[str, tuple[str, int]] = {}
    for replica in connection.execute(select(entries.replica).distinct()).scalars().all():
        ends = select(entries.id, entries.seq).where(entries.replica == replica)
        ends = ends.where(entries.seq < first[replica]) if replica in first else ends
        last = connection.execute(ends.order_by(entries.seq.desc()).limit(1))
        found |= {line.id: (replica, line.seq) for line in last}
    return found


def _after(connection: Connection, after: Mapping[str, int]) -> tuple[Entry, ...]:
    entries = table_of(JournalRow)
    wanted: list[ColumnElement[bool]] = [
        and_(entries.c.replica == replica, entries.c.seq > seq) for replica, seq in after.items()
    ]
    chains = select(entries).where(or_(false(), *wanted)).order_by(entries.c.replica, entries.c.seq, entries.c.id)
    return tuple(read(line) for line in connection.execute(chains))


def fresh(connection: Connection, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that are not here yet, each once."""
    once = {entry.id: entry for entry in entries}
    here = places(connection, list(once))
    return tuple(entry for identity, entry in once.items() if identity not in here)


def branches(connection: Connection, new: Sequence[Entry]) -> frozenset[str]:
    """The replicas of which another copy went on: entries stand at places that others have already."""
    lowest: dict[str, int] = {}
    for entry in new:
        lowest[entry.replica] = min(entry.seq, lowest.get(entry.replica, entry.seq))
    entries = table_of(JournalRow)
    wanted = [and_(entries.c.replica == replica, entries.c.seq >= seq) for replica, seq in lowest.items()]
    taken = select(entries.c.replica, entries.c.seq).where(or_(false(), *wanted))
    coming = {(entry.replica, entry.seq) for entry in new}
    return frozenset(line.replica for line in connection.execute(taken) if (line.replica, line.seq) in coming)


@dataclass
class Taken:
    """Records that entries touched, by ledger: new here, newer than here, gone; `disputed` wait for a choice."""

    new: dict[str, list[str]] = field(default_factory=dict)
    newer: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)

    @property
    def every(self) -> list[tuple[str, str]]:
        """(ledger, record) of all."""
        kinds = (self.new, self.newer, self.removed)
        return [(ledger, identity) for kind in kinds for ledger, ids in kind.items() for identity in ids]

    def note(self, row: Rebuilt) -> None:
        """Sort a row in; one that says the same as before, or came and went elsewhere, is none."""
        before = dict(row.before.values) if row.before else None
        if row.settled.conflicts:
            self.disputed.add(row.id)
        if row.table == "acts" or before == dict(row.settled.values) or (before is None and row.settled.deleted):
            return
        kind = self.removed if row.settled.deleted else self.new if before is None else self.newer
        kind.setdefault(row.table, []).append(row.id)


def take_in(connection: Connection, new: Sequence[Entry], act: str, region: str) -> Taken:
    """Keep new, verified entries as the arrivals of an act and bring their rows up to what all entries say."""
    taken = Taken()
    for row in rebuild(connection, new, region):
        taken.note(row)
    for part in _batches(new):
        connection.execute(insert(JournalRow), [kept(entry) | {"arrived": act} for entry in part])
    if new:
        anchoring.extend(connection, [entry.id for entry in new])
    return taken


def brought(connection: Connection, act: str) -> list[tuple[str, str, str]]:
    """(entry, ledger, record) of all that a merge brought; nothing where the act was no merge."""
    entries = table_of(JournalRow)
    found = select(entries.c.id, entries.c.table, entries.c.row).where(entries.c.arrived == act)
    return [(line.id, line.table, line.row) for line in connection.execute(found)]


def arrivals(connection: Connection, ids: Sequence[str]) -> dict[str, str | None]:
    """By which merge each of these entries came here, None for what was written here."""
    entries = table_of(JournalRow)
    found: dict[str, str | None] = {}
    for part in chunks(ids):
        lines = connection.execute(select(entries.c.id, entries.c.arrived).where(entries.c.id.in_(part)))
        found.update((line.id, line.arrived) for line in lines)
    return found


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for at in range(0, len(entries), BATCH):
        yield entries[at : at + BATCH]
