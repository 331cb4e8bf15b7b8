"""A fresh laptop: a workspace made from the office's parcel for one officer, who is its owner from the first moment."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from daan_desk.domain.failures import Rejected
from daan_desk.domain.merging import settle
from daan_desk.domain.parcels import Parcel
from daan_desk.services import merging
from daan_desk.services.foundation import laid
from daan_desk.services.office import Identity, Office
from daan_desk.services.workspaces import DISTRICT, Clock, Workplace
from daan_desk.store import facts, verifying, workspace


def owner(parcel: Parcel) -> Identity:
    """For whom a parcel was packed; `Rejected` where it is for anybody, `Trouble` where it was altered."""
    verifying.refuse_altered(parcel.entries)
    told = [entry for entry in parcel.entries if (entry.table, entry.row) == ("officers", parcel.origin.officer)]
    if not told:
        raise Rejected("这个交换包不是打给某位干部的，不能用它建工作区。请企服办打包时选“给谁”，或先新建工作区再合并。")
    said = settle(told).values
    return Identity(parcel.origin.officer, str(said.get("name") or ""), str(said.get("role") or ""))


def made(path: Path, password: str, parcel: Parcel, clock: Clock) -> Workplace:
    """The workspace of the officer for whom the parcel was packed, with what is in it; whole, or none at all."""
    who = owner(parcel)
    opened = workspace.make(path, password, DISTRICT, int(clock().astimezone(UTC).timestamp() * 1_000_000))
    place = Workplace(Office(opened.database, who, clock), opened)
    try:
        laid(opened.database)
        merging.carry_out(place.office, merging.plan(place.office, parcel), copy=False)
        facts.keep(opened.database, "me", who.id)
    except BaseException:
        place.close()
        path.unlink(missing_ok=True)
        raise
    return place
