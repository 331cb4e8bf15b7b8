"""Two years of monthly figures with seasons and trends; the year before sums up to the sketch's output."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.periods import months_after
from daan_desk.services.sample.dice import CENT, Dice
from daan_desk.services.sample.enterprises import Sketch

MONTHS = 24
# January to December; February holds the Spring Festival, December the year's last deliveries.
SEASON = (0.93, 0.68, 1.0, 1.02, 1.03, 1.08, 0.97, 0.96, 1.05, 0.99, 1.07, 1.16)
TOURISM = (1.25, 0.95, 0.85, 0.95, 1.02, 0.93, 0.98, 1.0, 1.02, 1.05, 1.0, 1.1)
Values = dict[str, object]


def months(today: date) -> list[date]:
    """The first days of the last 24 whole months, oldest first; the year before is always among them."""
    return [months_after(today.replace(day=1), -back) for back in range(MONTHS, 0, -1)]


def made(dice: Dice, ids: Iterator[str], sketches: Sequence[Sketch], today: date) -> list[Values]:
    """The rows to keep, 24 for every 规上 enterprise; amounts in 万元, power in 万千瓦时."""
    rows: list[Values] = []
    for sketch in sketches:
        if sketch.output is not None:
            rows += _of(dice, ids, sketch, today)
    return rows


def outputs(dice: Dice, sketch: Sketch, today: date) -> list[tuple[date, Decimal]]:
    """The output of every month; the year before sums up to the sketch's."""
    season = TOURISM if sketch.trade.cluster == "特色旅游产品" else SEASON
    growth = dice.gauss(0.0035, 0.006)
    every = months(today)
    weights = [
        season[month.month - 1] * (1 + growth) ** at * dice.uniform(0.95, 1.05) for at, month in enumerate(every)
    ]
    last_year = [at for at, month in enumerate(every) if month.year == today.year - 1]
    unit = Decimal(sketch.output or 0) / Decimal(str(sum(weights[at] for at in last_year)))
    found = [(unit * Decimal(str(weight))).quantize(CENT) for weight in weights]
    found[last_year[-1]] += Decimal(sketch.output or 0) - sum(found[at] for at in last_year)
    return list(zip(every, found, strict=True))


def _of(dice: Dice, ids: Iterator[str], sketch: Sketch, today: date) -> Iterator[Values]:
    sold, margin, duty = dice.uniform(0.9, 0.99), dice.gauss(0.055, 0.03), dice.uniform(0.02, 0.045)
    power, abroad = dice.uniform(0.02, 0.12), dice.uniform(0.05, 0.4) if dice.chance(0.15) else 0.0
    study, staff = dice.uniform(0.01, 0.05) if dice.chance(0.5) else 0.0, float(sketch.employees)
    for month, output in outputs(dice, sketch, today):
        revenue = _part(output, sold * dice.uniform(0.97, 1.03))
        staff *= dice.uniform(0.985, 1.016)
        yield {
            "id": next(ids),
            "enterprise": sketch.id,
            "month": f"{month:%Y-%m}",
            "output": output,
            "revenue": revenue,
            "profit": _part(revenue, margin + dice.uniform(-0.02, 0.02)),
            "tax": _part(revenue, duty * dice.uniform(0.7, 1.3)),
            "power": _part(output, power * dice.uniform(0.9, 1.1)),
            "employees": max(1, round(staff)),
            "exports": _part(revenue, abroad) if abroad else None,
            "research": _part(revenue, study) if study else None,
            "orders": _part(output, dice.uniform(0.8, 2.6)),
        }


def _part(whole: Decimal, share: float) -> Decimal:
    return (whole * Decimal(str(share))).quantize(CENT)
