"""Workspaces on the tests' own server: one is set up as administrators do it, the others are copies of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

import psycopg

from daan_desk.domain.addresses import ServerAddress
from daan_desk.services import servers, workspaces
from daan_desk.services.servers import Administrator, Newcomer
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.servers import ADMINISTRATOR, ADMINISTRATORS_WORD, Server

PATTERN, LOGIN, WORD = "pattern", "lihm", "安逸隆-2026"
OFFICER = Newcomer("李慧敏", LOGIN, WORD, "专班")


@dataclass
class Shared:
    """A server with the pattern of a workspace on it."""

    server: Server
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def administrator(self, database: str) -> Administrator:
        return Administrator(ServerAddress(self.server.url(database)), ADMINISTRATORS_WORD)

    def address(self, database: str, login: str = LOGIN) -> ServerAddress:
        return ServerAddress(self.server.url(database, login))

    def lay(self) -> None:
        """Set the pattern up."""
        servers.set_up(self.administrator(PATTERN), builders.at())
        servers.add_officer(self.administrator(PATTERN), OFFICER, builders.at())

    def database(self) -> str:
        """A new workspace like the pattern; answers its name."""
        name = f"desk{next(self.numbers)}"
        with self._administering() as cursor:
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {PATTERN}".encode())
            cursor.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC".encode())
            cursor.execute(f"GRANT CONNECT ON DATABASE {name} TO {LOGIN}".encode())
        return name

    def drop(self, name: str) -> None:
        """Forget a workspace, whoever is still in it."""
        with self._administering() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    @contextmanager
    def _administering(self) -> Iterator[psycopg.Cursor]:
        where = self.server.url("postgres")
        with psycopg.connect(where, password=ADMINISTRATORS_WORD, autocommit=True) as connection:
            yield connection.cursor()

    def opened(self, database: str, login: str = LOGIN, clock: Callable[[], datetime] | None = None) -> Workplace:
        """The workspace as an officer has it open."""
        return workspaces.unlock(self.address(database, login), WORD, clock or builders.at())

    @contextmanager
    def workplace(self) -> Iterator[Workplace]:
        """A fresh workspace, open for its officer, gone afterwards."""
        name = self.database()
        place = self.opened(name)
        try:
            yield place
        finally:
            place.close()
            self.drop(name)


def pattern(server: Server) -> Shared:
    """The server with its pattern laid."""
    assert ADMINISTRATOR not in (LOGIN, PATTERN)
    made = Shared(server)
    made.lay()
    return made
