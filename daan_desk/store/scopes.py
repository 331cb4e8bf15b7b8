"""Which rows concern one who looks after enterprises: said once, for a server's policies and for parcels to a laptop.

Somebody has the enterprises and projects of the assignments that hold today, and what belongs to them. A ledger of
which nothing is said here and that links to no enterprise is the office's alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daan_desk.domain.kinds import LinkTo
from daan_desk.store.base import LEDGERS, Record

MINE, PROJECTS, OFFICER, EVERYBODY, OWNER = "my enterprises", "my projects", "me", "everybody", "owner"


@dataclass(frozen=True, slots=True)
class Tie:
    """What makes a row somebody's concern: its `field` is one of `to`, any one tie of a ledger is enough.

    to: MINE (enterprises looked after), PROJECTS, OFFICER (the person), EVERYBODY (no question asked), OWNER (a file
    goes with its record), else a ledger: those of its rows that are a concern, by their `by` (id, or a link of theirs).
    """

    to: str
    field: str = "id"
    by: str = "id"


COMMON = (Tie(EVERYBODY),)
OF_ENTERPRISE = (Tie(MINE, "enterprise"),)
NAMED: Mapping[str, tuple[Tie, ...]] = {
    "enterprises": (Tie(MINE),),
    "projects": (*OF_ENTERPRISE, Tie(PROJECTS)),
    "assignments": (*OF_ENTERPRISE, Tie(OFFICER, "officer")),
    "meetings": (Tie("participants", by="meeting"),),
    "steps": (Tie("issues", "issue"),),
    "bank_responses": (Tie("financing", "demand"),),
    "project_months": (Tie("projects", "project"),),
    "acts": (Tie(OFFICER, "changed_by"),),
    "attachments": (Tie(OWNER, "owner"),),
    "settings": COMMON,
    **dict.fromkeys(("officers", "departments", "towns", "parks", "banks", "policies", "conditions"), COMMON),
}
MERGE_TAKEN_BACK = "撤销“合并交换包"  # how the names of such acts begin; everybody must hear of them
OWNING_NOTHING = ("attachments", "acts", "settings")  # no file is attached to these


def ties(model: type[Record]) -> tuple[Tie, ...]:
    """What makes rows of a ledger a concern; nothing for the office's own."""
    name = model.__tablename__
    if name in NAMED:
        return NAMED[name]
    link = model.ledger.by_name.get("enterprise")
    linked = link is not None and isinstance(link.kind, LinkTo) and link.kind.ledger == "enterprises"
    return OF_ENTERPRISE if linked else ()


def owners() -> tuple[str, ...]:
    """The ledgers whose records may have files."""
    return tuple(name for name in LEDGERS if name not in OWNING_NOTHING)
