"""Version 6: the year-to-date sums of monthly figures, as the statistics tables report them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

FLOWS = ("output", "revenue", "profit", "tax", "power", "exports", "research")


def upgrade(op: Operations) -> None:
    """A column for each figure that adds up over a year, in the unit of the month's own."""
    for name in FLOWS:
        op.add_column("figures", sa.Column(f"{name}_sum", sa.BigInteger()))
