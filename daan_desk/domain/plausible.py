"""Days that can hardly be meant: what happened on a day to come, an end before its beginning; kept, with a remark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from daan_desk.domain.fields import Ledger

# Ledger → the days on which something has happened.
HAPPENED: Mapping[str, tuple[str, ...]] = {
    "enterprises": ("founded",),
    "visits": ("day",),
    "issues": ("raised", "answered"),
    "qualifications": ("awarded",),
    "financing": ("raised",),
    "bank_responses": ("pushed", "credit_day", "loan_day"),
    "entitlements": ("told", "applied", "paid"),
    "projects": ("started", "finished"),
    "assets": ("since", "revived"),
    "space_needs": ("raised",),
}
# Ledger → pairs of days of which the second does not lie before the first.
ORDERED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "issues": (("raised", "due"), ("raised", "answered")),
    "assignments": (("since", "until"),),
    "qualifications": (("awarded", "expires"),),
    "bank_responses": (("pushed", "due"),),
    "policies": (("window_from", "window_to"), ("valid_from", "valid_to")),
    "entitlements": (("applied", "paid"),),
    "projects": (("plan_start", "plan_finish"), ("started", "finished")),
    "tech_projects": (("since", "until"),),
    "assets": (("since", "revived"),),
}


def doubts(ledger: Ledger, values: Mapping[str, object], today: date, told: Collection[str]) -> dict[str, str]:
    """Remarks by field on the days of a record of which the fields in `told` were just given."""
    found: dict[str, str] = {}
    for name in HAPPENED.get(ledger.name, ()):
        day = values.get(name)
        if name in told and isinstance(day, date) and day > today:
            found[name] = f"{ledger[name].label} {day} 还没有到，请核对"
    for first, last in ORDERED.get(ledger.name, ()):
        begun, ended = values.get(first), values.get(last)
        if {first, last} & set(told) and isinstance(begun, date) and isinstance(ended, date) and ended < begun:
            found[last] = f"{ledger[last].label} {ended} 早于{ledger[first].label} {begun}，请核对"
    return found
