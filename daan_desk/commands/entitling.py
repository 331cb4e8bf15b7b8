"""Commands of policies: entitle, entitlement, policy-lists, notice."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened, values
from daan_desk.commands.records import plain
from daan_desk.domain.policies import Answer as Verdict
from daan_desk.services import ledgers
from daan_desk.services.policy_judging import Entitled
from daan_desk.services.policy_lists import Listed

Answer = dict[str, Any]
TOLD = (Verdict.MET, Verdict.NEAR, Verdict.UNKNOWN)


def entitle(given: argparse.Namespace) -> Answer:
    """All enterprises before all policies in one act, or one enterprise without keeping anything."""
    from daan_desk.services import entitling, naming

    if given.enterprise:
        return _of_enterprise(given)
    with opened(given, writing=not given.dry_run) as office:
        year = given.year or office.today().year
        plan = entitling.plan(office, year, naming.ids(office, "policies", given.policy))
        act = "" if given.dry_run else entitling.carry_out(office, plan).act
    shown = [one for one in plan.judged if given.all or one.verdict.answer in TOLD[:2]]
    return {
        "year": year,
        "verdicts": {title: dict(counts) for title, counts in plan.counts.items()},
        "added": plan.fresh,
        "changed": plan.changed,
        "turned": [
            {"enterprise": turn.enterprise, "policy": turn.policy, "from": turn.before, "to": turn.after}
            for turn in plan.turns
        ],
        "rows": [_told(one) for one in shown],
        "act": act,
    }


def _of_enterprise(given: argparse.Namespace) -> Answer:
    from daan_desk.services import naming, policies

    with opened(given, writing=False) as office:
        [enterprise] = naming.ids(office, "enterprises", [given.enterprise])
        found = policies.of_enterprise(office, enterprise)
    return {"rows": [_told(one) for one in found if given.all or one.verdict.answer in TOLD]}


def _told(one: Entitled) -> Answer:
    return {
        "enterprise": one.name,
        "policy": one.title,
        "verdict": one.verdict.answer.value,
        "reasons": [{"answer": reason.answer.value, "text": reason.words} for reason in one.verdict.reasons],
        "expected": plain(one.expected.amount) if one.verdict.answer is Verdict.MET else None,
        "working": one.expected.working,
    }


def advance(given: argparse.Namespace) -> Answer:
    """One step of an entitlement."""
    from daan_desk.services import entitlement_steps

    raw = values(given)
    with opened(given) as office:
        changes = entitlement_steps.advance(office, [given.id], given.step, raw)
        row = ledgers.row(office, "entitlements", given.id)
    return {"id": row.id, "stage": row["stage"], "light": row["light"], "act": changes.act}


def policy_lists(given: argparse.Namespace) -> Answer:
    """The three lists that matter, and what nobody has entered."""
    from daan_desk.services import policy_lists as lists

    with opened(given, writing=False, today=given.today) as office:
        found, missing = lists.lists(office), lists.missing(office)
    return {
        "not_applied": [_listed(one) for one in found.not_applied],
        "not_paid": [_listed(one) for one in found.not_paid],
        "closing": [{"policy": one.policy, "last": plain(one.day), "words": one.words} for one in found.closing],
        "without_data": [
            {"fact": m.fact, "ledger": m.ledger, "giver": m.giver, "enterprises": [name for _, name in m.enterprises]}
            for m in missing
        ],
    }


def _listed(one: Listed) -> Answer:
    return {
        "id": one.id,
        "enterprise": one.enterprise,
        "policy": one.policy,
        "words": one.words,
        "day": plain(one.day),
        "amount": plain(one.amount),
    }


def notice(given: argparse.Namespace) -> Answer:
    """The notice of an enterprise, as its ending says."""
    from daan_desk.domain.notices import boxed
    from daan_desk.exchange.boxed_out import write_boxed
    from daan_desk.services import policy_notices

    with opened(given, writing=given.tell) as office:
        found = policy_notices.notice(office, given.enterprise)
        write_boxed(boxed(found), given.to)
        act = policy_notices.hand_over(office, given.enterprise).act if given.tell else ""
    parts = {"entitled": found.entitled, "nearly": found.nearly, "without_data": found.unknown}
    titles = {name: [item.title for item in items] for name, items in parts.items()}
    return {"file": str(given.to), "enterprise": found.enterprise, **titles, "act": act}
