"""Commands on the workspace as a whole: new, backup, check."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.clock import now
from daan_desk.commands.places import file_of, opened, password
from daan_desk.services import care, ledgers, provisional, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.sample import filling, scale
from daan_desk.services.workspaces import Who, Workplace

Answer = dict[str, Any]


def new(given: argparse.Namespace) -> Answer:
    """A new workspace, with the sample district if it is asked for, or an officer's own from the office's parcel."""
    place = _made(given)
    try:
        if given.sample or given.enterprises:
            filling.fill(place.office, place.office.today(), given.enterprises or scale.USUAL)
        return {"workspace": str(given.workspace), "counts": counts(place.office)}
    finally:
        place.close()


def _made(given: argparse.Namespace) -> Workplace:
    if given.parcel:
        from daan_desk.commands import parcels  # what opens a parcel takes longer to import than all the rest

        return parcels.fresh(given)
    return workspaces.make(file_of(given), password(given), Who(given.officer, given.role), now)


def station(given: argparse.Namespace) -> Answer:
    """What this workspace is, the office's or a laptop, and how its issues are numbered; or say so."""
    with opened(given, writing=bool(given.kind)) as office:
        if given.kind:
            provisional.settle(office, laptop=given.kind in ("laptop", "笔记本"))
        found = provisional.station(office)
    kind = "笔记本" if found.laptop else "主库"
    return {"station": kind, "numbers": found.beginning, "provisional": found.waiting}


def counts(office: Office) -> dict[str, int]:
    """How many records each ledger has."""
    return {each.name: ledgers.totals(office, Question(each.name)).count for each in ledgers.ledgers()}


def backup(given: argparse.Namespace) -> Answer:
    """A verified copy."""
    secret = password(given)
    with opened(given, writing=False) as office:
        return {"ok": True, "file": str(care.back_up(office, given.to, secret))}


def check(given: argparse.Namespace) -> Answer:
    """Verify pages, journal chain, rows and attachments."""
    with opened(given, writing=False) as office:
        found = care.check(office)
    told = {"ok": not found.problems, "problems": list(found.problems), "entries": found.entries, "rows": found.rows}
    return told | ({"elsewhere": found.elsewhere} if found.elsewhere else {})
