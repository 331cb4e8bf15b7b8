"""Setting a server's workspace up and bringing it up to date: database, groups, schema, guard. For administrators."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Trouble, refuse_unless
from daan_desk.store import schema
from daan_desk.store.database import Database
from daan_desk.store.failures import told
from daan_desk.store.rebuilding import count_again
from daan_desk.store.server import policies
from daan_desk.store.server.engine import SCHEMA, engine_for
from daan_desk.store.server.opening import NOT_SET_UP, owned

GUARD = "guard"
MAINTENANCE = "postgres"
NO_DATABASE = "does not exist"


def set_up(address: ServerAddress, password: str, region: str, now_us: int) -> Database:
    """A new, empty workspace with its guard; `Rejected` where there is one already."""
    _database(address, password)
    _foundations(address, password)
    engine = owner_engine(address, password)
    try:
        with told(), engine.connect().execution_options(writing=True) as connection, connection.begin():
            there = inspect(connection).has_table("facts", SCHEMA)
            refuse_unless(not there, f"“{address.name}”里已经有工作区；要升级它请用 server-upgrade。", "workspace")
            _lay_down(connection, region, now_us)
    except BaseException:
        engine.dispose()
        raise
    return owned(engine, address)


def upgrade(address: ServerAddress, password: str) -> tuple[int, int]:
    """Bring schema and guard up in one transaction; answers the versions before and after."""
    engine = administered(address, password)
    try:
        database = owned(engine, address)
        schema.refuse_newer(database.schema)
        with database.writing() as connection:
            reached = schema.raise_to_latest(connection, database.schema)
            count_again(connection, database.schema, database.region)
            policies.apply(connection)
    finally:
        engine.dispose()
    return database.schema, reached


def administered(address: ServerAddress, password: str) -> Engine:
    """An engine on a workspace that is there, as its owner; `Trouble` where there is none."""
    _refuse_missing(address, password)
    return owner_engine(address, password)


def owner_engine(address: ServerAddress, password: str) -> Engine:
    """An engine that acts as the owner of the tables, who has no login: administrators take the role on."""
    return engine_for(address, password, role=policies.OWNER)


def _refuse_missing(address: ServerAddress, password: str) -> None:
    engine = engine_for(address, password)
    try:
        with told(), engine.connect() as connection:
            there = connection.execute(text("SELECT to_regclass('daan.facts')")).scalar()
    finally:
        engine.dispose()
    if there is None:
        raise Trouble(NOT_SET_UP, "请先运行 daan-desk server-set-up。")


def _database(address: ServerAddress, password: str) -> None:
    """Make the database where it is not there yet."""
    engine = engine_for(address, password)
    try:
        engine.connect().close()
    except OperationalError as error:
        if NO_DATABASE not in str(error.orig):
            with told():
                raise
        _make_database(address, password)
    finally:
        engine.dispose()


def _make_database(address: ServerAddress, password: str) -> None:
    other = ServerAddress(address.url.replace(f"/{address.name}", f"/{MAINTENANCE}", 1))
    engine = engine_for(other, password)
    try:
        with told(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            name = address.name.replace('"', '""')
            connection.exec_driver_sql(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
    finally:
        engine.dispose()


def _foundations(address: ServerAddress, password: str) -> None:
    """Groups and schemas; nobody but those who are let in may connect, and nobody at all makes temporary tables."""
    engine = engine_for(address, password)
    try:
        with told(), engine.connect() as connection, connection.begin():
            there = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
            for role in (policies.OWNER, *policies.GROUPS):
                if role not in there:
                    connection.exec_driver_sql(f"CREATE ROLE {role} NOLOGIN")
            connection.exec_driver_sql(f"GRANT {policies.OWNER} TO CURRENT_USER")
            name = address.name.replace('"', '""')
            connection.exec_driver_sql(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
            connection.exec_driver_sql("REVOKE ALL ON SCHEMA public FROM PUBLIC")
            for schema_name in (SCHEMA, GUARD):
                connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {schema_name} AUTHORIZATION {policies.OWNER}")
    finally:
        engine.dispose()


def _lay_down(connection: Connection, region: str, now_us: int) -> None:
    facts = {"replica": str(uuid4()), "region": region, "schema": "0", "made": str(now_us)}
    words = 'TEXT COLLATE "C"'
    connection.exec_driver_sql(f"CREATE TABLE facts (name {words} PRIMARY KEY, value {words} NOT NULL)")
    rows = [{"name": name, "value": value} for name, value in facts.items()]
    connection.execute(text("INSERT INTO facts (name, value) VALUES (:name, :value)"), rows)
    schema.raise_to_latest(connection, 0)
    policies.apply(connection)
