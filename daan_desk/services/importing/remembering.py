"""Matchings that officers confirmed, kept for the next file with the same header words."""

from __future__ import annotations

from daan_desk.domain.columns import Remembered
from daan_desk.domain.imports import ImportPlan
from daan_desk.services.changes import Changes
from daan_desk.services.importing.answering import fields_of
from daan_desk.services.office import Office
from daan_desk.services.settings import change_setting, setting

REMEMBERED = "roster_matchings"
MOST_REMEMBERED = 200


def remembered(office: Office) -> tuple[Remembered, ...]:
    """The matchings that officers confirmed, the newest first."""
    kept = setting(office, REMEMBERED)
    lines = kept if isinstance(kept, list) else []
    return tuple(Remembered(tuple(line["shape"]), line["ledger"], tuple(line["fields"])) for line in lines)


def remember(office: Office, plan: ImportPlan) -> Changes:
    """Keep a confirmed matching for the next file with the same header words."""
    new = {"shape": list(plan.shape), "ledger": plan.ledger, "fields": [fields_of(one) for one in plan.columns]}
    others = [
        {"shape": list(one.shape), "ledger": one.ledger, "fields": list(one.fields)}
        for one in remembered(office)
        if one.shape != plan.shape
    ]
    return change_setting(office, REMEMBERED, [new, *others][:MOST_REMEMBERED])
