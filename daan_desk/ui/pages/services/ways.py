"""Ways from a record to the rows of another ledger that belong to it, and to new ones that begin with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers
from daan_desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another ledger: its rows that link to the record, or with `fresh` a new one that does."""

    text: str
    icon: str
    ledger: str
    link: str
    fresh: bool = False


WAYS: Mapping[str, tuple[Way, ...]] = {
    "financing": (Way("银行对接", "landmark", "bank_responses", "demand"),),
    "policies": (
        Way("条件", "list-checks", "conditions", "policy"),
        Way("兑现情况", "coins", "entitlements", "policy"),
    ),
    "projects": (
        Way("月度进展", "calendar-check", "project_months", "project"),
        Way("登记本月进展", "plus", "project_months", "project", fresh=True),
    ),
    "space_needs": (Way("对接记录", "handshake", "space_matches", "need"),),
    "assets": (Way("对接记录", "handshake", "space_matches", "asset"),),
}


def linked(office: Office, ledger: str, identity: str) -> Linked:
    """A record as a link with the words that name it."""
    described, row = ledgers.ledger(ledger), ledgers.row(office, ledger, identity)
    words = (described[name].kind.show(row[name]) for name in described.title.split())
    return Linked(identity, " ".join(word for word in words if word))
