"""A figure's sum since January and the month's own: both are kept, the month worked out where only the sum came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from daan_desk.domain.figures import of_month
from daan_desk.domain.questions import Where
from daan_desk.services import month_locks
from daan_desk.services.office import Act
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line

SUM = "_sum"  # ends the name of a figure's sum since January


def flows() -> tuple[str, ...]:
    """The figures that add up over a year."""
    return tuple(f.name.removesuffix(SUM) for f in LEDGERS["figures"].ledger.kept if f.name.endswith(SUM))


def settle(act: Act, enterprise: str) -> None:
    """Work the months of an enterprise out of its sums where the month's own is missing or its sum was revised."""
    years: defaultdict[str, list[Line]] = defaultdict(list)
    for line in act.where("figures", Where("enterprise", "is", enterprise), sort=("month",)):
        years[line["month"][:4]].append(line)
    changes: dict[str, dict[str, object]] = {}
    for lines in years.values():
        for name in flows():
            for identity, value in _worked(act, lines, name):
                changes.setdefault(identity, {})[name] = value
    if changes:
        closed = month_locks.locked(act)
        months = {line["id"]: line["month"] for lines in years.values() for line in lines}
        act.change_many("figures", {i: values for i, values in changes.items() if months[i] not in closed})


def _worked(act: Act, lines: Sequence[Line], name: str) -> list[tuple[str, Decimal]]:
    sums: Mapping[int, Decimal | None] = {int(line["month"][5:]): line[f"{name}{SUM}"] for line in lines}
    if all(value is None for value in sums.values()):
        return []
    singles = {int(line["month"][5:]): line[name] for line in lines}
    found = []
    for line in lines:
        month, altered = int(line["month"][5:]), act.altered("figures", line["id"])
        revised = f"{name}{SUM}" in altered and name not in altered
        value = of_month(month, sums, singles) if singles[month] is None or revised else None
        if value is not None and value != singles[month]:
            singles[month] = value
            found.append((line["id"], value))
    return found
