"""Many rows into one table at the driver's own pace: the statement is compiled and the values are adapted once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

Adapt = Callable[[Any], Any]


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of `names`; about twice as fast as a list of mappings."""
    if not rows:
        return
    statement = insert(table).values(dict.fromkeys(names)).compile(dialect=connection.dialect)
    order = [names.index(name) for name in statement.positiontup or ()]
    assert len(order) == len(names), "the driver takes its parameters by name"
    connection.exec_driver_sql(str(statement), adapted(connection, table, names, rows, order))


def adapted(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]], order: Sequence[int]
) -> list[tuple[Any, ...]]:
    """The rows in the statement's order, every value as the driver keeps it; whole columns are adapted at a time."""
    columns = list(zip(*rows, strict=True))
    for at, name in enumerate(names):
        adapt: Adapt | None = table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        if adapt is not None:
            columns[at] = tuple([None if value is None else adapt(value) for value in columns[at]])
    return list(zip(*[columns[at] for at in order], strict=True))
