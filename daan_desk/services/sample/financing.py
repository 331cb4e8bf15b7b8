"""What enterprises of the sample district want to borrow, and what made-up banks answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from daan_desk.domain.financing import PURPOSES, Answered, answer_due, state_of
from daan_desk.services.sample import people
from daan_desk.services.sample.ground import Ground, Values

BANKS = ("甲银行大安支行", "乙银行大安支行", "丙银行自贡分行", "丁农商银行大安支行", "戊村镇银行", "己融资担保公司")
PRODUCTS = ("科创贷、设备贷", "流动资金贷款、票据贴现", "首贷快贷", "园区厂房按揭", "订单融资", "批量担保")
WAYS = (("信用", 3.0), ("抵押", 5.0), ("担保", 2.0), ("质押", 1.0))
REASONS = ("抵押物不足", "负债率高", "征信问题", "经营年限短", "利率未谈拢")
STEP = Decimal(50)


def banks(ground: Ground) -> list[Values]:
    """The banks, all of them made up."""
    return [
        ground.row(name=name, contact=people.name(ground.dice), phone=people.phone(ground.dice), products=products)
        for name, products in zip(BANKS, PRODUCTS, strict=True)
    ]


def made(ground: Ground, banks: Sequence[Values], meetings: Sequence[Values]) -> tuple[list[Values], list[Values]]:
    """Demands of the last year and a half with their numbers, and the banks' answers."""
    days = sorted(ground.ago(540) for _ in range(ground.count(72)))
    demands: list[Values] = []
    answers: list[Values] = []
    for day in days:
        demand = _demand(ground, day, meetings)
        year = [one for one in demands if isinstance(d := one["raised"], date) and d.year == day.year]
        demand["number"] = f"R{day.year}-{len(year) + 1:04d}"
        told = list(_answers(ground, demand, day, banks))
        demand["state"] = (
            "撤回" if not told and ground.dice.chance(0.3) else state_of(None, [_rule(one) for one in told])
        )
        demands.append(demand)
        answers += told
    return demands, answers


def _demand(ground: Ground, day: date, meetings: Sequence[Values]) -> Values:
    dice = ground.dice
    sketch = dice.choice(ground.sketches)
    way = dice.weighted(WAYS)
    most = max(4, min(60, (sketch.output or 1500) // 400))
    before = [one for one in meetings if isinstance(d := one["day"], date) and 0 <= (day - d).days <= 10]
    return ground.row(
        enterprise=sketch.id,
        amount=STEP * dice.randrange(2, most + 1),
        purpose=dice.weighted([(word, weight) for word, weight in zip(PURPOSES, (6, 3, 2, 1, 2, 1), strict=True)]),
        months=dice.choice((12, 12, 24, 36)),
        way=way,
        collateral="厂房和土地" if way == "抵押" else None,
        first_loan=dice.chance(0.2),
        preferred_bank=dice.choice((*BANKS[:4], None, None)),
        raised=day,
        meeting=before[-1]["id"] if before and dice.chance(0.6) else None,
    )


def _answers(ground: Ground, demand: Values, day: date, banks: Sequence[Values]) -> Iterator[Values]:
    dice, amount = ground.dice, demand["amount"]
    assert isinstance(amount, Decimal)
    for bank in dice.some(banks, dice.weighted([(0, 1.5), (1, 5.0), (2, 3.0), (3, 1.0)])):
        pushed = min(ground.today, day + timedelta(days=dice.randrange(1, 12)))
        values = ground.row(
            demand=demand["id"], bank=bank["id"], pushed=pushed, due=answer_due(pushed, 1), decision="待定"
        )
        answered = pushed + timedelta(days=dice.randrange(8, 36))
        if answered <= ground.today and dice.chance(0.92):
            values |= _decided(ground, amount, answered)
        yield values


def _decided(ground: Ground, amount: Decimal, day: date) -> Values:
    dice = ground.dice
    if dice.chance(0.4):
        return {"decision": "婉拒", "reason": dice.choice(REASONS)}
    credit = (amount * Decimal(dice.choice(("0.5", "0.6", "0.8", "1"))) / 10).quantize(Decimal(1)) * 10
    found: Values = {"decision": "同意", "credit": credit, "credit_day": day, "rate": dice.amount(3.2, 4.8)}
    paid = day + timedelta(days=dice.randrange(3, 40))
    if paid <= ground.today and dice.chance(0.8):
        found |= {"loan": credit if dice.chance(0.7) else (credit / 2).quantize(Decimal(1)), "loan_day": paid}
    return found


def _rule(row: Values) -> Answered:
    names = ("demand", "bank", "pushed", "due", "decision", "credit", "loan")
    return Answered(*(row.get(name) for name in names))  # type: ignore[arg-type]
