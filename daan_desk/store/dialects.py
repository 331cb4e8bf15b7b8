"""Where an encrypted file and a server must be asked differently: the one place for it.

On a server an officer sees only some rows. What must be known of the others all the same (the highest number that was
given, whether an entry is there) is answered by functions of the schema `guard`, which tell nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Table, Text, cast, func, insert, literal, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

SERVER = "postgresql"
DIGITS = 6  # of a count; longer ones are somebody's own numbers
OWN = "own"  # the execution option with the beginning of keys that belong to one login alone


def shared(connection: Connection) -> bool:
    """Whether this is a workspace on a server."""
    return connection.dialect.name == SERVER


class Listed(FunctionElement[str]):
    """The members of a JSON list as a subquery: one parameter, however many there are."""

    name = "listed"
    inherit_cache = True


@compiles(Listed)
def _listed_in_file(element: Listed, compiler: SQLCompiler, **words: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **words)}))"


@compiles(Listed, SERVER)
def _listed_on_server(element: Listed, compiler: SQLCompiler, **words: Any) -> str:
    return f"(SELECT json_array_elements_text(CAST({compiler.process(element.clauses, **words)} AS json)))"


def among(column: ColumnElement[Any], ids: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids.

    A parameter for each of them would end at 65,535 on a server, and more may have been visited in a month.
    """
    return column.op("IN", is_comparison=True)(Listed(literal(json.dumps(list(ids)), Text())))


def own(connection: Connection, key: str) -> str:
    """The key of something that one login keeps for itself; on a file it is the key as it is."""
    beginning: str = connection.get_execution_options().get(OWN, "")
    return f"{beginning}{key}"


def newest_stamp(connection: Connection, stamps: Any, until: int) -> int:
    """The newest stamp of the whole journal that is not later than `until`."""
    if shared(connection):
        return connection.execute(text("SELECT guard.newest_stamp(:until)"), {"until": until}).scalar() or 0
    return connection.execute(select(func.max(stamps)).where(stamps <= until)).scalar() or 0


def highest(connection: Connection, table: Table, field: str, beginning: str) -> int:
    """The greatest count (six digits at most) that stands behind a beginning, also in rows that one may not see.

    Words behind it, as rosters bring them (2026-补3), are no counts.
    """
    if shared(connection):
        asked = text("SELECT guard.highest(:ledger, :field, :beginning)")
        found = connection.execute(asked, {"ledger": table.name, "field": field, "beginning": beginning})
    else:
        column = table.c[field]
        tail = func.substr(column, len(beginning) + 1)
        count = select(func.max(cast(tail, Integer))).where(
            column.startswith(beginning, autoescape=True), tail.op("NOT GLOB")("*[^0-9]*"), func.length(tail) <= DIGITS
        )
        found = connection.execute(count)
    return int(found.scalar() or 0)


def places(connection: Connection, journal: Table, ids: Sequence[str]) -> Mapping[str, tuple[str, int]]:
    """Replica and number of these entries, of those that are here."""
    columns = journal.c
    if shared(connection):
        found = connection.execute(text("SELECT id, replica, seq FROM guard.places(:ids)"), {"ids": list(ids)})
    else:
        found = connection.execute(select(columns.id, columns.replica, columns.seq).where(columns.id.in_(ids)))
    return {line.id: (line.replica, line.seq) for line in found}


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Keep a row unless one with its key is here, seen or unseen."""
    if shared(connection):
        from sqlalchemy.dialects.postgresql import insert as server_insert

        connection.execute(server_insert(table).values(**values).on_conflict_do_nothing())
    else:
        connection.execute(insert(table).values(**values).prefix_with("OR IGNORE"))


def damaged_pages(connection: Connection) -> list[str]:
    """What the file says of its own pages; a server checks its pages by itself, with every read."""
    if shared(connection):
        return []
    told = [row[0] for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    return told + [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
