"""Version 3: the ledgers of every other kind of service, and what issues and assignments link to there."""

from __future__ import annotations

from alembic.operations import Operations

from daan_desk.store.migrations.making import further_columns, ledger_table

# table → columns as "name:type", "+" where the column is indexed. Each has the frame of a record besides.
RECORDS = {
    "meetings": "kind:text+ theme:text day:day+ hours:text place:text host:text number:big agenda:text minutes:text "
    "notes:text",
    "participants": "meeting:text+ part:text enterprise:text+ department:text bank:text person:text post:text "
    "phone:text came:truth notes:text",
    "banks": "name:text+ short_name:text contact:text phone:text products:text notes:text",
    "financing": "number:text+ enterprise:text+ amount:fixed purpose:text months:big way:text collateral:text "
    "first_loan:truth preferred_bank:text raised:day+ meeting:text+ visit:text+ state:text+ notes:text",
    "bank_responses": "demand:text+ bank:text+ pushed:day+ due:day decision:text credit:fixed credit_day:day "
    "loan:fixed loan_day:day rate:fixed reason:text notes:text",
    "policies": "name:text+ document:text level:text sort:text text:text benefit:text fixed:fixed rate:fixed "
    "base:text cap:fixed tiers:text stacking:text payment:text pay_days:big department:text office:text phone:text "
    "window_from:day window_to:day+ valid_from:day valid_to:day notes:text",
    "conditions": "policy:text+ number:big fact:text operator:text value:text year:text either:text basis:text",
    "entitlements": "enterprise:text+ policy:text+ year:big+ verdict:text reasons:text expected:fixed told:day "
    "wish:text applied:day+ applied_amount:fixed review:text published:day paid:day+ paid_amount:fixed "
    "unpaid_reason:text notes:text",
    "cultivation": "enterprise:text+ track:text level:text target:text target_year:big gaps:text department:text "
    "progress:text notes:text",
    "projects": "name:text+ enterprise:text+ kind:text nature:text content:text stage:text+ investment:fixed "
    "plan_year:fixed done_year:fixed done_month:fixed plan_start:day plan_finish:day started:day finished:day "
    "leader:text+ department:text service:text progress:text problems:text notes:text",
    "project_months": "project:text+ month:text+ done_month:fixed done_year:fixed progress:text problems:text",
    "leads": "company:text+ place:text industry:text intention:text contact:text stage:text+ next_step:text "
    "next_contact:day+ notes:text",
    "tech_projects": "name:text+ enterprise:text+ partner:text level:text funds:fixed state:text+ since:day "
    "until:day results:text notes:text",
    "assets": "name:text+ kind:text town:text+ address:text floor_area:fixed idle_area:fixed land_area:fixed "
    "height:fixed load:fixed power:fixed land_use:text plan:text equipment:text owner:text contact:text phone:text "
    "tenure:text state:text+ reason:text since:day revived_by:text enterprise:text+ revived:day notes:text",
    "space_needs": "enterprise:text+ kind:text area:fixed height:fixed load:fixed power:fixed tenure:text "
    "budget:fixed town:text raised:day+ state:text+ asset:text+ notes:text",
    "weekly_notes": "officer:text+ enterprise:text+ week:day+ days:big done:text found:text planned:text",
}
LINKS = {"issues": "meeting", "assignments": "project"}


def upgrade(op: Operations) -> None:
    """Build the tables of the services, and the two links into them."""
    for table, columns in RECORDS.items():
        ledger_table(op, table, columns)
    for table, name in LINKS.items():
        further_columns(op, table, f"{name}:text+")
