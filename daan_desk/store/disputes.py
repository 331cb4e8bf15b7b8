"""Which fields of which records wait for a person's choice: an index of the journal's conflicts, never the truth."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, String, delete, func, insert, select, tuple_

from daan_desk.store.base import Base, Mapped, table_of
from daan_desk.store.journal import CHUNK

Place = tuple[str, str, str]


class Dispute(Base):
    """A field of a record that had several heads when it was last merged; it may be settled by now."""

    __tablename__ = "disputes"

    table: Mapped[str] = Column(String(40), primary_key=True)
    row: Mapped[str] = Column(String(36), primary_key=True)
    field: Mapped[str] = Column(String(40), primary_key=True)


def rewrite(connection: Connection, rows: Iterable[tuple[str, str]], places: Iterable[Place]) -> None:
    """Forget what was open in these rows and note what is open now."""
    kept = table_of(Dispute)
    if connection.execute(select(func.count()).select_from(kept)).scalar():
        gone = list(rows)
        for at in range(0, len(gone), CHUNK):
            connection.execute(delete(kept).where(tuple_(kept.c.table, kept.c.row).in_(gone[at : at + CHUNK])))
    found = [{"table": table, "row": row, "field": field} for table, row, field in places]
    if found:
        connection.execute(insert(kept), found)


def noted(connection: Connection) -> list[Place]:
    """Every field that may be open, in a steady order."""
    kept = table_of(Dispute)
    found = connection.execute(select(kept.c.table, kept.c.row, kept.c.field).order_by(*kept.c))
    return [(line.table, line.row, line.field) for line in found]
