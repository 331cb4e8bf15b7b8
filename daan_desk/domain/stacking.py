"""What a policy still gives beside the superior's reward for the same matter: 含上级, 可叠加, 就高不重复."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.benefits import Expected
from daan_desk.domain.numbers import Number

INCLUDED, ADDED, HIGHER = "含上级", "可叠加", "就高不重复"
STACKINGS = (INCLUDED, ADDED, HIGHER)


def stacked(own: Expected, stacking: str, superior: Expected | None = None) -> Expected:
    """The amount with the superior's reward (None: not entitled to it, or nothing entered) taken into account."""
    if own.amount is None or stacking not in STACKINGS:
        return own
    if stacking == ADDED:
        return Expected(own.amount, f"{own.working}；可与上级奖励叠加")
    if superior is None:
        return Expected(own.amount, f"{own.working}；{stacking}，没有可得的上级奖励，未作扣减")
    if superior.amount is None:
        return Expected(own.amount, f"{own.working}；{stacking}，上级奖励金额还不清楚，未作扣减，请核实")
    return _less(own, superior.amount) if stacking == INCLUDED else _higher(own, superior.amount)


def _less(own: Expected, above: Decimal) -> Expected:
    assert own.amount is not None
    rest = max(own.amount - above, Decimal(0))
    return Expected(rest, f"{own.working}；其中含上级奖励 {_said(above)} 万元，本级兑现 {_said(rest)} 万元")


def _higher(own: Expected, above: Decimal) -> Expected:
    assert own.amount is not None
    if above >= own.amount:
        said = f"上级可得 {_said(above)} 万元，不低于本级，就高不重复，本级不再兑现"
        return Expected(Decimal(0), f"{own.working}；{said}")
    said = f"上级可得 {_said(above)} 万元，低于本级，就高不重复，按本级 {_said(own.amount)} 万元"
    return Expected(own.amount, f"{own.working}；{said}")


def _said(value: Decimal) -> str:
    return Number().show(value)
