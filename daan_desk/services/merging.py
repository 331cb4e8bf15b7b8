"""Laptops meet: a parcel is planned, shown in words, and merged in one act that can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from daan_desk.domain.failures import Rejected
from daan_desk.domain.parcels import Parcel
from daan_desk.services import care
from daan_desk.services.changes import Changes
from daan_desk.services.conflicts import Conflict, Side, conflicts, decide
from daan_desk.services.joining import Twins, join, joined
from daan_desk.services.merge_plans import MergePlan, merged
from daan_desk.services.office import Act, Office
from daan_desk.services.parcels import PEERS, Peer, Receiver, pack, peers, receivers, remembered
from daan_desk.store import blobs, facts, verifying

__all__ = [
    "Conflict",
    "MergePlan",
    "Peer",
    "Receiver",
    "Side",
    "Twins",
    "carry_out",
    "conflicts",
    "decide",
    "join",
    "pack",
    "peers",
    "plan",
    "receivers",
]

BACKUP = "合并前"


class _Enough(Exception):
    """The plan is known; nothing of it shall stay."""


def plan(office: Office, parcel: Parcel) -> MergePlan:
    """What merging would do: it is carried out to the end and rolled back, so that the plan is what will happen.

    `Rejected` where it is another district's or only a part whose beginning is missing, `Trouble` where it was altered.
    """
    _refuse_foreign(office, parcel)
    verifying.refuse_altered(parcel.entries)
    found: list[MergePlan] = []
    try:
        with office.writing(_name(parcel)) as act:
            found.append(merged(act, parcel))
            raise _Enough  # noqa: TRY301  the transaction must end here
    except _Enough:
        return found[0]


def carry_out(office: Office, plan: MergePlan, together: Sequence[Twins] = (), *, copy: bool = True) -> Changes:
    """Merge what was planned, after a backup copy; `together` are the twins to be made one in the same act."""
    if plan.empty and not plan.parcel.left_out and not _brings_files(office, plan.parcel):
        facts.keep(office.database, PEERS, remembered(office, plan.parcel))
        return Changes(name=_name(plan.parcel), remarks=("交换包里的内容这里都有了",))
    if copy:
        care.automatic(office, BACKUP)
    peers_known, renamed = remembered(office, plan.parcel), ""
    with office.writing(_name(plan.parcel)) as act:
        done = merged(act, plan.parcel)
        for pair in together:
            joined(act, pair)
        _keep_files(act, plan.parcel)
        facts.put(act.connection, PEERS, peers_known)
        if done.own:
            renamed = facts.renamed(act.connection)
        act.remarks += done.remarks
    office.database.replica = renamed or office.database.replica
    return act.changes


def _name(parcel: Parcel) -> str:
    return f"合并交换包（来自{parcel.origin.by}）"


def _refuse_foreign(office: Office, parcel: Parcel) -> None:
    if parcel.origin.region != office.database.region:
        raise Rejected(
            f"这是另一个区（{parcel.origin.region}）的交换包，不能并入本区（{office.database.region}）的工作区。"
        )


def _brings_files(office: Office, parcel: Parcel) -> bool:
    with office.database.reading() as connection:
        missing = blobs.wanted(connection)
    return bool(missing) and any(digest in missing for digest, _ in parcel.files())


def _keep_files(act: Act, parcel: Parcel) -> None:
    """Keep the bytes that are wanted here, and note which still are: `check` must not take them for lost."""
    missing = blobs.wanted(act.connection)
    if missing:
        for digest, data in parcel.files():
            if digest in missing:
                blobs.keep(act.connection, data)
    facts.put(act.connection, facts.ABSENT, json.dumps(sorted(blobs.wanted(act.connection))))
