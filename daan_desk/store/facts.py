"""What only this copy of the workspace knows: its name in the journal, and drafts that are not records yet."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import BigInteger, Column, Connection, String, Text, delete, insert, select

from daan_desk.store.base import Base, Mapped
from daan_desk.store.database import Database
from daan_desk.store.dialects import own

ABSENT = "absent"  # the fact that lists the digests of files that no parcel brought yet


class Fact(Base):
    """One fact of the workspace itself: replica, region, schema, made."""

    __tablename__ = "facts"

    name: Mapped[str] = Column(String(40), primary_key=True)
    value: Mapped[str] = Column(Text, nullable=False)


class Draft(Base):
    """Text typed and not yet saved, by the form that it stands in; never leaves this copy."""

    __tablename__ = "drafts"

    key: Mapped[str] = Column(String(120), primary_key=True)
    value: Mapped[str] = Column(Text, nullable=False)
    at: Mapped[int] = Column(BigInteger, nullable=False)


def kept(database: Database, name: str) -> str:
    """A fact of this copy, "" where it is not known."""
    with database.reading() as connection:
        return connection.execute(select(Fact.value).where(Fact.name == own(connection, name))).scalar() or ""


def said(connection: Connection, name: str) -> str:
    """The same inside a larger question."""
    return connection.execute(select(Fact.value).where(Fact.name == own(connection, name))).scalar() or ""


def keep(database: Database, name: str, value: str) -> None:
    """Set a fact of this copy; it is no record and leaves no journal entry."""
    with database.writing() as connection:
        put(connection, name, value)


def put(connection: Connection, name: str, value: str) -> None:
    """Set a fact inside a larger transaction."""
    connection.execute(delete(Fact).where(Fact.name == own(connection, name)))
    connection.execute(insert(Fact).values(name=own(connection, name), value=value))


def renamed(connection: Connection) -> str:
    """Give this copy a name of its own: another one goes on, or went on, under the name that it had."""
    name = str(uuid4())
    put(connection, "replica", name)
    return name


def draft(database: Database, key: str) -> str:
    """A draft's text, "" where there is none."""
    with database.reading() as connection:
        return connection.execute(select(Draft.value).where(Draft.key == own(connection, key))).scalar() or ""


def keep_draft(database: Database, key: str, value: str, at: int) -> None:
    """Set a draft; at is microseconds since 1970."""
    with database.aside() as connection:
        put_draft(connection, key, value, at)


def put_draft(connection: Connection, key: str, value: str, at: int) -> None:
    """Set a draft inside a larger transaction."""
    connection.execute(delete(Draft).where(Draft.key == own(connection, key)))
    connection.execute(insert(Draft).values(key=own(connection, key), value=value, at=at))


def drop_draft(database: Database, key: str) -> None:
    """Forget a draft."""
    with database.aside() as connection:
        connection.execute(delete(Draft).where(Draft.key == own(connection, key)))
