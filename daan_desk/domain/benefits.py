"""What a policy gives, with the working shown; an amount is only worked out from what the policy says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from daan_desk.domain.conditions import BY_WORD
from daan_desk.domain.numbers import Number
from daan_desk.domain.profiles import Profile

FIXED, SHARE, TIERS = "定额", "按比例有上限", "分档表"
BENEFITS = (FIXED, SHARE, TIERS)
MONEY = "万元"
CENT = Decimal("0.01")
TIER = re.compile(r"\s*(?P<low>\d+(?:\.\d+)?)\s*[=＝:：]\s*(?P<gives>\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Benefit:
    """What the policy says: amounts in 万元, rate in per cent, base: the word of the fact it is reckoned from."""

    kind: str = ""
    fixed: Decimal | None = None
    rate: Decimal | None = None
    base: str = ""
    cap: Decimal | None = None
    tiers: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """An amount in 万元, None where it cannot be known, and how it comes about in words."""

    amount: Decimal | None
    working: str


def expected(benefit: Benefit, profile: Profile, year: int | None = None) -> Expected:
    """The amount that an enterprise can expect."""
    work = {FIXED: _fixed, SHARE: _share, TIERS: _tiered}.get(benefit.kind)
    if work is None:
        return Expected(None, "政策的标准还没有录入，不估算金额")
    return work(benefit, profile, year)


def _fixed(benefit: Benefit, _profile: Profile, _year: int | None) -> Expected:
    if benefit.fixed is None:
        return Expected(None, "标准是定额，但金额还没有录入")
    return Expected(benefit.fixed, f"定额 {_said(benefit.fixed)} 万元")


def _share(benefit: Benefit, profile: Profile, year: int | None) -> Expected:
    base = _base(benefit, profile, year)
    if isinstance(base, str):
        return Expected(None, base)
    if benefit.rate is None:
        return Expected(None, "标准是按比例，但比例还没有录入")
    if BY_WORD[benefit.base].unit != MONEY:
        return Expected(None, f"计算基数“{benefit.base}”不是金额，不能按比例计算")
    raw = (base * benefit.rate / 100).quantize(CENT, ROUND_HALF_UP)
    working = f"{benefit.base} {_said(base)} 万元 × {_said(benefit.rate)}% = {_said(raw)} 万元"
    if benefit.cap is None:
        return Expected(raw, f"{working}，没有写上限")
    if raw > benefit.cap:
        return Expected(benefit.cap, f"{working}，超过上限，按 {_said(benefit.cap)} 万元")
    return Expected(raw, f"{working}，未超过上限 {_said(benefit.cap)} 万元")


def _tiered(benefit: Benefit, profile: Profile, year: int | None) -> Expected:
    rows = tiers(benefit.tiers)
    if isinstance(rows, str):
        return Expected(None, rows)
    base = _base(benefit, profile, year)
    if isinstance(base, str):
        return Expected(None, base)
    reached = [row for row in rows if base >= row[0]]
    unit = BY_WORD[benefit.base].unit
    have = f"{benefit.base} {_said(base)} {unit}"
    if not reached:
        return Expected(Decimal(0), f"{have}，未达到最低一档 {_said(rows[0][0])} {unit}")
    low, gives = reached[-1]
    return Expected(gives, f"{have}，达到 {_said(low)} {unit}这一档，{_said(gives)} 万元")


def tiers(text: str) -> tuple[tuple[Decimal, Decimal], ...] | str:
    """The rows of a table of tiers (lower bound, amount), lowest first; a sentence where a line cannot be read."""
    rows = []
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), 1):
        found = TIER.fullmatch(line.replace("，", "").replace(",", ""))
        if not found:
            return f"分档表第 {number} 行“{line.strip()}”看不懂，应写成“下限=金额”"
        rows.append((Decimal(found["low"]), Decimal(found["gives"])))
    return tuple(sorted(rows)) or "标准是分档表，但各档还没有录入"


def _base(benefit: Benefit, profile: Profile, year: int | None) -> Decimal | str:
    fact = BY_WORD.get(benefit.base)
    if fact is None or not fact.numeric:
        return "计算基数还没有录入，算不出金额" if not benefit.base else f"台账里没有“{benefit.base}”，算不出金额"
    value = profile.value(fact.word, year)
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        return f"缺“{fact.word}”（{fact.ledger}），可由{fact.giver}提供，算不出金额"
    return Decimal(value)


def _said(value: Decimal) -> str:
    return Number().show(value)
