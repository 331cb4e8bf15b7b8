"""Version 8: places in the journal of which this copy does not have the entry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """One table, empty until a parcel for one officer comes or a damaged file is salvaged."""
    op.create_table(
        "withheld",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
    )
    op.create_index("withheld_place", "withheld", ["replica", "seq"])
