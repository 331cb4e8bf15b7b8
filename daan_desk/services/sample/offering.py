"""Writes the services' part of the sample district: meetings, financing, policies, projects, spaces."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from daan_desk.domain.matching import MATCH_OPEN
from daan_desk.services import rules
from daan_desk.services.entitling import compared
from daan_desk.services.office import Act
from daan_desk.services.policy_judging import judged
from daan_desk.services.sample import financing, land, meetings, policies, projects, spaces
from daan_desk.services.sample.ground import Ground, Values

Keep = Callable[[Act, str, Sequence[Values]], None]


def held(act: Act, ground: Ground, keep: Keep) -> list[Values]:
    """Keep meetings with who came, and the weeks of stationed cadres; answers the meetings."""
    found, came = meetings.made(ground, rules.calendar(act))
    keep(act, "meetings", found)
    keep(act, "participants", came)
    keep(act, "weekly_notes", list(meetings.weekly_notes(ground)))
    return found


def offered(act: Act, ground: Ground, keep: Keep, held: Sequence[Values], qualifications: Sequence[Values]) -> None:
    """Keep everything else."""
    banks = financing.banks(ground)
    keep(act, "banks", banks)
    demands, answers = financing.made(ground, banks, held)
    keep(act, "financing", demands)
    keep(act, "bank_responses", answers)
    under_way, months = projects.made(ground)
    keep(act, "projects", under_way)
    keep(act, "project_months", months)
    for ledger, rows in (
        ("leads", projects.leads(ground)),
        ("tech_projects", projects.tech(ground)),
        ("cultivation", policies.cultivation(ground, qualifications)),
    ):
        keep(act, ledger, list(rows))
    _entitled(act, ground, keep)
    _land(act, ground, keep)


def _entitled(act: Act, ground: Ground, keep: Keep) -> None:
    items, conditions = policies.items(ground)
    keep(act, "policies", items)
    keep(act, "conditions", conditions)
    lines = act.lines("policies", [str(item["id"]) for item in items])
    for line in lines.values():
        fresh, _ = compared(act, judged(act, ground.today, [line]), ground.today.year)
        rows = [ground.row(**row) for row in fresh]
        lived = policies.lived(ground, {str(row["id"]): str(row["verdict"]) for row in rows})
        keep(act, "entitlements", [{**row, **lived.get(str(row["id"]), {})} for row in rows])


def _land(act: Act, ground: Ground, keep: Keep) -> None:
    assets, needs = list(spaces.assets(ground)), list(spaces.needs(ground))
    matches = list(land.matches(ground, assets, needs))
    last = {row["need"]: row["asset"] for row in matches if row["state"] in MATCH_OPEN}
    talked = set(last.values())
    keep(act, "assets", [{**row, "state": "对接中" if row["id"] in talked else row["state"]} for row in assets])
    keep(act, "space_needs", [{**row, "asset": last.get(row["id"])} for row in needs])
    keep(act, "space_matches", matches)
    keep(act, "land_accounts", list(land.accounts(ground)))
    keep(act, "idle_lands", list(land.idle_by_law(ground)))
