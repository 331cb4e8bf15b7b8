"""Entries of which this copy knows the place and not the words: not meant for it, or lost with a damaged page."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import BigInteger, Column, Connection, Index, String, func, insert, select

from daan_desk.domain.merging import Entry
from daan_desk.domain.parcels import Places
from daan_desk.store.base import Base, Mapped, table_of
from daan_desk.store.journal import JournalRow


class Withheld(Base):
    """The last entry before one that is here, where it is not here itself; once it comes, this row no longer counts."""

    __tablename__ = "withheld"
    __table_args__ = (Index("withheld_place", "replica", "seq"),)

    id: Mapped[str] = Column(String(64), primary_key=True)
    replica: Mapped[str] = Column(String(36), nullable=False)
    seq: Mapped[int] = Column(BigInteger, nullable=False)


def places(connection: Connection) -> dict[str, tuple[str, int]]:
    """Every place of which the entry is not here (yet)."""
    kept, entries = table_of(Withheld), table_of(JournalRow)
    here = select(entries.c.id).where(entries.c.id == kept.c.id).exists()
    return {line.id: (line.replica, line.seq) for line in connection.execute(select(kept).where(~here))}


def note(connection: Connection, found: Places) -> None:
    """Remember places that came with a parcel or that a damaged file left behind."""
    kept = table_of(Withheld)
    known = set(connection.execute(select(kept.c.id)).scalars()) if found else set()
    lines = [{"id": i, "replica": replica, "seq": seq} for i, (replica, seq) in found.items() if i not in known]
    if lines:
        connection.execute(insert(kept), lines)


def whole_until(connection: Connection) -> dict[str, int]:
    """Of every replica with gaps: how far its chain is here from the beginning on without one (0: not even the first).

    Whoever is told this sends all that comes after, so that a gap is filled as soon as somebody may fill it.
    """
    first: dict[str, int] = {}
    for replica, seq in places(connection).values():
        first[replica] = min(seq, first.get(replica, seq))
    entries = table_of(JournalRow)
    found = {}
    for replica, seq in first.items():
        before = select(func.max(entries.c.seq)).where(entries.c.replica == replica, entries.c.seq < seq)
        count = select(func.count(entries.c.seq.distinct())).where(entries.c.replica == replica, entries.c.seq < seq)
        last, many = connection.execute(before).scalar() or 0, connection.execute(count).scalar() or 0
        found[replica] = last if many == last else 0
    return found


def stubs(entries: Iterable[Entry]) -> dict[str, tuple[str, int]]:
    """The places before entries whose forerunner is not among them."""
    found = list(entries)
    here = {entry.id for entry in found}
    return {e.parent: (e.replica, e.seq - 1) for e in found if e.parent and e.parent not in here}
