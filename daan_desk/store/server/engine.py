"""The engine on a server: texts sorted as a file sorts them, one writer at a time, a cut line noticed soon."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Column, Engine, String, create_engine, event
from sqlalchemy.dialects.postgresql.base import PGDDLCompiler, PGTypeCompiler
from sqlalchemy.engine import make_url

from daan_desk.domain.addresses import ServerAddress
from daan_desk.store.dialects import OWN

SCHEMA = "daan"
WRITERS = 0x6461616E  # the advisory lock that every writing transaction holds: "daan"
PATIENCE = 30_000  # milliseconds to wait for another officer's act, an import at the worst
ASLEEP = 300_000  # milliseconds in which an act that is under way asks nothing: longer than any takes between two steps
# A machine that vanished within an act would keep everybody else from writing: the server asks after it.
GONE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
WAITS = f"-c lock_timeout={PATIENCE} -c idle_in_transaction_session_timeout={ASLEEP}"
OPTIONS = f"-c search_path={SCHEMA},pg_temp -c client_min_messages=error {GONE} {WAITS}"
ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}
VIEW = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}  # one consistent view, as a file gives it


class _Types(PGTypeCompiler):
    """Texts have no length here: a file does not count characters either, and both must take the same entries."""

    def visit_VARCHAR(self, type_: Any, **kw: Any) -> str:  # noqa: N802  the name is SQLAlchemy's
        return "TEXT"


class _Tables(PGDDLCompiler):
    """Texts are compared byte by byte, as in a file; whatever the database's own language is."""

    def get_column_specification(self, column: Column[Any], **more: Any) -> str:
        said: str = super().get_column_specification(column, **more)  # type: ignore[no-untyped-call]
        return said.replace(" TEXT", ' TEXT COLLATE "C"', 1) if isinstance(column.type, String) else said

    def visit_create_index(self, create: Any, *words: Any, **more: Any) -> str:
        """An index entry must fit a third of a page here, so the words to be found by stay out of indexes."""
        said: str = super().visit_create_index(create, *words, **more)  # type: ignore[no-untyped-call]
        return said.replace(", search,", ",")


def engine_for(address: ServerAddress, password: str, *, own: str = "", role: str = "") -> Engine:
    """An engine that logs in under the address's name; `own` begins the keys of what this login keeps for itself.

    With `role` it then acts as that role.
    """
    options = f"{OPTIONS} -c role={role}" if role else OPTIONS
    url = make_url(address.url).set(drivername="postgresql+psycopg", password=password or None)
    engine = create_engine(
        url,
        paramstyle="format",
        pool_size=2,
        pool_pre_ping=True,
        execution_options={OWN: own},
        connect_args={"options": options, "application_name": "daan-desk", "connect_timeout": 10, **ALIVE},
    )
    engine.dialect.ddl_compiler = _Tables
    engine.dialect.type_compiler_instance = _Types(engine.dialect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "do_connect", partial(_with_the_password_of_now, engine))
    return engine


def _with_the_password_of_now(engine: Engine, _dialect: Any, _record: Any, _given: Any, named: dict[str, Any]) -> None:
    """The officer may have changed it since the engine was made."""
    if engine.url.password:
        named["password"] = engine.url.password


def _begin(connection: Any) -> None:
    if connection.get_execution_options().get("writing") is True:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
