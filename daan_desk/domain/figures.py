"""Statistics as enterprises report them, year-to-date and in 千元, made into months and 万元, and their growth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

THOUSAND_TO_TEN_THOUSAND = Decimal(10)
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Monthly:
    """What falls to a month; `first` is earlier than the month where several were reported in one (1—2月)."""

    month: int
    first: int
    value: Decimal
    remark: str = ""


def ten_thousands(thousands: Decimal | None) -> Decimal | None:
    """千元 as 万元."""
    return None if thousands is None else thousands / THOUSAND_TO_TEN_THOUSAND


def monthly(cumulative: Mapping[int, Decimal | None]) -> tuple[Monthly, ...]:
    """Single months of a year from its year-to-date sums (month → sum): each less the one before it that is known.

    Where months are missing the difference stands for all of them, and says so; nothing is spread or guessed.
    """
    rows, last, before = [], 0, Decimal(0)
    for month, total in sorted(cumulative.items()):
        if total is None:
            continue
        rows.append(Monthly(month, last + 1, total - before, _remark(last + 1, month, total - before)))
        last, before = month, total
    return tuple(rows)


def _remark(first: int, month: int, value: Decimal) -> str:
    said = []
    if first < month:
        said.append(f"{first}—{month}月合计")
    if value < 0:
        said.append(f"{month}月累计数比上期少 {-value}，上期数据可能已订正")
    return "；".join(said)


def cumulative(months: Mapping[int, Decimal | None]) -> dict[int, Decimal]:
    """Year-to-date sums from single months, up to the first month that is missing."""
    sums: dict[int, Decimal] = {}
    total = Decimal(0)
    for month in range(1, 13):
        value = months.get(month)
        if value is None:
            break
        total += value
        sums[month] = total
    return sums


def of_month(month: int, sums: Mapping[int, Decimal | None], singles: Mapping[int, Decimal | None]) -> Decimal | None:
    """What falls to a month of its sum since January: less the sum of the month before, or less the months before.

    None where neither is known: a gap is not spread, and nothing is guessed.
    """
    total = sums.get(month)
    if total is None:
        return None
    before = Decimal(0) if month == 1 else sums.get(month - 1)
    if before is None:
        known = [singles.get(one) for one in range(1, month)]
        before = None if None in known else sum((one for one in known if one is not None), Decimal(0))
    return None if before is None else total - before


def growth(now: Decimal | None, then: Decimal | None) -> Decimal | None:
    """The change in per cent to one decimal; None where either is missing or there was nothing to grow from."""
    if now is None or then is None or then <= 0:
        return None
    return ((now - then) * 100 / then).quantize(TENTH, ROUND_HALF_UP)


def growth_words(now: Decimal | None, then: Decimal | None) -> str:
    """增长 5.0%, 下降 3.2%, 持平; from a loss or from nothing no rate is given; "" where data is missing."""
    if now is None or then is None:
        return ""
    share = growth(now, then)
    if share is None:
        return "上期为负或为零，不计算增速"
    return f"{'增长' if share > 0 else '下降'} {abs(share)}%" if share else "持平"
