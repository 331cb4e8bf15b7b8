"""Who may log in to a server's workspace: which officer it is, and whether all is seen or only what one looks after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, text

from daan_desk.domain.failures import Rejected
from daan_desk.store.server.policies import OFFICE, READER, SERVED

GROUP_OF = {"office": OFFICE, "served": SERVED, "reader": READER}
AS_ADMINISTRATOR = "SET LOCAL ROLE NONE"  # the owner of the tables makes no logins
NAME = re.compile(r"[a-z][a-z0-9_.-]{1,62}")


@dataclass(frozen=True, slots=True)
class Login:
    """A login: its name, the officer's id, and its kind (office, served, reader)."""

    name: str
    officer: str
    kind: str


def refuse_unfit(name: str) -> None:
    """`Rejected` where this cannot be a login's name."""
    if not NAME.fullmatch(name):
        raise Rejected({"login": "登录名用小写字母开头，只含小写字母、数字、点、横线和下划线。"})


def let_in(connection: Connection, login: Login, password: str) -> None:
    """Make the login, or set password and kind of one that is there; its chain in the journal is its own for ever."""
    connection.exec_driver_sql(AS_ADMINISTRATOR)
    _refuse_administrator(connection, login.name)
    there = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :n"), {"n": login.name}).first()
    if there is None:
        connection.exec_driver_sql(f'CREATE ROLE "{login.name}" LOGIN NOINHERIT')
    secret = _scrambled(connection, login.name, password)
    connection.exec_driver_sql(f"ALTER ROLE \"{login.name}\" LOGIN INHERIT CONNECTION LIMIT 20 PASSWORD '{secret}'")
    connection.exec_driver_sql(f'REVOKE {", ".join(GROUP_OF.values())} FROM "{login.name}"')
    connection.exec_driver_sql(f'GRANT {GROUP_OF[login.kind]} TO "{login.name}"')
    database = str(connection.execute(text("SELECT current_database()")).scalar()).replace('"', '""')
    connection.exec_driver_sql(f'GRANT CONNECT ON DATABASE "{database}" TO "{login.name}"')
    connection.execute(
        text(
            "INSERT INTO guard.logins (login, officer, kind, replica) VALUES (:login, :officer, :kind, :replica) "
            "ON CONFLICT (login) DO UPDATE SET officer = excluded.officer, kind = excluded.kind"
        ),
        {"login": login.name, "officer": login.officer, "kind": login.kind, "replica": str(uuid4())},
    )


def _refuse_administrator(connection: Connection, name: str) -> None:
    asked = text("SELECT 1 FROM pg_roles WHERE rolname = :n AND (rolsuper OR rolcreaterole OR rolbypassrls)")
    if connection.execute(asked, {"n": name}).first():
        raise Rejected({"login": f"“{name}”是服务器的管理账号，不能同时是干部的登录名。"})


def _scrambled(connection: Connection, name: str, password: str) -> str:
    """What the server keeps of a password; the password itself never travels, so no log of statements can hold it."""
    driver = connection.connection.driver_connection
    assert driver is not None
    scrambled: bytes = driver.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")
    return scrambled.decode()


def change_own(connection: Connection, password: str) -> None:
    """Another password for whoever is logged in; everybody may do that for himself."""
    name = str(connection.execute(text("SELECT session_user")).scalar())
    secret = _scrambled(connection, name, password)
    quoted = name.replace('"', '""')
    connection.exec_driver_sql(f"ALTER ROLE \"{quoted}\" PASSWORD '{secret}'")


def shut_out(connection: Connection, name: str) -> None:
    """Nobody logs in by this name any more; what was written under it stays. `Rejected` where there is none."""
    found = connection.execute(text("SELECT 1 FROM guard.logins WHERE login = :n"), {"n": name}).first()
    if found is None:
        raise Rejected({"login": f"没有名为“{name}”的登录。"})
    connection.exec_driver_sql(AS_ADMINISTRATOR)
    connection.exec_driver_sql(f'ALTER ROLE "{name}" NOLOGIN')
    connection.exec_driver_sql(f'REVOKE {", ".join(GROUP_OF.values())} FROM "{name}"')
    connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :n"), {"n": name})


def every(connection: Connection) -> tuple[Login, ...]:
    """All logins, by name."""
    found = connection.execute(text("SELECT login, officer, kind FROM guard.logins ORDER BY login"))
    return tuple(Login(line.login, line.officer, line.kind) for line in found)
