"""Version 2: what merging needs: branches of one chain side by side, what came by which merge, open conflicts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Let two copies of one file that both went on stand in the journal, and index what merging asks for."""
    with op.batch_alter_table("journal") as journal:
        journal.drop_constraint("journal_chain", type_="unique")
        journal.add_column(sa.Column("arrived", sa.String(36)))
    op.create_index("journal_chain", "journal", ["replica", "seq"])
    op.create_index("journal_arrived", "journal", ["arrived"])
    op.create_index("journal_stamp", "journal", ["stamp"])
    op.create_table(
        "disputes",
        sa.Column("table", sa.String(40), primary_key=True, nullable=False),
        sa.Column("row", sa.String(36), primary_key=True, nullable=False),
        sa.Column("field", sa.String(40), primary_key=True, nullable=False),
    )
    op.add_column("issues", sa.Column("former_number", sa.Text()))
