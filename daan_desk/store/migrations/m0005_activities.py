"""Version 5: when a photo was taken, and the number that a meeting had before two laptops met."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Two columns."""
    op.add_column("attachments", sa.Column("taken", sa.Text()))
    op.add_column("meetings", sa.Column("former_number", sa.BigInteger()))
