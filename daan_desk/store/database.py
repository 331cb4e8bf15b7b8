"""The workspace's database: opened once, read and written in transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from daan_desk.store.failures import told


class Database:
    """An open workspace; `replica` names this copy in the journal, `region` the district, `schema` its version."""

    def __init__(self, engine: Engine, path: Path, facts: dict[str, str]) -> None:
        self.engine = engine
        self.path = path
        self.replica = facts["replica"]
        self.region = facts["region"]
        self.schema = int(facts["schema"])

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of everything; nothing can be written."""
        with told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with told(), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.engine.dispose()


def facts_of(connection: Connection) -> dict[str, str]:
    """What the workspace says of itself: replica, region, schema, made."""
    rows = connection.execute(text("SELECT name, value FROM facts"))
    return {row.name: row.value for row in rows}
