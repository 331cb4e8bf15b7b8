"""Version 7: what superiors' policies mean for ours, renewals, matches followed up, and the account of the land."""

from __future__ import annotations

from alembic.operations import Operations

from daan_desk.store.migrations.making import further_columns, ledger_table

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


def upgrade(op: Operations) -> None:
    """Build the three ledgers and the further columns."""
    for table, columns in RECORDS.items():
        ledger_table(op, table, columns)
    for table, columns in COLUMNS.items():
        further_columns(op, table, columns)
