"""Taking a step with one entitlement or many: told, applied, reviewed, published, paid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.domain.entitlement_steps import EntitlementStep, step_named, taken
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.fields import Field
from daan_desk.services.changes import Changes
from daan_desk.services.ledgers import ledger
from daan_desk.services.office import Act, Office
from daan_desk.services.values import findings


def fields_of(step: EntitlementStep) -> tuple[Field, ...]:
    """What a step asks for: its day, and its own fields."""
    described = ledger("entitlements")
    return tuple(described[name] for name in (step.day, *step.asks))


def advance(office: Office, ids: Sequence[str], word: str, raw: Mapping[str, object]) -> Changes:
    """Take the step with all of these, or with none; the day is today where none is given."""
    step = step_named(word)
    refuse_unless(ids, "请先选择要办理的政策兑现", step.day)
    with office.writing(f"政策兑现{step.label}") as act:
        given = _given(act, step, raw)
        lines = {identity: act.get("entitlements", identity) for identity in ids}
        payments = dict(act.columns("policies", "id", "payment"))
        changes = {}
        for identity, line in lines.items():
            whole = {**line, "payment": payments.get(line["policy"])}
            changes[identity] = _taken(act, step, whole, given, several=len(ids) > 1)
        act.change_many("entitlements", changes)
        if len(ids) == 1:
            act.concerns("entitlements", ids[0])
    return act.changes


def _given(act: Act, step: EntitlementStep, raw: Mapping[str, object]) -> dict[str, object]:
    found = findings(act, ledger("entitlements"), raw, whole=False)
    allowed = {step.day, *step.asks}
    found.problems |= {name: f"“{step.label}”这一步不填这一项" for name in found.values if name not in allowed}
    found.refuse()
    return {step.day: act.office.today(), **{n: v for n, v in found.values.items() if v is not None}}


def _taken(
    act: Act, step: EntitlementStep, line: Mapping[str, object], given: Mapping[str, object], *, several: bool
) -> dict[str, object]:
    """The values of one; among several the sentence names the enterprise."""
    try:
        return taken(step, line, given)
    except Rejected as refused:
        if not several:
            raise
        name = act.titles("enterprises", [str(line["enterprise"])]).get(str(line["enterprise"]), "")
        raise Rejected({key: f"{name}：{words}" for key, words in refused.problems.items()}) from None
