"""The workspace's database: opened once, read and written in transactions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hmac import compare_digest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from daan_desk.domain.addresses import Place, ServerAddress
from daan_desk.domain.failures import Trouble
from daan_desk.store.failures import told

NOTHING: Mapping[str, Any] = {}
ASIDE = "aside"


class Database:
    """An open workspace; `replica` names this copy in the journal, `region` the district, `schema` its version.

    me is the officer whom it belongs to, "" where that is kept elsewhere; view are the options of a consistent view.
    """

    def __init__(
        self, engine: Engine, place: Place, facts: Mapping[str, str], view: Mapping[str, Any] = NOTHING
    ) -> None:
        self.engine = engine
        self.place = place
        self.replica = facts["replica"]
        self.region = facts["region"]
        self.schema = int(facts["schema"])
        self.me = facts.get("me", "")
        self.sessions: set[int] = set()  # what a server calls the connections of this window
        self.slips: tuple[int, float] = (0, 0.0)  # wrong passwords since the last right one, the moment of the last
        self._view = dict(view)

    @property
    def shared(self) -> bool:
        """Whether it is a server's, where others work at the same time."""
        return isinstance(self.place, ServerAddress)

    @property
    def name(self) -> str:
        """What officers call it."""
        return self.place.name if isinstance(self.place, ServerAddress) else self.place.stem

    @property
    def path(self) -> Path:
        """The file; `Trouble` where there is none."""
        if isinstance(self.place, ServerAddress):
            raise Trouble("服务器上的工作区不是一个文件，这一步不能在这里做。", "请服务器管理员用数据库的工具来做。")
        return self.place

    @property
    def by_password(self) -> bool:
        """Whether a server asked for a password before it let this window in."""
        return bool(self.engine.url.password)

    def admits(self, password: str) -> bool:
        """Whether this is the password by which a server let this window in; the line may be cut meanwhile."""
        return compare_digest(str(self.engine.url.password or "").encode(), password.encode())

    def let_in_by(self, password: str) -> None:
        """From now on connections to the server are made with this password."""
        self.engine.url = self.engine.url.set(password=password)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of everything; nothing can be written."""
        with told(), self.engine.connect().execution_options(**self._view) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with told(), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def aside(self) -> Iterator[Connection]:
        """One transaction for what is no record and nobody else's: on a server it waits for no other officer."""
        with told(), self.engine.connect().execution_options(writing=ASIDE) as connection, connection.begin():
            yield connection

    def fold(self) -> None:
        """Bring the write-ahead log into the file, as far as nobody is reading it and the disk lets it."""
        if self.shared:
            return
        with suppress(DBAPIError), self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of it; where its log cannot be folded in, it stays beside the file, and nothing is lost."""
        self.fold()
        self.engine.dispose()


def facts_of(connection: Connection) -> dict[str, str]:
    """What the workspace says of itself: replica, region, schema, made."""
    rows = connection.execute(text("SELECT name, value FROM facts"))
    return {row.name: row.value for row in rows}
