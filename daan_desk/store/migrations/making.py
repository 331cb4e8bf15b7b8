"""How a migration makes the table of a ledger. It belongs to the past: what it made once it must make for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "big": sa.BigInteger(),
    "fixed": sa.BigInteger(),
    "day": sa.Date(),
    "truth": sa.Boolean(),
}


def ledger_table(op: Operations, table: str, columns: str) -> None:
    """Make a ledger's table: columns as "name:type", "+" where the column is indexed; types are those of `TYPES`."""
    op.create_table(
        table,
        sa.Column("id", sa.String(36), primary_key=True, nullable=False),
        sa.Column("region", sa.String(12), primary_key=True, nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(36), nullable=False),
        sa.Column("deleted_at", sa.BigInteger()),
        sa.Column("search", sa.Text()),
        *_columns(columns),
    )
    _index(op, table, columns)


def further_columns(op: Operations, table: str, columns: str) -> None:
    """Give a table that is there more columns, written in the same way."""
    for column in _columns(columns):
        op.add_column(table, column)
    _index(op, table, columns)


def _columns(columns: str) -> Iterator[sa.Column[Any]]:
    for part in columns.split():
        name, kind = part.rstrip("+").split(":")
        yield sa.Column(name, TYPES[kind])


def _index(op: Operations, table: str, columns: str) -> None:
    for part in columns.split():
        if part.endswith("+"):
            name = part.split(":")[0]
            op.create_index(f"ix_{table}_{name}", table, [name])
