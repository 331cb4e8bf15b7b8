"""Who is entitled to which policy and why, and that the enterprises were told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daan_desk.domain.failures import refuse_unless
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.policy_judging import Entitled, in_force, judged


def of_policy(office: Office, policy: str) -> tuple[Entitled, ...]:
    """Every enterprise that works here before one policy, those entitled first."""
    with office.reading() as reader:
        line = reader.line("policies", policy)
        refuse_unless(line is not None, "这项政策已不存在，可能刚被删除。")
        assert line is not None
        return judged(reader, office.today(), [line])


def of_enterprise(office: Office, enterprise: str) -> tuple[Entitled, ...]:
    """One enterprise before every policy in force."""
    with office.reading() as reader:
        return judged(reader, office.today(), in_force(reader, office.today()), (enterprise,))


def tell(office: Office, ids: Sequence[str], day: date | None = None) -> Changes:
    """Note that these enterprises were told; who was told before keeps that day."""
    with office.writing(f"告知 {len(ids)} 家企业") as act:
        told = [line["id"] for line in act.lines("entitlements", ids).values() if line["told"] is None]
        act.change_many("entitlements", {identity: {"told": day or office.today()} for identity in told})
    return act.changes
