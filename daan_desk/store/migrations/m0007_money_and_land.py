"""Version 7: what superiors' policies mean for ours, renewals, matches followed up, and the account of the land."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

# table → columns as "name:type", "+" where the column is indexed. Each has the frame of a record besides.
RECORDS = {
    "space_matches": "need:text+ asset:text+ day:day+ officer:text state:text+ fits:text next_step:text "
    "next_day:day+ reason:text notes:text",
    "land_accounts": "name:text+ park:text town:text as_of:day planned:fixed usable:fixed reserved:fixed "
    "supplied:fixed poor:fixed basis:text notes:text",
    "idle_lands": "name:text+ parcel:text town:text+ address:text holder:text enterprise:text+ area:fixed "
    "land_use:text contract:text agreed_start:day found:day+ document:text cause:text handling:text handled:day+ "
    "progress:text notes:text",
}
COLUMNS = {
    "policies": "superior:text",
    "entitlements": "reviewed:day",
    "cultivation": "renews:text+",
    "assets": "use_before:text use_after:text revived_area:fixed jobs:big",
}
TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "big": sa.BigInteger(),
    "fixed": sa.BigInteger(),
    "day": sa.Date(),
}


def upgrade(op: Operations) -> None:
    """Build the three ledgers and the further columns."""
    for table, columns in RECORDS.items():
        op.create_table(
            table,
            sa.Column("id", sa.String(36), primary_key=True, nullable=False),
            sa.Column("region", sa.String(12), primary_key=True, nullable=False),
            sa.Column("changed_at", sa.BigInteger(), nullable=False),
            sa.Column("changed_by", sa.String(36), nullable=False),
            sa.Column("deleted_at", sa.BigInteger()),
            sa.Column("search", sa.Text()),
            *(sa.Column(name, TYPES[kind]) for name, kind in _named(columns)),
        )
        _index(op, table, columns)
    for table, columns in COLUMNS.items():
        for name, kind in _named(columns):
            op.add_column(table, sa.Column(name, TYPES[kind]))
        _index(op, table, columns)


def _named(columns: str) -> list[list[str]]:
    return [part.rstrip("+").split(":") for part in columns.split()]


def _index(op: Operations, table: str, columns: str) -> None:
    for part in columns.split():
        if part.endswith("+"):
            name = part.split(":")[0]
            op.create_index(f"ix_{table}_{name}", table, [name])
