"""What looks odd in a month's figures beside the month before and the year before: told, never refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from daan_desk.domain.numbers import Number

# Figures that may be negative; all others are odd below zero.
SIGNED = frozenset({"profit", "tax"})
JUMP = Decimal(50)
SMALL = Decimal(10)  # below so much (in the figure's own unit) a jump says nothing

Figures = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Odd:
    """One figure that somebody should look at."""

    field: str
    words: str


def odd(
    now: Figures,
    before: Figures | None,
    labels: Mapping[str, str],
    jump: Decimal = JUMP,
    year_ago: Figures | None = None,
) -> tuple[Odd, ...]:
    """Figures with a wrong sign, or a jump of more than `jump` per cent against last month and against last year."""
    found: list[Odd] = []
    for name, label in labels.items():
        value = _number(now.get(name))
        if value is None:
            continue
        if value < 0 and name not in SIGNED:
            found.append(Odd(name, f"{label}是负数"))
        found += [Odd(name, words) for words in _jumps(label, value, (before or {}).get(name), jump, "上月")]
        found += [Odd(name, words) for words in _jumps(label, value, (year_ago or {}).get(name), jump * 2, "上年同月")]
    return (*found, *_related(now, labels))


def _jumps(label: str, value: Decimal, then: object, jump: Decimal, word: str) -> Iterator[str]:
    old = _number(then)
    if old is None or old <= 0 or max(abs(value), old) < SMALL:
        return
    share = (value - old) * 100 / old
    if abs(share) > jump:
        way = "增长" if share > 0 else "下降"
        yield f"{label}比{word}{way} {abs(share):.0f}%（{Number().show(old)} → {Number().show(value)}）"


def _related(now: Figures, labels: Mapping[str, str]) -> Sequence[Odd]:
    """Parts that are larger than their whole."""
    output, revenue = _number(now.get("output")), _number(now.get("revenue"))
    pairs = (("exports", revenue, "revenue"), ("research", revenue, "revenue"), ("profit", revenue, "revenue"))
    found = []
    for name, whole, of in pairs:
        part = _number(now.get(name))
        if part is not None and whole is not None and part > whole >= 0:
            found.append(Odd(name, f"{labels.get(name, name)}比{labels.get(of, of)}还大"))
    if output is not None and revenue is not None and output > 0 and revenue > output * 10:
        found.append(Odd("revenue", "营业收入是工业总产值的 10 倍以上，请检查单位"))
    return found


def unequal(label: str, reported: Decimal | None, months: Sequence[Decimal | None]) -> str:
    """What to say where a reported sum since January is not that of its months, "" where it is or one is missing."""
    known = [month for month in months if month is not None]
    if reported is None or len(known) < len(months):
        return ""
    added = sum(known, Decimal(0))
    if abs(reported - added) <= max(Decimal("0.5"), abs(reported) / 1000):
        return ""
    return f"{label}累计 {Number().show(reported)} 与各月之和 {Number().show(added)} 不符"


def _number(value: object) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
