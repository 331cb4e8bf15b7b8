"""One officer of several who work on one server at the same time, each in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass

from daan_desk.domain.addresses import ServerAddress
from daan_desk.services import issues, records, workspaces
from daan_desk.services.office import Office
from tests import builders


@dataclass(frozen=True)
class Shift:
    """Who works where, at which enterprise, and how much."""

    url: str
    password: str
    enterprise: str
    field: str
    rounds: int


ACTS = 4  # of a round


def work(shift: Shift) -> list[str]:
    """Register, move and change; answers the acknowledged issues."""
    place = workspaces.unlock(ServerAddress(shift.url), shift.password, builders.at())
    try:
        return [_round(place.office, shift, number) for number in range(shift.rounds)]
    finally:
        place.close()


def _round(office: Office, shift: Shift, number: int) -> str:
    issue = builders.issue(office, shift.enterprise, title=f"{shift.field} 第 {number} 件")
    issues.move(office, issue, "dispatch", {"lead_department": "区住建局"})
    builders.visit(office, shift.enterprise, summary=f"{shift.field} {number}")
    records.change(office, "enterprises", shift.enterprise, {shift.field: f"{number}"})
    return issue
