"""Laptops that meet: workspaces of several made-up officers, and parcels carried between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from daan_desk.domain.parcels import Parcel
from daan_desk.exchange import parcels
from daan_desk.services import merging, workspaces
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Who, Workplace
from tests import builders


def laptop(folder: Path, who: str, clock: Callable[[], datetime] | None = None) -> Workplace:
    """A workspace of its own, set up apart from all others."""
    return workspaces.make(folder / f"{who}.daan", builders.PASSWORD, Who(who, "县级领导"), clock or builders.at())


def carried(office: Office, folder: Path, *, since: date | None = None, peer: str = "", officer: str = "") -> Parcel:
    """A parcel that went through a file."""
    file = folder / "parcel.daanx"
    parcels.write(file, merging.pack(office, since=since, peer=peer, officer=officer), builders.PASSWORD)
    return parcels.read(file, builders.PASSWORD)


def hand_over(giver: Office, taker: Office, folder: Path) -> Changes:
    """Everything that one knows, merged by the other."""
    return merging.carry_out(taker, merging.plan(taker, carried(giver, folder)))


def contents(office: Office) -> dict[str, dict[str, dict[str, object]]]:
    """Every living record of every ledger by its fields: what two workspaces that have met must agree on."""
    from daan_desk.domain.questions import Question
    from daan_desk.store.base import LEDGERS

    found: dict[str, dict[str, dict[str, object]]] = {}
    with office.reading() as reader:
        for name, model in LEDGERS.items():
            lines = reader.lines(name, reader.ids(Question(name))) if name != "acts" else {}
            kept = [field.name for field in model.ledger.kept]
            found[name] = {row: {field: line[field] for field in kept} for row, line in lines.items()}
    return found
