"""Version 4: indexes that answer by themselves, so that a list of 100,000 enterprises never reads whole rows."""

from __future__ import annotations

from alembic.operations import Operations

COVERING = {
    "enterprises_found": ("enterprises", ["deleted_at", "search", "id", "employees", "revenue_last_year"]),
    "visits_latest": ("visits", ["enterprise", "deleted_at", "day", "way"]),
    "issues_open": ("issues", ["enterprise", "deleted_at", "state"]),
    "assignments_serving": ("assignments", ["enterprise", "deleted_at", "role", "officer", "since", "until"]),
}
CONTAINED = {table: f"ix_{table}_enterprise" for table in ("visits", "issues", "assignments")}


def upgrade(op: Operations) -> None:
    """Build them, and drop those that they contain."""
    for name, (table, columns) in COVERING.items():
        op.create_index(name, table, columns)
    for table, name in CONTAINED.items():
        op.drop_index(name, table)
