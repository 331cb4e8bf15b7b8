"""A line on which one only listens: the server names every act that was carried out anywhere, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import psycopg
from sqlalchemy import Connection, func, or_, select

from daan_desk.domain.failures import Trouble
from daan_desk.store.base import table_of
from daan_desk.store.database import Database
from daan_desk.store.failures import told
from daan_desk.store.journal import JournalRow, chunks

LISTEN = "LISTEN daan"
GATHERING = 0.2  # seconds to wait for what comes right behind
CUT = "与服务器的连接断了。"


class Touched(NamedTuple):
    """What an act did to a record, as far as this login may see it; stamp in microseconds."""

    act: str
    table: str
    row: str
    author: str
    stamp: int


@dataclass(frozen=True)
class Line:
    """An open line; `own` are the sessions of this window, whose acts are known here already."""

    driver: Any
    own: set[int]

    def acts(self, seconds: float) -> tuple[str, ...]:
        """The acts of others that were told within so many seconds; `Trouble` where the line is cut."""
        try:
            first = [*self.driver.notifies(timeout=seconds, stop_after=1)]
            heard = [*first, *self.driver.notifies(timeout=GATHERING)] if first else []
        except psycopg.Error as error:
            raise Trouble(CUT) from error
        return tuple(dict.fromkeys(each.payload for each in heard if each.pid not in self.own))


@contextmanager
def line(database: Database) -> Iterator[Line]:
    """A connection of its own that is told of every act; closed whatever happens."""
    with told():
        connection = database.engine.connect()
    driver: Any = connection.connection.driver_connection
    try:
        driver.autocommit = True
        driver.execute(LISTEN)
        yield Line(driver, database.sessions)
    except psycopg.Error as error:
        raise Trouble(CUT) from error
    finally:
        connection.invalidate()  # whatever state it is in, the pool never sees it again
        connection.close()


def touched(connection: Connection, acts: Sequence[str]) -> list[Touched]:
    """What these acts did, oldest first; of a merge all that it brought."""
    columns = table_of(JournalRow).c
    act = func.coalesce(columns.arrived, columns.act)
    found: list[Touched] = []
    for part in chunks(acts):
        lines = (
            select(act, columns.table, columns.row, columns.author, func.max(columns.stamp))
            .where(or_(columns.act.in_(part), columns.arrived.in_(part)))
            .group_by(act, columns.table, columns.row, columns.author)
        )
        found += [Touched(*row) for row in connection.execute(lines)]
    return sorted(found, key=lambda each: each.stamp)
