"""The command on automatic copies: listed, made now, proved, carried to a second place."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import password, place
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import copies
from daan_desk.services.copies import Copy
from daan_desk.services.workspaces import Workplace

Answer = dict[str, Any]


def backups(given: argparse.Namespace) -> Answer:
    """The copies, the newest first; not `ok` where one that was to be proved is not sound."""
    with place(given) as workplace:
        office = workplace.office
        if given.second or given.no_second:
            copies.set_second(office, given.second)
        if given.now:
            copies.now(office)
        rows = [_row(one) for one in copies.listed(office)]
        if given.verify:
            secret = password(given)
            for row, one in zip(rows, copies.listed(office), strict=True):
                row["problems"] = _proved(workplace, one, secret)
        second = copies.second(office)
    sound = not any(row.get("problems") for row in rows)
    return {"ok": sound, "copies": rows, "second": str(second) if second else ""}


def _row(one: Copy) -> Answer:
    return {
        "made": f"{one.made:%Y-%m-%d %H:%M:%S}",
        "why": one.why,
        "bytes": one.bytes,
        "place": one.place,
        "ours": one.ours,
        "file": str(one.file),
    }


def _proved(workplace: Workplace, one: Copy, secret: str) -> list[str]:
    """What is wrong with a copy; one of an earlier password cannot be looked into with this one."""
    try:
        return list(copies.verified(workplace, one.file, secret).problems)
    except Rejected:
        return []
    except Trouble as trouble:
        return [f"{trouble.sentence}{trouble.remedy}"]
