"""Version 1: the enterprises' service, from roster to summary, and the journal from the first day on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from daan_desk.store.migrations.making import ledger_table

# table → columns as "name:type", "+" where the column is indexed. Each has the frame of a record besides.
RECORDS = {
    "enterprises": "name:text+ credit_code:text+ short_name:text former_names:text legal_representative:text "
    "contact_name:text contact_title:text contact_phone:text town:text+ park:text address:text "
    "cluster:text industry_code:text products:text above_scale:truth above_scale_since:text "
    "size_class:text employees:big revenue_last_year:fixed registered_capital:fixed founded:day "
    "operating_state:text tags:text notes:text private_note:text",
    "visits": "day:day+ enterprise:text+ way:text led_by:text+ companions:text met:text production:text "
    "output:fixed staff:big order_months:fixed policies_explained:text summary:text suggestion:text "
    "follow_up:text next_step:text",
    "issues": "number:text+ enterprise:text+ title:text category:text+ grade:text source:text raised:day+ "
    "description:text visit:text+ state:text+ lead_department:text+ assisting:text handler:text "
    "dispatched:day due:day+ extended:big outcome:text answered:day callback:text callback_day:day "
    "callback_by:text closed:day redone:big notes:text",
    "steps": "issue:text+ day:day move:text by:text what:text from_state:text to_state:text old_due:day new_due:day",
    "assignments": "enterprise:text+ officer:text+ role:text since:day until:day basis:text",
    "qualifications": "enterprise:text+ kind:text level:text awarded:day expires:day number:text notes:text",
    "figures": "enterprise:text+ month:text+ output:fixed revenue:fixed profit:fixed tax:fixed power:fixed "
    "employees:big exports:fixed research:fixed orders:fixed",
    "officers": "name:text+ role:text department:text post:text phone:text active:truth notes:text",
    "departments": "name:text+ short_name:text head:text liaison:text phone:text duties:text notes:text",
    "towns": "name:text+ code:text former_names:text notes:text",
    "parks": "name:text+ town:text area:fixed focus:text manager:text notes:text",
    "briefs": "month:text+ issue_number:big heading:text cases:text problems:text next_steps:text",
    "attachments": "name:text owner_ledger:text owner:text+ media:text size:big digest:text day:day notes:text",
    "settings": "key:text+ value:text",
    "acts": "name:text at:big+ by:text undoes:text+",
}


def upgrade(op: Operations) -> None:
    """Build every table of version 1."""
    for table, columns in RECORDS.items():
        ledger_table(op, table, columns)
    _journal(op)
    op.create_table(
        "drafts",
        sa.Column("key", sa.String(120), primary_key=True, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "blobs",
        sa.Column("digest", sa.String(64), primary_key=True, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )


def _journal(op: Operations) -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.String(64), primary_key=True, nullable=False),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("parent", sa.String(64), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(36), nullable=False),
        sa.Column("act", sa.String(36), nullable=False),
        sa.Column("table", sa.String(40), nullable=False),
        sa.Column("row", sa.String(36), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("replaced", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.UniqueConstraint("replica", "seq", name="journal_chain"),
    )
    op.create_index("journal_row", "journal", ["row"])
    op.create_index("journal_act", "journal", ["act"])
