"""Commands of cultivation and qualifications: climbers, enrol, expiring, renew."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.commands.records import plain
from daan_desk.domain.policies import Answer as Verdict

Answer = dict[str, Any]


def climbers(given: argparse.Namespace) -> Answer:
    """Where enterprises stand, and what the next step lacks."""
    from daan_desk.services import cultivation

    with opened(given, writing=False, today=given.today) as office:
        found = cultivation.climbers(office, tuple(Verdict) if given.all else cultivation.READY)
    return {
        "climbers": [
            {
                "enterprise": one.name,
                "track": one.track,
                "level": one.standing.level,
                "next": one.standing.following,
                "verdict": one.verdict.answer.value,
                "lacking": one.verdict.lacking,
            }
            for one in found
        ]
    }


def enrol(given: argparse.Namespace) -> Answer:
    """Take an enterprise up among those who climb."""
    from daan_desk.services import cultivation, naming

    with opened(given) as office:
        [enterprise] = naming.ids(office, "enterprises", [given.enterprise])
        year = given.year or office.today().year + 1
        changes = cultivation.enrol(office, [(enterprise, given.target)], year)
    return {"id": changes.first("cultivation"), "act": changes.act}


def expiring(given: argparse.Namespace) -> Answer:
    """What expires within a reminder, with how far its renewal is."""
    from daan_desk.services import home as homes

    with opened(given, writing=False, today=given.today) as office:
        found = homes.home(office).expiring
    return {
        "expiring": [
            {
                "id": one.id,
                "enterprise": one.enterprise_name,
                "kind": one.kind,
                "expires": plain(one.expires),
                "within_months": one.reminder,
                "words": one.words,
            }
            for one in found
        ]
    }


def renew(given: argparse.Namespace) -> Answer:
    """Begin renewals."""
    from daan_desk.services import renewals

    with opened(given) as office:
        changes = renewals.renew(office, given.qualifications)
    return {"ids": changes.ids["cultivation"], "act": changes.act}
