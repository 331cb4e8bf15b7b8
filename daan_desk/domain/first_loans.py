"""Enterprises that borrow for the first time (首贷户), and what each bank made of what was pushed to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from daan_desk.domain.financing import DECLINED, Answered, Wanted
from daan_desk.domain.rates import Rate

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class FirstLoans:
    """Demands of first borrowers: all, those credited, those paid; the sums are of three different things."""

    demands: tuple[str, ...]
    credited: tuple[str, ...]
    paid: tuple[str, ...]
    amount: Decimal
    credit: Decimal
    loan: Decimal

    @property
    def rate(self) -> Rate:
        """首贷成功率: paid of all."""
        return Rate(len(self.paid), len(self.demands))


@dataclass(frozen=True, slots=True)
class BankRecord:
    """One bank: what was pushed (answers), answered, agreed, declined; credit and loan in 万元; late: open past due."""

    bank: str
    pushed: tuple[str, ...]
    answered: tuple[str, ...]
    agreed: tuple[str, ...]
    declined: tuple[str, ...]
    late: tuple[str, ...]
    credit: Decimal
    loan: Decimal


def first_loans(demands: Sequence[Wanted], answers: Sequence[Answered], first: frozenset[str]) -> FirstLoans:
    """What became of the demands of first borrowers (ids)."""
    mine = {one.id: one.amount or ZERO for one in demands if one.id in first}
    own = [answer for answer in answers if answer.demand in mine]
    credited = tuple(dict.fromkeys(answer.demand for answer in own if answer.credit))
    paid = tuple(dict.fromkeys(answer.demand for answer in own if answer.loan))
    sums = (sum((getattr(answer, name) or ZERO for answer in own), ZERO) for name in ("credit", "loan"))
    return FirstLoans(tuple(mine), credited, paid, sum(mine.values(), ZERO), *sums)


def by_bank(answers: Mapping[str, Answered], late: frozenset[str]) -> tuple[BankRecord, ...]:
    """The record of every bank, the one with most pushes first; answers and `late` by the answer's id."""
    banks: dict[str, list[str]] = {}
    for identity, answer in answers.items():
        banks.setdefault(answer.bank, []).append(identity)
    rows = [_record(bank, {identity: answers[identity] for identity in ids}, late) for bank, ids in banks.items()]
    return tuple(sorted(rows, key=lambda row: (-len(row.pushed), row.bank)))


def _record(bank: str, answers: Mapping[str, Answered], late: frozenset[str]) -> BankRecord:
    return BankRecord(
        bank,
        tuple(answers),
        tuple(key for key, one in answers.items() if not one.open),
        tuple(key for key, one in answers.items() if not one.open and one.decision != DECLINED),
        tuple(key for key, one in answers.items() if one.decision == DECLINED),
        tuple(key for key in answers if key in late),
        sum((one.credit or ZERO for one in answers.values()), ZERO),
        sum((one.loan or ZERO for one in answers.values()), ZERO),
    )
